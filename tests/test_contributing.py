"""CONTRIBUTING.md as a map of the code: what it names is there, and no room is left out."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "geobrief"
PAGE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
NAMED = sorted(set(re.findall(r"`((?:\w+/)+|(?:\w+/)*\w+\.(?:py|md))`", PAGE)))
FOLDERS = ["", "docs", *(f"src/geobrief/{room}" for room in ("", "brief", "codec", "law", "views"))]
NOT_BUILT_YET = ["readers/"]


def test_everything_that_is_named_is_there() -> None:
    """Whoever looks for the place of a change must find the file that the page names."""
    missing = [name for name in NAMED if not any((ROOT / folder / name).exists() for folder in FOLDERS)]
    assert missing == NOT_BUILT_YET


def test_every_room_is_on_the_map() -> None:
    """A room, or a file that is one by itself, would not be found where the map leaves it out."""
    rooms = {f"{path.parent.name}/" for path in SOURCE.glob("*/__init__.py")}
    files = {path.name for path in SOURCE.glob("[a-z]*.py")}
    assert not (rooms | files).difference(NAMED)
