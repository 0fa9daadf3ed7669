"""Decode mixed records from JSONL with full validation, beside the same records and checks in pydantic."""

import io
import statistics
import sys
import time
from collections.abc import Callable

import geobrief
from geobrief.issue import Issue
from geobrief.model.registry import KINDS
from tests.benchmarks.records import lines
from tests.benchmarks.table import table
from tests.benchmarks.yardstick import adapter

__all__ = ["main"]

_TARGET = 0.3
_KINDS = ("treaty", "ratification", "deployment", "accusation", "weapons_test")


def main(count: int = 20_000, rounds: int = 7) -> None:
    """Run both in turn, so that a machine that slows down slows both, and print the medians."""
    written = list(lines(count))
    text = "".join(written)
    validate = adapter(KINDS[kind] for kind in _KINDS).validate_json

    def ours() -> None:
        for record in geobrief.stream(io.StringIO(text), format="jsonl"):
            assert not isinstance(record, Issue), record

    def pydantic() -> None:
        for line in written:
            validate(line)

    runs = [(_seconds(ours), _seconds(pydantic)) for _ in range(rounds + 1)][1:]  # the first builds the hooks
    ratios = [theirs / own for own, theirs in runs]
    own, theirs = (statistics.median(column) / count * 1e6 for column in zip(*runs, strict=True))
    python = sys.version.split()[0]
    print(f"decode {count} records of {len(text) // count} characters as a stream, Python {python}")
    print(
        table(
            ("", "µs a record", "speed against pydantic"),
            ("geobrief", f"{own:.1f}", f"{statistics.median(ratios):.2f} (target {_TARGET})"),
            ("pydantic", f"{theirs:.1f}", "1"),
        )
    )


def _seconds(run: Callable[[], None]) -> float:
    """Measure the time of the processor, which other programs hardly disturb."""
    start = time.process_time()
    run()
    return time.process_time() - start


if __name__ == "__main__":
    main()
