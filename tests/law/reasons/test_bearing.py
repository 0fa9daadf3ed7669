"""What decides on a day, in the headline: each kind of it, and every day of change in the examples."""

from datetime import date
from importlib.resources import files
from itertools import pairwise

import pytest

import geobrief as gb
from geobrief.answer import Answer
from geobrief.law.answers.question_by_day import QuestionByDay
from geobrief.law.answers.questions import IN_FORCE, IN_FORCE_FOR, OPERATIVE
from geobrief.law.uncertain.span import NEVER
from tests.law.given import parent, ratified, told, treaty_of, withdrew

YEAR = gb.WithdrawalClause(notice="1 year")


def pact(*acts: gb.Record, **fields: object) -> gb.TreatyStatus:
    """Make a treaty between two that entered into force on 1961-09-10."""
    exchange = gb.InstrumentExchange(treaty="t", on="1961-09-10")
    return treaty_of(gb.Exchange(), exchange, *acts, between=["SUN", "USA"], **fields)


def test_an_end_that_was_agreed_and_is_to_come() -> None:
    """From the agreement on the headline says until when and by whom (54(b)); before, nothing does."""
    end = gb.Termination(treaty="t", on="1990-01-01", effective="1991-01-01", basis="consent_of_all")
    found = pact(end)
    agreed = "until 1991-01-01: it was terminated by all parties by agreement on 1990-01-01"
    assert str(found.in_force("1990-06-01")) == f"yes: in force {agreed}"
    assert str(found.in_force_for("RUS", "1990-06-01")) == f"yes: in force for the Soviet Union {agreed}"
    assert "1990-01-01" not in found.explain("1989-12-31")


def test_both_parties_hear_of_the_notice_of_one() -> None:
    """The notice of either ends a treaty between two, and is told to both, and between them (54(a))."""
    found = pact(withdrew("USA", "2001-12-13"), withdrawal=YEAR)
    gave = "until 2002-12-13: the United States gave notice of withdrawal on 2001-12-13"
    russia = "Russia, which continues the Soviet Union,"
    assert str(found.in_force_for("RUS", "2002-01-01")) == f"yes: in force for {russia} {gave}"
    for answer in (
        found.in_force_between("USA", "RUS", "2002-01-01"),
        found.operative_between("USA", "RUS", "2002-01-01"),
    ):
        assert str(answer) == f"yes: in force between the United States and Russia {gave}"


@pytest.mark.parametrize("least", [None, 2])
def test_of_many_parties_a_notice_counts_for_its_author(least: int | None) -> None:
    """In an open treaty a notice bears on its author, and on all only where it leaves too few (55)."""
    given = [ratified(who, "2000-01-01") for who in ("AUT", "BEL")]
    clause = gb.WithdrawalClause(notice="1 year", minimum_parties=least)
    found = treaty_of(gb.Consents(2), *given, withdrew("BEL", "2005-01-01"), withdrawal=clause)
    gave = "until 2006-01-01: Belgium gave notice of withdrawal on 2005-01-01"
    assert str(found.in_force_for("BEL", "2005-06-01")) == f"yes: in force for Belgium {gave}"
    assert "2005" not in told(found.in_force_for("AUT", "2005-06-01"))[0]
    if least is None:
        assert "Belgium gave notice" not in found.in_force("2005-06-01").explain()
    else:
        few = "after which fewer than 2 parties are left"
        assert str(found.in_force("2005-06-01")) == f"yes: in force {gave}, {few}"


def test_the_last_party_that_leaves_ends_it() -> None:
    """A notice after which nobody is left ends the treaty for all (54(a))."""
    found = treaty_of(
        gb.Consents(1), ratified("AUT", "2000-01-01"), withdrew("AUT", "2005-01-01"), withdrawal=YEAR
    )
    gave = "until 2006-01-01: Austria gave notice of withdrawal on 2005-01-01"
    assert str(found.in_force("2005-06-01")) == f"yes: in force {gave}, after which no party is left"


