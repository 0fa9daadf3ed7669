"""Obligations: who owes what to whom on a day, under the treaties operative between them.

A provision obliges its duty-holders towards those to whom it is owed, as long as the
treaty is in force between the two, or applied provisionally, and not suspended (VCLT 25, 26, 34, 72).
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import ClassVar, get_args

import attrs

from geobrief.actors import code_valid_on, person
from geobrief.answer import Answer, Members, Missing, Reason
from geobrief.errors import NotFound
from geobrief.law.reasons.names import name
from geobrief.law.rules.provisions import applies_by_day
from geobrief.law.status import TreatyStatus, acts_on
from geobrief.law.uncertain.span import Span, day_of
from geobrief.law.uncertain.truth_by_day import any_holds
from geobrief.model.treaty import Provision, ProvisionKind, Treaty
from geobrief.result import Form, Result
from geobrief.truth import Truth
from geobrief.values.when import Day, When
from geobrief.words import did_you_mean, nearest, worded

__all__ = ["Obligation", "allies", "bound", "obligations"]

Owing = list[tuple[TreatyStatus, list[Provision]]]


@attrs.frozen(kw_only=True)
class Obligation(Result):
    """One provision of one treaty, and whether it obliges one state towards another on a day.

    >>> from geobrief import example
    >>> owed = example("north-atlantic-treaty").obligations("USA", "FIN", "2024-01-01")[-1]
    >>> print(owed)
    the United States towards Finland: defense, North Atlantic Treaty, art. 5
    >>> str(owed.value)
    'yes'

    Attributes:
        provision: what is owed.
        treaty: the treaty.
        of: who owes it.
        towards: to whom it is owed.
        on: the day.
        value: yes or unknown; what is not owed is not listed.
        reasons: why.
        missing: what would decide it.
    """

    form: ClassVar[Form] = Form(
        "kind=provision.kind treaty=treaty.id article=provision.article"
        " of towards on answer=value reasons missing",
        version=1,
        without=(None, []),
    )

    provision: Provision
    treaty: Treaty
    of: str
    towards: str
    on: When
    value: Truth
    reasons: tuple[Reason, ...] = ()
    missing: tuple[Missing, ...] = ()

    def told(self) -> Iterator[str]:
        """Yield the tree of reasons, and what is missing."""
        yield from super().told()
        yield from (f"  missing: {each}" for each in self.missing)

    def __str__(self) -> str:
        article = f", art. {self.provision.article}" if self.provision.article else ""
        sure = "" if self.value.is_yes else f" ({self.value})"
        kind = worded(self.provision.kind)
        of, towards = (name(who, max(Span.of(self.on).lo, 1)) for who in (self.of, self.towards))
        return f"{of} towards {towards}: {kind}, {self.treaty.name}{article}{sure}"


def obligations(
    of: str,
    towards: str | None,
    on: Day,
    statuses: Iterable[TreatyStatus],
    kinds: Iterable[ProvisionKind] = (),
) -> tuple[Obligation, ...]:
    """List what one state owes another on a day: what is certain, and what the records leave open.

    Towards nobody named, it is what it owes everybody of whom the records tell.  ``kinds`` narrows the
    kinds of obligation; left out, all of them.  Raises `NotFound` for one that does not exist.

    >>> from geobrief import example
    >>> pact = example("north-atlantic-treaty").status("north-atlantic-treaty")
    >>> [owed.provision.article for owed in obligations("USA", "FIN", "2024-01-01", [pact])]
    ['4', '5']
    >>> obligations("USA", "FIN", "2023-04-03", [pact])
    ()
    >>> len({owed.towards for owed in obligations("USA", None, "2024-01-01", [pact])})
    30
    """
    wanted, when = _kinds(kinds) or frozenset(get_args(ProvisionKind)), When.of(on)
    found: list[Obligation] = []
    for status, laid in _laying(statuses, wanted):
        duties = [each for each in laid if _names(each.duty_of, of)]
        if duties and status.may_bind(of):
            for other in _others(status, of, when) if towards is None else (towards,):
                found += _owed(status, duties, of, other, when)
    return tuple(one for one in found if not one.value.is_no)


def _owed(
    status: TreatyStatus, duties: Iterable[Provision], of: str, towards: str, when: When
) -> Iterator[Obligation]:
    owed = [each for each in duties if _names(each.owed_to, towards)]
    if owed and status.may_bind(of, towards):
        answer = status.applied_between(of, towards, when)
        yield from (_obligation(each, status, of, towards, answer) for each in owed)


def _others(status: TreatyStatus, of: str, when: When) -> Iterator[str]:
    """Yield everybody else of whom a treaty's records tell, by the code of the day."""
    return (_code(who, when) for who in status.everybody if who != person(of))


