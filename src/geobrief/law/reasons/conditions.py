"""What each kind of condition asks for, in words, and what is still to happen: typed, and countable."""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from functools import partial
from math import ceil, floor
from typing import Any, Final, Generic, TypeVar

import attrs

from geobrief.actors import code_valid_on, person
from geobrief.answer import Missing
from geobrief.closed import for_every
from geobrief.law.reasons import days
from geobrief.law.reasons.names import code_and_name, name
from geobrief.law.reasons.reason import treaty_name
from geobrief.law.rules.conditions import holds
from geobrief.law.rules.counting import CountedConsents
from geobrief.law.uncertain.partial_set import PartialSet
from geobrief.law.uncertain.span import Span, day_of
from geobrief.model import wording
from geobrief.model.act import Act
from geobrief.model.condition import (
    CONDITIONS,
    Agreed,
    AllOf,
    AnyOf,
    Condition,
    Consents,
    Exchange,
    FractionOf,
    MembersOf,
    Named,
    NoObjections,
    Notifications,
    OnDate,
    Share,
    Signed,
    TreatyInForce,
)
from geobrief.model.objection import Objection
from geobrief.values.exact import exact_text
from geobrief.values.when import When
from geobrief.words import listed, worded

__all__ = ["Unmet", "described", "exchanged", "unmet"]

C = TypeVar("C", bound=Condition)


@attrs.frozen
class Unmet:
    """A part of a condition that is not met on a day, in words, what is missing, and acts that stop it."""

    text: str
    rule: str
    missing: tuple[Missing, ...]
    acts: tuple[Act, ...] = ()


def described(condition: Condition, consents: CountedConsents) -> str:
    """Write a condition with the names of other treaties and with days as sentences have them."""
    return _WORDS[type(condition)].described(condition, consents)


def unmet(condition: Condition, consents: CountedConsents, day: int) -> tuple[Unmet, ...]:
    """List the parts of a condition that do not surely hold on a day."""
    if holds(condition, consents, day).is_yes:
        return ()
    return tuple(_WORDS[type(condition)].unmet(condition, consents, day))


@attrs.frozen(kw_only=True)
class _Words(Generic[C]):
    """How one kind of condition is put into words.

    Attributes:
        described: writes what it asks for.
        unmet: lists what is still to happen, where it does not surely hold on a day.
    """

    described: Callable[[C, CountedConsents], str]
    unmet: Callable[[C, CountedConsents, int], Iterable[Unmet]]


# What it asks for -------------------------------------------------------------------------


def _as_written(condition: Condition, _consents: CountedConsents) -> str:
    return str(condition)


def _parts_described(condition: Condition, consents: CountedConsents) -> Iterable[str]:
    for part in condition.parts:
        text = described(part, consents)
        yield f"({text})" if part.parts and type(part) is not type(condition) else text


def _treaty_described(condition: TreatyInForce, consents: CountedConsents) -> str:
    return f"entry into force of {treaty_name(condition.treaty, consents.related)}"


def _day_described(condition: OnDate, _consents: CountedConsents) -> str:
    return days.named(Span.of(condition.on))


def _agreed_described(condition: Agreed, _consents: CountedConsents) -> str:
    on = condition.on
    return f"{days.named(Span.of(on))}, as agreed" if isinstance(on, When) else str(condition)


# What is still to happen ------------------------------------------------------------------


def _none_met(condition: AnyOf, consents: CountedConsents, day: int) -> Iterable[Unmet]:
    ways = [unmet(part, consents, day) for part in condition.conditions]
    parts = tuple(_as_one(tuple(each for way in found for each in way.missing)) for found in ways)
    text = " or ".join(f"({part})" if part.kind == "all_of" else str(part) for part in parts)
    missing = Missing(kind="one_of", text=text, parts=parts)
    yield Unmet(f"none of these has happened: {text}", "VCLT 24(1)", (missing,))


def _as_one(missing: tuple[Missing, ...]) -> Missing:
    if len(missing) == 1:
        return missing[0]
    return Missing(kind="all_of", text=listed(map(str, missing)), parts=missing)


