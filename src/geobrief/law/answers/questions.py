"""The questions that can be asked of a treaty: each with its course and its reasons."""

from collections.abc import Callable, Iterable
from functools import partial

import attrs

from geobrief.actors import person
from geobrief.answer import Missing, Reason
from geobrief.law.answers.interpreted import InterpretedTreaty, dispute_words, disputed_words
from geobrief.law.reasons import entry_into_force as why_entry
from geobrief.law.reasons import parties as why_party
from geobrief.law.reasons.between_two import between as why_between
from geobrief.law.reasons.interim_obligation import interim as why_interim
from geobrief.law.reasons.names import name
from geobrief.law.reasons.provisional_application import provisional as why_provisional
from geobrief.law.reasons.reason import Explanation, act_reason, once
from geobrief.law.reasons.reported import reported
from geobrief.law.reasons.suspension import operative as why_operative
from geobrief.law.reasons.termination import ended_by
from geobrief.law.rules import between_two, interim_obligation, provisional_application, suspension
from geobrief.law.rules.history import History
from geobrief.law.rules.reported import reported_by_day
from geobrief.law.uncertain.span import Interval
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.act import Act
from geobrief.truth import Truth
from geobrief.words import listed

__all__ = ["QUESTIONS", "TreatyQuestion", "as_disputed", "uncovered"]

ENDING = ("termination",)
LEAVING = ("termination", "withdrawal")

Why = Callable[[int, Truth], Explanation]
Telling = Callable[[History, int, Truth], Explanation]


@attrs.frozen
class TreatyQuestion:
    """One question: its words, what holds on which day, and why."""

    question: str
    by_day: TruthByDay
    why: Why


def in_force(interpreted: InterpretedTreaty) -> TreatyQuestion:
    """Ask whether the treaty is in force."""
    clause = interpreted.treaty.withdrawal
    by_leaving = interpreted.treaty.is_bilateral or (
        clause is not None and clause.minimum_parties is not None
    )
    ending = (*(LEAVING if by_leaving else ENDING), *interpreted.opposing, *interpreted.expiring)
    return _question(
        interpreted,
        f"is {interpreted.treaty.name} in force?",
        lambda history: history.in_force,
        why_entry.in_force,
        ending=ending,
    )


def party(interpreted: InterpretedTreaty, who: str) -> TreatyQuestion:
    """Ask whether the treaty is in force for a state."""
    return _question(
        interpreted,
        f"is {interpreted.treaty.name} in force for {name(who)}?",
        lambda history: TruthByDay.during(history.party(who)),
        lambda history, day, value: why_party.party(history, who, day, value),
        states=(who,),
        bringing=_bringing(interpreted, who),
        ending=(*LEAVING, *interpreted.opposing, *interpreted.expiring),
    )


def between(interpreted: InterpretedTreaty, a: str, b: str) -> TreatyQuestion:
    """Ask whether the treaty is in force between two states."""
    if a == b:
        return _with_itself(interpreted, a)
    return _question(
        interpreted,
        f"is {interpreted.treaty.name} in force between {name(a)} and {name(b)}?",
        partial(between_two.by_day, a=a, b=b),
        lambda history, day, value: why_between(history, a, b, day, value),
        states=(a, b),
        bringing=_bringing(interpreted, a, b),
        ending=(*LEAVING, "objection", *interpreted.opposing, *interpreted.expiring),
    )


def operative(interpreted: InterpretedTreaty, a: str, b: str) -> TreatyQuestion:
    """Ask whether the treaty is performed between two states (VCLT 72)."""
    if a == b:
        return _with_itself(interpreted, a)

    def by_day(history: History) -> TruthByDay:
        return suspension.operative_by_day(history, a, b)

    def why(history: History, day: int, value: Truth) -> Explanation:
        return why_operative(history, a, b, day, value)

    question = f"is {interpreted.treaty.name} operative between {name(a)} and {name(b)}?"
    ending = (*LEAVING, "objection", "suspension", *interpreted.opposing, *interpreted.expiring)
    brings = _bringing(interpreted, a, b)
    return _question(interpreted, question, by_day, why, states=(a, b), bringing=brings, ending=ending)


def _with_itself(interpreted: InterpretedTreaty, who: str) -> TreatyQuestion:
    """Answer that nobody owes itself a treaty: two codes of one person in law are one state."""
    text = f"a treaty is between different states, and this is {name(who)} twice"
    found = Explanation((Reason(text=text, rule="VCLT 2(1)(a)"),))
    question = f"is {interpreted.treaty.name} in force between {name(who)} and itself?"
    return TreatyQuestion(question, TruthByDay.constant(Truth.NO), lambda _day, _: found)


def signatory(interpreted: InterpretedTreaty, who: str) -> TreatyQuestion:
    """Ask whether a state has signed."""
    return _question(
        interpreted,
        f"has {name(who)} signed {interpreted.treaty.name}?",
        lambda history: TruthByDay.during(history.signed(who)),
        lambda history, day, value: why_party.signatory(history, who, day, value),
        bringing=("signature",),
        ending=("withdrawal",),
        binding=False,
    )


