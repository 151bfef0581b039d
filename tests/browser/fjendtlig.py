"""A site of records and choice lists as from somebody who means harm, with the rules taken away that refuse them."""

import copy
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page, ViewportSize

from macros import source
from macros.model import KINDS
from macros.model.tabel import decimal
from macros.model.traverse import Leaf, leaves
from tests import small_project
from tests.building import GOOD, ROOT

PAYLOADS = {
    "script": "<script>window.ramt=1</script><img src=x onerror=window.ramt=1><svg onload=window.ramt=1> ildebrand",
    "citat": '"\' onmouseover=window.ramt=1 autofocus onfocus=window.ramt=1 x=" `\'" ildebrand',
    "link": "[klik](javascript:window.ramt=1) javascript:window.ramt=1 <a href=data:text/html,x>x</a> ildebrand",
    "skabelon": "{{ 7 * 7 }} {% for a in b %} {# c #} ${window.ramt=1} # h1 **fed** | a | b | ``` --- ildebrand",
    "stil": "<style>*{display:none}</style><base href=https://ond.example/><form action=//ond.example> ildebrand",
    "luk": "--> ]]> </title></textarea></script></select></div></main></body><h1>Ny</h1><footer> ildebrand",
    "tegn": "ildebrand \u200f\u05d0\u05d1 \u200e"
    + "Z\u0338\u0321\u031b\u0310" * 20
    + " "
    + "Speciallægepraksisplanlægning" * 5,
}
"""Each ends or begins with a word to search for."""
SMALL: ViewportSize = {"width": 390, "height": 844}
TOOLS = {
    "partnerskab": "Partnerskabsbygger",
    "budget": "Budgetberegner",
    "pasform": "Pasform",
}

_KEPT = {"url", "id", "webadresse", "kolonne", "type", "sum_af"}
_FREE = {
    *("navn", "sted", "udgiver", "giver", "nummer", "vurderet_af", "titel", "afsender", "modtager", "forfattere"),
    *("lov", "paragraf", "land", "raekke", "ansvarlig"),
}
"""Texts that are not prose, and may yet be any words."""


def hostile(leaf: Leaf, payload: str) -> str:
    """The payload in place of free text, as long as the field allows; what must have a form keeps it."""
    value, last = str(leaf.value), next(step for step in reversed(leaf.path) if isinstance(step, str))
    if last in _KEPT or leaf.path[0] == "tidligere_id":
        return value
    if last in {"enhed", "periode"}:  # the tools look at how they begin
        return f"{value}, {payload}"[:190]
    if "celler" in leaf.path or leaf.path[0] == "kontrolsum":
        return value if decimal(value) is not None else f"{value} {payload}"
    return payload[:190] if leaf.prose or last in _FREE else value


def fullest(kind: str) -> Path:
    """The good record of that kind in which every field is filled."""
    return max((GOOD / "data" / kind).glob("*.yml"), key=lambda path: path.stat().st_size)


