"""Broken files, each with every issue that it must bring: no more, no less, at the right place.

``bad/expected.txt`` has a line for each file: the codes with line and column, in order.
"""

from collections.abc import Iterable
from pathlib import Path

import pytest

import geobrief as gb
from geobrief.checks import rules
from geobrief.codes import CODES

BAD = Path(__file__).parent / "bad"
LINES = (BAD / "expected.txt").read_text(encoding="utf-8").splitlines()
EXPECTED = {name: said.strip() for name, _, said in (line.partition(":") for line in LINES)}
OF_NO_SMALL_FILE = {"GB001", "GB005", "GB012"}
"""A file that cannot be read or is too large, and a folder without a brief: see test_files."""
FOUND_IN_A_BRIEF = {rule.code.code for rule in rules()} | {"GB014", "GB015"}
"""Codes of what is wrong between records that are each sound."""


def _said(issues: Iterable[gb.Issue]) -> str:
    return ", ".join(f"{issue.code} {_place(issue)}" for issue in issues)


def _place(issue: gb.Issue) -> str:
    at = issue.location
    return f"{at.line}:{at.column}" if at else "nowhere"


def _files() -> list[str]:
    return sorted(path.relative_to(BAD).as_posix() for path in BAD.rglob("*.*") if path.suffix != ".txt")


def test_every_broken_file_is_listed() -> None:
    """Each file has its line, and each line its file, in order."""
    assert list(EXPECTED) == _files()


@pytest.mark.parametrize("name", EXPECTED)
def test_a_broken_file_brings_its_issues(name: str) -> None:
    """All issues are reported at once, each with code, line and column, and nothing more."""
    report = gb.check(BAD / name)
    assert _said(report) == EXPECTED[name]


def test_a_folder_brings_the_issues_of_all_its_files() -> None:
    """A folder is checked file by file, and one broken file hides nothing of another."""
    found: dict[str, list[gb.Issue]] = {name: [] for name in EXPECTED}
    for issue in gb.check(BAD):
        assert issue.location is not None
        found[Path(issue.location.file).relative_to(BAD).as_posix()].append(issue)
    assert {name: _said(issues) for name, issues in found.items()} == EXPECTED


@pytest.mark.parametrize("name", EXPECTED)
def test_an_issue_tells_what_to_do(name: str) -> None:
    """Every issue has a message of one short line, a hint, and the severity of its code."""
    for issue in gb.check(BAD / name):
        assert issue.message
        assert len(issue.message) < 300
        assert issue.message.isprintable()
        assert issue.hint
        assert issue.severity == CODES[issue.code].severity


@pytest.mark.parametrize("name", [name for name, said in EXPECTED.items() if said])
def test_only_a_file_of_sound_shape_loads(name: str) -> None:
    """What cannot be read raises with the same issues; what can be read is a matter for check."""
    report = gb.check(BAD / name)
    if FOUND_IN_A_BRIEF.issuperset(report.codes) or name == "extends/clash.yaml":
        assert gb.load(BAD / name).title
    else:
        with pytest.raises(gb.InvalidBrief) as caught:
            gb.load(BAD / name)
        assert _said(caught.value.report) == EXPECTED[name]


def test_every_code_has_a_broken_file() -> None:
    """There is no code that nothing can report."""
    shown = {word for said in EXPECTED.values() for word in said.split() if word.startswith("GB")}
    assert set(CODES) - shown - OF_NO_SMALL_FILE == set()
