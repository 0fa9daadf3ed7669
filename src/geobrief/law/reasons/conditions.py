"""What is still to happen before a treaty enters into force: typed, and countable."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

import attrs

from geobrief.actors import code_valid_on, person
from geobrief.answer import Missing
from geobrief.law.reasons import days
from geobrief.law.reasons.names import code_and_name, name
from geobrief.law.rules.conditions import holds
from geobrief.law.rules.counting import CountedConsents
from geobrief.law.uncertain.partial_set import PartialSet
from geobrief.law.uncertain.span import day_of, span_of
from geobrief.model import wording
from geobrief.model.act import Act
from geobrief.model.condition import (
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
from geobrief.words import listed

__all__ = ["Unmet", "described", "unmet"]


@attrs.frozen
class Unmet:
    """A part of a condition that is not met on a day, in words, what is missing, and acts that stop it."""

    text: str
    rule: str
    missing: tuple[Missing, ...]
    acts: tuple[Act, ...] = ()


def described(condition: Condition, consents: CountedConsents) -> str:
    """Write a condition with the names of other treaties and with days as sentences have them."""
    if isinstance(condition, AllOf):
        return wording.together(
            f"({described(part, consents)})" if isinstance(part, AnyOf) else described(part, consents)
            for part in condition.conditions
        )
    if isinstance(condition, AnyOf):
        parts = (
            f"({described(part, consents)})" if isinstance(part, AllOf) else described(part, consents)
            for part in condition.conditions
        )
        return " or ".join(parts)
    if isinstance(condition, TreatyInForce):
        return f"entry into force of {_treaty(condition.treaty, consents)}"
    if isinstance(condition, OnDate | Agreed) and isinstance(condition.on, When):
        agreed = ", as agreed" if isinstance(condition, Agreed) else ""
        return f"{days.named(span_of(condition.on))}{agreed}"
    return str(condition)


def _treaty(treaty: str, consents: CountedConsents) -> str:
    other = consents.related.related(treaty)
    return treaty if other is None else other.treaty.name


def unmet(condition: Condition, consents: CountedConsents, day: int) -> tuple[Unmet, ...]:
    """List the parts of a condition that do not surely hold on a day."""
    return tuple(_unmet(condition, consents, day))


def _unmet(condition: Condition, consents: CountedConsents, day: int) -> Iterator[Unmet]:
    if holds(condition, consents, day).is_yes:
        return
    if isinstance(condition, AllOf):
        for part in condition.conditions:
            yield from _unmet(part, consents, day)
    elif isinstance(condition, AnyOf):
        yield _none_of(condition, consents, day)
    elif isinstance(condition, Named | Notifications | Signed):
        yield _states(condition, consents, day)
    else:
        yield _simple(condition, consents, day)


def _none_of(condition: AnyOf, consents: CountedConsents, day: int) -> Unmet:
    ways = [tuple(_unmet(part, consents, day)) for part in condition.conditions]
    parts = tuple(_as_one(tuple(each for way in found for each in way.missing)) for found in ways)
    text = " or ".join(f"({part})" if part.kind == "all_of" else str(part) for part in parts)
    return Unmet(
        f"none of these has happened: {text}", "VCLT 24(1)", (Missing(kind="one_of", text=text, parts=parts),)
    )


def _as_one(missing: tuple[Missing, ...]) -> Missing:
    if len(missing) == 1:
        return missing[0]
    return Missing(kind="all_of", text=listed(str(each) for each in missing), parts=missing)


def _states(condition: Condition, consents: CountedConsents, day: int) -> Unmet:
    if isinstance(condition, Named):
        states: tuple[str, ...] | None = consents.group_named(condition.states)
    elif isinstance(condition, Signed) and condition.by != "all":
        states = consents.group_named(condition.by)
    else:
        states = consents.negotiators
    if states is None and not (isinstance(condition, Notifications) or _by_all(condition)):
        return _nobody_knows(condition)
    if states is None:
        unnamed = Missing(kind="records", text="who negotiated the treaty")
        rule = "VCLT 24(1)" if consents.treaty.entry_into_force else "VCLT 24(2)"
        return Unmet("it is not recorded who negotiated the treaty", rule, (unnamed,))
    lacking = [who for who in states if not consents.has_consented(who, day).is_yes]
    shown = [code_valid_on(who, day_of(day)) for who in lacking]
    missing = tuple(
        _by_one(condition, who, code, consents, day) for who, code in zip(lacking, shown, strict=True)
    )
    names = listed(map(name, shown))
    verb = "has" if len(shown) == 1 else "have"
    if isinstance(condition, Signed):
        unbound = f"{names} {verb} not signed definitively"
        if any(each.kind == "consent" for each in missing):
            unbound = f"{names} {verb} not consented to be bound"
        return Unmet(unbound, "VCLT 12, 24(1)", missing)
    if isinstance(condition, Notifications):
        return Unmet(f"notification by {names} has not been {condition.day}", "VCLT 16(c), 24(1)", missing)
    return Unmet(f"{names} {verb} not consented to be bound", "VCLT 16, 24(1)", missing)


def _by_all(condition: Condition) -> bool:
    return isinstance(condition, Signed) and condition.by == "all"


def _nobody_knows(condition: Condition) -> Unmet:
    """Say that a condition names a group of which nobody is recorded."""
    named = condition.states if isinstance(condition, Named) else getattr(condition, "by", ())
    unknown = [each.replace("-", " ") for each in named if each.islower()] or named
    who = f"who is meant by {listed(unknown)}"
    return Unmet(f"it is not recorded {who}", "VCLT 24(1)", (Missing(kind="records", text=who),))


def _by_one(condition: Condition, who: str, code: str, consents: CountedConsents, day: int) -> Missing:
    named = code_and_name(code)
    if isinstance(condition, Notifications):
        return Missing(kind="notification", text=f"notification by {named}", by=(code,))
    state_acts = consents.acts.of(who)
    signed = any(start.lo <= day < end.hi for start, end in state_acts.signed)
    if isinstance(condition, Signed) and not signed:
        return Missing(kind="signature", text=f"signature by {named}", by=(code,))
    act = "ratification" if signed else "signature and ratification"
    return Missing(kind="consent", text=f"{act} by {named}", by=(code,))


def _simple(condition: Condition, consents: CountedConsents, day: int) -> Unmet:
    treaty = consents.treaty
    if isinstance(condition, Exchange):
        what = "instruments of ratification" if condition.of == "instruments" else "notes"
        between = f" between {listed(map(code_and_name, treaty.between))}" if treaty.between else ""
        short = "instruments" if condition.of == "instruments" else "notes"
        missing = Missing(kind="exchange", text=f"exchange of {short}{between}", by=treaty.between)
        rule = "VCLT 16(a), 24(1)" if condition.of == "instruments" else "VCLT 13, 24(1)"
        return Unmet(f"{what} have not been exchanged", rule, (missing,))
    if isinstance(condition, Consents):
        return _too_few(condition, consents, day)
    if isinstance(condition, Share):
        return _too_light(condition, consents, day)
    if isinstance(condition, FractionOf | MembersOf):
        return _too_small(condition, consents, day)
    if isinstance(condition, TreatyInForce):
        other = _treaty(condition.treaty, consents)
        text = f"entry into force of {other}"
        missing = Missing(kind="treaty", text=text, treaty=condition.treaty)
        return Unmet(f"{other} is not in force", "VCLT 24(1)", (missing,))
    if isinstance(condition, NoObjections):
        return _not_accepted(condition, consents, day)
    if isinstance(condition, OnDate | Agreed) and isinstance(condition.on, When):
        text = f"it was to enter into force {days.on(span_of(condition.on))}"
        awaited = Missing(kind="day", text=described(condition, consents))
        return Unmet(text, "VCLT 24(1)", (awaited,))
    agreement = Missing(kind="agreement", text="agreement of the negotiating states on the day")
    return Unmet("the negotiating states have not agreed on a day", "VCLT 24(1)", (agreement,))


def _not_accepted(condition: NoObjections, consents: CountedConsents, day: int) -> Unmet:
    """Say until when parties may object to an amendment, or who has stopped it."""
    deadline = consents.deadline(condition)
    objections = [
        one
        for state_acts in consents.acts.by_state.values()
        if not consents.opposed(state_acts.who, condition).is_no
        for one in state_acts.other
        if isinstance(one.act, Objection) and one.day.lo <= day
    ]
    if deadline.hi > day or not objections:
        text = f"it was to enter into force after {condition}"
        return Unmet(text, "VCLT 24(1)", (Missing(kind="day", text=str(condition)),))
    who = listed(f"{name(one.act.actors[0], one.day.lo)} {days.on(one.day)}" for one in objections)
    text = f"it was not accepted: objection by {who}; acceptance takes {condition}"
    missing = Missing(kind="agreement", text="acceptance by those who objected")
    return Unmet(text, "VCLT 24(1)", (missing,), tuple(one.act for one in objections))


def _too_few(condition: Consents, consents: CountedConsents, day: int) -> Unmet:
    counted = consents.counted(day, condition.means)
    if condition.of is not None:
        counted = counted.among(consents.group(condition.of, day))
    of = f" by {wording.members(condition.of)}" if condition.of else ""
    means = [each.replace("_", " ") for each in sorted(condition.means)]
    by = f" by {listed(means, 'or')}" if means else ""
    return _counted(counted, condition.count, f"{by}{of}")


def _counted(counted: PartialSet, needed: int, whose: str, note: str = "") -> Unmet:
    """Say how many of the consents needed have been given, and how many are lacking."""
    given, lacking = len(counted.certain), max(needed - len(counted.certain), 0)
    surely = " certainly" if counted.certain != counted.possible else ""
    has = "has" if given == 1 else "have"
    consents = "the 1 consent" if needed == 1 else f"the {needed} consents"
    text = f"{given or 'none'} of {consents}{whose} needed {has}{surely} been given{note}"
    if needed == 1:
        text = f"the consent{whose} needed has not{surely} been given{note}"
    missing = Missing(kind="consent", text=f"{_more(lacking)}{whose}", count=lacking)
    return Unmet(text, "VCLT 16, 24(1)", (missing,))


def _too_small(condition: FractionOf | MembersOf, consents: CountedConsents, day: int) -> Unmet:
    """Say how many of a group are lacking, and which where all are needed."""
    counted = consents.counted(day)
    if isinstance(condition, MembersOf):
        group = consents.group(condition.group, day)
        return _counted(counted.among(group), condition.at_least, f" by {wording.members(condition.group)}")
    of = consents.measured(condition, day)
    if of.certain != of.possible:
        missing = Missing(kind="consent", text=described(condition, consents))
        return Unmet(f"this is not certain: {described(condition, consents)}", "VCLT 16, 24(1)", (missing,))
    codes = _all_lacking(condition, consents, day)
    if codes:
        verb = "has" if len(codes) == 1 else "have"
        names = listed(map(name, codes))
        each = tuple(_by_one(condition, person(code), code, consents, day) for code in codes)
        return Unmet(f"{names} {verb} not consented to be bound", "VCLT 16, 24(1)", each)
    most = wording.threshold(condition.at_least, condition.more_than)
    adoption = ", counted at adoption" if condition.as_at == "adoption" else ""
    note = f" ({most} of {len(of.certain)}{adoption})"
    whose = f" by {wording.members(condition.of)}"
    return _counted(counted.among(of), _needed(condition, len(of.certain)), whose, note)


def _needed(condition: FractionOf, size: int) -> int:
    if condition.at_least is not None:
        return max(ceil(condition.at_least * size), 1)
    return int((condition.more_than or Fraction(0)) * size) + 1


def _all_lacking(condition: FractionOf, consents: CountedConsents, day: int) -> tuple[str, ...]:
    if condition.at_least != 1:
        return ()
    of = consents.measured(condition, day)
    lacking = of.without(consents.counted(day).certain)
    return tuple(code_valid_on(who, day_of(day)) for who in sorted(lacking.certain))


def _more(count: int) -> str:
    return f"{count} more {'consent' if count == 1 else 'consents'}"


def _too_light(condition: Share, consents: CountedConsents, day: int) -> Unmet:
    table = consents.weights(condition.of)
    of = condition.of.replace("_", " ")
    if table is None:
        missing = Missing(kind="records", text=f"the table of {of}")
        return Unmet(f"the table of {of} is not recorded", "VCLT 24(1)", (missing,))
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
    return Unmet(text, "VCLT 24(1)", (*unknown, Missing(kind="consent", text=more)))


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
    of = condition.of.replace("_", " ")
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
