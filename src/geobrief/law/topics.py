"""The questions that can be asked of a treaty: each with its course and its reasons."""

from collections.abc import Callable, Iterable
from functools import partial

import attrs

from geobrief.actors import person
from geobrief.answer import Missing, Reason
from geobrief.law import interim, provisional, suspension
from geobrief.law.between import between_course, between_reasons
from geobrief.law.case import Case, dispute_words, disputed_words
from geobrief.law.course import Course
from geobrief.law.inquiry import Explanation
from geobrief.law.life import Life
from geobrief.law.reported import reported_course, reported_reasons
from geobrief.law.span import Interval
from geobrief.law.why import days
from geobrief.law.why import entry as why_entry
from geobrief.law.why import party as why_party
from geobrief.law.why.names import joined, name
from geobrief.law.why.reasons import act_reason, clause_reason, once
from geobrief.model.act import Act
from geobrief.truth import Truth

__all__ = ["TOPICS", "Topic", "as_disputed", "uncovered"]

ENDING = ("termination",)
LEAVING = ("termination", "withdrawal")

Why = Callable[[int, Truth], Explanation]
Telling = Callable[[Life, int, Truth], Explanation]


@attrs.frozen
class Topic:
    """One question: its words, what holds on which day, and why."""

    question: str
    course: Course
    why: Why


def in_force(case: Case) -> Topic:
    """Ask whether the treaty is in force."""
    clause = case.treaty.withdrawal
    by_leaving = case.treaty.is_bilateral or (clause is not None and clause.minimum_parties is not None)
    ending = (*(LEAVING if by_leaving else ENDING), *case.opposing, *case.expiring)
    return _topic(
        case,
        f"is {case.treaty.name} in force?",
        lambda life: life.in_force,
        why_entry.in_force,
        ending=ending,
    )


def party(case: Case, who: str) -> Topic:
    """Ask whether the treaty is in force for a state."""
    return _topic(
        case,
        f"is {case.treaty.name} in force for {name(who)}?",
        lambda life: Course.during(life.party(who)),
        lambda life, day, value: why_party.party(life, who, day, value),
        states=(who,),
        bringing=_bringing(case, who),
        ending=(*LEAVING, *case.opposing, *case.expiring),
    )


def between(case: Case, a: str, b: str) -> Topic:
    """Ask whether the treaty is in force between two states."""
    if a == b:
        return _with_itself(case, a)
    return _topic(
        case,
        f"is {case.treaty.name} in force between {name(a)} and {name(b)}?",
        partial(between_course, a=a, b=b),
        lambda life, day, value: between_reasons(life, a, b, day, value),
        states=(a, b),
        bringing=_bringing(case, a, b),
        ending=(*LEAVING, "objection", *case.opposing, *case.expiring),
    )


def operative(case: Case, a: str, b: str) -> Topic:
    """Ask whether the treaty is performed between two states (VCLT 72)."""
    if a == b:
        return _with_itself(case, a)

    def course(life: Life) -> Course:
        return between_course(life, a=a, b=b) & ~suspension.course(life, a, b)

    def why(life: Life, day: int, value: Truth) -> Explanation:
        found = between_reasons(life, a, b, day, value)
        if between_course(life, a=a, b=b).at(day).is_no:
            return found
        suspended = tuple(suspension.reasons_for(life, a, b, day))
        resumed = tuple(suspension.resumed(life, a, b, day)) if value.is_yes else ()
        return Explanation((*suspended, *resumed, *found.reasons), found.missing)

    question = f"is {case.treaty.name} operative between {name(a)} and {name(b)}?"
    ending = (*LEAVING, "objection", "suspension", *case.opposing, *case.expiring)
    brings = _bringing(case, a, b)
    return _topic(case, question, course, why, states=(a, b), bringing=brings, ending=ending)


def _with_itself(case: Case, who: str) -> Topic:
    """Answer that nobody owes itself a treaty: two codes of one person in law are one state."""
    text = f"a treaty is between different states, and this is {name(who)} twice"
    found = Explanation((Reason(text=text, rule="VCLT 2(1)(a)"),))
    question = f"is {case.treaty.name} in force between {name(who)} and itself?"
    return Topic(question, Course.constant(Truth.NO), lambda _day, _: found)


