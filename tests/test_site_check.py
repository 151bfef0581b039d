"""The check of the built site: it finds what a reader would stumble over, and leaves other sites alone."""

from pathlib import Path

from macros import site_check


def _page(site: Path, name: str, title: str, body: str, head: str = "") -> None:
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>", encoding="utf-8")


def _told(site: Path) -> list[str]:
    return [str(problem) for problem in site_check.problems(site)]


def test_a_site_that_holds_together_has_no_problem(tmp_path: Path) -> None:
    """Links to pages, folders, files, anchors and other sites are fine, also with signs written as %."""
    outside = '<a href="https://eksempel.example/væk">ud</a><a href="mailto:post@eksempel.example">mail</a>'
    outside += '<img src="//eksempel.example/væk.png">'
    inside = '<a href="a%20b/">a</a><a href="./a%20b/#d%C3%B8r">b</a><a href="a%20b/?q=1">c</a><a href="#top">d</a>'
    _page(tmp_path, "index.html", "Forside", f'<h1 id="top">Forside</h1>{outside}{inside}<img src="logo.svg">')
    _page(tmp_path, "a b/index.html", "A", '<h1 id="dør">A</h1><a href="..">hjem</a><a href="../a b/">selv</a>')
    _page(tmp_path, "404.html", "Ikke fundet", '<h1>Ikke fundet</h1><a href="/katalog/">hjem</a>')
    (tmp_path / "logo.svg").write_text("<svg/>")
    assert _told(tmp_path) == []


def test_every_problem_is_told(tmp_path: Path) -> None:
    """Broken links, missing anchors, repeated ids and titles, and headings too few or too many are all told."""
    links = '<a href="væk/">1</a><a href="b/#x">2</a><img src="b.png"><a href="/b/">3</a><a href="http://[x">4</a>'
    _page(tmp_path, "index.html", "Ens", f'<h1 id="a">Forside</h1><p id="a"></p>{links}')
    _page(tmp_path, "b/index.html", "Ens", "<p>uden overskrift</p>")
    _page(tmp_path, "c/index.html", "C", "<h1>C</h1><h1>C</h1>")
    assert _told(tmp_path) == [
        "b/index.html:0: overskrift: siden har 0 h1-overskrifter; der skal være én.",
        "c/index.html:0: overskrift: siden har 2 h1-overskrifter; der skal være én.",
        'index.html:0: dobbelt-anker: ankeret "a" findes to gange på siden.',
        'index.html:0: dobbelt-titel: siden har samme titel som b/index.html: "Ens".',
        'index.html:0: doedt-link: linket "/b/" fører til "/b/index.html", som ikke findes.',
        'index.html:0: doedt-link: linket "b.png" fører til "b.png", som ikke findes.',
        'index.html:0: doedt-link: linket "b/#x" fører til ankeret "x", som ikke findes på siden.',
        'index.html:0: doedt-link: linket "http://[x" er ikke en adresse.',
        'index.html:0: doedt-link: linket "væk/" fører til "væk/index.html", som ikke findes.',
    ]


def test_a_page_that_leads_on_needs_no_heading_or_title_of_its_own(tmp_path: Path) -> None:
    """The page at an old address may bear the new page's title, but its link must lead somewhere."""
    refresh = '<meta http-equiv="refresh" content="0; url=../ny/">'
    _page(tmp_path, "ny/index.html", "Ny", "<h1>Ny</h1>")
    _page(tmp_path, "gammel/index.html", "Ny", '<a href="../ny/">Ny</a>', refresh)
    _page(tmp_path, "tabt/index.html", "Ny", '<a href="../væk/">Ny</a>', refresh)
    assert _told(tmp_path) == [
        'tabt/index.html:0: doedt-link: linket "../væk/" fører til "væk/index.html", som ikke findes.'
    ]
