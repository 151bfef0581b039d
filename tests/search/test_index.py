"""Every document gets into the index, whatever it is called."""

from pathlib import Path

from macros.search import index


def test_a_title_without_a_word_is_in_the_index(tmp_path: Path) -> None:
    """The engine passes over a page in which it sees no word; a dash for a title is no reason to stop a build."""
    for title in ("Klub", "—"):
        (tmp_path / title).mkdir()
        markup = f"<article data-search-body><h1>{title}</h1><p>Om den.</p></article>"
        (tmp_path / title / "index.html").write_text(markup, encoding="utf-8")
    assert index.build(tmp_path) == 2
