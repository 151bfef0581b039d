"""The measurements as Markdown, in Danish, beside what they should be."""

from collections.abc import Iterator, Mapping, Sequence
from statistics import median
from typing import Any

from macros.text import number

NOT = "ikke målt"
LARGE, HUGE, SMALL = "5000", "10000", "1000"
Found = Mapping[str, Any]


def report(found: Found) -> str:
    """The whole file."""
    parts = (_head(found), _goals(found), _own(found), _others(found), _reader(found), _lighthouse(found))
    return "\n\n".join(part for part in parts if part) + "\n"


def _head(found: Found) -> str:
    return (
        "# Måling af bygning og sider\n\n"
        f"Målt {found.get('measured', '(ingen dato)')} på {found.get('machine', 'en ukendt maskine')}, "
        f"med `{found.get('command', 'make bench')}`.\n\n"
        "Tal er medianer. I parentes står, hvor mange gange der er målt, og den mindste og den største. Sekunder er "
        "efter uret; CPU er processorernes tid i alt. Hukommelse er det højeste for alle processer tilsammen. "
        "Katalogerne er lavet af `tests/bench/catalogue.py`: Op til det rigtige katalogs størrelse er posterne et "
        "udvalg af de rigtige. I de større er resten opdigtet efter dem. En måling, der ikke er lavet eller gik galt, "
        "står som det."
    )


def value(rows: Found, name: str, what: str = "seconds") -> float | None:
    """The median of a measurement, or None where there is none."""
    numbers = rows.get(name, {}).get(what)
    return median(numbers) if numbers else None


def _goals(found: Found) -> str:
    lines = ["## Mål", "", "| Mål | Nået | Opfyldt |", "|---|---:|---|"]
    lines += [f"| {goal} | {reached} | {met} |" for goal, reached, met in _reached(found)]
    return "\n".join(lines)


def _reached(found: Found) -> Iterator[tuple[str, str, str]]:
    build, others = found.get("build", {}), found.get("others", {})
    large, beside = build.get(LARGE, {}), others.get(LARGE, {})
    whole = value(large, "hele bygningen")
    for name, goal, most in (
        ("mkdocs-material og Pagefind", "højst 1 gange tiden for mkdocs-material og Pagefind", 1.0),
        ("Zensical (egen søgning)", "højst 1/3 af tiden for Zensical", 1 / 3),
        ("Hugo og Pagefind", "hen imod Hugo og Pagefind", 0.0),
    ):
        yield _row(f"hele bygningen, 5.000 poster: {goal}", _ratio(whole, value(beside, name)), most, "gange")
    huge = build.get(HUGE, {})
    growth = _ratio(value(huge, "hele bygningen"), value(build.get(SMALL, {}), "hele bygningen"))
    yield _row("vækst: tid(10.000) / tid(1.000) højst 11", growth, 11, "gange")
    yield _row("hukommelse ved 10.000 poster højst 1.200 MB", value(huge, "hele bygningen", "memory"), 1200, "MB")
    yield _row("tjek af 5.000 poster højst 5 s", value(large, "tjek"), 5, "s")
    again = value(large, "tjek af en rettet post i make serve")
    yield _row("tjek af en rettet post, 5.000 poster, højst 0,5 s (i make serve)", again, 0.5, "s")
    served = value(large, "fra rettet post til side i make serve")
    yield _row("fra rettet post til side i make serve, 5.000 poster, højst 2 s", served, 2, "s")
    yield from _page_goals(found)


def _page_goals(found: Found) -> Iterator[tuple[str, str, str]]:
    types = found.get("reader", {}).get("types", {})
    first = max((_page_bytes(one["first"]) / 1000 for one in types.values()), default=None)
    later = max((_page_bytes(one["later"]) / 1000 for one in types.values()), default=None)
    yield _row("HTML, CSS og JS ved første besøg højst 110 kB (den tungeste sidetype)", first, 110, "kB")
    yield _row("HTML, CSS og JS ved senere besøg højst 25 kB (den tungeste sidetype)", later, 25, "kB")
    held = max((len(one["blocking"]) for one in types.values()), default=None)
    yield _row("filer, som siden venter på, højst 2", held, 2, "filer")
    yield _row("forskydning af det viste: 0", max((one["moved"] for one in types.values()), default=None), 0, "")
    scores = [one["scores"] for one in found.get("lighthouse", {}).get("types", {}).values() if "scores" in one]
    for name, text, goal in _SCORES:
        low = min((one[name] for one in scores), default=None)
        reached = NOT if low is None else f"{round(low * 100)}"
        goal_text = f"Lighthouse, {text}, laveste sidetype: mindst {goal}"
        yield goal_text, reached, _met(low is not None, round((low or 0) * 100) >= goal)


_SCORES = (
    ("performance", "hastighed", 99),
    ("accessibility", "tilgængelighed", 100),
    ("best-practices", "god praksis", 100),
    ("seo", "fundet af søgemaskiner", 100),
)


def _row(goal: str, reached: float | None, most: float, unit: str) -> tuple[str, str, str]:
    told = NOT if reached is None else f"{_number(reached)} {unit}".strip()
    return goal, told, "" if not most and "hen imod" in goal else _met(reached is not None, (reached or 0) <= most)


def _met(is_measured: bool, is_met: bool) -> str:
    return ("ja" if is_met else "nej") if is_measured else NOT


def _ratio(one: float | None, other: float | None) -> float | None:
    return one / other if one and other else None


def _number(given: float) -> str:
    digits = 0 if given >= 100 else 1 if given >= 10 else 2
    return number(round(given, digits), digits)