def contracting(interpreted: InterpretedTreaty, who: str) -> TreatyQuestion:
    """Ask whether a state's consent to be bound is established."""
    return _question(
        interpreted,
        f"is {name(who)} a contracting state of {interpreted.treaty.name}?",
        lambda history: TruthByDay.during(history.contracting(who)),
        lambda history, day, _: why_party.party(history, who, day),
        bringing=_bringing(interpreted, who),
        ending=(*LEAVING, *interpreted.expiring),
    )


def provisionally(interpreted: InterpretedTreaty, who: str) -> TreatyQuestion:
    """Ask whether a state applies the treaty provisionally."""
    clause = interpreted.treaty.provisional_application
    by_signature = clause is not None and clause.since != "notification"
    return _question(
        interpreted,
        f"does {name(who)} apply {interpreted.treaty.name} provisionally?",
        lambda history: provisional_application.by_day(history, who),
        lambda history, day, value: why_provisional(history, who, day, value),
        bringing=("provisional_application", *(("signature",) if by_signature else ())),
        ending=("renunciation", "provisional_application", *LEAVING, *interpreted.bringing),
    )


def interim(interpreted: InterpretedTreaty, who: str) -> TreatyQuestion:
    """Ask whether a state must not defeat the object and purpose before entry."""
    return _question(
        interpreted,
        f"is {name(who)} bound by the interim obligation of {interpreted.treaty.name}?",
        lambda history: interim_obligation.by_day(history, who),
        lambda history, day, value: why_interim(history, who, day, value),
        bringing=("signature", *interpreted.bringing),
        ending=("renunciation", *LEAVING, *interpreted.bringing),
    )


def _bringing(interpreted: InterpretedTreaty, *states: str) -> frozenset[str]:
    """Give the kinds of act by which some states could come to be bound; none, where it is closed to one."""
    named = frozenset(map(person, interpreted.treaty.between))
    return frozenset() if named and not named.issuperset(states) else interpreted.bringing


def _performed(ask: Callable[..., TreatyQuestion]) -> Callable[..., TreatyQuestion]:
    """Make a question about a treaty's force one that supersession answers."""
    return lambda interpreted, *states: _until_superseded(interpreted, ask(interpreted, *states))


QUESTIONS: dict[str, Callable[..., TreatyQuestion]] = {
    "in-force": _performed(in_force),
    "party": _performed(party),
    "between": _performed(between),
    "operative": _performed(operative),
    "signatory": signatory,
    "contracting": contracting,
    "provisional": provisionally,
    "interim": interim,
}


def _question(
    interpreted: InterpretedTreaty,
    question: str,
    by_day_of: Callable[[History], TruthByDay],
    why: Telling,
    *,
    states: tuple[str, ...] = (),
    bringing: Iterable[str] | None = None,
    ending: Iterable[str] = LEAVING,
    binding: bool = True,
) -> TreatyQuestion:
    """Put a question under the conditions that hold for all: binding, reported, covered, disputed."""
    if binding and not interpreted.treaty.binding:
        return TreatyQuestion(question, TruthByDay.constant(Truth.NO), lambda _day, _: NOT_A_TREATY)
    if interpreted.is_only_reported and binding:
        found = reported(interpreted.treaty, states)
        by_day = reported_by_day(interpreted.treaty, states)
        return TreatyQuestion(question, _limited(interpreted, by_day), lambda _day, _: found)
    brings = tuple(interpreted.bringing if bringing is None else bringing)
    ends = tuple(ending)
    plain = interpreted.agreed(by_day_of)
    by_day = interpreted.coverage.limit(plain, bringing=brings, ending=ends)

    def explain(day: int, value: Truth) -> Explanation:
        found = _explain(interpreted, by_day_of, why, plain, day, value, (brings, ends))
        return found if value.is_yes else _with_extensions(interpreted, day, found)

    return TreatyQuestion(question, by_day, explain)


def _until_superseded(interpreted: InterpretedTreaty, asked: TreatyQuestion) -> TreatyQuestion:
    """Answer no once a treaty is superseded, though nobody recorded what had become of it."""
    if not (interpreted.superseded and interpreted.coverage.absent & interpreted.bringing):
        return asked
    ending = interpreted.superseded[0]
    over = _limited(interpreted, TruthByDay.during([Interval(ending.day)]))

    def why(day: int, value: Truth) -> Explanation:
        if not over.at(day).is_yes or not asked.by_day.at(day).is_unknown:
            return asked.why(day, value)
        return Explanation((ended_by(interpreted.history, ending, day),))

    return TreatyQuestion(asked.question, asked.by_day.settled(over, Truth.NO), why)


def _limited(interpreted: InterpretedTreaty, by_day: TruthByDay) -> TruthByDay:
    if interpreted.coverage.projected:
        return by_day
    return by_day.after(interpreted.coverage.last, Truth.UNKNOWN)