def _unsigned(condition: Signed, consents: CountedConsents, day: int) -> Iterable[Unmet]:
    states = consents.negotiators if condition.by == "all" else consents.group_named(condition.by)
    if states is None:
        yield _no_negotiators(consents) if condition.by == "all" else _nobody_known(condition.by)
        return
    codes = _lacking(states, consents, day)
    missing = tuple(
        _consent_of(code, consents, day)
        if _has_signed(code, consents, day)
        else Missing(kind="signature", text=f"signature by {code_and_name(code)}", by=(code,))
        for code in codes
    )
    bound = any(each.kind == "consent" for each in missing)
    lacks = "consented to be bound" if bound else "signed definitively"
    yield Unmet(f"{_who_has(codes)} not {lacks}", "VCLT 12, 24(1)", missing)


def _unnotified(condition: Notifications, consents: CountedConsents, day: int) -> Iterable[Unmet]:
    if consents.negotiators is None:
        yield _no_negotiators(consents)
        return
    codes = _lacking(consents.negotiators, consents, day)
    missing = tuple(
        Missing(kind="notification", text=f"notification by {code_and_name(code)}", by=(code,))
        for code in codes
    )
    text = f"notification by {listed(map(name, codes))} has not been {condition.day}"
    yield Unmet(text, "VCLT 16(c), 24(1)", missing)


def _unnamed(condition: Named, consents: CountedConsents, day: int) -> Iterable[Unmet]:
    states = consents.group_named(condition.states)
    if states is None:
        yield _nobody_known(condition.states)
    else:
        yield _unbound(_lacking(states, consents, day), consents, day)


def _lacking(states: Iterable[str], consents: CountedConsents, day: int) -> list[str]:
    """List those who have not surely consented, by the codes of the day."""
    lacking = (who for who in states if not consents.has_consented(who, day).is_yes)
    return [code_valid_on(who, day_of(day)) for who in lacking]


def _unbound(codes: list[str], consents: CountedConsents, day: int) -> Unmet:
    missing = tuple(_consent_of(code, consents, day) for code in codes)
    return Unmet(f"{_who_has(codes)} not consented to be bound", "VCLT 16, 24(1)", missing)


def _who_has(codes: list[str]) -> str:
    return f"{listed(map(name, codes))} {'has' if len(codes) == 1 else 'have'}"


def _has_signed(code: str, consents: CountedConsents, day: int) -> bool:
    return any(start.lo <= day < end.hi for start, end in consents.acts.of(person(code)).signed)


def _consent_of(code: str, consents: CountedConsents, day: int) -> Missing:
    act = "ratification" if _has_signed(code, consents, day) else "signature and ratification"
    return Missing(kind="consent", text=f"{act} by {code_and_name(code)}", by=(code,))


def _no_negotiators(consents: CountedConsents) -> Unmet:
    rule = "VCLT 24(1)" if consents.treaty.entry_into_force else "VCLT 24(2)"
    unnamed = Missing(kind="records", text="who negotiated the treaty")
    return Unmet("it is not recorded who negotiated the treaty", rule, (unnamed,))


def _nobody_known(names: Iterable[str]) -> Unmet:
    """Say that a condition names a group of which nobody is recorded."""
    unknown = [each.replace("-", " ") for each in names if each.islower()] or names
    who = f"who is meant by {listed(unknown)}"
    return Unmet(f"it is not recorded {who}", "VCLT 24(1)", (Missing(kind="records", text=who),))


def exchanged(condition: Exchange) -> str:
    """Name what is exchanged.

    >>> exchanged(Exchange("notes"))
    'notes'
    """
    return "instruments of ratification" if condition.of == "instruments" else "notes"


def _unexchanged(condition: Exchange, consents: CountedConsents, _day: int) -> Iterable[Unmet]:
    states = consents.treaty.between
    between = f" between {listed(map(code_and_name, states))}" if states else ""
    missing = Missing(kind="exchange", text=f"exchange of {condition.of}{between}", by=states)
    rule = "VCLT 16(a), 24(1)" if condition.of == "instruments" else "VCLT 13, 24(1)"
    yield Unmet(f"{exchanged(condition)} have not been exchanged", rule, (missing,))


