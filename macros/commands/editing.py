"""The commands for those who write records: check, new, fix, schema."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from macros import layout, load, new, schema, settings, slettet, source, tree
from macros.commands.said import print_problems, read
from macros.model import KINDS, Katalog
from macros.model.felt import LONGEST_ID
from macros.problem import Problem, ProblemsError
from macros.report import completeness_report, record_report
from macros.text import did_you_mean, plural, slug
from macros.writing import write_whole


def check(given: argparse.Namespace) -> int:
    """Prints every problem in the data, the hand-written pages beside it and the records that are gone.

    Where there is none, prints how complete the records are.
    """
    katalog, problems = load.check(given.data, settings.build().settings)
    docs = given.data.parent / "docs"
    if katalog and docs.is_dir():
        problems = [*problems, *load.check_pages(docs, katalog)]
    if katalog:
        problems = [*problems, *slettet.problems(given.data, katalog)]
    print_problems(problems)
    if katalog and not problems:
        print(record_report(katalog) if given.records else completeness_report(katalog))
    return 1 if problems else 0


def create(given: argparse.Namespace) -> int:
    """Writes a new, empty record where none is."""
    if given.kind not in KINDS:
        print(f'Slagsen "{given.kind}" findes ikke.{did_you_mean(given.kind, KINDS)} Vælg en af: {", ".join(KINDS)}.')
        return 1
    if given.id != slug(given.id):
        print(f'Id\'et "{given.id}" må kun have små bogstaver a-z, tal og bindestreg. Skriv "{slug(given.id)}".')
        return 1
    if len(given.id) > LONGEST_ID:
        print(f"Id'et er på {len(given.id)} tegn; højst {LONGEST_ID} er tilladt. Skriv det kortere.")
        return 1
    this = settings.build()
    path = this.data / given.kind / f"{given.id}.yml"
    if path.exists():
        print(f"{source.display(path)} findes allerede. Vælg et andet id, eller ret filen.")
        return 1
    text = layout.formatted(new.skeleton(given.kind, given.id, this.today), KINDS[given.kind].model)
    write_whole(path.parent, [(path.name, text)])
    print(f'{source.display(path)} er lavet. Udfyld den, slet de felter, I ikke bruger, og kør "make check".')
    return 0


def fix(given: argparse.Namespace) -> int:
    """Formats the data files; a file that cannot be read is left as it is and named."""
    files, _misplaced = tree.list_files(given.data, list(KINDS))
    problems: list[Problem] = []
    changed: list[tuple[str, str]] = []
    for kind in KINDS:
        for path in files[kind]:
            try:
                changed += ((path.relative_to(given.data).as_posix(), text) for text in _fixed(path, kind))
            except ProblemsError as error:
                problems += error.problems
    if changed and not given.check:
        write_whole(given.data, changed)
    print_problems(problems)
    print(f"{plural(len(changed), 'fil', 'filer')} {'skal skrives om med make fix.' if given.check else 'skrevet om.'}")
    return 1 if problems or (given.check and changed) else 0


def _fixed(path: Path, kind: str) -> Iterator[str]:
    """The text of a file that is out of form, as it should be."""
    file = source.read(path)
    old = path.read_text(encoding="utf-8")
    text = layout.formatted(file.values, KINDS[kind].model, source.head_comment(old))
    if text != old:
        source.refuse_comments(path, old)
        source.refuse_large(path, len(text.encode()))
        yield text


def write_schema(given: argparse.Namespace) -> int:
    """Writes the schemas; exits with 1 where they were out of date, so that the change is committed."""
    _this, katalog = read(given)
    return 1 if _write_schemas(katalog, given) else 0


def _write_schemas(katalog: Katalog, given: argparse.Namespace) -> int:
    folder = given.data / "schema"
    right = ((folder / f"{name}.json", text) for name, text in schema.schemas(katalog.vocab).items())
    changed = [(path.name, text) for path, text in right if not path.exists() or path.read_text("utf-8") != text]
    if changed and not given.check:
        write_whole(folder, changed)
    told = plural(len(changed), "skema", "skemaer")
    print(f"{told} {'skal laves om med make schema.' if given.check else 'skrevet.'}")
    return len(changed)