def test_what_happened_last_is_told_first() -> None:
    """Of a revocation and a later renewal the renewal comes first, and the revocation still bears."""
    life = gb.Duration(term=gb.Years(10), renewal=gb.Renewal(each=gb.Years(10), notice=gb.Years(1)))
    found = pact(withdrew("USA", "1970-01-01", revoked="1970-03-01"), duration=life)
    revoked = "the United States gave notice against renewal on 1970-01-01 and revoked it on 1970-03-01"
    assert told(found.in_force("1982-01-01")) == [
        "in force since 1961-09-10, renewed on 1981-09-10 for 10 years",
        "in force since 1961-09-10: instruments of ratification were exchanged on 1961-09-10",
        f"{revoked}, before it would have taken effect on 1971-09-10",
    ]


def test_a_renewal_without_end_is_told() -> None:
    """A term may be renewed for good, and an extension may have no end (54(a); the NPT, 1995)."""
    life = gb.Duration(term=gb.Years(10), renewal=gb.Renewal(each=gb.Years(0)))
    assert told(pact(duration=life).in_force("1980-01-01"))[0] == (
        "in force since 1961-09-10, renewed on 1971-09-10 for an indefinite time"
    )
    longer = gb.Extension(treaty="t", agreed="1970-05-11", indefinitely=True)
    found = pact(longer, duration=gb.Duration(term=gb.Years(10)))
    assert told(found.in_force("1980-01-01"))[0] == (
        "in force since 1961-09-10, extended indefinitely by agreement on 1970-05-11"
    )


def test_who_took_no_part_in_an_extension_is_not_told_of_it() -> None:
    """An extension among some bears on these only (41)."""
    given = [ratified(who, "2000-01-01") for who in ("AUT", "BEL", "FIN")]
    longer = gb.Extension(treaty="t", agreed="2009-01-01", between=["AUT", "BEL"], lengthened="5 years")
    found = treaty_of(gb.Consents(3), *given, longer, duration=gb.Duration(term=gb.Years(10)))
    assert "extended by agreement on 2009-01-01" in str(found.in_force_for("AUT", "2009-06-01"))
    assert "2009-01-01" not in found.in_force_for("FIN", "2009-06-01").explain()
    assert "2009-01-01" not in found.in_force_between("AUT", "FIN", "2009-06-01").explain()


def test_an_extension_with_effect_from_another_day_tells_both() -> None:
    """The day of the agreement and that of its effect are two (39)."""
    found = gb.example("new-start").status("new-start").in_force("2022-01-01")
    extended = "extended by agreement on 2021-01-26, with effect from 2021-02-03, until 2026-02-05"
    assert str(found) == f"yes: in force since 2011-02-05, {extended}"


def test_a_suspension_stands_beside_what_decides() -> None:
    """A contested suspension is told with who contests it, beside what keeps the treaty in force (72)."""
    found = gb.example("new-start").status("new-start").in_force("2024-01-01")
    assert "extended by agreement on 2021-01-26" in str(found)
    assert str(found).endswith(
        "; Russia has suspended its operation since 2023-02-28 (the hostile policy of the United States), "
        "contested by the United States"
    )


def test_a_suspension_by_one_of_many_bears_on_its_author() -> None:
    """Of many parties, who has suspended operation is told of it, and so are two of whom it is one (57)."""
    given = [ratified(who, "1992-07-17") for who in ("AUT", "RUS", "USA")]
    stop = gb.Suspension(treaty="t", by="RUS", notified="2007-07-14", effective="2007-12-12")
    found = treaty_of(gb.Consents(3), *given, stop)
    said = "Russia has suspended its operation since 2007-12-12"
    assert said in str(found.in_force_for("RUS", "2008-01-01"))
    assert said in str(found.in_force_between("AUT", "RUS", "2008-01-01"))
    for answer in (found.in_force("2008-01-01"), found.in_force_for("AUT", "2008-01-01")):
        assert "suspended" not in answer.explain()