def signatory(case: Case, who: str) -> Topic:
    """Ask whether a state has signed."""
    return _topic(
        case,
        f"has {name(who)} signed {case.treaty.name}?",
        lambda life: Course.during(life.signed(who)),
        lambda life, day, _: why_party.signatory(life, who, day),
        bringing=("signature",),
        ending=("withdrawal",),
        binding=False,
    )


def contracting(case: Case, who: str) -> Topic:
    """Ask whether a state's consent to be bound is established."""
    return _topic(
        case,
        f"is {name(who)} a contracting state of {case.treaty.name}?",
        lambda life: Course.during(life.contracting(who)),
        lambda life, day, _: why_party.party(life, who, day),
        bringing=_bringing(case, who),
        ending=(*LEAVING, *case.expiring),
    )


def provisionally(case: Case, who: str) -> Topic:
    """Ask whether a state applies the treaty provisionally."""
    clause = case.treaty.provisional_application
    by_signature = clause is not None and clause.since != "notification"
    return _topic(
        case,
        f"does {name(who)} apply {case.treaty.name} provisionally?",
        lambda life: provisional.course(life, who),
        lambda life, day, _: provisional.reasons_for(life, who, day),
        bringing=("provisional_application", *(("signature",) if by_signature else ())),
        ending=("renunciation", "provisional_application", *LEAVING, *case.bringing),
    )


def interim_obligation(case: Case, who: str) -> Topic:
    """Ask whether a state must not defeat the object and purpose before entry."""
    return _topic(
        case,
        f"is {name(who)} bound by the interim obligation of {case.treaty.name}?",
        lambda life: interim.course(life, who),
        lambda life, day, value: interim.reasons_for(life, who, day, value),
        bringing=("signature", *case.bringing),
        ending=("renunciation", *LEAVING, *case.bringing),
    )


def _bringing(case: Case, *states: str) -> frozenset[str]:
    """Give the kinds of act by which some states could come to be bound; none, where it is closed to one."""
    named = frozenset(map(person, case.treaty.between))
    return frozenset() if named and not named.issuperset(states) else case.bringing


def _performed(ask: Callable[..., Topic]) -> Callable[..., Topic]:
    """Make a question about a treaty's force one that supersession answers."""
    return lambda case, *states: _until_superseded(case, ask(case, *states))


TOPICS: dict[str, Callable[..., Topic]] = {
    "in-force": _performed(in_force),
    "party": _performed(party),
    "between": _performed(between),
    "operative": _performed(operative),
    "signatory": signatory,
    "contracting": contracting,
    "provisional": provisionally,
    "interim": interim_obligation,
}


def _topic(
    case: Case,
    question: str,
    course_of: Callable[[Life], Course],
    why: Telling,
    *,
    states: tuple[str, ...] = (),
    bringing: Iterable[str] | None = None,
    ending: Iterable[str] = LEAVING,
    binding: bool = True,
) -> Topic:
    """Put a question under the conditions that hold for all: binding, reported, covered, disputed."""
    if binding and not case.treaty.binding:
        return Topic(question, Course.constant(Truth.NO), lambda _day, _: NOT_A_TREATY)
    if case.is_only_reported and binding:
        found = Explanation(reported_reasons(case.treaty, states))
        course = reported_course(case.treaty, states)
        return Topic(question, _limited(case, course), lambda _day, _: found)
    brings = tuple(case.bringing if bringing is None else bringing)
    ends = tuple(ending)
    plain = case.agreed(course_of)
    course = case.horizon.limit(plain, bringing=brings, ending=ends)

    def explain(day: int, value: Truth) -> Explanation:
        found = _explain(case, course_of, why, plain, day, value, (brings, ends))
        return found if value.is_yes else _with_extensions(case, day, found)

    return Topic(question, course, explain)


