"""Mutation testing of treaty law: ``python -m tests.mutants`` changes one thing at a time and asks the tests.

Cosmic Ray changes the sources of `geobrief.law` in a copy, never here.  A sample is drawn, the same number
from every file and from places all over it.  What was found is kept, so that a run that was stopped goes on
where it was, as long as sources and tests are the same.  Not drawn is what no test could notice or every test
would: annotations, decorators that save work, ``is`` for ``==``, and operators that the types do not have.
"""
# pyright: reportMissingImports=false

import argparse
import ast
import hashlib
import os
import shlex
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

from cosmic_ray.commands import init
from cosmic_ray.mutating import mutate_and_test
from cosmic_ray.testing import run_tests
from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import MutationSpec, TestOutcome, WorkerOutcome, WorkItem, WorkResult

from tests.shared_data import SHARED

PROJECT = Path(__file__).resolve().parents[1]
COPIED = ("src", "tests", "docs", "pyproject.toml")
LAW = Path("src/geobrief/law")
QUICK_FIRST = "rules practice test_rules.py acts answers uncertain reasons ."
SLOW = (
    "test_laws or test_invariants or test_bearing or test_uk_register or done_later"
    " or every_treaty_has or every_member"
)
TESTS = (
    f"{sys.executable} -m pytest -x -q -p no:cacheprovider -o xfail_strict=false"
    f" -k 'not ({SLOW}) or the_meaning_is_what_holds' "
) + " ".join(f"tests/law/{each}" for each in QUICK_FIRST.split())
COUNTERPARTS = ("Add_Sub", "Sub_Add", "BitAnd_BitOr", "BitOr_BitAnd", "Mul_FloorDiv", "FloorDiv_Mul")
LONGEST = 6
"""After how many times the time of the sound sources a mutant is given up."""


def main() -> None:
    """Draw a sample, or go on with it, and print what became of it."""
    asked = argparse.ArgumentParser(prog="python -m tests.mutants", description=main.__doc__)
    asked.add_argument("--number", type=int, default=600, help="how many mutants at least (%(default)s)")
    asked.add_argument("--seed", type=int, default=1, help="what the sample depends on (%(default)s)")
    asked.add_argument(
        "--state", type=Path, default=PROJECT / ".mutants", help="where what was found is kept"
    )
    asked.add_argument("--report", action="store_true", help="only print what was found so far")
    options = asked.parse_args()
    os.nice(19)
    state: Path = options.state.resolve() / f"{_digest()}-{options.seed}-{options.number}"
    state.mkdir(parents=True, exist_ok=True)
    print(f"seed {options.seed}, at least {options.number} mutants, kept in {state}")
    with use_db(str(state / "session.sqlite")) as session:
        if not options.report:
            _search(session, _fresh_copy(state), options.number, Random(options.seed))
        _report(session)


def _digest() -> str:
    """Name the sources and tests that a run is about."""
    found = hashlib.sha256()
    for path in sorted(each for folder in ("src", "tests") for each in (PROJECT / folder).rglob("*.py")):
        found.update(path.read_bytes())
    return found.hexdigest()[:12]


def _fresh_copy(state: Path) -> Path:
    """Copy what is tested; a run that was stopped may have left the last copy changed."""
    tree = state / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    tree.mkdir()
    for name in COPIED:
        source = PROJECT / name
        without = shutil.ignore_patterns("__pycache__", "_build")
        _ = (
            shutil.copytree(source, tree / name, ignore=without)
            if source.is_dir()
            else shutil.copy(source, tree)
        )
    beside = state / SHARED.name
    if SHARED.is_dir() and not beside.exists():
        beside.symlink_to(SHARED.resolve())
    return tree


def _search(session: WorkDB, tree: Path, number: int, random: Random) -> None:
    """Hold every mutant of the sample that has no result yet against the tests."""
    os.chdir(tree)
    os.environ.update(PYTHONPATH="src", HYPOTHESIS_PROFILE="mutants")
    if not session.num_work_items:
        init(sorted(LAW.rglob("*.py")), session, {})
        every = list(session.work_items)
        session.clear()
        session.add_work_items(_sample(every, number, random))
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(
        shlex.split(f"{TESTS} --collect-only"), env=compiled, check=True, stdout=subprocess.DEVNULL
    )
    began = time.monotonic()
    outcome, output = run_tests(TESTS, timeout=600)
    took = time.monotonic() - began
    if outcome is not TestOutcome.SURVIVED:
        raise SystemExit(f"the tests fail without any change:\n{output}")
    print(f"the tests take {took:.1f} s", flush=True)
    pending = session.pending_work_items
    for count, work in enumerate(pending, 1):
        tests = _nearest_first(work.mutations[0].module_path)
        session.set_result(work.job_id, mutate_and_test(work.mutations, tests, LONGEST * took))
        if not count % 20:
            print(f"{count} of {len(pending)}", file=sys.stderr, flush=True)


