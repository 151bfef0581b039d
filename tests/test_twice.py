"""Whether the two processes of `twice` do differ: a test of sameness is worth no more than that."""

import pytest

from tests.twice import in_two_processes


@pytest.mark.parametrize(
    "code",
    [
        "from datetime import datetime; out.write(datetime.now().isoformat()[:10].encode())",
        "from datetime import datetime; out.write(datetime.utcnow().isoformat()[:10].encode())",
        "from datetime import date; out.write(date.today().isoformat().encode())",
        "import time; out.write(time.strftime('%Y-%m-%d', time.localtime()).encode())",
        "out.write(' '.join({'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'}).encode())",
    ],
)
def test_a_clock_and_the_order_of_a_set_are_noticed(code: str) -> None:
    """Work that depends on the day, or on the order of a set, gives something else in the other process."""
    first, second = in_two_processes(code)
    assert first
    assert first != second
