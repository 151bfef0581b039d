"""Links out of the catalogue: lychee itself against servers on this machine, its report, and what is made of it."""

import json
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from macros import linktjek, source
from macros.__main__ import main
from macros.env import Macros
from macros.linktjek import Link, LinkCheck, Tolerance, Tolereret
from macros.model import Katalog, Reference
from macros.render import render
from macros.settings import Build
from macros.standing import links
from macros.views import links as shown
from macros.views.context import Context
from tests.building import GOOD, ROOT, TODAY
from tests.loopback import answering

Output = pytest.CaptureFixture[str]
URL = "https://rapport.eksempel.example/"
NONE = Tolerance()
_QUICK = {"timeout = 20": "timeout = 2", "max_retries = 2": "max_retries = 0", 'interval = "1s"': 'interval = "1ms"'}


def _lychee(folder: Path, asked: list[str], config: str) -> str:
    """What the locked lychee reports of those addresses."""
    tool = shutil.which("lychee", path=f"{Path(sys.executable).parent}") or shutil.which("lychee")
    assert tool, "lychee is in requirements-dev.txt; make test installs it"
    (folder / "lychee.toml").write_text(config, encoding="utf-8")
    (folder / "links.html").write_text(render("lychee", "", addresses=asked), encoding="utf-8")
    command = [tool, "--config", "lychee.toml", "--output", "links.json", "links.html"]
    subprocess.run(command, cwd=folder, check=False, capture_output=True)
    return (folder / "links.json").read_text(encoding="utf-8")


def _config(*left_out: str) -> str:
    """The settings of the workflows, but quick, and without those lines."""
    text = (ROOT / ".github" / "lychee.toml").read_text(encoding="utf-8")
    for old, new in _QUICK.items():
        assert old in text
        text = text.replace(old, new)
    return "\n".join(line for line in text.splitlines() if not line.startswith(left_out or ("\0",)))


def test_each_kind_of_answer_is_told_apart(tmp_path: Path) -> None:
    """200, 301, 302, 403, 404, 429, 500, no answer in time, a bad certificate and nobody there, asked by lychee."""
    with answering(tmp_path) as base, answering(tmp_path, signed=True) as signed:
        paths = ("svarer", "flyttet", "omvej", "forbudt", "vaek", "travl", "i-stykker", "langsom", "a|b`c(d)æ&e*")
        asked = [*(f"{base}/{path}" for path in paths), f"{signed}/svarer", "http://127.0.0.1:9/"]
        report = _lychee(tmp_path, asked, _config("exclude_all_private"))
    found = linktjek.read_report(report, asked, NONE)
    assert found is not None
    assert [(link.svar, link.hvad) for link in found.values()] == [
        ("svarer", "svarer"),
        ("flyttet", "er flyttet og svarer"),
        ("svarer", "svarer"),
        ("fejler", "afviser os (403)"),
        ("fejler", "siden findes ikke (404)"),
        ("fejler", "beder os vente (429)"),
        ("fejler", "serveren fejler (500)"),
        ("fejler", "svarer ikke i tide"),
        ("svarer", "svarer"),
        ("fejler", "certifikatet er ikke i orden"),
        ("fejler", "kan ikke nås"),
    ]
    assert list(found) == asked
    assert found[asked[1]].til == f"{base}/svarer"


def test_a_proposal_cannot_have_the_machines_own_network_asked(tmp_path: Path) -> None:
    """With the settings of the workflows, an address on the loopback is left out and told as not checked."""
    with answering(tmp_path) as base:
        report = _lychee(tmp_path, [f"{base}/svarer"], _config())
    assert linktjek.read_report(report, [f"{base}/svarer"], NONE) == {}
    assert json.loads(report)["excludes"] == 1


def _report(url: str, code: int) -> str:
    entry = {"url": url, "status": {"text": "Rejected status code", "code": code}, "span": {"line": 1, "column": 10}}
    return json.dumps({"error_map": {"links.html": [entry]}})


@pytest.mark.parametrize(
    ("host", "code", "svar"),
    [
        ("rapport.eksempel.example", 403, "tolereret"),
        ("rapport.eksempel.example", 429, "fejler"),
        ("rapport.eksempel.example", 404, "fejler"),
        ("eksempel.example", 403, "fejler"),
    ],
)
def test_only_a_listed_host_with_a_listed_code_is_tolerated(host: str, code: int, svar: str) -> None:
    """Neither another code of the host nor its neighbour is let through, and 404 cannot be listed at all."""
    tolerance = Tolerance(vaerter=(Tolereret(vaert=host, koder=("403",), grund="Åbner i en browser."),))
    found = linktjek.read_report(_report(URL, code), [URL], tolerance)
    assert found is not None
    assert found[URL].svar == svar


def test_the_tolerance_list_can_be_read() -> None:
    """The list in use follows its form, so that the weekly check does not stop on it."""
    Tolerance.model_validate(source.read(ROOT / ".github" / "lychee-tolerance.yml").values)


def test_what_a_server_says_cannot_become_a_link() -> None:
    """A new address that is no web address is not passed on."""
    hop = {"redirects": [{"url": "javascript:alert(1)", "code": 301}]}
    entry = {"url": URL, "status": {"code": 200}, "span": {"line": 1}, "redirects": hop}
    found = linktjek.read_report(json.dumps({"success_map": {"x": [entry]}}), [URL], NONE)
    assert found == {URL: Link(svar="svarer", kode=200, hvad="svarer")}


