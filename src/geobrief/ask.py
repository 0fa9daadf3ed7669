"""Asking: the one language of expectations, tests and the command line.

A `Question` goes in; what comes out prints as a sentence, explains itself and turns into
plain data, whatever was asked.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, cast, get_args

import attrs

from geobrief.actors import name_of
from geobrief.answer import Answer, Members, Missing
from geobrief.ballistics import Flight, flight
from geobrief.brief import Brief
from geobrief.brief.related import Related
from geobrief.closed import for_every
from geobrief.errors import InvalidArgument
from geobrief.law import TreatyStatus
from geobrief.model.accusation import Accusation
from geobrief.model.deployment import Deployment
from geobrief.model.question import Ask, Question
from geobrief.model.record import Record
from geobrief.model.weapons_test import WeaponsTest
from geobrief.result import PlainDict, Result, as_plain
from geobrief.values.plain import Plain

__all__ = ["Listing", "Result", "answer", "unmet"]


@attrs.frozen
class Listing(Result):
    """An answer that is a list, or one word: what is awaited, who owes what, which stage.

    Attributes:
        noun: what is listed.
        items: the things, each of which prints as a line.
        expected: the answer in the form in which an expectation states it.
    """

    noun: str
    items: tuple[Result | str, ...]
    expected: tuple[str, ...] | str

    def explain(self) -> str:
        """Return the things with their own reasons."""
        return "\n".join(each if isinstance(each, str) else each.explain() for each in self.items) or str(
            self
        )

    def to_dict(self) -> PlainDict:
        """Return plain data."""
        return {"version": 1, self.noun.replace(" ", "_"): as_plain(self.items)}

    def __str__(self) -> str:
        return "\n".join(map(str, self.items)) or f"{self.noun}: none"


def answer(brief: Brief, question: Question) -> Result:
    """Answer a question from a brief.

    Raises `NotFound` where the brief has no such record, and `InvalidArgument` where the
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
    if question.towards is not None:
        return status.in_force_between(_by(question), question.towards, question.on)
    if question.by is not None:
        return status.in_force_for(question.by, question.on)
    return status.in_force(question.on)


def _status(brief: Brief, question: Question) -> TreatyStatus:
    return brief.status(_of(question), position_of=question.position_of)


def _of(question: Question) -> str:
    return cast("str", question.of)  # a question that is about something refuses to be made without it


def _by(question: Question) -> str:
    if question.by is None:
        raise InvalidArgument(f"{question.ask} needs the state for which it is asked: --by")
    return question.by


def _towards(question: Question) -> str:
    if question.towards is None:
        raise InvalidArgument(f"{question.ask} needs the other state: --towards")
    return question.towards


def _awaiting(brief: Brief, question: Question) -> Listing:
    found = _status(brief, question).awaiting(question.on)
    return Listing("awaiting", found, tuple(sorted(_actors_of(found))))


def _actors_of(missing: Iterable[Missing]) -> set[str]:
    return {actor for each in missing for actor in (*each.by, *_actors_of(each.parts))}


def _stage(brief: Brief, question: Question) -> Listing:
    stage = str(_status(brief, question).stage(_by(question), question.on))
    return Listing(f"stage of {name_of(_by(question))}", (stage,), stage)


def _obligations(brief: Brief, question: Question) -> Listing:
    found = brief.obligations(of=_of(question), towards=question.towards, on=question.on)
    return Listing("obligations", tuple(found), tuple(sorted({each.provision.kind for each in found})))


def _timeline(brief: Brief, question: Question) -> Listing:
    found = tuple(brief.timeline(actor=question.of, until=question.on))
    return Listing("timeline", found, tuple(str(each) for each in found))


def _flight(brief: Brief, question: Question) -> Flight:
    test = brief.get(WeaponsTest, _of(question))
    if question.on is not None and test.on is not None and test.on.after(question.on).is_yes:
        raise InvalidArgument(f"{test.id} is of {test.on}, after {question.on}")
    return flight(test, actors=brief.actors)


def _related(brief: Brief, question: Question) -> Related:
    return brief.related(brief.get(Record, _of(question)), on=question.on)


_ANSWERS: Final[Mapping[Ask, Callable[[Brief, Question], Result]]] = for_every(
    get_args(Ask),
    "the answers of geobrief.ask",
    {
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
            brief.get(Deployment, _of(q)).id, on=q.on, policy=q.policy or "envelope"
        ),
        "timeline": _timeline,
        "flight": _flight,
        "related": _related,
    },
)


def unmet(result: Result, expected: Plain) -> str | None:
    """Say how a result differs from the answer expected; None where it does not.

    A list is expected of sets, some of the fields of estimates and standings.

    >>> from geobrief.truth import Truth
    >>> unmet(Answer(value=Truth.NO), Plain("yes"))
    "expected 'yes', got 'no'"
    """
    want: object = expected.value
    if isinstance(want, dict):
        plain = result.to_dict()
        return "; ".join(_differing({**plain, **(plain.get("estimate") or {})}, want, "")) or None
    got = _comparable(result)
    wanted = tuple(sorted(map(str, want))) if isinstance(want, list) else str(want)
    return None if got == wanted else f"expected {want!r}, got {_shown(got)}"


def _comparable(result: Result) -> tuple[str, ...] | str:
    """Bring a result to the form of an expectation: a word, or a sorted list of words."""
    if isinstance(result, Answer):
        return str(result.value)
    if isinstance(result, Members):
        return tuple(sorted(result.certain)) if not result.possible else str(result)
    if isinstance(result, Listing):
        return result.expected if isinstance(result.expected, str) else tuple(sorted(result.expected))
    return str(result)


def _shown(got: tuple[str, ...] | str) -> str:
    return repr(got) if isinstance(got, str) else repr(list(got))


def _differing(got: object, want: PlainDict, path: str) -> Iterator[str]:
    for key, value in want.items():
        held = got.get(key) if isinstance(got, dict) else None
        place = f"{path}{key}"
        if isinstance(value, dict):
            yield from _differing(held, value, f"{place}.")
        elif held != value:
            yield f"{place}: expected {value!r}, got {held!r}"