def _cell(row: Found, what: str, unit: str) -> str:
    if "error" in row:
        return str(row["error"])[:120].replace("|", "/").replace("\n", " ") if what == "seconds" else ""
    numbers = [one for one in row.get(what, []) if one]
    if not numbers:
        return "" if row else NOT
    told = f"{_number(median(numbers))} {unit}"
    return (
        f"{told} ({len(numbers)}: {_number(min(numbers))}-{_number(max(numbers))})"
        if len(numbers) > 1
        else f"{told} (1)"
    )


def _own(found: Found) -> str:
    sizes = found.get("build", {})
    lines = ["## Dette katalog", "", "| Poster | Måling | Sekunder | CPU | Hukommelse |", "|---:|---|---:|---:|---:|"]
    for size in sorted(sizes, key=int):
        for name, row in sizes[size].items():
            lines.append(_line(size, name, row))
    return "\n".join(lines) if sizes else ""


def _line(size: str, name: str, row: Found) -> str:
    cells = (_cell(row, "seconds", "s"), _cell(row, "cpu", "s"), _cell(row, "memory", "MB"))
    return f"| {int(size):,} | {name} | {' | '.join(cells)} |".replace(",", ".", 1 if int(size) > 999 else 0)


def _others(found: Found) -> str:
    sizes = found.get("others", {})
    lines = [
        "## Andre bygge-programmer med samme tekst",
        "",
        "Siderne fra dette katalogs egen bygning er lavet om til Markdown: overskrifter, afsnit, lister, tabeller og "
        "links. Alle tre får den samme tekst og den samme menu. De tjekker ingen data, laver ingen eksport og leder "
        "ikke efter døde links. Forholdet er dette katalogs hele bygning delt med programmets.",
        "",
        "| Poster | Program | Sider | Sekunder | CPU | Hukommelse | Forhold, ur | Forhold, CPU |",
        "|---:|---|---:|---:|---:|---:|---:|---:|",
    ]
    for size in sorted(sizes, key=int):
        own = found.get("build", {}).get(size, {})
        for name, row in sizes[size].items():
            ratios = [
                _ratio(value(own, "hele bygningen", what), value({name: row}, name, what))
                for what in ("seconds", "cpu")
            ]
            told = [NOT if one is None else _number(one) for one in ratios]
            first, _bar, rest = _line(size, name, row).removeprefix("| ").partition(" | ")
            name_cell, _bar, costs = rest.partition(" | ")
            lines.append(f"| {first} | {name_cell} | {row.get('pages', '')} | {costs} {told[0]} | {told[1]} |")
    return "\n".join(lines) if sizes else ""


def _page_bytes(sizes: Found) -> int:
    return int(sizes["html"] + sizes["css"] + sizes["js"])


def _reader(found: Found) -> str:
    reader = found.get("reader", {})
    if not reader:
        return ""
    lines = [
        "## Hvad en læser henter",
        "",
        "Komprimeret med gzip, som GitHub Pages sender det. Målt på det rigtige katalog med en skærm som en telefons. "
        "Første besøg er med en tom browser. Senere besøg er den samme side hentet igen, når filerne er gemt: selve "
        "siden og det, der ikke kan gemmes. Andet er billeder, data og søgning. Af poster er det den længste side af "
        "hver slags.",
        "",
        "| Sidetype | HTML | CSS | JS | i alt | andet | senere besøg | venter på | forskydning |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for name, one in reader.get("types", {}).items():
        first = one["first"]
        sizes = [
            first["html"],
            first["css"],
            first["js"],
            _page_bytes(first),
            first["andet"],
            _page_bytes(one["later"]),
        ]
        cells = " | ".join(f"{_number(size / 1000)} kB" for size in sizes)
        lines.append(f"| {name or 'forsiden'} | {cells} | {len(one['blocking'])} | {_number(one['moved'])} |")
    return "\n".join([*lines, "", *_files(reader)])


def _files(reader: Found) -> Iterator[str]:
    files = reader.get("files", {})
    if files:
        sizes = {name: f"{_number(size / 1000)} kB" for name, size in files.items()}
        yield f"Komprimeret fylder alle sitets typografiark {sizes['css']} og alle dets egne scripts {sizes['js']}."
        yield f"Ingen side henter dem alle. Søgemaskinens script fylder {sizes['pagefind.js']} og hentes ved søgning."
        yield ""
    for name, times in reader.get("search", {}).items():
        shown = f"{_number(median(times))} ms ({len(times)}: {_number(min(times))}-{_number(max(times))})"
        yield f"- Fra det første tegn til det første svar, {name}: {shown}"


def _lighthouse(found: Found) -> str:
    types = found.get("lighthouse", {}).get("types", {})
    if not types:
        return ""
    version = next((one["version"] for one in types.values() if "version" in one), "")
    lines = [
        f"## Lighthouse {version}",
        "",
        "Mobil, med Lighthouses egen beregning af et langsomt net (simulate). FCP og LCP er sekunder, TBT er ms.",
        "",
        "| Sidetype | Hastighed | Tilgængelighed | God praksis | SEO | FCP | LCP | TBT | CLS | Gange | Under 100 |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|",
    ]
    lines += [_scored(name, one) for name, one in types.items()]
    return "\n".join(lines)


def _scored(name: str, one: Found) -> str:
    if "scores" not in one:
        return f"| {name or 'forsiden'} | {one.get('error', NOT)} | | | | | | | | | |"
    scores = " | ".join(f"{round(one['scores'][kind] * 100)}" for kind, _text, _goal in _SCORES)
    times: Sequence[str] = [_number(one["numbers"][key] / 1000) for key in ("fcp", "lcp")]
    rest = (
        *times,
        f"{one['numbers']['tbt']:.0f}",
        _number(one["numbers"]["cls"]),
        str(one["runs"]),
        ", ".join(one["below"]),
    )
    return f"| {name or 'forsiden'} | {scores} | {' | '.join(rest)} |"