def _nearest_first(path: Path) -> str:
    """Give the command that runs the tests, those of a file before all others."""
    own = Path("tests/law", path.relative_to(LAW).with_name(f"test_{path.name}"))
    return TESTS.replace("tests/law/", f"{own} tests/law/", 1) if own.is_file() else TESTS


def _sample(every: list[WorkItem], number: int, random: Random) -> list[WorkItem]:
    """Draw evenly by file: one change from each of many places, before another from any."""
    files: dict[Path, list[WorkItem]] = {}
    for work in sorted(every, key=lambda each: _place(each.mutations[0])):
        files.setdefault(work.mutations[0].module_path, []).append(work)
    waiting = [_scattered(_worth_while(path, works), random) for path, works in files.items()]
    found: list[WorkItem] = []
    while waiting and len(found) < number:
        drawn = [(each, next(each, None)) for each in waiting]
        waiting = [each for each, work in drawn if work is not None]
        found += [work for _, work in drawn if work is not None]
    return found


def _place(change: MutationSpec) -> tuple[str, tuple[int, int], str, int]:
    return str(change.module_path), change.start_pos, change.operator_name, change.occurrence


def _worth_while(path: Path, works: list[WorkItem]) -> list[WorkItem]:
    annotated = set(_annotated(ast.parse(path.read_text("utf-8"))))
    changes = ((work, work.mutations[0]) for work in works)
    return [
        work for work, one in changes if one.start_pos not in annotated and _can_be_noticed(one.operator_name)
    ]


def _annotated(module: ast.Module) -> Iterator[tuple[int, int]]:
    """Yield where annotations stand, by line and column."""
    for node in ast.walk(module):
        notes = (getattr(node, "annotation", None), getattr(node, "returns", None))
        for note in (each for each in notes if isinstance(each, ast.expr)):
            for line in range(note.lineno, (note.end_lineno or note.lineno) + 1):
                first = note.col_offset if line == note.lineno else 0
                last = note.end_col_offset or first if line == note.end_lineno else 200
                yield from ((line, column) for column in range(first, last))


def _can_be_noticed(operator: str) -> bool:
    name = operator.removeprefix("core/")
    if name in {"NoOp", "RemoveDecorator"}:
        return False
    if name.startswith("ReplaceBinaryOperator_"):
        return name.endswith(COUNTERPARTS)
    return not name.endswith(("_Is", "_IsNot", "Is_Eq", "IsNot_NotEq")) or name.endswith(
        ("Is_IsNot", "IsNot_Is")
    )


def _scattered(works: list[WorkItem], random: Random) -> Iterator[WorkItem]:
    """Yield one change at each place in turn, in random order."""
    places: dict[tuple[int, int], list[WorkItem]] = {}
    for work in works:
        places.setdefault(work.mutations[0].start_pos, []).append(work)
    order = list(places.values())
    random.shuffle(order)
    for each in order:
        random.shuffle(each)
    for turn in range(max(map(len, order), default=0)):
        yield from (each[turn] for each in order if turn < len(each))


def _verdict(result: WorkResult) -> str:
    if result.output == "timeout":
        return "timed out"
    if result.worker_outcome is not WorkerOutcome.NORMAL:
        return "failed"
    return "survived" if result.test_outcome is TestOutcome.SURVIVED else "killed"


def _report(session: WorkDB) -> None:
    """Print what became of the mutants, by file, and those that no test noticed."""
    found = [(work.mutations[0], result) for work, result in session.completed_work_items]
    found.sort(key=lambda each: _place(each[0]))
    tallies: dict[str, Counter[str]] = {}
    for change, result in found:
        for name in (str(change.module_path.relative_to(LAW)), "in all"):
            tallies.setdefault(name, Counter())[_verdict(result)] += 1
    verdicts = ("killed", "survived", "timed out", "failed")
    print("\n" + "".join(each.rjust(10) for each in (*verdicts, "score")))
    for name, tally in sorted(tallies.items(), key=lambda each: each[0] == "in all"):
        decided = tally["killed"] + tally["survived"]
        score = f"{tally['killed'] / decided:.0%}" if decided else ""
        print("".join(str(each).rjust(10) for each in (*(tally[one] for one in verdicts), score)), name)
    print(f"{session.num_work_items - len(found)} are still to be tried")
    for change, result in found:
        if _verdict(result) in {"survived", "failed"}:
            print(f"\n{_verdict(result)}: {change.module_path}:{change.start_pos[0]} {change.operator_name}")
            changed = (line for line in (result.diff or "").splitlines() if line.startswith(("+", "-")))
            print("\n".join(line for line in changed if not line.startswith(("+++", "---"))))


if __name__ == "__main__":
    main()
