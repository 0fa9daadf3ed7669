"""Write ``reference/rules.md`` from the pages that the rules carry; with ``--check`` only compare."""

import sys
from pathlib import Path

from geobrief.checks import rules
from geobrief.checks.rule import Rule

TARGET = Path(__file__).parent / "reference" / "rules.md"

INTRODUCTION = """\
# Rules

What `check` finds in a brief that can be read, rule by rule: why it is bad, an example, and its repair,
of which only the sections that change are shown. All codes, also those of files that cannot be read,
stand in [a table](codes.md).
This page is written from `geobrief.checks` by `docs/write_rule_pages.py`.
"""

SECTION = """\
## {rule.code.code}: {rule.code.title}

*{rule.code.severity}*: {rule.code.remedy}

{rule.finds}

{rule.why}

```yaml
{rule.example}
```

Repaired:

```yaml
{rule.repair}
```
"""


def section(rule: Rule) -> str:
    """Render the page of one rule."""
    return SECTION.format(rule=rule)


def page() -> str:
    """Render the whole page."""
    return "\n".join([INTRODUCTION, *map(section, rules())])


def main() -> int:
    """Write the page, or compare it and say whether it is current."""
    if "--check" in sys.argv[1:]:
        current = TARGET.read_text(encoding="utf-8") == page()
        state = "current" if current else "out of date: run docs/write_rule_pages.py"
        print(f"page of rules is {state}")
        return 0 if current else 1
    TARGET.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
