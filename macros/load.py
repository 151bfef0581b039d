"""Source to model to rules to Katalog. Attaches file and line to each problem, and gives all of them at once."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from macros import danish_errors, source, tree
from macros.model import KINDS, Indstillinger, Katalog, Kilde, Kommuner, Record, RecordMedKilder, Reference, Vocab
from macros.model.traverse import leaves, vocabs
from macros.problem import Problem, ProblemsError
from macros.rules import KATALOG_RULES, RECORD_RULES
from macros.rules.types import rule_id
from macros.source import SourceFile
from macros.text import did_you_mean

M = TypeVar("M", bound=BaseModel)


def latest(data: Path, settings: Path) -> tuple[Katalog | None, list[Problem]]:
    """The Katalog and no problems, or what is wrong now and the last good Katalog, where there was one.

    Nothing is read again while no file has changed, and no file is while it has not changed itself.
    """
    mark = tree.fingerprint(data, settings)
    known = _latest.get(data.absolute())
    if known and known.mark == mark:
        return known.katalog, known.problems
    loader, katalog = _load(data, settings, mark, known.loader.files if known else {})
    problems = sorted(set(loader.problems))
    good = katalog if not problems else (known.katalog if known else None)
    _latest[data.absolute()] = _Known(mark, good, problems, loader)
    return good, problems


def last(data: Path) -> Katalog | None:
    """The Katalog that `latest` gave last, without a look at the files."""
    known = _latest.get(data.absolute())
    return known.katalog if known else None


@dataclass(frozen=True)
class _Known:
    """What the last reading of a data folder gave, and the fingerprint it was read at."""

    mark: str
    katalog: Katalog | None
    problems: list[Problem]
    loader: "_Loader"


_latest: dict[Path, _Known] = {}


def check(data: Path, settings: Path) -> tuple[Katalog | None, list[Problem]]:
    """The Katalog, where the files could be read at all, and every problem found, sorted."""
    loader, katalog = _load(data, settings, tree.fingerprint(data, settings), {})
    return katalog, sorted(set(loader.problems))


def _load(data: Path, settings: Path, mark: str, before: Mapping[Path, "_File"]) -> tuple["_Loader", Katalog | None]:
    loader = _Loader(data, before)
    with _no_garbage():
        katalog = loader.katalog(settings, mark)
        if katalog:
            loader.apply_rules(katalog)
    return loader, katalog


@contextmanager
def _no_garbage() -> Iterator[None]:
    """What is read stays: to look through it for garbage again and again while it grows took a quarter of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@dataclass
class _File:
    """What one file gave when it was read: its values and its record, or what is wrong with it."""

    mark: tuple[int, int] | None
    source: SourceFile | None = None
    model: BaseModel | None = None
    problems: list[Problem] = field(default_factory=list)
    checked: Record | None = None
    """The record that the rules have looked at, and what they said."""
    said: list[Problem] = field(default_factory=list)


@dataclass
class _Loader:
    data: Path
    before: Mapping[Path, _File] = field(default_factory=dict)
    """The files of the reading before this one; those that have not changed are not read again."""
    files: dict[Path, _File] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    sources: dict[Reference, SourceFile] = field(default_factory=dict)

    def katalog(self, settings: Path, mark: str) -> Katalog | None:
        files, misplaced = tree.list_files(self.data, list(KINDS))
        self.problems += misplaced
        read = {kind: dict(self._records(kind, files[kind])) for kind in KINDS}
        brought_by = self._bring_sources(read)
        vocab = self._vocab({path.stem for path in files["vocab"]})
        kommuner = self._one(self.data / "kommuner.yml", Kommuner)
        publisher = self._one(settings, Indstillinger)
        if kommuner is None or publisher is None or vocab is None:
            return None
        unread = frozenset(Reference(kind, p.stem) for kind in KINDS for p in files[kind] if p.stem not in read[kind])
        records, retired = (_only(read, is_retired=wanted) for wanted in (False, True))
        return Katalog(records, vocab, kommuner, publisher, mark, unread, retired, brought_by)

    def _bring_sources(self, read: dict[str, dict[str, Record]]) -> dict[Reference, Reference]:
        """Gives the new sources that stand in a record's own file their place among the others."""
        brought_by: dict[Reference, Reference] = {}
        every = [(Reference(kind, id_), record) for kind, records in read.items() for id_, record in records.items()]
        for name, record in every:
            if isinstance(record, RecordMedKilder) and record.nye_kilder:
                for index, kilde in enumerate(record.nye_kilder):
                    self._bring(kilde, self.sources[name].part(("nye_kilder", index)), read["kilder"])
                    brought_by.setdefault(Reference("kilder", kilde.id), name)
                read[name.kind][name.id] = record.model_copy(update={"nye_kilder": ()})
        read["kilder"] = dict(sorted(read["kilder"].items()))
        return brought_by

    def _bring(self, kilde: Kilde, file: SourceFile, known: dict[str, Record]) -> None:
        if kilde.id in known:
            message = f'kilden "{kilde.id}" findes i forvejen. Slet den under nye_kilder, eller giv den et andet id.'
            self._add(file.path, file.line(("id",)), "ny-kilde-findes", message)
        else:
            known[kilde.id] = kilde
            self.sources[Reference("kilder", kilde.id)] = file

    def _vocab(self, present: set[str]) -> dict[str, Vocab] | None:
        """The closed lists; None where one that a field needs is missing or has errors."""
        needed = set().union(*(vocabs(kind.model) for kind in KINDS.values()))
        lists = {name: self._one(self.data / "vocab" / f"{name}.yml", Vocab) for name in sorted(needed | present)}
        read = {name: one for name, one in lists.items() if one}
        return read if len(read) == len(lists) else None

    def _records(self, kind: str, paths: list[Path]) -> Iterator[tuple[str, Record]]:
        for path in paths:
            record = self._one(path, KINDS[kind].model, Reference(kind, path.stem))
            if record:
                yield path.stem, record

    def _one(self, path: Path, model: type[M], name: Reference | None = None) -> M | None:
        mark = tree.mark(path)
        known = self.before.get(path)
        file = known if known and mark and known.mark == mark else _read(path, model, name, mark)
        self.files[path] = file
        self.problems += file.problems
        if name and file.source:
            self.sources[name] = file.source
        return file.model if isinstance(file.model, model) else None

    def apply_rules(self, katalog: Katalog) -> None:
        for name, record in katalog.all():
            self.problems += self._said(name, record)
        for katalog_rule in KATALOG_RULES:
            for name, path, message in katalog_rule(katalog):
                source_ = self.sources[name]
                self._add(source_.path, source_.line(path), rule_id(katalog_rule), message)
        if not katalog.unread:
            self._find_unused_choices(katalog)

    def _said(self, name: Reference, record: Record) -> list[Problem]:
        """What the rules say of one record; they are asked once for as long as its file has not changed."""
        file = self.files.get(self.data / name.kind / f"{name.id}.yml") or _File(None)
        if file.checked is not record:
            file.checked, file.said = record, list(_rule_problems(self.sources[name], record))
        return file.said

    def _find_unused_choices(self, katalog: Katalog) -> None:
        """A choice that nobody uses is noise in every list; the steps of a fixed scale are kept."""
        used = _used_choices(katalog)
        for list_name, vocab in katalog.vocab.items():
            for choice in vocab.valg:
                if not vocab.skala and (list_name, choice.id) not in used:
                    file = source.display(self.data / "vocab" / f"{list_name}.yml")
                    message = f'ingen post bruger "{choice.id}". Slet valget, eller brug det.'
                    self._add(file, 0, "ubrugt-valg", message)

    def _add(self, file: PurePosixPath, line: int, rule: str, message: str) -> None:
        self.problems.append(Problem(file, line, rule, message))