def _not_in_force(condition: TreatyInForce, consents: CountedConsents, _day: int) -> Iterable[Unmet]:
    text = _treaty_described(condition, consents)
    missing = Missing(kind="treaty", text=text, treaty=condition.treaty)
    other = treaty_name(condition.treaty, consents.related)
    yield Unmet(f"{other} is not in force", "VCLT 24(1)", (missing,))


def _day_to_come(condition: OnDate | Agreed, consents: CountedConsents, _day: int) -> Iterable[Unmet]:
    if isinstance(condition.on, When):
        text = f"it was to enter into force {days.on(Span.of(condition.on))}"
        missing = Missing(kind="day", text=described(condition, consents))
    else:
        text = "the negotiating states have not agreed on a day"
        missing = Missing(kind="agreement", text="agreement of the negotiating states on the day")
    yield Unmet(text, "VCLT 24(1)", (missing,))


def _not_accepted(condition: NoObjections, consents: CountedConsents, day: int) -> Iterable[Unmet]:
    """Say until when parties may object to an amendment, or who has stopped it."""
    objections = [
        one
        for state_acts in consents.acts.by_state.values()
        if not consents.opposed(state_acts.who, condition).is_no
        for one in state_acts.other
        if isinstance(one.act, Objection) and one.day.lo <= day
    ]
    if consents.deadline(condition).hi > day or not objections:
        text = f"it was to enter into force after {condition}"
        yield Unmet(text, "VCLT 24(1)", (Missing(kind="day", text=str(condition)),))
        return
    who = listed(f"{name(one.act.actors[0], one.day.lo)} {days.on(one.day)}" for one in objections)
    text = f"it was not accepted: objection by {who}; acceptance takes {condition}"
    missing = Missing(kind="agreement", text="acceptance by those who objected")
    yield Unmet(text, "VCLT 24(1)", (missing,), tuple(one.act for one in objections))


def _too_few(condition: Consents, consents: CountedConsents, day: int) -> Iterable[Unmet]:
    counted = consents.counted(day, condition.means)
    if condition.of is not None:
        counted = counted.among(consents.group(condition.of, day))
    of = f" by {wording.members(condition.of)}" if condition.of else ""
    means = [worded(each) for each in sorted(condition.means)]
    by = f" by {listed(means, 'or')}" if means else ""
    yield _counted(counted, condition.count, f"{by}{of}")


def _too_few_members(condition: MembersOf, consents: CountedConsents, day: int) -> Iterable[Unmet]:
    counted = consents.counted(day).among(consents.group(condition.group, day))
    yield _counted(counted, condition.at_least, f" by {wording.members(condition.group)}")


def _counted(counted: PartialSet, needed: int, whose: str, note: str = "") -> Unmet:
    """Say how many of the consents needed have been given, and how many are lacking."""
    given, lacking = len(counted.certain), max(needed - len(counted.certain), 0)
    surely = " certainly" if counted.certain != counted.possible else ""
    has = "has" if given == 1 else "have"
    consents = "the 1 consent" if needed == 1 else f"the {needed} consents"
    text = f"{given or 'none'} of {consents}{whose} needed {has}{surely} been given{note}"
    if needed == 1:
        text = f"the consent{whose} needed has not{surely} been given{note}"
    more = f"{lacking} more {'consent' if lacking == 1 else 'consents'}{whose}"
    missing = Missing(kind="consent", text=more, count=lacking)
    return Unmet(text, "VCLT 16, 24(1)", (missing,))


def _too_small(condition: FractionOf, consents: CountedConsents, day: int) -> Iterable[Unmet]:
    """Say how many of a set are lacking, and which where all are needed."""
    counted, of = consents.counted(day), consents.measured(condition, day)
    if of.certain != of.possible:
        text = described(condition, consents)
        missing = Missing(kind="consent", text=text)
        yield Unmet(f"this is not certain: {text}", "VCLT 16, 24(1)", (missing,))
        return
    size = len(of.certain)
    lacking = sorted(of.certain - counted.certain) if condition.at_least == 1 else []
    if lacking:
        yield _unbound([code_valid_on(who, day_of(day)) for who in lacking], consents, day)
        return
    needed = int((condition.more_than or Fraction(0)) * size) + 1
    if condition.at_least is not None:
        needed = max(ceil(condition.at_least * size), 1)
    most = wording.threshold(condition.at_least, condition.more_than)
    adoption = ", counted at adoption" if condition.as_at == "adoption" else ""
    note, whose = f" ({most} of {size}{adoption})", f" by {wording.members(condition.of)}"
    yield _counted(counted.among(of), needed, whose, note)


