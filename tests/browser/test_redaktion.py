"""The editors' form: installed from npm, opened under its policy, and written through to a GitHub on loopback."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Route

from macros import source
from macros.model import KINDS
from tests.browser.github import REPOSITORY, TOKEN, Repository, answering, repository
from tests.browser.serving import served
from tests.building import ROOT, environment

KNOWN = re.compile(r"data:image/svg\+xml|https://avatars\.githubusercontent\.com/")
"""What the policy refuses and HACKING.md names: the logo of the CMS, and the editor's portrait."""
NEW = "ny-indsats-i-proeve"
NEW_PATH = f"data/initiativer/{NEW}.yml"


def _macros(*arguments: str | Path) -> str:
    """What a command prints; the test fails where the command does."""
    command = [sys.executable, "-m", "macros", *map(str, arguments)]
    given = environment(GITHUB_REPOSITORY=REPOSITORY)
    done = subprocess.run(command, cwd=ROOT, env=given, text=True, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def with_form(site: Path, node_modules: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Makes a copy of the site with the form in it, from the packages that `make cms` installs."""

    def make(*arguments: str) -> Path:
        place = tmp_path_factory.mktemp("redaktion") / "site"
        shutil.copytree(site, place)
        _macros("cms", "--site", place, "--modules", node_modules, *arguments)
        return place

    return make


@dataclass
class Form:
    """An open form, the GitHub behind it, and what the browser complained of or asked other hosts for."""

    page: Page
    base: str
    github: Repository
    errors: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    def listen(self) -> None:
        """Begins to note errors, refusals by the policy, and hosts."""
        self.page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("requestfinished", lambda request: self._note_host(request.url))

    def _note_host(self, url: str) -> None:
        if found := re.match(r"https?://([^/:]+)", url):
            self.hosts.add(found[1])

    def sign_in(self) -> None:
        """With a token, as the help says."""
        self.page.goto(f"{self.base}redaktion/")
        self.page.get_by_role("button", name="Gå til log ind").click()
        self.page.get_by_role("button", name="Log ind med adgangstoken").click()
        self.page.get_by_role("textbox", name="Personligt adgangstoken").fill(TOKEN)
        self.page.get_by_role("button", name="Log ind", exact=True).click()
        self.page.get_by_role("button", name="Opret").last.wait_for()

    def open(self, address: str) -> None:
        """A place in the CMS, when its form is there."""
        self.page.evaluate("address => { location.hash = address }", f"#/collections/{address}")
        self.part("titel").get_by_role("textbox").wait_for()

    def part(self, key: str) -> Locator:
        """The field with that key: `kilder.0.sted`."""
        return self.page.locator(f'[data-key-path="{key}"]').first

    def write(self, **texts: str) -> None:
        """Fills text fields; two underscores stand for a dot."""
        for key, text in texts.items():
            self.part(key.replace("__", ".")).get_by_role("textbox").first.fill(text)

    def pick(self, key: str, option: str) -> None:
        """Chooses from a list."""
        self.part(key).get_by_role("combobox").first.click()
        self.page.get_by_role("option", name=option, exact=True).locator("visible=true").first.click()

    def add(self, key: str) -> None:
        """Adds an item to a list."""
        self.part(key).get_by_role("button", name=re.compile("Tilføj")).first.click()
        self.page.locator(f'[data-key-path^="{key}.0."]').first.wait_for()

    def save(self) -> None:
        """Saves, leaves the draft for later, and waits for the list that the CMS then goes to by itself."""
        self.page.get_by_role("button", name="Gem", exact=True).click()
        later = self.page.get_by_role("button", name="Senere", exact=True)
        later.click()
        later.wait_for(state="detached")
        self.page.wait_for_url(re.compile(r"#/collections/[a-z]+$"))


@pytest.fixture
def form(browser: Browser, with_form: Callable[..., Path]) -> Iterator[Form]:
    """A form before sign-in, whose GitHub is on loopback. The test fails on an error that is not known."""
    github = repository(ROOT / "data")
    with answering(github) as api, served(with_form("--api", api)) as base:
        context = browser.new_context(viewport={"width": 1000, "height": 3000}, locale="en-GB")
        context.set_default_timeout(60_000)  # 2,300 records are read in the page, beside other tests
        form = Form(context.new_page(), base, github)
        form.listen()
        yield form
        context.close()
    assert [error for error in form.errors if not KNOWN.search(error)] == []
    assert form.hosts == {"127.0.0.1"}
    assert github.unknown == []


def _values(text: str, folder: Path) -> dict[str, Any]:
    """The values of a data file, as the catalogue reads them."""
    path = folder / "post.yml"
    path.write_text(text, encoding="utf-8")
    return source.read(path).values


def _fill_in(form: Form) -> None:
    """What an initiative cannot do without, with texts that YAML could take for something else."""
    form.write(id=NEW, titel="Prøve: en ny indsats", resume="En prøve af redaktionen. Den er kort.")
    form.pick("emner", "Beskæftigelse")
    form.pick("status", "I gang")
    form.write(udfordring__tekst='De unge siger: "Vi mangler et sted".', maalgruppe__beskrivelse="- Unge uden job # nu")
    for key in ("aktoerer", "kerneelementer", "kilder"):
        form.add(key)
    form.write(aktoerer__0__navn="no", kerneelementer__0__tekst="Unge mødes.\n\nVoksne lytter.", periode__fra="2025")
    form.pick("aktoerer.0.sektor", "Civilsamfund")
    form.pick("kilder.0.kilde", _title_of("kilder", "aftale-om-ungeloeftet-2024"))
    form.write(kilder__0__sted="s. 3")


def _title_of(kind: str, id_: str) -> str:
    return str(source.read(ROOT / "data" / kind / f"{id_}.yml").values["titel"])


def test_an_initiative_is_written_saved_and_changed(form: Form, tmp_path: Path) -> None:
    """In Danish from sign-in to save: a pull request with one file, which after `fix` has no errors."""
    form.sign_in()
    for label in ("Initiativer", "Lokale partnerskaber", "Nøgletal", "Kilder"):
        form.page.get_by_role("treeitem", name=re.compile(label)).wait_for()
    form.open("initiativer/new")
    _fill_in(form)
    form.save()
    (pull,) = form.github.pulls
    assert (pull.title, pull.head, pull.draft) == (f"Ny post: Initiativ {NEW}", f"cms/initiativer/{NEW}", True)
    assert pull.labels == ["redaktion/draft"]
    assert form.github.changed(pull.head) == [NEW_PATH]
    form.open(f"initiativer/entries/{NEW}")
    form.write(titel="Prøve: en rettet indsats")
    form.save()
    assert len(form.github.pulls) == 1
    assert form.github.branches["main"].files.keys().isdisjoint({NEW_PATH})

    shutil.copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / NEW_PATH).write_text(form.github.file(pull.head, NEW_PATH), encoding="utf-8")
    _macros("fix", "--data", tmp_path / "data")
    _macros("check", "--data", tmp_path / "data")
    found = source.read(tmp_path / NEW_PATH).values
    assert found["titel"] == "Prøve: en rettet indsats"
    assert found["udfordring"] == {"tekst": 'De unge siger: "Vi mangler et sted".'}
    assert found["maalgruppe"] == {"beskrivelse": "- Unge uden job # nu"}
    assert found["aktoerer"] == [{"navn": "no", "sektor": "civilsamfund"}]
    assert found["kerneelementer"] == [{"tekst": "Unge mødes.\n\nVoksne lytter."}]
    assert found["kilder"] == [{"kilde": "aftale-om-ungeloeftet-2024", "sted": "s. 3"}]


def test_nothing_is_lost_in_a_record_of_any_kind(form: Form, tmp_path: Path) -> None:
    """The longest record of each kind, given a new title, keeps every other value, also a key that no form shows."""
    longest = {
        kind: max(paths, key=lambda path: (path.stat().st_size, path))
        for kind in KINDS
        if (paths := sorted((ROOT / "data" / kind).glob("*.yml")))
    }
    written = {f"data/{kind}/{path.name}": path.read_text(encoding="utf-8") for kind, path in longest.items()}
    extra = {path: f"{text}ukendt:\n  - a: 010\n    b: no\n" for path, text in written.items()}
    form.github.commit("main", {path: text.encode() for path, text in extra.items()}, "Med en ukendt nøgle")
    form.sign_in()
    for path, text in extra.items():
        _data, kind, name = path.split("/")
        form.open(f"{kind}/entries/{name.removesuffix('.yml')}")
        form.write(titel="En ny titel")
        form.save()
        expected = _values(text, tmp_path) | {"titel": "En ny titel"}
        assert _values(form.github.file(f"cms/{kind}/{name.removesuffix('.yml')}", path), tmp_path) == expected
    assert len(form.github.pulls) == len(longest)


def test_a_wrong_id_is_refused_in_danish(form: Form) -> None:
    """The id is the file's name: what the model refuses is refused beside the field, and nothing is sent."""
    form.sign_in()
    form.open("initiativer/new")
    form.write(id="Æblehaven")
    form.page.get_by_role("button", name="Gem", exact=True).click()
    form.page.get_by_text("Ét felt har en fejl. Ret den for at gemme dokumentet.").wait_for()
    told = form.part("id").get_by_role("alert").inner_text()
    assert told.endswith("Små bogstaver, tal og bindestreg, uden æøå.")
    assert form.github.pulls == []


def test_a_draft_with_gaps_is_kept_but_not_sent_to_review(form: Form) -> None:
    """Half a record can be saved; what is missing is told in Danish when it is to be reviewed."""
    form.sign_in()
    form.open("initiativer/new")
    form.write(id=NEW, titel="En halv post")
    form.page.get_by_role("button", name="Gem", exact=True).click()
    form.page.get_by_text("Dokumentet er gemt.").wait_for()
    form.open(f"initiativer/entries/{NEW}")
    form.page.get_by_role("button", name=re.compile("^Status")).click()
    form.page.get_by_text("Til gennemsyn").locator("visible=true").click()
    form.page.get_by_text("Dokumentet indeholder fejl. Ret dem før du ændrer status.").wait_for()
    assert form.part("resume").get_by_role("alert").inner_text().endswith("Dette felt skal udfyldes.")
    assert [pull.labels for pull in form.github.pulls] == [["redaktion/draft"]]


def test_as_published_it_asks_github_alone(browser: Browser, with_form: Callable[..., Path]) -> None:
    """With the published policy and configuration: sign-in works, and no third host is reached."""
    github = repository(ROOT / "data")
    with answering(github) as api, served(with_form()) as base:
        context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="da-DK")
        context.set_default_timeout(60_000)  # 2,300 records are read in the page, beside other tests

        def pass_on(route: Route) -> None:
            route.fulfill(response=route.fetch(url=route.request.url.replace("https://api.github.com", api)))

        context.route("https://api.github.com/**", pass_on)
        form = Form(context.new_page(), base, github)
        form.listen()
        form.sign_in()
        assert form.hosts == {"127.0.0.1", "api.github.com"}
        refused = {found[0] for error in form.errors if (found := re.search(r"https?://[^'/]+|data:image", error))}
        assert refused <= {"data:image", "https://avatars.githubusercontent.com", "https://www.githubstatus.com"}
        assert github.unknown == []
        context.unroute_all(behavior="ignoreErrors")  # the form may still be fetching when the test is done
        context.close()


def test_the_form_starts_in_the_sites_own_fonts(form: Form) -> None:
    """Icons are drawn with the font on this site; without it they would be read as words."""
    form.sign_in()
    loaded = form.page.evaluate(
        "document.fonts.ready.then(() => [...document.fonts].filter(f => f.status === 'loaded').map(f => f.family))"
    )
    assert {name.strip('"') for name in loaded} >= {"Material Symbols Outlined", "Source Sans 3"}


def test_the_configuration_follows_the_schema_of_the_cms(with_form: Callable[..., Path], node_modules: Path) -> None:
    """The installed version knows every option that is written for it."""
    config = with_form() / "redaktion" / "config.json"
    schema = node_modules / "@sveltia" / "cms" / "schema" / "sveltia-cms.json"
    tool = Path(sys.executable).parent / "check-jsonschema"
    done = subprocess.run([tool, "--schemafile", schema, config], text=True, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_help_before_sign_in(page: Page, with_form: Callable[..., Path], scheme: Literal["light", "dark"]) -> None:
    """Who may use it and which rights the token needs; not for search engines; axe finds nothing."""
    page.emulate_media(color_scheme=scheme)
    with served(with_form()) as base:
        page.goto(f"{base}redaktion/")
        told = page.locator("main").inner_text()
        assert REPOSITORY in told
        assert "Contents og Pull requests, begge med Read and write" in told
        assert page.locator('meta[name="robots"]').get_attribute("content") == "noindex"
        assert Axe().run(page).response["violations"] == []
        page.goto("about:blank")
