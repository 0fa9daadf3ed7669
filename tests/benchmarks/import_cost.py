"""What importing costs, in fresh interpreters, over one that imports nothing."""

import os
import statistics
import subprocess
import sys
import time

from tests.benchmarks.table import table

__all__ = ["main"]

_BARE, _YARDSTICK = "pass", "import attrs"
_TARGETS = {"import geobrief": 0.2, "from geobrief import Treaty": 2.0}


def main(rounds: int = 21) -> None:
    """Run the statements in turn and print what each costs against attrs."""
    statements = (_BARE, _YARDSTICK, *_TARGETS)
    for statement in statements:
        _seconds(statement)  # writes the bytecode and warms the file cache
    runs = [{each: _seconds(each) for each in statements} for _ in range(rounds)]
    rows: list[tuple[str, str, str]] = []
    for statement in statements[1:]:
        over_bare = statistics.median(run[statement] - run[_BARE] for run in runs)
        ratio = statistics.median(
            (run[statement] - run[_BARE]) / (run[_YARDSTICK] - run[_BARE]) for run in runs
        )
        target = f" (target {_TARGETS[statement]})" if statement in _TARGETS else ""
        rows.append((statement, f"{over_bare * 1e3:.1f}", f"{ratio:.2f}{target}"))
    print(f"import, medians of {rounds} fresh interpreters, Python {sys.version.split()[0]}")
    print(table(("", "ms over bare", "against attrs"), *rows))


def _seconds(statement: str) -> float:
    # An installed package has its bytecode beside it.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", statement], check=True, env=environment)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
