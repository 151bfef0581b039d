"""/bidrag/: what is typed comes out as the formatter writes it, or is refused where the check refuses it."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from macros import layout, source
from macros.model import KINDS
from macros.model.traverse import inner_model, leaves
from macros.rules.record import figures
from tests.browser import form
from tests.browser.proposal import complaint, in_form, is_stable, read
from tests.building import ROOT

PIECES = (
    "'", '"', ": ", ":", "- ", "-", "\n", "\n\n", " ", "  ", "\t", "😀", "no", "010", "2026-01-01", "æøå", "#", " # ",
    "{", "}", "[", "]", "&", "*", "!", "|", ">", "%", "@", "`", "?", ",", "...", "---", "~", "null", "=", "\\", "unge",
    "ord", "kommunen", "samarbejdspartnerskab",
)  # fmt: skip
PLAIN = (
    "no", "010", "2026-01-01", "- punkt", '"citat"', "'citat'", "a: b", "tab\there", "linje\nto", "afsnit\n\nto",
    " luft ", "😀 smil", "æøå ÆØÅ", "true", "~", "null", "1e5", "0x1f", "12:30", "1_000", "=", "...", "---", "# nej",
    "a #b", "%", "@a", "`a`", "[a]", "{a}", "!a", "&a", "*a", "| a", "> a", "? a", "", "   ", "a\n b", "a \nb",
    "a\u00a0b", "a\u2028b", "\u200b", "ord " * 60, "langt" * 40, "'" * 120, '"a b" ' * 30, "a\tb " * 40,
    "x" * 4000, "x" * 4001, "a " * 2000,
)  # fmt: skip
REFUSED = (
    "{{ 7 * 7 }}", "{% raw %}", "<script>alert(1)</script>", "</div>", "&amp;", "[x](https://a.dk)", "x" * 20_000,
    "010203-1234", "kirsten@firma.dk", "\x07", "\u202eomvendt", "\ufeff", "\uffff", "{#", "<a",
)  # fmt: skip
PLACES: tuple[tuple[str, tuple[str | int, ...]], ...] = (
    ("Udfordring", ("udfordring", "tekst")),
    ("Hvad I gør 1", ("kerneelementer", 0, "tekst")),
)
"""A statement without a source, and one with."""
NOTHING = {
    "Udfordring": "feltet er tomt. Det skal udfyldes.",
    "Hvad I gør 1": "feltet er tomt. Det skal udfyldes.",
}
"""What is said of a text that is left out: in the first, nothing else was written."""


def _answers() -> list[str]:
    """200 answers, the same each time."""
    chance = random.Random(7)
    count = 200 - len(PLAIN) - len(REFUSED)
    mixed = ["".join(chance.choices(PIECES, k=chance.choice((2, 4, 8, 30, 90)))) for _ in range(count)]
    return [*PLAIN, *REFUSED, *mixed]


def _meant(typed: str) -> str:
    """What the model makes of it: no blanks around, one kind of line break."""
    return typed.replace("\u2028", "\n").strip()


def test_answers_come_out_as_typed_or_are_refused_in_the_words_of_the_check(
    page: Page, base: str, tmp_path: Path
) -> None:
    """Of 200 answers, the form refuses those that the check refuses, with its reason; the others come out as typed."""
    page.emulate_media(reduced_motion="reduce")  # clicks need not wait for the page to scroll
    form.opened(page, base)
    form.initiative(page)
    form.unfold(form.part(page, "Hvad I gør 1"))
    form.label(form.part(page, "Hvad I gør 1"), "Kilde").select_option(index=1)
    whole = read(form.result(page), tmp_path)
    places = {
        part: page.locator(f"#{form.label(form.part(page, part), 'Tekst').get_attribute('id')}") for part, _ in PLACES
    }
    refused = 0
    for typed in _answers():
        for part, path in PLACES:
            field = places[part]
            before = field.input_value()
            field.fill(typed)
            page.locator(".submit").click()
            values = _changed(whole, path, _meant(typed))
            told = complaint(values, "initiativer", path, tmp_path) if _meant(typed) else NOTHING[part]
            if told:
                refused += 1
                expect(page.locator(".errors")).to_be_visible()
                assert page.locator(".errors li").all_inner_texts() == [f"{part}, Tekst: {in_form(told)}"], typed
            else:
                expect(page.locator(".result")).to_be_visible()
                assert page.locator(".errors").is_hidden(), typed
                _comes_out(page, values, tmp_path)
            field.fill(before)
    assert refused > 2 * len(REFUSED)


def _changed(values: dict[str, Any], path: tuple[str | int, ...], text: str) -> dict[str, Any]:
    """A copy with another text in that place."""
    copy: Any = json.loads(json.dumps(values))
    place = copy
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = text
    return dict(copy)


def _comes_out(page: Page, values: dict[str, Any], folder: Path) -> None:
    text = page.locator(".result pre").text_content() or ""
    path = folder / "initiativer" / "x.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode())
    assert source.read(path).values == values
    assert is_stable(path)


def _described(model: Any) -> list[dict[str, Any]]:
    """The model as yaml.js wants it described."""
    found = []
    for name, info in model.model_fields.items():
        part = inner_model(info.annotation)
        bare = layout._is_bare(*layout._annotation(model, name))
        found.append({"name": name, "type": "date" if bare else "line", "fields": _described(part) if part else []})
    return found


@pytest.mark.parametrize("kind", ["initiativer", "partnerskaber", "kilder"])
def test_every_record_is_written_as_the_formatter_writes_it(page: Page, base: str, scripts: str, kind: str) -> None:
    """yaml.js gives the bytes that the formatter gives, for each record of the kinds that the form makes."""
    page.goto(f"{base}bidrag/")
    files = sorted((ROOT / "data" / kind).glob("*.yml"))
    values = {path.name: source.read(path).values for path in files}
    script = """async ([scripts, values, fields]) => {
      const { write } = await import(`${scripts}yaml.js`);
      return Object.fromEntries(Object.entries(values).map(([name, one]) => [name, write(one, fields)]));
    }"""
    written = page.evaluate(script, [scripts, values, _described(KINDS[kind].model)])
    assert files
    assert {name: layout.formatted(one, KINDS[kind].model) for name, one in values.items()} == written


def test_figures_are_found_as_the_check_finds_them(page: Page, base: str, scripts: str) -> None:
    """In every text of the catalogue's initiatives and sources the browser sees the figures that Python sees."""
    page.goto(f"{base}bidrag/")
    texts = []
    for path in [*(ROOT / "data" / "initiativer").glob("*.yml"), *(ROOT / "data" / "kilder").glob("*.yml")]:
        record = KINDS[path.parent.name].model.model_validate(source.read(path).values)
        texts += [leaf.value for leaf in leaves(record) if isinstance(leaf.value, str)]
    script = """async ([scripts, texts]) => {
      const { figuresIn } = await import(`${scripts}regler.js`);
      const { opslag } = await import(`${scripts}opslag.js`);
      const form = await (await fetch(opslag("bidrag/formular.json"))).json();
      return texts.map((text) => Object.fromEntries(figuresIn(form, text)));
    }"""
    assert page.evaluate(script, [scripts, texts]) == [figures(text) for text in texts]
    assert len(texts) > 500
