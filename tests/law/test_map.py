"""The page on treaty law as a map of the code: a file that it names is there, and no rule is left out."""

import re
from pathlib import Path

import geobrief.law

LAW = Path(geobrief.law.__file__).parent
PAGE = Path(__file__).parents[2] / "docs" / "law.md"
NAMED = frozenset(
    re.findall(r"`((?:acts|rules|reasons|answers)/\w+\.py|\w+\.py|\w+/)`", PAGE.read_text(encoding="utf-8"))
)


def test_every_file_that_the_page_names_is_there() -> None:
    """A section must not send its reader to a file that has moved."""
    assert not {name for name in NAMED if not (LAW / name).exists()}


def test_every_rule_is_named() -> None:
    """A rule of which no section says where it is would not be found."""
    rules = {f"rules/{each.name}" for each in (LAW / "rules").glob("*.py") if each.name != "__init__.py"}
    assert not rules - NAMED