def _too_light(condition: Share, consents: CountedConsents, day: int) -> Iterable[Unmet]:
    table = consents.weights(condition.of)
    of = worded(condition.of)
    if table is None:
        missing = Missing(kind="records", text=f"the table of {of}")
        yield Unmet(f"the table of {of} is not recorded", "VCLT 24(1)", (missing,))
        return
    counted = consents.counted(day)
    low, high = table.carried(counted)
    held = low / table.total if table.total else Fraction(0)
    surely = "at least " if high > low else ""
    unknown = _unknown_weights(condition, consents, counted)
    needed, more = _weight_needed(condition, held, of)
    text = f"the consents carry {surely}{_percent(held)} of {of}, {needed}"
    if unknown:
        text += f"; the weight of {listed(name(each.by[0], day) for each in unknown)} is not known"
    absent = table.absent(counted.possible)
    if absent:
        carry = "carries" if len(absent) == 1 else "carry"
        text += f"; {listed(name(who, day) for who in absent)}, absent from the table, {carry} nothing"
    yield Unmet(text, "VCLT 24(1)", (*unknown, Missing(kind="consent", text=more)))


def _weight_needed(condition: Share, held: Fraction, of: str) -> tuple[str, str]:
    """Say how much must be carried, and what is lacking."""
    if condition.at_least is not None:
        lacking = _percent(condition.at_least - held, upwards=True)
        return f"{_percent(condition.at_least)} are needed", f"consents that carry another {lacking} of {of}"
    needed = condition.more_than or Fraction(0)
    if needed == held:
        more = f"one more consent that carries any {of}"
    else:
        more = f"consents that carry more than another {_percent(needed - held, upwards=True)} of {of}"
    return f"more than {_percent(needed)} is needed", more


def _unknown_weights(condition: Share, consents: CountedConsents, counted: PartialSet) -> tuple[Missing, ...]:
    """Name those who have consented and of whom nobody knows what they carry."""
    of = worded(condition.of)
    codes = consents.treaty.weights[condition.of].unknown
    return tuple(
        Missing(kind="records", text=f"the weight of {code_and_name(code)} in the table of {of}", by=(code,))
        for code in codes
        if person(code) in counted.possible
    )


def _percent(share: Fraction, *, upwards: bool = False) -> str:
    """Write a share in per cent, to two places, never beyond what it is; ``upwards``, never below."""
    places = share * 10_000
    return f"{exact_text(Fraction(ceil(places) if upwards else floor(places), 100))} %"


# One row for every kind -------------------------------------------------------------------

_as_it_stands = partial(_Words[Any], described=_as_written)
"""What names no other treaty and no day, and thus reads in a sentence as it does by itself."""

_WORDS: Final[Mapping[type[Condition], _Words[Any]]] = for_every(
    CONDITIONS,
    "_WORDS of geobrief.law.reasons.conditions",
    {
        Signed: _as_it_stands(unmet=_unsigned),
        Exchange: _as_it_stands(unmet=_unexchanged),
        Notifications: _as_it_stands(unmet=_unnotified),
        Consents: _as_it_stands(unmet=_too_few),
        Named: _as_it_stands(unmet=_unnamed),
        FractionOf: _as_it_stands(unmet=_too_small),
        MembersOf: _as_it_stands(unmet=_too_few_members),
        Share: _as_it_stands(unmet=_too_light),
        OnDate: _Words(described=_day_described, unmet=_day_to_come),
        TreatyInForce: _Words(described=_treaty_described, unmet=_not_in_force),
        Agreed: _Words(described=_agreed_described, unmet=_day_to_come),
        NoObjections: _as_it_stands(unmet=_not_accepted),
        AllOf: _Words(
            described=lambda every, consents: wording.together(_parts_described(every, consents)),
            unmet=lambda every, consents, day: (
                each for part in every.parts for each in unmet(part, consents, day)
            ),
        ),
        AnyOf: _Words(
            described=lambda ways, consents: " or ".join(_parts_described(ways, consents)), unmet=_none_met
        ),
    },
)
