"""The eight questions: each in words, about as many persons as it needs, and what settles it."""

from datetime import date
from typing import Any, get_args

import pytest

from geobrief.law import TreatyStatus, status
from geobrief.law.answers import questions
from geobrief.law.answers.questions import ANYBODY_ELSE, BETWEEN, CONTRACTING, IN_FORCE, OPERATIVE, Question
from geobrief.model.condition import Consents, OnDate
from geobrief.model.coverage import ActKind, Coverage
from geobrief.model.treaty import ReportedMembership, Treaty
from tests.law.given import parent, ratified, treaty_of

ROWS = {name: row for name, row in vars(questions).items() if isinstance(row, Question)}
PERSONS = ("AUT", "BEL")
DAY = date(2001, 1, 1).toordinal()
EVERY_KIND = frozenset(get_args(ActKind))


def persons_of(row: Any) -> tuple[str, ...]:
    """Take as many persons as a row puts into its words."""
    return PERSONS[: sum(f"{{{number}}}" in row.words for number in (1, 2))]


def test_there_are_eight_questions() -> None:
    """A ninth needs a method of the status, words in the documentation, and brute force in the laws."""
    assert len(ROWS) == 8


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_each_row_answers_for_as_many_persons_as_its_words_name(row: Any) -> None:
    """Its words, its days, its reasons and the kinds of act on which it turns must take the same persons."""
    found = treaty_of(Consents(1), ratified("AUT", "2000-01-01"), ratified("BEL", "2001-01-01"))
    answer = found._by_day.ask(row, *persons_of(row)).ask("2000-06-01")
    names = ("the treaty", "Austria", "Belgium")
    assert answer.question == row.words.format(*names)
    assert answer.reasons


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_what_is_not_binding_is_only_signed(row: Any) -> None:
    """Of a political commitment nothing can be true but that somebody has signed it."""
    found = treaty_of(Consents(1), ratified("AUT", "2000-01-01"), binding=False)
    answer = found._by_day.ask(row, *persons_of(row)).ask("2000-06-01")
    assert answer.is_no
    assert ("political commitment" in str(answer)) is row.needs_binding


@pytest.mark.parametrize("row", [BETWEEN, OPERATIVE])
def test_nobody_owes_itself_a_treaty(row: Question[str, str]) -> None:
    """Two codes of one person in law are one state, and the question says so."""
    found = treaty_of(Consents(1), ratified("RUS", "2000-01-01"))
    answer = found._by_day.ask(row, "RUS", "SUN").ask("2001-01-01")
    assert answer.is_no
    assert answer.question == "is the treaty in force between Russia and itself?"


def test_anybody_else_has_done_nothing_unless_the_records_do_not_say() -> None:
    """Within what is covered somebody of whom nothing is recorded is no party; elsewhere it may be."""
    covered = treaty_of(Consents(1), ratified("AUT", "2000-01-01"))
    assert covered._by_day.ask(CONTRACTING, ANYBODY_ELSE).by_day.at(DAY).is_no
    some = treaty_of(
        Consents(1),
        ratified("AUT", "2000-01-01"),
        told={"covered": Coverage(acts=["termination", "withdrawal"])},
    )
    assert some._by_day.ask(CONTRACTING, ANYBODY_ELSE).by_day.at(DAY).is_unknown
    assert str(some.contracting_states("2001-01-01")) == "AUT; possibly others"


def test_a_question_is_put_once() -> None:
    """Asking again gives the same object, which keeps its reasons."""
    found = treaty_of(Consents(1), ratified("AUT", "2000-01-01"))._by_day
    assert found.ask(BETWEEN, "AUT", "BEL") is found.ask(BETWEEN, "AUT", "BEL")
    assert found.ask(IN_FORCE) is found.ask(IN_FORCE)


def test_another_treaty_is_asked_by_day() -> None:
    """What bears on a treaty is asked in days and persons, not through its status."""
    found = treaty_of(Consents(1), protocol_to="p", told=parent(ratified("AUT", "2000-01-01", "p")))
    related = found._by_day.interpreted.related.related("p")
    assert related is not None
    assert str(related.party_by_day("AUT").at(DAY)) == "yes"


class TestReportedMembers:
    """Where nothing is known of a treaty but its members, as sources report them."""

    def found(self, begins_with: Any = "entry_into_force") -> TreatyStatus:
        """Give a treaty of which two members are reported since one day."""
        reports = [
            ReportedMembership(by=who, period="1904-05-01/..", begins_with=begins_with)
            for who in ("FRA", "GBR")
        ]
        return status(
            Treaty(id="t", title="the treaty", reported_memberships=reports), (), as_of="2000-01-01"
        )

    def test_a_member_has_consented_and_a_stranger_has_not(self) -> None:
        """Who is a contracting state must be read from the reports of that state, not of any two."""
        found = self.found()
        assert found.contracting_states("1920-01-01").holds("FRA").is_yes
        assert found.contracting_states("1904-04-30").holds("FRA").is_unknown
        assert self.found("consent").contracting_states("1904-04-30").holds("FRA").is_no
        assert found.contracting_states("1920-01-01").holds("USA").is_no

    @pytest.mark.parametrize("who", ["FRA", "USA"])
    def test_what_precedes_membership_is_not_reported(self, who: str) -> None:
        """Reports of members say nothing of provisional application, nor of the interim obligation."""
        found = self.found()
        assert found.bound_by_interim_obligation(who, "1920-01-01").is_unknown
        assert found.provisionally_applied(who, "1920-01-01").is_unknown


def test_who_consented_may_have_left_where_leaving_is_not_recorded() -> None:
    """Without records of withdrawals, nobody is surely a contracting state any more."""
    acts = [ratified("AUT", "2000-01-01")]
    for absent in ("withdrawal", "termination"):
        covered = Coverage(acts=EVERY_KIND - {absent})
        found = treaty_of(Consents(3), *acts, told={"covered": covered})
        assert found.contracting_states("2001-01-01").possible == {"AUT"}
        assert not found.contracting_states("2001-01-01").certain
    assert treaty_of(Consents(3), *acts).contracting_states("2001-01-01").certain == {"AUT"}


def test_consent_may_be_older_than_the_day_that_the_text_names() -> None:
    """A day before which nothing is in force is none before which nobody has consented."""
    covered = Coverage(acts=EVERY_KIND - {"ratification"})
    acts = [ratified("AUT", "2000-01-01")]
    found = treaty_of(Consents(3) & OnDate("2005-01-01"), *acts, told={"covered": covered})
    assert found.in_force("2003-01-01").is_no
    assert found.contracting_states("2003-01-01").is_open
    assert found.in_force("2006-01-01").is_unknown
