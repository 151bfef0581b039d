"""A whole build, as an editor or GitHub runs it."""

import re
from pathlib import Path
from urllib.parse import quote

from selectolax.lexbor import LexborHTMLParser

from macros import udgave
from tests.building import ODD_TITLE, ROOT, SITE_URL, copy_data, run_build


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _page(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address / "index.html").read_text(encoding="utf-8"))


def _attribute(tree: LexborHTMLParser, selector: str, name: str) -> str | None:
    node = tree.css_first(selector)
    assert node, selector
    return node.attributes.get(name)


def test_two_builds_of_one_day_are_the_same(site: Path, tmp_path: Path) -> None:
    """Every file of a second build has the same bytes."""
    again = tmp_path / "again"
    done = run_build(again, SITE_URL=SITE_URL)
    assert done.returncode == 0, done.stdout + done.stderr
    first, second = _files(site), _files(again)
    assert "index.html" in first
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []


def test_a_failing_build_leaves_the_last_good_site(tmp_path: Path) -> None:
    """A bad record stops the build with its line and a remedy in Danish; the site stays as it was."""
    data = copy_data(
        tmp_path / "data", {"metoder/ips.yml": lambda text: re.sub(r"(?m)^status: .*", "status: gaeldene", text)}
    )
    line = (data / "metoder" / "ips.yml").read_text(encoding="utf-8").split("\nstatus:")[0].count("\n") + 2
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("den sidste gode", encoding="utf-8")
    done = run_build(site, KATALOG_DATA=str(data))
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert f"metoder/ips.yml:{line}: ikke-paa-listen: " in said
    assert '"gaeldene" står ikke i data/vocab/status.yml. Mente du "gaeldende"?' in said
    assert "1 fejl i data. Ret dem, og prøv igen." in said
    assert "Traceback" not in said
    assert _files(site) == {"index.html": b"den sidste gode"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "site"]


def test_the_address_of_the_site_is_in_every_page(site: Path, tmp_path: Path) -> None:
    """SITE_URL gives every page its canonical address, and the page for what is not found its links."""
    addresses = [path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")]
    assert len(addresses) > 100
    for address in addresses:
        inside = "" if address == "." else f"{address}/"
        assert _attribute(_page(site, address), 'link[rel="canonical"]', "href") == SITE_URL + inside
    not_found = LexborHTMLParser((site / "404.html").read_text(encoding="utf-8"))
    links = [node.attributes.get("href") or "" for node in not_found.css("[href]")]
    assert f"/katalog/{udgave.names(site)['assets']}/css/site.css" in links
    assert [link for link in links if not link.startswith(("/katalog/", "mailto:", "#"))] == []


def test_the_way_to_correct_a_page(site: Path, changed_site: Path) -> None:
    """With GITHUB_REPOSITORY "Ret denne side" leads to the file on GitHub; without it a mail is begun."""
    for address, file in (("metoder/ips", "data/metoder/ips.yml"), ("om", "docs/om/index.md")):
        by_mail = _page(site, address).css_first(".actions a:last-of-type")
        on_github = _page(changed_site, address).css_first(".actions a:last-of-type")
        assert by_mail
        assert on_github
        assert by_mail.text() == "Ret denne side (send en mail)"
        assert (by_mail.attributes.get("href") or "").startswith("mailto:sekretariat@ungeloftet.dk?subject=Rettelse")
        assert on_github.text() == "Ret denne side"
        assert on_github.attributes.get("href") == f"https://github.com/eksempel/katalog/edit/main/{file}"


def test_every_page_tells_how_to_report_an_error(site: Path, changed_site: Path) -> None:
    """By hand or generated, a page has a mail to the publisher, and on GitHub the form with its own address."""
    for address in ("om", "metoder", "metoder/ips", "kommuner/silkeborg"):
        mail = _page(site, address).css(".actions a[href*='subject=Fejl']")
        form = _page(changed_site, address).css(".actions a[href*='template=fejl.yml']")
        assert [node.text() for node in (*mail, *form)] == ["Meld en fejl (send en mail)", "Meld en fejl"]
        assert f"side={quote(f'{SITE_URL}{address}/', safe='')}" in (form[0].attributes.get("href") or "")


def test_an_old_id_gets_a_page_that_leads_on(changed_site: Path) -> None:
    """A former id has a page of its own that leads to the record and that search engines leave out."""
    tree = _page(changed_site, "metoder/individuelt-planlagt-job")
    assert _attribute(tree, 'meta[http-equiv="refresh"]', "content") == "0; url=../../metoder/ips/"
    assert _attribute(tree, 'meta[name="robots"]', "content") == "noindex"
    assert _attribute(tree, "body a", "href") == "../../metoder/ips/"


def test_signs_in_a_title_stay_signs(changed_site: Path) -> None:
    """Quotes, & and < in a title and a résumé come through whole: in the head, the heading and the lists."""
    tree = _page(changed_site, "initiativer/reconnect-koebenhavn")
    title, heading = tree.css_first("title"), tree.css_first("h1")
    assert title
    assert heading
    assert title.text().strip() == f"{ODD_TITLE} (praksiseksempel) – Ungeløftets inspirationskatalog"
    assert _attribute(tree, 'meta[name="description"]', "content") == ODD_TITLE
    assert heading.text() == ODD_TITLE
    cards = _page(changed_site, "initiativer").css(".card__title")
    assert ODD_TITLE in [card.text() for card in cards]


def test_the_data_in_the_repository_was_not_touched() -> None:
    """The copies stay copies: no old id of these tests stands in data/."""
    assert not [
        path for path in (ROOT / "data").rglob("*.yml") if "  - individuelt-planlagt-job\n" in path.read_text("utf-8")
    ]


def test_the_frame_has_no_empty_lines(site: Path) -> None:
    """Tags of templates leave no lines behind in the pages: 198 of them were sent with every page."""
    for address in ("om/licens", "noegletal", "metoder/ips"):
        lines = (site / address / "index.html").read_text(encoding="utf-8").splitlines()
        assert [number for number, line in enumerate(lines, start=1) if not line.strip()] == []
