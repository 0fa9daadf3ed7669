"""Expectations: the answers that the author states are those that the records give."""

from collections.abc import Iterator

from geobrief.ask import answer, unmet
from geobrief.brief import Brief
from geobrief.checks.rule import rule
from geobrief.constraint import Problem
from geobrief.errors import GeobriefError, NotFound

__all__ = ["expectations_not_met"]


@rule("GB901", "GB902")
def expectations_not_met(brief: Brief) -> Iterator[Problem]:
    """Every expectation holds, on its own file and what that extends."""
    for view in brief.views:
        for index, expectation in enumerate(view.expect):
            path = ("expect", index)
            try:
                difference = unmet(answer(view, expectation), expectation.answer)
            except (GeobriefError, ValueError, TypeError) as error:
                said, hint = (error.message, error.hint) if isinstance(error, NotFound) else (error, "")
                yield Problem(path, "GB902", f"{expectation}: {said}", hint=hint)
                continue
            if difference:
                yield Problem(
                    (*path, "answer"), "GB901", f"{expectation}: {difference}", expectation.answer.value
                )
