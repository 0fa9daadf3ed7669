"""Write ``reference/codes.md`` from the registry of issue codes; with ``--check`` only compare."""

import sys
from pathlib import Path

from geobrief.codes import CODES

TARGET = Path(__file__).parent / "reference" / "codes.md"

ROOMS = {
    "0": "Files",
    "1": "Shape",
    "2": "References and actors",
    "3": "Dates",
    "4": "Sources",
    "5": "Numbers and places",
    "6": "Law",
    "7": "Claims",
    "9": "Expectations",
}

INTRODUCTION = """\
# Issue codes

Every issue has a code that stays the same from release to release. An error makes the data wrong;
a warning is something to look at. A record accepts an issue by
`ignore: [{code: GB401, reason: …}]`. This page is written from `geobrief.codes` by
`docs/write_code_table.py`.
"""


def page() -> str:
    """Render the whole page."""
    parts = [INTRODUCTION]
    for digit, room in ROOMS.items():
        rows = [code for code in CODES.values() if code.code[2] == digit]
        table = [f"| `{code.code}` | {code.severity} | {code.title} | {code.remedy} |" for code in rows]
        head = ["| code | severity | what it means | what to do |", "|---|---|---|---|"]
        parts.append("\n".join([f"## {room}\n", *head, *table]) + "\n")
    return "\n".join(parts)


def main() -> int:
    """Write the page, or compare it and say whether it is current."""
    if "--check" in sys.argv[1:]:
        current = TARGET.read_text(encoding="utf-8") == page()
        state = "current" if current else "out of date: run docs/write_code_table.py"
        print(f"code table is {state}")
        return 0 if current else 1
    TARGET.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
