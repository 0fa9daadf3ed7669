"""Faults: from whatever went wrong while structuring to problems with codes and paths."""

from collections.abc import Iterable, Iterator

from cattrs.errors import AttributeValidationNote, ClassValidationError, ForbiddenExtraKeysError

from geobrief.codec.records.meant import called, fields_called, homes_of, written_under
from geobrief.constraint import Problem
from geobrief.constraint.shape import fields_of
from geobrief.errors import GeobriefError, InvalidRecord
from geobrief.values.edtf import InvalidWhen
from geobrief.words import nearest

__all__ = ["Fault", "faults_of", "unknown_key"]


class Fault(GeobriefError, ValueError):
    """Plain data cannot be made into a record; ``problems`` lists everything wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "; ".join(map(str, self.problems))


def faults_of(error: BaseException) -> tuple[Problem, ...]:
    """Walk an exception from the converter and collect every problem, with its path."""
    return tuple(_walk(error))


def _walk(error: BaseException) -> Iterator[Problem]:
    if isinstance(error, Fault):
        yield from error.problems
    elif isinstance(error, InvalidRecord):
        yield from _of_record(error)
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(error.extra_fields, key=str):
            yield unknown_key(key, fields_of(error.cl), written_under(key, error.cl) or called(key, error.cl))
    elif isinstance(error, ClassValidationError):
        yield from _of_object(error)
    else:
        raise error


def _of_object(error: ClassValidationError) -> Iterator[Problem]:
    """Leave out that a key is missing where what belongs under it stands beside it, which is said."""
    strayed = {
        home
        for inner in error.exceptions
        if isinstance(inner, ForbiddenExtraKeysError)
        for key in inner.extra_fields
        for home in (*homes_of(key, inner.cl), *fields_called(key, inner.cl))
    }
    for inner in error.exceptions:
        for problem in _of_field(inner):
            if problem.code != "GB103" or problem.path[0] not in strayed:
                yield problem


def _of_field(error: Exception) -> Iterator[Problem]:
    names = [
        note.name for note in getattr(error, "__notes__", ()) if isinstance(note, AttributeValidationNote)
    ]
    if not names:
        yield from _walk(error)
    elif isinstance(error, KeyError):
        yield Problem((names[-1],), "GB103", f"required key {names[-1]!r} is missing")
    else:
        for problem in _walk(error):
            beside = names[-1] == "extra" and problem.path  # x- keys stand in a file beside the fields
            yield problem if beside else problem.under(names[-1])


def _of_record(error: InvalidRecord) -> Iterator[Problem]:
    if isinstance(error, InvalidWhen):
        yield Problem((), error.code, error.message, hint=error.hint)
        return
    for problem in error.problems:
        yield problem if isinstance(problem, Problem) else Problem((), "GB105", str(problem))


def unknown_key(key: str, known: Iterable[str], hint: str = "") -> Problem:
    """Describe a key that nothing knows, with the hint, or with the nearest key that is known."""
    near = [] if hint else nearest(str(key), known)
    return Problem((key,), "GB102", f"unknown key {key!r}", key, ", ".join(known), hint, near)