def _read(path: Path, model: type[BaseModel], name: Reference | None, mark: tuple[int, int] | None) -> _File:
    """Reads one file; what is wrong with it is kept with what it gave."""
    try:
        file = source.read(path)
    except ProblemsError as error:
        return _File(mark, problems=error.problems)
    problems = list(_id_problems(file, name)) if name else []
    try:
        found = model.model_validate(file.values)
        if name and isinstance(found, Record) and found.id != name.id:
            found = found.model_copy(update={"id": name.id})  # so that every rule knows it by one name
        return _File(mark, file, found, problems)
    except ValidationError as error:
        told = danish_errors.messages(error, model)
        wrong = (Problem(file.path, file.line(path_), rule, message) for path_, rule, message in told)
        return _File(mark, file, None, [*problems, *wrong])


def _id_problems(file: SourceFile, name: Reference) -> Iterator[Problem]:
    written = file.values.get("id")
    if isinstance(written, str) and written != name.id:
        message = f'id er "{written}", men filen hedder "{name.id}.yml". Gør dem ens.'
        yield Problem(file.path, file.line(("id",)), "id-og-filnavn", message)


def _rule_problems(file: SourceFile, record: Record) -> Iterator[Problem]:
    for rule in RECORD_RULES:
        for path, message in rule(record):
            yield Problem(file.path, file.line(path), rule_id(rule), message)


def _only(read: Mapping[str, Mapping[str, Record]], is_retired: bool) -> dict[str, dict[str, Record]]:
    """The records that were taken out, or those that were not."""
    return {
        kind: {id_: record for id_, record in records.items() if (record.udgaaet is not None) is is_retired}
        for kind, records in read.items()
    }


def _used_choices(katalog: Katalog) -> set[tuple[str, Any]]:
    return {(leaf.vocab, leaf.value) for _name, record in katalog.all() for leaf in leaves(record) if leaf.vocab}


def check_pages(docs: Path, katalog: Katalog) -> list[Problem]:
    """What is wrong with the front matter of the pages written by hand, sorted."""
    links = [Problem(source.display(path), 0, "symlink", source.LINK_MESSAGE) for path in tree.links(docs)]
    pages = [path for path in sorted(docs.rglob("*.md")) if not path.is_symlink()]
    return sorted([*links, *(problem for path in pages for problem in _page_problems(path, docs, katalog))])


_UNREADABLE = (
    "siden kan ikke læses. Gem den som UTF-8, og se efter anførselstegn, kolon og datoer mellem linjerne med ---."
)


def _page_problems(path: Path, docs: Path, katalog: Katalog) -> Iterator[Problem]:
    name = source.display(path)
    told = source.front_matter(path)
    if told is None:
        yield Problem(name, 1, "side-ulaeselig", _UNREADABLE)
        return
    for key in ("title", "description"):
        if not told.get(key):
            yield Problem(name, 1, "side-mangler-felt", f'siden mangler "{key}:" mellem de to linjer med ---.')
    record = told.get("record")
    if record is None:
        return
    kind, _slash, id_ = str(record).partition("/")
    if id_ not in katalog.records.get(kind, {}):
        guess = did_you_mean(id_, katalog.records.get(kind, {}))
        yield Problem(name, 1, "side-ukendt-post", f'posten "{record}" findes ikke i data.{guess}')
    elif path != docs / kind / f"{id_}.md":
        yield Problem(name, 1, "side-ukendt-post", f'en side om "{record}" skal hedde docs/{record}.md. Flyt den.')
