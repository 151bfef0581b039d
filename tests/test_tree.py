"""What lies below a folder is told apart from what it was before."""

from pathlib import Path

import pytest

from macros import tree


def test_fingerprint_changes_with_any_file(tmp_path: Path) -> None:
    """A changed, new or renamed file gives another fingerprint; nothing changed gives the same."""
    one = tmp_path / "one.yml"
    one.write_text("a: 1")
    marks = [tree.fingerprint(tmp_path), tree.fingerprint(tmp_path)]
    one.write_text("a: 12")
    marks.append(tree.fingerprint(tmp_path))
    one.rename(tmp_path / "two.yml")
    marks.append(tree.fingerprint(tmp_path))
    assert marks[0] == marks[1]
    assert len(set(marks)) == 3


def test_fingerprint_passes_over_what_goes_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is deleted between being listed and being looked at is left out."""
    (tmp_path / "stays.yml").write_text("a: 1")
    before = tree.fingerprint(tmp_path)
    monkeypatch.setattr(tree, "_below", lambda folder: [folder / "gone.yml", folder / "stays.yml"])
    assert tree.fingerprint(tmp_path) == before
