"""Expectations: the answers that the author states are those that the records give."""

from collections.abc import Iterator

from geobrief.ask import answer, unmet
from geobrief.brief import Brief
from geobrief.checks.rule import rule
from geobrief.constraint import Problem
from geobrief.errors import GeobriefError, NotFound
from geobrief.model.question import Expectation

__all__ = ["expectations_not_met", "questions_not_understood"]


@rule(
    "GB901",
    title="expectation not met",
    remedy="correct the records or the expected answer",
)
def expectations_not_met(brief: Brief) -> Iterator[Problem]:
    """Find expectations whose answer is not the one that the records give.

    Each is asked of its own file and what that extends.

    Why it is bad:
        What the author knows about the case and what the records say have come apart: a record is missing or
        wrong, or the author is.

    Example:
        treaties:
          pact: {title: Pact, between: [PRK, RUS], entry_into_force: {upon: {exchange: instruments}}}
        signatures:
          - {treaty: pact, by: PRK, on: 2024-06-19}
        expect:
          - {ask: in-force, of: pact, answer: yes}

    Repair:
        expect:
          - {ask: in-force, of: pact, answer: no}
    """
    for index, expectation, difference in _asked(brief):
        if isinstance(difference, str):
            path = ("expect", index, "answer")
            yield Problem(path, "GB901", f"{expectation}: {difference}", expectation.answer.value)


@rule(
    "GB902",
    title="question not understood",
    remedy="use one of the questions that `geobrief ask --help` lists",
)
def questions_not_understood(brief: Brief) -> Iterator[Problem]:
    """Find expectations that cannot be answered.

    They ask of a record that is not there, or leave out what the question needs.

    Why it is bad:
        An expectation that is never asked can never fail: it guards nothing.

    Example:
        treaties:
          pact: {title: Pact, between: [PRK, RUS], entry_into_force: {upon: {exchange: instruments}}}
        signatures:
          - {treaty: pact, by: PRK, on: 2024-06-19}
        expect:
          - {ask: in-force, of: pakt, answer: no}

    Repair:
        expect:
          - {ask: in-force, of: pact, answer: no}
    """
    for index, expectation, error in _asked(brief):
        if isinstance(error, Exception):
            said, hint = (error.message, error.hint) if isinstance(error, NotFound) else (error, "")
            yield Problem(("expect", index), "GB902", f"{expectation}: {said}", hint=hint)


def _asked(brief: Brief) -> Iterator[tuple[int, Expectation, str | Exception | None]]:
    """Ask every expectation: how the answer differs, where it does, or why there is none."""
    for view in brief.views:
        for index, expectation in enumerate(view.expect):
            try:
                found: str | Exception | None = unmet(answer(view, expectation), expectation.answer)
            except (GeobriefError, ValueError, TypeError) as error:
                found = error
            yield index, expectation, found
