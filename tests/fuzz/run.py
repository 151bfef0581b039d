"""`make fuzz`: thousands of broken records, and nothing but Danish sentences or whole pages out of them.

The inputs are judged in child processes, so that a crash or a hang is caught as well. Every figure is told at the end.
"""

import argparse
import json
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from hypothesis import HealthCheck, Phase, given, seed, settings  # noqa: E402

from tests.fuzz import together  # noqa: E402
from tests.fuzz.inputs import Change, Input, random_input  # noqa: E402
from tests.fuzz.judge import Site, limit_memory  # noqa: E402
from tests.fuzz.structured import structured  # noqa: E402

BATCH = 250
CATALOGUES = 10
"""Into how many catalogues the accepted inputs may be put; those of the same list exclude each other."""
PATIENCE = 120
"""Seconds without a word from a child until it counts as hung; its own alarm rings long before."""


def judged(site: Site, start: int, count: int, of_seed: int) -> Iterator[dict[str, Any]]:
    """Judges a batch: half of it from numbers, half from Hypothesis."""
    for number in range(start, start + count - count // 2):
        yield _one(site, random_input(of_seed, number), number)
    results: list[dict[str, Any]] = []

    @seed(of_seed * 1_000_003 + start)
    @settings(max_examples=count // 2, database=None, deadline=None, phases=(Phase.generate,),
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(structured())
    def each(made: Input) -> None:
        results.append(_one(site, made, start + count - count // 2 + len(results)))

    each()
    yield from results


def _one(site: Site, made: Input, number: int) -> dict[str, Any]:
    verdict = site.judge(made)
    saved = _save(site, made, number, verdict.fault) if verdict.fault else None
    site.clear(made)
    return {
        "name": made.name,
        "accepted": verdict.accepted,
        "seconds": verdict.seconds,
        "fault": verdict.fault,
        "saved": saved,
        **together.told_of(made.changes, verdict.accepted),
    }


def _save(site: Site, made: Input, number: int, fault: str) -> str:
    """Keeps what was laid over the site, and why it failed."""
    folder = FAILURES / f"{number}-{re.sub('[^a-z0-9]+', '-', made.name.lower())}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "why.txt").write_text(f"{made.changes!r:.300}\n\n{fault}", encoding="utf-8", errors="replace")
    for index, change in enumerate(made.changes):
        if change.content is not None:
            (folder / f"{index}-{Path(change.path).name[:80]}".encode(errors="replace").decode()).write_bytes(
                change.content
            )
    return str(folder)


FAILURES = Path(tempfile.gettempdir()) / "katalog-fuzz"


def child(start: int, count: int, of_seed: int) -> None:
    """Judges one batch and prints a line of JSON for each input."""
    limit_memory()
    with tempfile.TemporaryDirectory() as folder:
        for result in judged(Site(Path(folder) / "site"), start, count, of_seed):
            print(json.dumps(result), flush=True)


@dataclass
class Figures:
    """What is told at the end."""

    inputs: int = 0
    accepted: int = 0
    slowest: float = 0.0
    slowest_name: str = ""
    faults: list[str] = field(default_factory=list)
    families: Counter[str] = field(default_factory=Counter)
    together: list[Change] = field(default_factory=list)

    def add(self, result: dict[str, Any]) -> None:
        """Counts one input."""
        self.inputs += 1
        self.accepted += result["accepted"]
        self.families[str(result["name"]).split()[0]] += 1
        if result["seconds"] > self.slowest:
            self.slowest, self.slowest_name = result["seconds"], result["name"]
        if result["fault"]:
            self.faults.append(f"{result['saved']}\n    {str(result['fault']).strip().splitlines()[-1][:300]}")


def batch(start: int, count: int, of_seed: int, figures: Figures) -> None:
    """Runs one child; one that dies or says nothing is a fault of the input that it was at."""
    command = [sys.executable, str(Path(__file__)), "--child", f"{start}:{count}", "--seed", str(of_seed)]
    done_before = figures.inputs
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout
        try:
            told, _nothing = process.communicate(timeout=PATIENCE + count)
        except subprocess.TimeoutExpired:
            process.kill()
            told, _nothing = process.communicate()
    results = [json.loads(line) for line in told.splitlines()]
    for result in results:
        figures.add(result)
    figures.together += [change for change in map(together.change_of, results) if change]
    if process.returncode != 0:
        figures.faults.append(f"the child of inputs {start} to {start + count} ended with {process.returncode} "
                              f"after {figures.inputs - done_before} inputs")  # fmt: skip


def build_together(figures: Figures) -> str:
    """Builds catalogues of what was accepted; tells of how many. A build that fails is a fault, and is kept."""
    left = dict(enumerate(figures.together))
    for count in range(CATALOGUES):
        project = FAILURES / f"together-{count}"
        shutil.rmtree(project, ignore_errors=True)
        built = together.lay_out(project, left, beside=count == 0)
        left = {number: change for number, change in left.items() if number not in built}
        said = together.build(project)
        if said is None:
            shutil.rmtree(project)
        else:
            figures.faults.append(f"{project}\n    {said[-1000:]}")
        if not left:
            break
    return f"{len(figures.together) - len(left)} of them built in {count + 1} catalogues"


def main() -> int:
    """Judges as many inputs as asked for; exits with 1 where there was a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--child", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.child:
        start, count = map(int, asked.child.split(":"))
        child(start, count, asked.seed)
        return 0
    figures, began = Figures(), time.monotonic()
    for start in range(0, asked.inputs, BATCH):
        batch(start, min(BATCH, asked.inputs - start), asked.seed, figures)
        print(f"{figures.inputs} inputs, {len(figures.faults)} faults", end="\r", flush=True)
    built = build_together(figures)
    for fault in figures.faults:
        print(fault)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(
        f"seed {asked.seed}: {figures.inputs} inputs ({dict(figures.families)}), "
        f"{figures.inputs - figures.accepted} refused, {figures.accepted} accepted and rendered, "
        f"{built}, "
        f"{len(figures.faults)} faults, slowest {figures.slowest:.2f} s of processor time ({figures.slowest_name}), "
        f"peak memory {peak} MB, {time.monotonic() - began:.0f} s in all"
    )
    return 1 if figures.faults else 0


if __name__ == "__main__":
    sys.exit(main())