def _explain(
    interpreted: InterpretedTreaty,
    by_day_of: Callable[[History], TruthByDay],
    why: Telling,
    plain: TruthByDay,
    day: int,
    value: Truth,
    kinds: tuple[tuple[str, ...], tuple[str, ...]],
) -> Explanation:
    recorded = plain.at(day)
    coverage = interpreted.coverage
    if day > coverage.last and not coverage.projected:
        text = f"the records are complete only up to {coverage.day()}"
        found = once(why(interpreted.history, day, recorded))
        missing = coverage.missing(recorded, day, *kinds)
        return Explanation((Reason(text=text, rule="horizon", because=found.reasons),), missing)
    disputed = interpreted.dispute(by_day_of, day) if recorded.is_unknown else None
    found = once(_told(interpreted, why, by_day_of, day, recorded))
    if disputed is not None:
        return once(Explanation((*disputed.reasons, *found.reasons), (*disputed.missing, *found.missing)))
    if value is not recorded:
        missing = coverage.missing(recorded, day, *kinds)
        return Explanation((uncovered(missing), *found.reasons), (*missing, *found.missing))
    if day > coverage.last:
        text = f"assuming that nothing has changed since {coverage.day()}"
        return Explanation((*found.reasons, Reason(text=text, rule="assumption")), found.missing)
    if value.is_unknown and not found.missing:
        return _turns_on_days(found)
    return found


def _with_extensions(interpreted: InterpretedTreaty, day: int, found: Explanation) -> Explanation:
    """Add that extensions are not recorded, once the term may be over but for one."""
    if (
        "extension" not in interpreted.coverage.absent
        or not interpreted.history.terms.expiry.lo <= day <= interpreted.coverage.last
    ):
        return found
    missing = Missing(kind="records", text="extensions are not recorded")
    return Explanation(found.reasons, (missing, *found.missing)) if found.missing else found


def uncovered(missing: tuple[Missing, ...]) -> Reason:
    """Say that the records do not cover a question, and what they lack."""
    text = "the records do not cover this" + (f": {missing[0]}" if missing else "")
    return Reason(text=text, rule="coverage")


def _turns_on_days(found: Explanation) -> Explanation:
    """Say that it turns on days that are not known exactly, unless that is said."""
    missing = (Missing(kind="day", text="the exact days of the acts"),)
    if found.reasons and " may " in found.reasons[0].text:
        return Explanation(found.reasons, missing)
    turning = Reason(text="it turns on the exact days of the acts, which are not recorded")
    return Explanation((turning, *found.reasons), missing)


def _told(
    interpreted: InterpretedTreaty,
    why: Telling,
    by_day_of: Callable[[History], TruthByDay],
    day: int,
    value: Truth,
) -> Explanation:
    """Give the reasons; where disputed acts change them, those with and those without each act."""
    found = why(interpreted.history, day, value)
    if len(interpreted.tellings) == 1:
        return found
    with_all = why(interpreted.history, day, by_day_of(interpreted.history).at(day))
    other: dict[str, tuple[Reason, list[Act]]] = {}
    for act, history in interpreted.tellings[1:]:
        first = why(history, day, by_day_of(history).at(day)).reasons[:1]
        if act is not None and first and first[0].text != with_all.reasons[0].text:
            other.setdefault(first[0].text, (first[0], []))[1].append(act)
    if not other:
        return as_disputed(interpreted, found)
    acts = tuple(dict.fromkeys(act for _, every in other.values() for act in every))
    words = listed(f"the {disputed_words(act)}" for act in acts)
    either = [_given(f"with {words}", with_all.reasons[0], with_all.reasons[1:])]
    for reason, left_out in other.values():
        alone = listed((f"the {disputed_words(act)}" for act in left_out), "or")
        without = "it" if len(acts) == 1 else alone
        either.append(_given(f"without {without}", reason, ()))
    if value.is_unknown:
        return Explanation(tuple(either), found.missing)
    text = "; ".join(each.text for each in either)
    return Explanation((act_reason(text, "", *acts, because=either),), found.missing)


def as_disputed(interpreted: InterpretedTreaty, found: Explanation) -> Explanation:
    """Say of each reason that rests on an act whose effect is open, that it is."""
    open_acts = {act.id: act for act, _ in interpreted.tellings[1:] if act is not None}

    def told(reason: Reason) -> Reason:
        because = tuple(map(told, reason.because))
        act = open_acts.get(reason.records[0]) if len(reason.records) == 1 else None
        which = "" if act is None or act.contested else "which "
        words = f", {which}{dispute_words(act)}" if act else ""
        text = reason.text if act and dispute_words(act) in reason.text else f"{reason.text}{words}"
        return attrs.evolve(reason, text=text, because=because)

    return Explanation(tuple(map(told, found.reasons)), found.missing) if open_acts else found


def _given(condition: str, first: Reason, rest: Iterable[Reason]) -> Reason:
    return attrs.evolve(first, text=f"{condition}: {first.text}", because=(*first.because, *rest))


NOT_A_TREATY = Explanation(
    (Reason(text="it is not a treaty but a political commitment", rule="VCLT 2(1)(a)"),)
)