def test_who_joins_an_organisation_completes_its_number() -> None:
    """A count of members may be completed by one that joins, as by one that leaves (24(1))."""
    given = [ratified("AUT", "1954-01-01"), ratified("BEL", "1950-01-01")]
    found = treaty_of(gb.MembersOf("un", 2), *given)
    assert str(found.in_force("1960-01-01")).endswith(
        "was met on 1955-12-14, when Austria joined the United Nations"
    )


def test_what_a_protocol_waits_for_is_told() -> None:
    """Before, on and after the day on which the parent lets a protocol in, the parent is named (24(1))."""
    above = parent(ratified("AUT", "1997-02-01", treaty="p"))
    later = gb.TreatyInForce("p")
    found = treaty_of(gb.Consents(1), ratified("AUT", "1996-01-01"), not_before=later, told=above)
    met = "its condition was met on 1996-01-01"
    assert str(found.in_force("1996-06-01")) == (
        f"no: {met}; it enters into force on 1997-02-01, when the Parent does"
    )
    assert str(found.in_force_for("AUT", "1997-02-01")).endswith("with the entry into force of the Parent")
    both = treaty_of(gb.Consents(1) & later, ratified("AUT", "1996-01-01"), told=above)
    assert str(both.in_force("1997-02-01")).endswith("on 1997-02-01, when the Parent entered into force")


def test_who_becomes_a_party_to_the_parent_completes_the_number() -> None:
    """A consent given before may come to count when its author joins the parent (24(1))."""
    above = parent(ratified("BEL", "1990-01-01", treaty="p"), ratified("AUT", "1997-02-01", treaty="p"))
    found = treaty_of(
        gb.Consents(1),
        ratified("AUT", "1996-01-01"),
        protocol_to="p",
        eligibility="parties_to_parent",
        told=above,
    )
    assert str(found.in_force("1997-02-01")).endswith(
        "on 1997-02-01, when Austria became a party to the Parent"
    )
    assert str(found.in_force_for("AUT", "1997-02-01")).endswith("as a party to the Parent from that day on")


EXAMPLES = sorted(
    path.name.removesuffix(".brief.yaml")
    for path in files("geobrief.examples").iterdir()
    if path.name.endswith(".brief.yaml")
)


def questions(found: gb.TreatyStatus) -> list[QuestionByDay]:
    """Put what can be asked of one treaty: of it, of each, of many of some, and of each with the next."""
    by_day, who = found._by_day, found.everybody
    who = who[::12] if len(who) > 60 else who
    of_one = [by_day.ask(IN_FORCE_FOR, each) for each in who]
    of_two = [by_day.ask(OPERATIVE, *pair) for pair in pairwise(who)]
    return [by_day.ask(IN_FORCE), *of_one, *of_two]


def ground(answer: Answer) -> tuple[object, ...]:
    """Give the answer, and on what it rests in the first place."""
    first = answer.reasons[0]
    return answer.value, first.rule, first.records


@pytest.mark.parametrize("name", EXAMPLES)
def test_on_each_day_of_change_the_headline_names_what_changed_it(name: str) -> None:
    """Where an answer or its ground changes, the headline names that day, or what is still lacking."""
    brief = gb.example("dprk-russia-2024", name) if name == "dprk-russia-2025" else gb.example(name)
    seen = 0
    for treaty in brief.treaties:
        for asked in questions(brief.status(treaty.id)):
            for day in sorted({*asked.by_day.starts, *asked.turns()}):
                if not 1 < day < NEVER:
                    continue
                before, on = asked.ask(date.fromordinal(day - 1)), asked.ask(date.fromordinal(day))
                if ground(before) != ground(on):
                    seen += 1
                    month = date.fromordinal(day).isoformat()[:7]
                    eve = date.fromordinal(day - 1).isoformat()
                    names = month in str(on) or eve in str(on) or (on.is_no and before.is_no and on.missing)
                    assert names, (str(before), str(on))
    assert seen