def _records() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The fullest good record of each kind, once for each payload, and once more as one that was taken out.

    And a figure in kroner, which the tools need.
    """
    for kind in KINDS:
        for name, payload in PAYLOADS.items():
            values = _made_hostile(fullest(kind), payload)
            yield kind, f"ond-{name}", values
            if KINDS[kind].own_page:
                yield kind, f"ond-{name}-ude", values | {"udgaaet": {"dato": "2026-11-20", "grund": payload[:290]}}
    for name, payload in PAYLOADS.items():
        yield "noegletal", f"ond-{name}-kr", _made_hostile(GOOD / "data/noegletal/beloeb-til-foreninger.yml", payload)


def _made_hostile(path: Path, payload: str) -> dict[str, Any]:
    file = source.read(path)
    values = copy.deepcopy(file.values)
    for leaf in leaves(KINDS[path.parent.name].model.model_validate(file.values)):
        *above, last = leaf.path
        holder: Any = values
        key: Any = last
        for step in above:
            holder = holder[int(step)] if isinstance(holder, list) else holder.get(step, {})
        if isinstance(leaf.value, str) and (isinstance(holder, list) or key in holder):
            holder[key] = hostile(leaf, payload)
    gone = ("tidligere_id", "udgaaet")
    return {key: value for key, value in values.items() if key not in gone} | {"titel": payload[:280]}


def lay_out_records(folder: Path) -> None:
    """Writes the records into a site."""
    for kind, id_, values in _records():
        _write(folder / "data" / kind / f"{id_}.yml", values | {"id": id_})


def _write(path: Path, values: dict[str, Any]) -> None:
    path.write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _lay_out_choices(folder: Path) -> None:
    """Every choice of every list has a hostile name and explanation, each a payload of its own in turn."""
    payloads = [*PAYLOADS.values()]
    for path in sorted((folder / "data" / "vocab").glob("*.yml")):
        values = source.read(path).values
        for place, choice in enumerate(values["valg"]):
            payload = payloads[place % len(payloads)]
            choice |= {"titel": f"{choice['titel']} {payload}"[:290], "forklaring": payload}
        _write(path, values)


def _calls(name: str) -> dict[str, str]:
    """How each tool is asked for on its page, with the hostile records of that payload."""
    id_, start = f"ond-{name}", PAYLOADS[name][:12]
    plan = {
        **dict.fromkeys(("model", "foreninger", "initiativ", "budget", "kontakt", "andel", "metode", "sager"), id_),
        **dict.fromkeys(("sats", "ramme", "i_alt"), f"{id_}-kr"),
        **{"poster": {"projektleder": start}, "raekker": {"loen": "Løn", "husleje": "Husleje"}, "uden": ("husleje",)},
        **{"uden_maal": start, "projektleder": "Løn", "aarsvaerk": "Løn", "andre_sager": (id_,)},
        **{"sager_fra": "aar-2026", "sager_til": "aar-2027"},
    }
    words = ", ".join(f"{key}={value!r}" for key, value in plan.items())
    return {
        "partnerskab": f'partnerskabsbygger("{id_}", "{id_}", "{id_}")',
        "budget": f"budgetberegner({words})",
        "pasform": "pasform()",
    }


def _lay_out_tools(folder: Path) -> None:
    """Every tool once for each payload, beside the tool's own page."""
    for tool, title in TOOLS.items():
        page = folder / "docs" / "vaerktoejer" / tool / "index.md"
        head = page.read_text(encoding="utf-8").split("---")[1]
        for name in PAYLOADS:
            text = (
                f"---{head.replace(f'title: {title}', f'title: {title} {name}')}---\n{{{{ {_calls(name)[tool]} }}}}\n"
            )
            page.with_name(f"ond-{name}.md").write_text(text, encoding="utf-8")
    settings = folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("not_in_nav: |\n", "not_in_nav: |\n  /vaerktoejer/*/ond-*\n"), encoding="utf-8")


def make(folder: Path) -> None:
    """A small project with a hostile record of every kind for every payload, and code without its rules; built."""
    small_project.make(folder)
    lay_out_records(folder)
    _lay_out_choices(folder)
    _lay_out_tools(folder)
    (folder / "macros").unlink()
    shutil.copytree(ROOT / "macros", folder / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    rules = folder / "macros" / "rules" / "__init__.py"
    text = rules.read_text(encoding="utf-8")
    rules.write_text(text + "\nRECORD_RULES = ()\nKATALOG_RULES = ()\n", encoding="utf-8")
    code, said = small_project.build(folder)
    assert code == 0, said[-3000:]


_WRONG = """() => [
  window.ramt === undefined ? "" : "a payload ran",
  document.querySelectorAll("h1").length === 1 ? "" : "not one h1",
  document.querySelector("header.top") && document.querySelector("footer") ? "" : "no header or footer",
  document.querySelectorAll("footer:not(.post__foot)").length === 1 ? "" : "another footer",
  document.querySelectorAll("script:not([src]):not([type='application/ld+json']), base, object, style")
    .length === 0 ? "" : "a foreign element",
  [...document.querySelectorAll("iframe")].every((one) => one.closest("[data-embed-frame]")) ? "" : "a foreign frame",
  [...document.querySelectorAll("a[href], form[action], iframe[src]")].every((one) =>
    /^(https?|mailto|tel|blob):$/.test(new URL(one.href ?? one.src ?? one.action, location).protocol))
      ? "" : "a link that runs",
  [...document.querySelectorAll("*")].every((one) =>
    [...one.attributes].every((given) => !/^on|^style$/.test(given.name))) ? "" : "a handler or a style",
  [...document.querySelectorAll(".crumbs li, h1, h2, h3")].every((one) =>
    one.getBoundingClientRect().right <= innerWidth) ? "" : "a heading or a crumb outside the screen",
  document.documentElement.scrollWidth <= innerWidth ? "" : `${document.documentElement.scrollWidth} px wide`,
].filter(Boolean)"""


def wrong(page: Page, address: str) -> list[str]:
    """What is wrong with the page's shape, or with what has happened in it."""
    return [f"{address}: {one}" for one in page.evaluate(_WRONG)]
