"""Work that is shared between copies of this process."""

from collections.abc import Sequence
from pathlib import Path

from macros.processes import Shares


def test_every_item_is_made_once_in_one_of_the_shares(tmp_path: Path) -> None:
    """Seven items in three copies leave seven results, and all went well."""

    def make(share: Sequence[str]) -> bool:
        for name in share:
            with (tmp_path / name).open("x") as made:
                made.write(name)
        return True

    names = [f"side-{number}" for number in range(7)]
    assert Shares(names, make, count=3).wait() is True
    assert sorted(path.name for path in tmp_path.iterdir()) == names


def test_a_share_that_fails_is_told_whatever_the_others_do() -> None:
    """One bad item among seven makes the whole a failure."""
    assert Shares(list(range(7)), lambda share: 5 not in share, count=3).wait() is False


def test_no_items_are_no_failure() -> None:
    """With nothing to make all is well."""
    assert Shares([], lambda _share: True, count=2).wait() is True
