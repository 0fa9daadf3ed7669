"""Reporters: one table, one function each, and every issue in what they write."""

import importlib
import json
from pathlib import Path

import pytest

import geobrief as gb
from geobrief.reporters import REPORTERS, reporter
from geobrief.reporters.json import to_dict

ROOM = Path(next(iter(gb.__path__))) / "reporters"
REPORT = gb.Report(
    [
        gb.Issue(code="GB102", path="a.b", message="unknown key", location=gb.Location("a.yaml", 3, 7)),
        gb.Issue(code="GB401", message="no citation", severity="warning", hint="cite the source"),
    ]
)


def test_every_file_of_the_room_is_in_the_table() -> None:
    """A reporter is a file and a row: each has the other, under one name."""
    assert set(REPORTERS) == {path.stem for path in ROOM.glob("*.py")} - {"__init__"}
    assert all(module == f"geobrief.reporters.{name}" for name, module in REPORTERS.items())


@pytest.mark.parametrize("name", REPORTERS)
def test_every_reporter_tells_every_issue(name: str) -> None:
    """What is written names each code and each message; an empty report is written too."""
    written = reporter(name)(REPORT)
    assert all(issue.code in written and issue.message in written for issue in REPORT)
    assert reporter(name)(gb.Report())
    assert reporter(name) is importlib.import_module(REPORTERS[name]).render


def test_a_reporter_that_does_not_exist() -> None:
    """A form that nothing writes is refused with those that are written."""
    with pytest.raises(gb.NotFound, match="'xml'; one of text, json"):
        reporter("xml")


def test_text() -> None:
    """Each issue is the line that it prints, and the last line counts them."""
    *lines, last = reporter("text")(REPORT).splitlines()
    assert lines == [str(issue) for issue in REPORT]
    assert last == "1 error and 1 warning"


def test_json() -> None:
    """The JSON is the plain data: places are flat, and what is empty is left out."""
    assert json.loads(reporter("json")(REPORT)) == to_dict(REPORT)
    assert to_dict(REPORT)["issues"] == [
        {"code": "GB401", "message": "no citation", "severity": "warning", "hint": "cite the source"},
        {
            "code": "GB102",
            "message": "unknown key",
            "severity": "error",
            "path": "a.b",
            "file": "a.yaml",
            "line": 3,
            "column": 7,
        },
    ]