@pytest.mark.parametrize("text", ["", "{", "[]", '{"error_map": 1}'])
def test_what_is_no_report_gives_no_answers(text: str) -> None:
    """A report that is cut off or of another form is told from one without errors."""
    assert linktjek.read_report(text, [URL], NONE) is None
    assert linktjek.from_json(text) is None


def test_the_result_file_is_read_as_it_was_written() -> None:
    """What the weekly check writes is what a build reads."""
    check = LinkCheck(dato=TODAY, links={URL: Link(svar="flyttet", kode=301, hvad="er flyttet og svarer", til=URL)})
    assert linktjek.from_json(linktjek.as_json(check)) == check


@pytest.mark.usefixtures("good_site")
def test_the_command_writes_the_answers_and_the_issue(capsys: Output) -> None:
    """`links` asks for the addresses of all records, tells what they answered, and writes the result file."""
    assert main(["links", "--addresses"]) == 0
    asked = re.findall('href="(.+?)"', capsys.readouterr().out)
    assert asked == ["https://lov.eksempel.example/1", URL]
    Path("svar.json").write_text(_report(URL, 404).replace('"line": 1', '"line": 2'), encoding="utf-8")
    assert main(["--today", "2026-11-21", "links", "--links", "svar.json", "--out", "linktjek.json"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "Tjekket 21. november 2026. 0 af 2 links svarer."
    edit = "https://github.com/eksempelby/katalog/edit/main/data/kilder/eksempelrapport-2026.yml"
    assert f"| <{URL}> | siden findes ikke \\(404\\) | [kilder\\/eksempelrapport\\-2026]({edit}) |" in told
    assert told[told.index("## Ikke tjekket (1)") + 2] == f"- <{asked[0]}>"
    written = linktjek.from_json(Path("linktjek.json").read_text(encoding="utf-8"))
    assert written == LinkCheck(dato=TODAY, links={URL: Link(svar="fejler", kode=404, hvad="siden findes ikke (404)")})


@pytest.mark.usefixtures("good_site")
def test_without_a_report_nothing_is_written(capsys: Output) -> None:
    """Where lychee gave nothing, the command fails and leaves the last result alone."""
    assert main(["links", "--links", "mangler.json", "--out", "linktjek.json"]) == 1
    assert capsys.readouterr().out == "Links er ikke tjekket: lychees svar mangler eller kan ikke læses.\n"
    assert not Path("linktjek.json").exists()


def test_the_issue_has_a_part_for_each_kind_of_answer(katalog: Katalog) -> None:
    """What fails comes first, then what moved, then what is tolerated; what answers is only counted."""
    found = {
        "https://a.example/": Link(svar="svarer", kode=200, hvad="svarer"),
        "https://b.example/": Link(svar="tolereret", kode=403, hvad="afviser os (403)"),
        "https://c.example/": Link(svar="flyttet", kode=301, hvad="er flyttet og svarer", til="https://d.example/"),
        "https://e.example/": Link(svar="fejler", kode=404, hvad="siden findes ikke (404)"),
    }
    used = {url: (Reference("kilder", "a"),) for url in found}
    text = links(LinkCheck(dato=TODAY, links=found), used, katalog, None)
    assert text.startswith("Tjekket 21. november 2026. 2 af 4 links svarer.\n")
    assert re.findall(r"## (.+)", text) == ["Svarer ikke (1)", "Er flyttet (1)", "Afviser maskiner (1)"]
    assert "| <https://c.example/> → <https://d.example/> | er flyttet og svarer | kilder\\/a |" in text


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (None, "Links er ikke tjekket."),
        ({}, "Linket er ikke tjekket."),
        ({URL: Link(svar="fejler", hvad="siden findes ikke (404)")}, "1. november 2026: siden findes ikke (404)"),
        ({URL: Link(svar="flyttet", hvad="er flyttet og svarer", til="https://d.example/")},
         "1. november 2026: er flyttet og svarer: https://d.example/"),
    ],
)  # fmt: skip
def test_a_source_says_what_its_link_answered(katalog: Katalog, answers: dict[str, Link] | None, told: str) -> None:
    """The day and the answer; that nothing was asked, and that this one was not, are told apart."""
    check = None if answers is None else LinkCheck(dato=date(2026, 11, 1), links=answers)
    assert shown.answer(Context(katalog, TODAY, answers=check), URL) == told


def test_the_site_shows_the_result_file_that_it_is_given(tmp_path: Path) -> None:
    """A build with the file shows its day on the source and on the page of data quality, and lists what failed."""
    path = tmp_path / "linktjek.json"
    gone = Link(svar="fejler", kode=404, hvad="siden findes ikke (404)")
    path.write_text(linktjek.as_json(LinkCheck(dato=TODAY, links={URL: gone})), encoding="utf-8")
    build = Build(TODAY, GOOD / "data", GOOD / "settings.yml", None, None, path)
    page = Macros(lambda: "kilder/eksempelrapport-2026/", build).post("kilder", "eksempelrapport-2026")
    assert "<dd>21. november 2026: siden findes ikke (404)</dd>" in page
    quality = Macros(lambda: "om/datakvalitet/", build).datakvalitet()
    assert "<li>Sidst tjekket 21. november 2026: 0 af 2 links svarer.</li>\n<li>1 er ikke tjekket.</li>" in quality
    assert "<summary>Links, der ikke svarer (1)</summary>" in quality