def allies(
    of: str, on: Day, statuses: Iterable[TreatyStatus], kinds: Iterable[ProvisionKind] = ("defense",)
) -> Members:
    """Give the states to which a state owes, or which owe it, one of some kinds of duty on a day.

    Raises `NotFound` for a kind that does not exist.

    >>> from geobrief import example
    >>> pact = example("north-atlantic-treaty").status("north-atlantic-treaty")
    >>> print(allies("FIN", "2023-04-03", [pact]), "|", len(allies("FIN", "2023-04-04", [pact])))
    none | 30
    """
    wanted, when, every = _kinds(kinds), When.of(on), tuple(statuses)
    owing = _laying(every, wanted)
    others = {who for status, _ in owing if status.may_bind(of) for who in status.everybody}
    truths: dict[str, Truth] = {}
    reasons: dict[Reason, None] = {}
    for other in sorted(others - {person(of)}):
        both = (*obligations(of, other, when, every, wanted), *obligations(other, of, when, every, wanted))
        is_sure = any(one.value.is_yes for one in both)
        truths[_code(other, when)] = Truth.YES if is_sure else Truth.UNKNOWN if both else Truth.NO
        reasons |= dict.fromkeys(reason for one in both for reason in one.reasons[:1])
    return Members.of(truths, is_open=_is_open(owing, when), reasons=reasons)


def bound(kind: ProvisionKind, on: Day, statuses: Iterable[TreatyStatus]) -> Members:
    """Give the states on which a treaty in force lays a kind of duty on a day, such as a test ban.

    Raises `NotFound` for a kind that does not exist.

    >>> from geobrief import example
    >>> pact = example("north-atlantic-treaty").status("north-atlantic-treaty")
    >>> print(bound("defense", "1949-08-24", [pact]))
    BEL, CAN, DNK, FRA, GBR, ISL, ITA, LUX, NLD, NOR, PRT, USA
    """
    wanted, when = _kinds([kind]), When.of(on)
    owing = _laying(statuses, wanted)
    truths: dict[str, Truth] = {}
    reasons: dict[Reason, None] = {}
    for status, duties in owing:
        for who in status.everybody:
            answer = status.applied_by(who, when)
            applying = (_applies(status, each, when) for each in duties if _names(each.duty_of, who))
            value = answer.value & any_holds(applying)
            if not value.is_no:
                code = _code(who, when)
                truths[code] = truths.get(code, Truth.NO) | value
                reasons |= dict.fromkeys(answer.reasons[:1])
    return Members.of(truths, is_open=_is_open(owing, when), reasons=reasons)


def _kinds(kinds: Iterable[ProvisionKind]) -> frozenset[ProvisionKind]:
    """Check kinds of obligation: a slip would be answered as if nobody owed anything."""
    known = get_args(ProvisionKind)
    if isinstance(kinds, str):
        raise TypeError(f"expected several kinds, got the text {kinds!r}; write [{kinds!r}]")
    wanted = frozenset(kinds)
    for kind in sorted(wanted.difference(known)):
        hint = did_you_mean(nearest(kind, known)) or f"; one of {', '.join(known)}"
        raise NotFound(f"no obligation is of the kind {kind!r}{hint}")
    return wanted


def _laying(statuses: Iterable[TreatyStatus], kinds: frozenset[ProvisionKind]) -> Owing:
    """List the treaties that lay down duties of some kinds, each with those duties."""
    laid = ((each, [one for one in each.treaty.provisions if one.kind in kinds]) for each in statuses)
    return [(status, duties) for status, duties in laid if duties]


def _is_open(owing: Owing, on: When) -> bool:
    """Whether others may owe one of the duties, one that is not only between states that are named."""
    return any(
        any(not one.duty_of or not one.owed_to for one in duties) and status.is_open_on(on)
        for status, duties in owing
    )


def _names(codes: tuple[str, ...], who: str) -> bool:
    """Whether a provision names somebody; where it names nobody, all are meant."""
    return not codes or person(who) in map(person, codes)


def _code(who: str, on: When) -> str:
    """Give the code under which a person in law is shown on a day."""
    return code_valid_on(who, day_of(Span.of(on).lo))


def _obligation(
    provision: Provision, status: TreatyStatus, of: str, towards: str, answer: Answer
) -> Obligation:
    treaty, when = status.treaty, answer.on or When.of(date.min)
    place = f"article {provision.article} of " if provision.article else ""
    duty = Reason(
        text=f"{place}{treaty.name}: {provision.text or worded(provision.kind)}",
        rule="VCLT 26",
        records=(treaty.id,),
        citations=provision.citations or treaty.citations,
    )
    return Obligation(
        provision=provision,
        treaty=treaty,
        of=of,
        towards=towards,
        on=when,
        value=answer.value & _applies(status, provision, when),
        reasons=(duty, *answer.reasons),
        missing=answer.missing,
    )


def _applies(status: TreatyStatus, provision: Provision, when: When) -> Truth:
    """Tell whether a provision with a period of its own applies on a day."""
    return applies_by_day(provision, acts_on(status)).on_one_of(Span.of(when))
