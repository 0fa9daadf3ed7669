"""What cannot be written, and what is not said twice."""

import pytest

import geobrief as gb

UNDATED = """\
geobrief: 1
title: A brief
as_of: 2024-11-12
sources: {paper: {publisher: A Paper}}
treaties: {pact: {title: A Pact, citations: [{source: paper}]}}
"""


def test_a_brief_that_leaves_records_open_is_not_written() -> None:
    """What may or may not have been known on a day would be lost, so it is refused."""
    known = gb.loads(UNDATED).as_known("2024-10-01")
    assert known.unplaced
    with pytest.raises(ValueError, match="write the whole brief"):
        gb.dumps(known)


def test_a_number_that_cannot_be_read_is_reported_once() -> None:
    """The estimate that lacks the number is not reported beside it."""
    text = UNDATED + "deployments: {troops: {strength: [{best: .nan, unit: persons}]}}\n"
    with pytest.raises(gb.InvalidBrief) as caught:
        gb.loads(text)
    assert caught.value.report.codes == ("GB013",)
