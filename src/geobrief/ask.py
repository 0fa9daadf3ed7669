"""Asking: the one language of expectations, tests and the command line.

A `Question` goes in; what comes out prints as a sentence, explains itself and turns into
plain data, whatever was asked.
"""

from collections.abc import Callable, Iterable
from typing import Any, Protocol, get_args

import attrs

from geobrief.actors import name_of
from geobrief.answer import Answer, Members, Missing
from geobrief.brief import Brief
from geobrief.model.accusation import Accusation
from geobrief.model.deployment import Deployment
from geobrief.model.question import Ask, Question
from geobrief.model.record import Record
from geobrief.model.weapons_test import WeaponsTest
from geobrief.values.plain import Plain

__all__ = ["Listing", "Result", "answer", "unmet"]


class Result(Protocol):
    """What every answer can do."""

    def explain(self) -> str:
        """Return the answer with all its reasons."""

    def to_dict(self) -> dict[str, Any]:
        """Return plain data."""


@attrs.frozen
class Listing:
    """An answer that is a list: what is awaited, who owes what, what happened.

    Attributes:
        noun: what is listed.
        items: the things, each of which prints as a line.
        expected: the list in the form in which an expectation states it.
    """

    noun: str
    items: tuple[Any, ...]
    expected: tuple[str, ...]

    def explain(self) -> str:
        """Return the things with their own reasons."""
        return "\n".join(
            each.explain() if hasattr(each, "explain") else str(each) for each in self.items
        ) or str(self)

    def to_dict(self) -> dict[str, Any]:
        """Return plain data."""
        plain = [each.to_dict() if hasattr(each, "to_dict") else str(each) for each in self.items]
        return {"version": 1, self.noun.replace(" ", "_"): plain}

    def __str__(self) -> str:
        return "\n".join(map(str, self.items)) or f"{self.noun}: none"


def answer(brief: Brief, question: Question) -> Any:
    """Answer a question from a brief.

    Raises `NotFound` where the brief has no such record, and ``ValueError`` where the
    question leaves out what it needs.

    >>> from geobrief import Question, example
    >>> print(answer(example("dprk-russia-2024"), Question.parse("in-force dprk-russia-partnership")))
    no (as of 2024-11-12): instruments of ratification have not been exchanged
    """
    if question.as_known is not None:
        brief = brief.as_known(question.as_known)
    return _ANSWERS[question.ask](brief, question)


def _in_force(brief: Brief, question: Question) -> Answer:
    status = _status(brief, question)
    if question.by is None:
        return status.in_force(question.on)
    if question.towards is None:
        return status.in_force_for(question.by, question.on)
    return status.in_force_between(question.by, question.towards, question.on)


def _status(brief: Brief, question: Question) -> Any:
    return brief.status(_of(question), position_of=question.position_of)


def _of(question: Question) -> str:
    if question.of is None:
        raise ValueError(f"{question.ask} needs the record or actor that is asked about")
    return question.of


def _by(question: Question) -> str:
    if question.by is None:
        raise ValueError(f"{question.ask} needs the state for which it is asked: --by")
    return question.by


def _towards(question: Question) -> str:
    if question.towards is None:
        raise ValueError(f"{question.ask} needs the other state: --towards")
    return question.towards


def _awaiting(brief: Brief, question: Question) -> Listing:
    found = _status(brief, question).awaiting(question.on)
    return Listing("awaiting", found, tuple(sorted(_actors_of(found))))


def _actors_of(missing: Iterable[Missing]) -> Iterable[str]:
    return {actor for each in missing for actor in (*each.by, *_actors_of(each.parts))}


def _stage(brief: Brief, question: Question) -> Listing:
    stage = str(_status(brief, question).stage(_by(question), question.on))
    return Listing(f"stage of {name_of(_by(question))}", (stage,), (stage,))


def _obligations(brief: Brief, question: Question) -> Listing:
    found = brief.obligations(of=_of(question), towards=_towards(question), on=question.on)
    return Listing("obligations", tuple(found), tuple(sorted({each.provision.kind for each in found})))


def _timeline(brief: Brief, question: Question) -> Listing:
    found = tuple(brief.timeline(actor=question.of, until=question.on))
    return Listing("timeline", found, tuple(str(each) for each in found))


def _flight(brief: Brief, question: Question) -> Any:
    from geobrief.ballistics import flight  # noqa: PLC0415 - only this question needs it

    return flight(brief.get(WeaponsTest, _of(question)), actors=brief.actors)


def _related(brief: Brief, question: Question) -> Any:
    return brief.related(brief.get(Record, _of(question)), on=question.on)


_ANSWERS: dict[Ask, Callable[[Brief, Question], Any]] = {
    "in-force": _in_force,
    "entered-into-force": lambda brief, question: _status(brief, question).entered_into_force,
    "operative": lambda brief, q: _status(brief, q).operative_between(_by(q), _towards(q), q.on),
    "provisionally-applied": lambda brief, q: _status(brief, q).provisionally_applied(_by(q), q.on),
    "interim-obligation": lambda brief, q: _status(brief, q).bound_by_interim_obligation(_by(q), q.on),
    "stage": _stage,
    "parties": lambda brief, q: _status(brief, q).parties(q.on),
    "contracting-states": lambda brief, q: _status(brief, q).contracting_states(q.on),
    "signatories": lambda brief, q: _status(brief, q).signatories(q.on),
    "awaiting": _awaiting,
    "treaties-in-force": lambda brief, q: brief.treaties_in_force(q.on),
    "obligations": _obligations,
    "allies": lambda brief, q: brief.allies(_of(q), q.on),
    "standing": lambda brief, q: brief.standing(brief.get(Accusation, _of(q)).id, on=q.on),
    "strength": lambda brief, q: brief.strength(
        brief.get(Deployment, _of(q)).id, on=q.on, **({"policy": q.policy} if q.policy else {})
    ),
    "timeline": _timeline,
    "flight": _flight,
    "related": _related,
}

if set(_ANSWERS) != set(get_args(Ask)):
    raise AssertionError("every question of the vocabulary needs an answer")  # pragma: no cover


def unmet(result: Any, expected: Plain) -> str | None:
    """Say how a result differs from the answer expected; None where it does not.

    A list is expected of sets, some of the fields of estimates and standings.

    >>> from geobrief.truth import Truth
    >>> unmet(Answer(value=Truth.NO), Plain("yes"))
    "expected 'yes', got 'no'"
    """
    want = expected.value
    if isinstance(want, dict):
        plain = result.to_dict()
        return _differing({**plain, **(plain.get("estimate") or {})}, want)
    got = _comparable(result)
    if isinstance(want, list):
        want, got = sorted(map(str, want)), sorted(got) if isinstance(got, list) else got
    return None if got == want else f"expected {want!r}, got {got!r}"


def _comparable(result: Any) -> object:
    if isinstance(result, Answer):
        return str(result.value)
    if isinstance(result, Members):
        return sorted(result.certain) if not result.possible else str(result)
    if isinstance(result, Listing):
        return (
            list(result.expected)
            if result.noun in {"awaiting", "obligations", "timeline"}
            else result.expected[0]
        )
    return str(result)


def _differing(got: dict[str, Any], want: dict[str, Any]) -> str | None:
    wrong = [
        f"{key}: expected {value!r}, got {got.get(key)!r}"
        for key, value in want.items()
        if got.get(key) != value
    ]
    return "; ".join(wrong) or None
