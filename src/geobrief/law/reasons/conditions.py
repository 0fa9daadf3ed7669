"""What each kind of condition asks for, in words, and what is still to happen: typed, and countable."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import ceil, floor
from typing import Any, Final

import attrs

from geobrief.actors import person
from geobrief.answer import Missing
from geobrief.closed import for_every
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.acts.related_treaties import RelatedTreaties
from geobrief.law.reasons import days
from geobrief.law.reasons.names import author, code_and_name, code_on, have, name, treaty_name
from geobrief.law.reasons.reason import FEW, Explanation, act_missing, reason
from geobrief.law.rules.conditions import holds
from geobrief.law.rules.counting import CountedConsents
from geobrief.law.uncertain.partial_set import PartialSet
from geobrief.law.uncertain.span import Span
from geobrief.model import condition, wording
from geobrief.model.condition import Condition
from geobrief.model.objection import Objection
from geobrief.model.treaty import Treaty
from geobrief.values.exact import exact_text
from geobrief.values.when import When
from geobrief.words import listed, worded

__all__ = ["described", "entry_rule", "exchanged", "lacking", "treaty_missing", "unmet"]


def described(upon: Condition, consents: CountedConsents) -> str:
    """Write a condition with the names of other treaties and with days as sentences have them."""
    return _WORDS[type(upon)].described(upon, consents)


def unmet(upon: Condition, consents: CountedConsents, day: int) -> Explanation:
    """Say which parts of a condition do not surely hold on a day, and what is missing."""
    if holds(upon, consents, day).is_yes:
        return Explanation()
    return _WORDS[type(upon)].unmet(upon, consents, day)


def exchanged(upon: condition.Exchange) -> str:
    """Name what is exchanged.

    >>> exchanged(condition.Exchange("notes"))
    'notes'
    """
    return "instruments of ratification" if upon.of == "instruments" else "notes"


def lacking(
    treaty: Treaty, text: str, *missing: Missing, rule: str = "", acts: Sequence[DatedAct] = ()
) -> Explanation:
    """Say what keeps a treaty from entering into force, by its clause or by acts that stop it (VCLT 24)."""
    on = acts or ((treaty,) if treaty.entry_into_force else ())
    return Explanation((reason(text, rule or entry_rule(treaty), *on),), missing)


def entry_rule(treaty: Treaty) -> str:
    """Cite the rule by which a treaty enters into force: its clause, or the consent of all negotiators."""
    return "VCLT 24(1)" if treaty.entry_into_force else "VCLT 24(2)"


def treaty_missing(upon: condition.TreatyInForce, related: RelatedTreaties) -> Missing:
    """Say that the entry into force of another treaty would decide."""
    text = f"entry into force of {treaty_name(upon.treaty, related)}"
    return Missing(kind="treaty", text=text, treaty=upon.treaty)


# Conditions made of others ----------------------------------------------------------------


def _parts(upon: condition.AllOf | condition.AnyOf, consents: CountedConsents) -> Iterator[str]:
    for part in upon.parts:
        text = described(part, consents)
        yield f"({text})" if part.parts and type(part) is not type(upon) else text


def _not_all_met(upon: condition.AllOf, consents: CountedConsents, day: int) -> Explanation:
    return sum((unmet(part, consents, day) for part in upon.parts), Explanation())


def _none_met(upon: condition.AnyOf, consents: CountedConsents, day: int) -> Explanation:
    ways = tuple(_as_one(unmet(part, consents, day).missing) for part in upon.parts)
    text = " or ".join(f"({way})" if way.kind == "all_of" else str(way) for way in ways)
    missing = Missing(kind="one_of", text=text, parts=ways)
    return lacking(consents.treaty, f"none of these has happened: {text}", missing)


def _as_one(missing: tuple[Missing, ...]) -> Missing:
    if len(missing) == 1:
        return missing[0]
    return Missing(kind="all_of", text=listed(map(str, missing)), parts=missing)


# Acts of certain states -------------------------------------------------------------------


def _unsigned(upon: condition.Signed, consents: CountedConsents, day: int) -> Explanation:
    by_all = upon.by == "all"
    states = consents.negotiators if by_all else consents.group_named(upon.by)
    if states is None:
        return _unrecorded(consents) if by_all else _unknown(consents, upon.by)
    codes = _without_consent(states, consents, day)
    missing = [
        _consent_of(code, consents, day)
        if _has_signed(code, consents, day)
        else act_missing("signature", "signature", code)
        for code in codes
    ]
    bound = any(each.kind == "consent" for each in missing)
    text = f"{have(codes)} not {'consented to be bound' if bound else 'signed definitively'}"
    return lacking(consents.treaty, text, *missing, rule="VCLT 12, 24(1)")


def _unnotified(upon: condition.Notifications, consents: CountedConsents, day: int) -> Explanation:
    if consents.negotiators is None:
        return _unrecorded(consents)
    codes = _without_consent(consents.negotiators, consents, day)
    text = f"notification by {listed(map(name, codes))} has not been {upon.day}"
    missing = (act_missing("notification", "notification", code) for code in codes)
    return lacking(consents.treaty, text, *missing, rule="VCLT 16(c), 24(1)")


def _unnamed(upon: condition.Named, consents: CountedConsents, day: int) -> Explanation:
    states = consents.group_named(upon.states)
    if states is None:
        return _unknown(consents, upon.states)
    return _unbound(_without_consent(states, consents, day), consents, day)


def _without_consent(states: Iterable[str], consents: CountedConsents, day: int) -> list[str]:
    """List those who have not surely consented, by the codes of the day."""
    lack = (who for who in states if not consents.has_consented(who, day).is_yes)
    return [code_on(who, day) for who in lack]


def _unbound(codes: list[str], consents: CountedConsents, day: int) -> Explanation:
    missing = (_consent_of(code, consents, day) for code in codes)
    text = f"{have(codes)} not consented to be bound"
    return lacking(consents.treaty, text, *missing, rule="VCLT 16, 24(1)")


def _has_signed(code: str, consents: CountedConsents, day: int) -> bool:
    return any(each.may_hold_on(day) for each in consents.acts.of(person(code)).signed)


def _consent_of(code: str, consents: CountedConsents, day: int) -> Missing:
    has_signed = _has_signed(code, consents, day)
    return act_missing("consent", "ratification" if has_signed else "signature and ratification", code)


def _unrecorded(
    consents: CountedConsents, who: str = "who negotiated the treaty", rule: str = ""
) -> Explanation:
    missing = Missing(kind="records", text=who)
    return lacking(consents.treaty, f"it is not recorded {who}", missing, rule=rule)


def _unknown(consents: CountedConsents, names: Iterable[str]) -> Explanation:
    """Say that a condition names a group of which nobody is recorded."""
    unknown = [each.replace("-", " ") for each in names if each.islower()] or names
    return _unrecorded(consents, f"who is meant by {listed(unknown)}", "VCLT 24(1)")


# Acts done together, days, other treaties and silence -------------------------------------


def _unexchanged(upon: condition.Exchange, consents: CountedConsents, _day: int) -> Explanation:
    states = consents.treaty.between
    between = f" between {listed(map(code_and_name, states))}" if states else ""
    missing = Missing(kind="exchange", text=f"exchange of {upon.of}{between}", by=states)
    rule = "VCLT 16(a), 24(1)" if upon.of == "instruments" else "VCLT 13, 24(1)"
    return lacking(consents.treaty, f"{exchanged(upon)} have not been exchanged", missing, rule=rule)


def _not_in_force(upon: condition.TreatyInForce, consents: CountedConsents, _day: int) -> Explanation:
    text = f"{treaty_name(upon.treaty, consents.related)} is not in force"
    return lacking(consents.treaty, text, treaty_missing(upon, consents.related))


def _day_to_come(
    upon: condition.OnDate | condition.Agreed, consents: CountedConsents, _day: int
) -> Explanation:
    if isinstance(upon.on, When):
        text = f"it was to enter into force {days.on(Span.of(upon.on))}"
        missing = Missing(kind="day", text=described(upon, consents))
    else:
        text = "the negotiating states have not agreed on a day"
        missing = Missing(kind="agreement", text="agreement of the negotiating states on the day")
    return lacking(consents.treaty, text, missing)


def _agreed_described(upon: condition.Agreed, _consents: CountedConsents) -> str:
    return f"{days.named(Span.of(upon.on))}, as agreed" if isinstance(upon.on, When) else str(upon)


def _not_accepted(upon: condition.NoObjections, consents: CountedConsents, day: int) -> Explanation:
    """Say until when parties may object to an amendment, or who has stopped it."""
    objections = [
        one
        for state_acts in consents.acts.by_state.values()
        if not consents.opposed(state_acts.who, upon).is_no
        for one, _ in state_acts.done(Objection)
        if one.day.lo <= day
    ]
    if consents.deadline(upon).hi > day or not objections:
        text = f"it was to enter into force after {upon}"
        return lacking(consents.treaty, text, Missing(kind="day", text=str(upon)))
    who = listed(f"{author(one)} {days.on(one.day)}" for one in objections)
    text = f"it was not accepted: objection by {who}; acceptance takes {upon}"
    missing = Missing(kind="agreement", text="acceptance by those who objected")
    return lacking(consents.treaty, text, missing, acts=objections)


# Numbers, fractions and shares ------------------------------------------------------------


def _too_few(upon: condition.Consents, consents: CountedConsents, day: int) -> Explanation:
    counted = consents.counted(day, upon.means, of=upon.of)
    if upon.of is not None:
        counted = counted.among(consents.group(upon.of, day))
    of = f" by {wording.members(upon.of)}" if upon.of else ""
    means = listed(map(worded, sorted(upon.means)), "or")
    return _counted(consents, counted, upon.count, f" by {means}{of}" if means else of)


def _too_few_members(upon: condition.MembersOf, consents: CountedConsents, day: int) -> Explanation:
    return _too_few(condition.Consents(upon.at_least, of=upon.group), consents, day)


def _too_small(upon: condition.FractionOf, consents: CountedConsents, day: int) -> Explanation:
    """Say how many of a set are lacking, and which where all are needed."""
    counted, of = consents.counted(day, of=upon.of), consents.measured(upon, day)
    if of.certain != of.possible:
        missing = Missing(kind="consent", text=str(upon))
        return lacking(consents.treaty, f"this is not certain: {upon}", missing, rule="VCLT 16, 24(1)")
    size = len(of.certain)
    if upon.at_least == 1 and (lack := sorted(of.certain - counted.certain)):
        return _unbound([code_on(who, day) for who in lack], consents, day)
    needed = int((upon.more_than or Fraction(0)) * size) + 1
    if upon.at_least is not None:
        needed = max(ceil(upon.at_least * size), 1)
    most = wording.threshold(upon.at_least, upon.more_than)
    adoption = ", counted at adoption" if upon.as_at == "adoption" else ""
    note, whose = f" ({most} of {size}{adoption})", f" by {wording.members(upon.of)}"
    return _counted(consents, counted.among(of), needed, whose, note)


def _counted(
    consents: CountedConsents, counted: PartialSet, needed: int, whose: str, note: str = ""
) -> Explanation:
    """Say how many of the consents needed have been given, and how many are lacking."""
    given, lack = len(counted.certain), max(needed - len(counted.certain), 0)
    surely = " certainly" if counted.certain != counted.possible else ""
    has = "has" if given == 1 else "have"
    text = f"{given or 'none'} of the {needed} consents{whose} needed {has}{surely} been given{note}"
    if needed == 1:
        text = f"the consent{whose} needed has not{surely} been given{note}"
    more = f"{lack} more {'consent' if lack == 1 else 'consents'}{whose}"
    missing = Missing(kind="consent", text=more, count=lack)
    return lacking(consents.treaty, text, missing, rule="VCLT 16, 24(1)")


def _too_light(upon: condition.Share, consents: CountedConsents, day: int) -> Explanation:
    of, table = worded(upon.of), consents.weights(upon.of)
    if table is None:
        missing = Missing(kind="records", text=f"the table of {of}")
        return lacking(consents.treaty, f"the table of {of} is not recorded", missing)
    counted = consents.counted(day, of=upon.of)
    low, high = table.carried(counted)
    held = low / table.total if table.total else Fraction(0)
    needed, more = _weight_needed(upon, held, of)
    text = f"the consents carry {'at least ' if high > low else ''}{_percent(held)} of {of}, {needed}"
    unknown = [code for code in consents.treaty.weights[upon.of].unknown if person(code) in counted.possible]
    if unknown:
        text += f"; the weight of {listed(name(code, day) for code in unknown)} is not known"
    if absent := table.absent(counted.possible):
        carry = "carries" if len(absent) == 1 else "carry"
        who = listed(name(each, day) for each in absent) if len(absent) <= FEW else f"{len(absent)} states"
        text += f"; {who}, absent from the table, {carry} nothing"
    weights = (
        Missing(kind="records", text=f"the weight of {code_and_name(code)} in the table of {of}", by=(code,))
        for code in unknown
    )
    return lacking(consents.treaty, text, *weights, Missing(kind="consent", text=more))


def _weight_needed(upon: condition.Share, held: Fraction, of: str) -> tuple[str, str]:
    """Say how much must be carried, and what is lacking."""
    if upon.at_least is not None:
        lack = _percent(upon.at_least - held, upwards=True)
        return f"{_percent(upon.at_least)} are needed", f"consents that carry another {lack} of {of}"
    needed = upon.more_than or Fraction(0)
    more = f"consents that carry more than another {_percent(needed - held, upwards=True)} of {of}"
    if needed == held:
        more = f"one more consent that carries any {of}"
    return f"more than {_percent(needed)} is needed", more


def _percent(share: Fraction, *, upwards: bool = False) -> str:
    """Write a share in per cent, to two places, never beyond what it is; ``upwards``, never below."""
    places = share * 10_000
    return f"{exact_text(Fraction(ceil(places) if upwards else floor(places), 100))} %"


# One row for every kind -------------------------------------------------------------------


@attrs.frozen
class _Words:
    """How one kind of condition is put into words.

    Attributes:
        unmet: says what is still to happen, where it does not surely hold on a day.
        described: writes what it asks for: as it reads by itself, if it names no other treaty and no day.
    """

    unmet: Callable[[Any, CountedConsents, int], Explanation]
    described: Callable[[Any, CountedConsents], str] = lambda upon, _: str(upon)


_WORDS: Final[Mapping[type[Condition], _Words]] = for_every(
    condition.CONDITIONS,
    "_WORDS of geobrief.law.reasons.conditions",
    {
        condition.Signed: _Words(_unsigned),
        condition.Exchange: _Words(_unexchanged),
        condition.Notifications: _Words(_unnotified),
        condition.Consents: _Words(_too_few),
        condition.Named: _Words(_unnamed),
        condition.FractionOf: _Words(_too_small),
        condition.MembersOf: _Words(_too_few_members),
        condition.Share: _Words(_too_light),
        condition.OnDate: _Words(_day_to_come, lambda upon, _: days.named(Span.of(upon.on))),
        condition.TreatyInForce: _Words(
            _not_in_force, lambda upon, consents: treaty_missing(upon, consents.related).text
        ),
        condition.Agreed: _Words(_day_to_come, _agreed_described),
        condition.NoObjections: _Words(_not_accepted),
        condition.AllOf: _Words(
            _not_all_met, lambda upon, consents: wording.together(_parts(upon, consents))
        ),
        condition.AnyOf: _Words(_none_met, lambda upon, consents: " or ".join(_parts(upon, consents))),
    },
)
