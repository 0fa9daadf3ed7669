"""Write ``reference/fields.md`` from the classes; run with ``--check`` to only compare.

The table is generated, committed and compared in CI, so that it never drifts.
"""

import sys
from pathlib import Path

import attrs

from geobrief.constraint.shape import ObjectOf, Shape, fields_of, within
from geobrief.model.condition import CONDITIONS
from geobrief.model.declared_actor import DeclaredActor
from geobrief.model.field_table import FieldRow, field_rows
from geobrief.model.question import Expectation
from geobrief.model.record import Record
from geobrief.model.registry import KINDS
from geobrief.values.source import Source

TARGET = Path(__file__).parent / "reference" / "fields.md"

INTRODUCTION = """\
# Field table

Every field of every record and value: the attribute in Python, the key in a file and the
name of a column are one and the same word. This page is written from the classes by
`docs/write_field_table.py`.
"""


def classes_in(shape: Shape) -> list[type]:
    """List the attrs classes that a shape mentions."""
    return [each.of for each in within(shape) if isinstance(each, ObjectOf) and attrs.has(each.of)]


def nested(classes: list[type]) -> list[type]:
    """Collect the classes that others hold, each once, in the order of first use."""
    found: dict[type, None] = {}
    queue = list(classes)
    while queue:
        owner = queue.pop(0)
        for shape in fields_of(owner).values():
            for part in classes_in(shape):
                if part not in found and part not in classes and not hasattr(part, "parse"):
                    found[part] = None
                    queue.append(part)
    return [cls for cls in found if cls.__name__ not in {"When", "Period", "Delay", "Condition"}]


def table(rows: list[FieldRow]) -> str:
    """Render rows as a Markdown table."""
    lines = ["| name | type | required | default | meaning |", "|---|---|---|---|---|"]
    for row in rows:
        required = "yes" if row.required else ""
        default = "" if row.default == "none" else f"`{row.default}`" if row.default else ""
        lines.append(f"| `{row.name}` | {row.type} | {required} | {default} | {row.meaning} |")
    return "\n".join(lines)


def section(title: str, cls: type, inherited: type | None = None) -> str:
    """Render one class: its name, its first sentence, its fields."""
    common = {field.name for field in attrs.fields(inherited)} if inherited else set()
    rows = [row for row in field_rows(cls) if row.name not in common]
    summary = (cls.__doc__ or "").strip().splitlines()[0]
    return f"### {title}\n\n{summary}\n\n{table(rows)}\n"


def page() -> str:
    """Render the whole page."""
    records = list(KINDS.values())
    outer: list[type] = [Source, DeclaredActor, *records, Expectation, *CONDITIONS]
    parts = [INTRODUCTION, "## Every record\n", section("Record", Record)]
    parts.append("## Kinds of record\n\nEach has the fields above as well.\n")
    parts += [section(f"{cls.__name__} (`{cls.section}`)", cls, Record) for cls in records]
    parts.append("## Beside the records\n")
    parts += [section(cls.__name__, cls) for cls in (Source, DeclaredActor, Expectation)]
    parts.append("## Conditions of entry into force\n")
    parts += [section(f"{cls.__name__} (`{cls.key}`)", cls) for cls in CONDITIONS]
    parts.append("## Parts of records\n")
    inner = sorted(nested([*outer, Record]), key=lambda cls: cls.__name__)
    parts += [section(cls.__name__, cls) for cls in inner]
    return "\n".join(parts)


def main() -> int:
    """Write the page, or compare it and say whether it is current."""
    if "--check" in sys.argv[1:]:
        current = TARGET.read_text(encoding="utf-8") == page()
        state = "current" if current else "out of date: run docs/write_field_table.py"
        print(f"field table is {state}")
        return 0 if current else 1
    TARGET.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
