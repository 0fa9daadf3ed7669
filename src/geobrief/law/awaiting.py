"""What is still to happen before a treaty enters into force: typed, and countable."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil

import attrs

from geobrief.actors import code_valid_on, person
from geobrief.answer import Missing
from geobrief.law.names import code_and_name, joined
from geobrief.law.register import Register
from geobrief.law.span import day_of
from geobrief.law.trigger import holds
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
from geobrief.values.exact import exact_text

__all__ = ["Unmet", "unmet"]


@attrs.frozen
class Unmet:
    """A part of a condition that is not met on a day, in words, and what is missing."""

    text: str
    rule: str
    missing: tuple[Missing, ...]


def unmet(condition: Condition, register: Register, day: int) -> tuple[Unmet, ...]:
    """List the parts of a condition that do not surely hold on a day."""
    return tuple(_unmet(condition, register, day))


def _unmet(condition: Condition, register: Register, day: int) -> Iterator[Unmet]:
    if holds(condition, register, day).is_yes:
        return
    if isinstance(condition, AllOf):
        for part in condition.conditions:
            yield from _unmet(part, register, day)
    elif isinstance(condition, AnyOf):
        yield _none_of(condition, register, day)
    elif isinstance(condition, Named | Notifications | Signed):
        yield _states(condition, register, day)
    else:
        yield _simple(condition, register, day)


def _none_of(condition: AnyOf, register: Register, day: int) -> Unmet:
    ways = [tuple(_unmet(part, register, day)) for part in condition.conditions]
    parts = tuple(_as_one(tuple(each for way in found for each in way.missing)) for found in ways)
    text = " or ".join(str(part) for part in parts)
    return Unmet(
        f"none of these has happened: {text}", "VCLT 24(1)", (Missing(kind="one_of", text=text, parts=parts),)
    )


def _as_one(missing: tuple[Missing, ...]) -> Missing:
    if len(missing) == 1:
        return missing[0]
    return Missing(kind="all_of", text=joined(str(each) for each in missing), parts=missing)


def _states(condition: Condition, register: Register, day: int) -> Unmet:
    if isinstance(condition, Named):
        states: tuple[str, ...] | None = register.group_named(condition.states)
    elif isinstance(condition, Signed) and condition.by != "all":
        states = register.group_named(condition.by)
    else:
        states = register.negotiators
    if states is None:
        unnamed = Missing(kind="records", text="who negotiated the treaty")
        return Unmet("it is not recorded who negotiated the treaty", "VCLT 24(2)", (unnamed,))
    lacking = [who for who in states if not register.has_consented(who, day).is_yes]
    shown = [code_valid_on(who, day_of(day)) for who in lacking]
    missing = tuple(
        _by_one(condition, who, code, register, day) for who, code in zip(lacking, shown, strict=True)
    )
    names = joined(code_and_name(code) for code in shown)
    verb = "has" if len(shown) == 1 else "have"
    if isinstance(condition, Signed):
        return Unmet(f"{names} {verb} not signed definitively", "VCLT 12, 24(1)", missing)
    if isinstance(condition, Notifications):
        return Unmet(f"notification by {names} has not been {condition.day}", "VCLT 16(c), 24(1)", missing)
    return Unmet(f"{names} {verb} not consented to be bound", "VCLT 16, 24(1)", missing)


def _by_one(condition: Condition, who: str, code: str, register: Register, day: int) -> Missing:
    named = code_and_name(code)
    if isinstance(condition, Signed):
        return Missing(kind="signature", text=f"signature by {named}", by=(code,))
    if isinstance(condition, Notifications):
        return Missing(kind="notification", text=f"notification by {named}", by=(code,))
    signed = any(start.lo <= day < end.hi for start, end in register.docket.of(who).signed)
    act = "ratification" if signed else "signature and ratification"
    return Missing(kind="consent", text=f"{act} by {named}", by=(code,))


def _simple(condition: Condition, register: Register, day: int) -> Unmet:
    treaty = register.treaty
    if isinstance(condition, Exchange):
        what = "instruments of ratification" if condition.of == "instruments" else "notes"
        between = f" between {joined(map(code_and_name, treaty.between))}" if treaty.between else ""
        short = "instruments" if condition.of == "instruments" else "notes"
        missing = Missing(kind="exchange", text=f"exchange of {short}{between}", by=treaty.between)
        rule = "VCLT 16(a), 24(1)" if condition.of == "instruments" else "VCLT 13, 24(1)"
        return Unmet(f"{what} have not been exchanged", rule, (missing,))
    if isinstance(condition, Consents):
        return _too_few(condition, register, day)
    if isinstance(condition, Share):
        return _too_light(condition, register, day)
    if isinstance(condition, FractionOf | MembersOf):
        return _too_small(condition, register, day)
    if isinstance(condition, TreatyInForce):
        missing = Missing(
            kind="treaty", text=f"entry into force of {condition.treaty}", treaty=condition.treaty
        )
        return Unmet(f"{condition.treaty} is not in force", "VCLT 24(1)", (missing,))
    if isinstance(condition, OnDate | NoObjections) or (
        isinstance(condition, Agreed) and condition.on != "open"
    ):
        return Unmet(
            f"it was to enter into force on {condition}",
            "VCLT 24(1)",
            (Missing(kind="day", text=str(condition)),),
        )
    agreement = Missing(kind="agreement", text="agreement of the negotiating states on the day")
    return Unmet("the negotiating states have not agreed on a day", "VCLT 24(1)", (agreement,))


def _too_few(condition: Consents, register: Register, day: int) -> Unmet:
    counted = register.counted(day, condition.means)
    if condition.of is not None:
        counted = counted.among(register.group(condition.of, day))
    given = len(counted.certain)
    lacking = max(condition.count - given, 0)
    text = f"{given} of {condition.count} consents to be bound have been established"
    return Unmet(text, "VCLT 16, 24(1)", (Missing(kind="consent", text=_more(lacking), count=lacking),))


def _too_small(condition: FractionOf | MembersOf, register: Register, day: int) -> Unmet:
    """Say how many of a group are lacking, and which where all are needed."""
    rule = "VCLT 16, 24(1)"
    count = _lacking(condition, register, day)
    if not count:
        missing = Missing(kind="consent", text=str(condition), count=count)
        return Unmet(f"this is not met: {condition}", rule, (missing,))
    codes = _all_lacking(condition, register, day) if isinstance(condition, FractionOf) else ()
    if len(codes) == count:
        verb = "has" if count == 1 else "have"
        names = joined(map(code_and_name, codes))
        each = tuple(_by_one(condition, person(code), code, register, day) for code in codes)
        return Unmet(f"{names} {verb} not consented to be bound", rule, each)
    verb = "is" if count == 1 else "are"
    missing = Missing(kind="consent", text=f"{_more(count)} for {condition}", count=count)
    return Unmet(f"{_more(count)} {verb} needed for {condition}", rule, (missing,))


def _all_lacking(condition: FractionOf, register: Register, day: int) -> tuple[str, ...]:
    if condition.at_least != 1:
        return ()
    of = register.measured(condition, day)
    lacking = of.without(register.counted(day).certain)
    return tuple(code_valid_on(who, day_of(day)) for who in sorted(lacking.certain))


def _more(count: int) -> str:
    return f"{count} more {'consent' if count == 1 else 'consents'}"


def _lacking(condition: FractionOf | MembersOf, register: Register, day: int) -> int | None:
    counted = register.counted(day)
    if isinstance(condition, MembersOf):
        held = len(counted.among(register.group(condition.group, day)).certain)
        return max(condition.at_least - held, 0)
    of = register.measured(condition, day)
    if of.certain != of.possible:
        return None
    held, size = len(counted.among(of).certain), len(of.certain)
    if condition.at_least is not None:
        return max(ceil(condition.at_least * size) - held, 0)
    return max(int((condition.more_than or Fraction(0)) * size) + 1 - held, 0)


def _too_light(condition: Share, register: Register, day: int) -> Unmet:
    table = register.weights(condition.of)
    of = condition.of.replace("_", " ")
    if table is None:
        missing = Missing(kind="records", text=f"the table of {of}")
        return Unmet(f"the table of {of} is not recorded", "VCLT 24(1)", (missing,))
    low, _ = table.carried(register.counted(day))
    needed = condition.at_least if condition.at_least is not None else condition.more_than or Fraction(0)
    held = low / table.total if table.total else Fraction(0)
    more = Missing(kind="consent", text=f"consents that carry another {_percent(needed - held)} of {of}")
    return Unmet(
        f"the consents carry {_percent(held)} of {of}, {_percent(needed)} are needed", "VCLT 24(1)", (more,)
    )


def _percent(share: Fraction) -> str:
    return f"{exact_text(Fraction(round(share * 10_000), 100))} %"
