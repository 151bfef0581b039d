"""The editors' form: what is made from the models, and how the CMS's own script is treated. No Node, no browser."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from macros import layout, redaktion
from macros.__main__ import main
from macros.model import KINDS, Katalog
from macros.redaktion import kode

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = (
    "".join(f"`{address}`;" for address in (kode.WORDS, *kode.FONTS))
    + r"x={hash:`svelte-1a`,code:`.a {content:'\\2014'}`};y={hash:`svelte-2b`,code:`.b {color:red}`}"
)


@pytest.fixture
def config(katalog: Katalog) -> dict[str, Any]:
    """The configuration for the good site."""
    found: dict[str, Any] = json.loads(redaktion.config(katalog, "eksempel/katalog"))
    return found


def _fields(config: dict[str, Any], kind: str) -> dict[str, dict[str, Any]]:
    collection = next(one for one in config["collections"] if one["name"] == kind)
    return {field["name"]: field for field in collection["fields"]}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_collection_with_every_field(config: dict[str, Any], kind: str) -> None:
    """A field that is new in the model is in the form, in the order of the file, with its title."""
    model = KINDS[kind].model
    fields = _fields(config, kind)
    assert list(fields) == [name for name in layout.key_order(model) if name != "nye_kilder"]
    assert [field["label"] for field in fields.values()] == [model.model_fields[name].title for name in fields]
    assert [name for name, field in fields.items() if field["required"]] == [
        name for name in fields if model.model_fields[name].is_required()
    ]


def test_each_kind_of_field_has_its_input(config: dict[str, Any]) -> None:
    """References and municipalities are picked, choices are told in words, numbers and dates stay text."""
    fields, figures = _fields(config, "initiativer"), _fields(config, "noegletal")
    assert (fields["metoder"]["widget"], fields["metoder"]["collection"]) == ("relation", "metoder")
    assert fields["metoder"]["multiple"] is True
    assert {"label": "Eksempelby", "value": "Eksempelby"} in fields["kommuner"]["options"]
    assert {"label": "Ja", "value": "true"} in fields["landsdaekkende"]["options"]
    assert fields["landsdaekkende"]["hint"] == "Ja, hvis initiativet gælder hele landet."
    assert (fields["gennemgaaet"]["type"], fields["gennemgaaet"]["format"]) == ("date", "YYYY-MM-DD")
    assert figures["tal"]["pattern"][0] == r"^-?[0-9]+(\.[0-9]+)?$"
    age = next(one for one in fields["maalgruppe"]["fields"] if one["name"] == "alder_fra")
    assert (age["value_type"], age["min"], age["max"]) == ("int/string", 0, 120)
    assert fields["kilder"]["summary"] == "{{fields.kilde}}"
    assert fields["id"]["pattern"][0] == "^[a-z0-9]+(-[a-z0-9]+)*$"


def test_a_proposal_is_made_and_nothing_is_published_or_deleted(config: dict[str, Any]) -> None:
    """Saving opens a pull request; merging and taking out are done where they are checked."""
    assert config["publish_mode"] == "editorial_workflow"
    assert config["backend"]["auth_methods"] == ["token"]
    assert {(one["publish"], one["delete"]) for one in config["collections"]} == {(False, False)}
    assert {one["slug"]["template"] for one in config["collections"]} == {"{{fields.id}}"}


def test_the_script_is_turned_to_this_site() -> None:
    """No address of another host's package or font is left; a script that has changed them is refused."""
    assert not re.search(r"unpkg\.com/@sveltia/cms|cdn\.jsdelivr\.net", kode.local(SCRIPT))
    with pytest.raises(redaktion.ChangedError, match=re.escape("source-sans-3:vf@5.3.0")):
        kode.local(SCRIPT.replace("source-sans-3:vf@5.3.0", "source-sans-3:vf@6.0.0"))


def test_the_policy_allows_the_scripts_own_style_sheets_alone() -> None:
    """A hash for each sheet, with its JavaScript escapes read; no inline script or style, and one host beside this."""
    assert kode.style_hashes(SCRIPT) == [
        "sha256-Mqg1g7JlfjW4+kdvZ389ar8ayUGIpMlwwVAaLZy1trI=",
        "sha256-bOGQ7xE2TrAV8I36hoh0gnamW4Rh0+jp+mwo7iAEXuI=",
    ]
    policy = kode.policy(SCRIPT)
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == "'self'"
    assert rules["connect-src"] == "'self' https://api.github.com"
    assert "unsafe-inline" not in policy
    assert re.findall(r"https?://[^\s;]+", policy) == ["https://api.github.com"]


def test_the_command_says_what_is_missing(good_site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a built site, a repository or the packages nothing is written, and the editor is told what to do."""
    (good_site / "settings.yml").write_text("navn: Prøve\nmyndighed: Prøve\n", encoding="utf-8")
    assert main(["cms"]) == 1
    assert "Byg sitet med make build" in capsys.readouterr().out
    (good_site / "site").mkdir()
    (good_site / "site" / "index.html").touch()
    (good_site / "settings.yml").write_text("navn: P\nmyndighed: P\nrepository: a/b\n", encoding="utf-8")
    assert main(["cms", "--modules", "tom"]) == 1
    assert "tom/@sveltia/cms/dist/sveltia-cms.js. Kør make cms." in capsys.readouterr().out
    assert not (good_site / "site" / "redaktion").exists()


def test_the_lock_file_names_no_address() -> None:
    """The packages are locked by version and hash; where they are fetched is each machine's own matter."""
    lock = json.loads((ROOT / "redaktion" / "package-lock.json").read_text(encoding="utf-8"))
    wanted = json.loads((ROOT / "redaktion" / "package.json").read_text(encoding="utf-8"))["dependencies"]
    packages = {name: one for name, one in lock["packages"].items() if name}
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert all(one["integrity"].startswith("sha512-") and "resolved" not in one for one in packages.values())
