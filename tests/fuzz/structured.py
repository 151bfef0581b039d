"""A Hypothesis strategy: a good file with one to three of its values or keys replaced."""

import copy
from typing import Any

import yaml
from hypothesis import strategies as st

from macros import source
from tests.building import GOOD
from tests.fuzz.inputs import Change, Input, originals

_FILES = {name: source.read(GOOD / name).values for name in originals()}
Place = tuple[str | int, ...]


def _places(value: Any, above: Place = ()) -> list[Place]:
    """Every key and list item in the file, at any depth."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found: list[Place] = []
    for key, inner in pairs:
        found += [(*above, key), *_places(inner, (*above, key))]
    return found


_WORDS = tuple(
    sorted(
        {str(_at) for values in _FILES.values() for _at in values.values() if isinstance(_at, str) and len(_at) < 80}
    )
)
_ODD = (
    "", " ", "1e9999", "1e-9999", "9" * 400, "9" * 5000, "-1", "-0", "0", "NaN", "Infinity", "1e20", "0.1",
    "15.000", "٣", "1_000",
    "0001-01-01", "9999-12-31", "9999", "0000", "2026-13-45", "2026-02-30", "1800", "2100", "true", "no", "null", "~",
    "<script>alert(1)</script>", "<b>", "a<b", "{{ 7 * 7 }}", "{% x %}", "[x](javascript:alert(1))",
    "javascript:alert(1)",
    "https://", "https://x", "https://[", "https://[::1", "https://x:99999999/", "https://ø.dk/#\u00a0",
    "http://a@b@c/%zz",
    "https://user:pass@host:port/", "https://xn--/", "a@b.dk", "@dependabot", "#1", "`x`", "| a | b |", "* x",
    "# x", "> x",
    "x" * 300, "x" * 4000, "x" * 4001, "æ" * 300, "Z̸̡̛" * 60, "שלום", "\u200fa", "\u00ad", "\u200b", "\u2028",
    "\ufffd", "\u3164",
    "😀", "\U0010ffff", "\ufffe", "\u0000", "\u202e", "\x7f", "\ud800", "'", '"', "\\", "&amp;", "&#x26;", "%s%n",
    "a\nb", "\t",
    "010101-0101", "-", "--", "..", "/", "CON", "con", "__proto__", "constructor", "index", "404",
)  # fmt: skip

_scalars: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from(_ODD),
    st.sampled_from(_WORDS),
    st.text(max_size=30),
    st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Z")), max_size=60),
    st.integers(-(10**6), 10**12).map(str),
    st.decimals(allow_nan=True, allow_infinity=True).map(str),
    st.dates().map(str),
    st.none(),
)
_values = st.recursive(
    _scalars,
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.sampled_from(_WORDS) | st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)  # fmt: skip


@st.composite
def structured(draw: st.DrawFn) -> Input:
    """A good file with one to three changes in what it says, written as YAML in one of several styles."""
    path = draw(st.sampled_from(sorted(_FILES)))
    values = copy.deepcopy(_FILES[path])
    for _ in range(draw(st.sampled_from((1, 1, 1, 2, 3)))):
        _change(draw, values)
    style = draw(st.sampled_from((None, None, '"', "'", ">", "|")))
    flow = draw(st.sampled_from((False, False, None, True)))
    written = yaml.dump(
        values, allow_unicode=True, sort_keys=False, default_style=style, default_flow_style=flow, width=10**6
    )
    return Input("structured", (Change(path, written.encode("utf-8", "surrogatepass")),))


def _change(draw: st.DrawFn, values: dict[str, Any]) -> None:
    places = _places(values)
    if not places:
        return
    *above, key = draw(st.sampled_from(places))
    holder: Any = values
    for step in above:
        holder = holder[step]
    act = draw(
        st.sampled_from(("value", "value", "scalar", "odd", "odd", "odd", "delete", "rename", "twice", "elsewhere"))
    )
    if act == "delete":
        del holder[key]
    elif act == "rename" and isinstance(holder, dict):
        holder[draw(st.text(max_size=12) | st.sampled_from(_ODD[:20]))] = holder.pop(key)
    elif act == "twice" and isinstance(holder, list):
        holder.insert(int(key), copy.deepcopy(holder[int(key)]))
    elif act == "elsewhere":
        holder[key] = copy.deepcopy(_FILES[draw(st.sampled_from(sorted(_FILES)))])
    else:
        holder[key] = draw({"value": _values, "scalar": _scalars, "odd": st.sampled_from(_ODD)}.get(act, _scalars))
