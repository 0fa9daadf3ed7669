import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geobrief.issue import Issue, Location, Report

LOCATIONS = st.none() | st.builds(
    Location, st.sampled_from(["a.yaml", "b.yaml"]), st.integers(1, 12), st.integers(1, 12)
)
ISSUES = st.builds(
    Issue,
    code=st.sampled_from(["GB101", "GB102"]),
    message=st.sampled_from(["one", "other"]),
    severity=st.sampled_from(["error", "warning"]),
    path=st.sampled_from(["", "a"]),
    location=LOCATIONS,
)
UNKNOWN_KEY = Issue(
    code="GB102",
    path="treaties.nato.titel",
    message="unknown key 'titel'",
    hint="did you mean 'title'?",
    location=Location("a.yaml", 3, 7),
)


def test_text() -> None:
    """An issue prints on one line: where, which, what, and what to do."""
    assert (
        str(UNKNOWN_KEY)
        == "a.yaml:3:7: GB102 error: unknown key 'titel' (treaties.nato.titel); did you mean 'title'?"
    )
    assert str(Issue(code="GB401", message="no citation", severity="warning")) == "GB401 warning: no citation"


@given(st.lists(ISSUES), st.randoms())
def test_order(issues: list[Issue], random: Any) -> None:
    """A report holds its issues by file, line, column and code, however they were found."""
    shuffled = list(issues)
    random.shuffle(shuffled)
    assert [each.sort_key for each in Report(shuffled)] == sorted(each.sort_key for each in issues)
    places = [
        (each.location.file, each.location.line, each.location.column)
        for each in Report(issues)
        if each.location
    ]
    assert places == sorted(places)


@given(st.lists(ISSUES))
def test_report(issues: list[Issue]) -> None:
    """A report is in order if it has no error; errors and warnings are all there is."""
    report = Report(issues)
    assert report.ok is all(issue.severity == "warning" for issue in issues)
    assert len(report.errors) + len(report.warnings) == len(report) == len(issues)
    assert report.codes == tuple(issue.code for issue in report)
    assert len(str(report).splitlines()) == max(1, len(issues))


def test_nothing_wrong() -> None:
    """An empty report says so, and a warning alone is no error."""
    assert Report().ok
    assert str(Report()) == "no problems"


def test_a_file_that_is_called_like_an_issue() -> None:
    """The name of the file is part of the place, whatever it holds."""
    issue = Issue(code="GB102", message="x", hint="y", location=Location("GB102 error: .yaml", 1, 1))
    assert issue.parts == ("GB102 error: .yaml:1:1", "GB102 error", "x; y")
    assert str(issue) == "GB102 error: .yaml:1:1: GB102 error: x; y"


def test_values() -> None:
    """Issues are values: equal by what they say, hashable, immutable, and picklable."""
    assert attrs.evolve(UNKNOWN_KEY) == UNKNOWN_KEY
    assert len({UNKNOWN_KEY, attrs.evolve(UNKNOWN_KEY), attrs.evolve(UNKNOWN_KEY, severity="warning")}) == 2
    assert pickle.loads(pickle.dumps(Report([UNKNOWN_KEY]))) == Report([UNKNOWN_KEY])
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        UNKNOWN_KEY.code = "GB101"  # type: ignore[misc]  # wrong on purpose
