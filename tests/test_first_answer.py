"""How much has to be read and run for the first answer."""

import subprocess
import sys
from pathlib import Path

import geobrief

SOURCE = Path(next(iter(geobrief.__path__)))
COUNTED = """
import sys
import geobrief as gb

files, calls, depth, deepest = set(), 0, 0, 0

def count(frame, event, _):
    global calls, depth, deepest
    name = frame.f_code.co_filename
    if name.startswith(sys.argv[1]) and event in {"call", "return"}:
        files.add(name)
        calls += event == "call"
        depth += 1 if event == "call" else -1
        deepest = max(deepest, depth)

brief = gb.example("dprk-russia-2024")
sys.setprofile(count)
brief.in_force("dprk-russia-partnership", on="2024-11-12")
sys.setprofile(None)
print(sum("/law/" in name[len(sys.argv[1]):] for name in files), len(files), calls, deepest)
"""
"""Counts the files of the law, and of all rooms, whose functions run, their calls, and the deepest stack."""


def test_the_first_answer_visits_few_files() -> None:
    """Whoever follows the first answer through the code must not have to open more than forty files."""
    run = subprocess.run(
        [sys.executable, "-c", COUNTED, str(SOURCE)], capture_output=True, text=True, check=True
    )
    law, every, calls, deepest = map(int, run.stdout.split())
    assert 5 < law <= 20
    assert law < every <= 40
    assert calls <= 35_000
    assert deepest <= 31