def _until_superseded(case: Case, topic: Topic) -> Topic:
    """Answer no once a treaty is superseded, though nobody recorded what had become of it."""
    if not (case.superseded and case.horizon.absent & case.bringing):
        return topic
    ending = case.superseded[0]
    over = _limited(case, Course.during([Interval(ending.day)]))

    def why(day: int, value: Truth) -> Explanation:
        if not over.at(day).is_yes or not topic.course.at(day).is_unknown:
            return topic.why(day, value)
        text = f"out of force {days.since(ending.day)}: {ending.text}"
        return Explanation((clause_reason(ending.by or case.treaty, text, ending.rule),))

    return Topic(topic.question, topic.course.settled(over, Truth.NO), why)


def _limited(case: Case, course: Course) -> Course:
    if case.horizon.projected:
        return course
    return course.after(case.horizon.last, Truth.UNKNOWN)


def _explain(
    case: Case,
    course_of: Callable[[Life], Course],
    why: Telling,
    plain: Course,
    day: int,
    value: Truth,
    kinds: tuple[tuple[str, ...], tuple[str, ...]],
) -> Explanation:
    recorded = plain.at(day)
    horizon = case.horizon
    if day > horizon.last and not horizon.projected:
        text = f"the records are complete only up to {horizon.day()}"
        found = once(why(case.life, day, recorded))
        missing = horizon.missing(recorded, day, *kinds)
        return Explanation((Reason(text=text, rule="horizon", because=found.reasons),), missing)
    disputed = case.dispute(course_of, day) if recorded.is_unknown else None
    found = once(_told(case, why, course_of, day, recorded))
    if disputed is not None:
        return once(Explanation((*disputed.reasons, *found.reasons), (*disputed.missing, *found.missing)))
    if value is not recorded:
        missing = horizon.missing(recorded, day, *kinds)
        return Explanation((uncovered(missing), *found.reasons), (*missing, *found.missing))
    if day > horizon.last:
        text = f"assuming that nothing has changed since {horizon.day()}"
        return Explanation((*found.reasons, Reason(text=text, rule="assumption")), found.missing)
    if value.is_unknown and not found.missing:
        return _turns_on_days(found)
    return found


def _with_extensions(case: Case, day: int, found: Explanation) -> Explanation:
    """Add that extensions are not recorded, once the term may be over but for one."""
    if "extension" not in case.horizon.absent or not case.life.terms.expiry.lo <= day <= case.horizon.last:
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
    case: Case, why: Telling, course_of: Callable[[Life], Course], day: int, value: Truth
) -> Explanation:
    """Give the reasons; where disputed acts change them, those with and those without each act."""
    found = why(case.life, day, value)
    if len(case.tellings) == 1:
        return found
    with_all = why(case.life, day, course_of(case.life).at(day))
    other: dict[str, tuple[Reason, list[Act]]] = {}
    for act, life in case.tellings[1:]:
        first = why(life, day, course_of(life).at(day)).reasons[:1]
        if act is not None and first and first[0].text != with_all.reasons[0].text:
            other.setdefault(first[0].text, (first[0], []))[1].append(act)
    if not other:
        return as_disputed(case, found)
    acts = tuple(dict.fromkeys(act for _, every in other.values() for act in every))
    words = joined(f"the {disputed_words(act)}" for act in acts)
    either = [_given(f"with {words}", with_all.reasons[0], with_all.reasons[1:])]
    for reason, left_out in other.values():
        alone = joined((f"the {disputed_words(act)}" for act in left_out), "or")
        without = "it" if len(acts) == 1 else alone
        either.append(_given(f"without {without}", reason, ()))
    if value.is_unknown:
        return Explanation(tuple(either), found.missing)
    text = "; ".join(each.text for each in either)
    return Explanation((act_reason(text, "", *acts, because=either),), found.missing)


def as_disputed(case: Case, found: Explanation) -> Explanation:
    """Say of each reason that rests on an act whose effect is open, that it is."""
    open_acts = {act.id: act for act, _ in case.tellings[1:] if act is not None}

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
