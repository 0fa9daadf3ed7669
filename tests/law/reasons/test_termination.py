"""The words of endings: lapse of time, terminations, the number of parties, the end of a state."""

from typing import Any

import pytest

from geobrief import example
from geobrief.law import TreatyStatus
from geobrief.model.act import Contest
from geobrief.model.condition import (
    Consents,
    Exchange,
)
from geobrief.model.coverage import Coverage
from geobrief.model.exchange import InstrumentExchange
from geobrief.model.termination import Termination
from geobrief.model.treaty import Duration, WithdrawalClause
from geobrief.values.citation import Citation
from geobrief.values.delay import Days, Years
from tests.law.given import ratified, told, treaty_of, withdrew


def test_what_has_entered_into_force_may_be_over() -> None:
    """Whether a treaty has entered into force must say that it has ended since."""
    exchange = InstrumentExchange(treaty="t", on="1972-10-03")
    found = treaty_of(Exchange(), exchange, between=["SUN", "USA"], duration=Duration(term="5 years"))
    assert str(found.entered_into_force) == (
        "yes (as of 2025-12-31): it entered into force on 1972-10-03: instruments of ratification were "
        "exchanged on 1972-10-03; it ended on 1977-10-03"
    )


@pytest.mark.parametrize(
    ("basis", "words", "rule"),
    [
        ("breach", "on the ground of a breach (it was broken)", "VCLT 60"),
        ("consent_of_all", "by agreement (it was broken)", "VCLT 54(b)"),
        (None, "(it was broken)", "VCLT 54"),
    ],
)
def test_a_termination_names_its_authors_and_its_basis(basis: Any, words: str, rule: str) -> None:
    """Who ended it, and on what ground, must be said, with the article of that ground."""
    end = Termination(
        treaty="t", on="2003-01-01", between=["AUT", "USA"], basis=basis, ground="it was broken."
    )
    both = [ratified(who, "2000-01-01") for who in ("AUT", "USA")]
    answer = treaty_of(Consents(1), *both, end).in_force("2004-01-01")
    assert str(answer) == (
        f"no: out of force since 2003-01-01: it was terminated by Austria and the United States {words}"
    )
    assert (answer.reasons[0].rule, answer.reasons[0].records) == (rule, (end.id,))


def test_some_may_end_it_among_themselves() -> None:
    """A termination by two of several is an agreement between these (41)."""
    three = [ratified(who, "1990-01-01") for who in ("FRA", "NLD", "USA")]
    end = Termination(treaty="t", on="2000-01-01", between=["USA", "FRA"])
    answer = treaty_of(Consents(1), *three, end).in_force_between("USA", "FRA", "2001-01-01")
    assert str(answer) == "no: the United States and France ended it between them on 2000-01-01"
    assert answer.reasons[0].rule == "VCLT 41"


def test_the_withdrawals_that_made_the_number_fall_are_named() -> None:
    """Where too few parties are left, those who left must be named, with their records."""
    clause = WithdrawalClause(notice="1 year", minimum_parties=3)
    three = [ratified(who, "2000-01-01") for who in ("AUT", "BEL", "FRA")]
    answer = treaty_of(Consents(1), *three, withdrew("BEL", "2005-01-01"), withdrawal=clause).in_force()
    assert str(answer) == (
        "no (as of 2025-12-31): out of force since 2006-01-01: fewer than 3 parties were left, "
        "after withdrawal by Belgium on 2006-01-01"
    )
    assert answer.reasons[0].records == ("withdrawal-t-bel",)


@pytest.mark.parametrize(("who", "rule"), [("DDR", "VCSS 31"), ("CSK", "VCSS 34"), ("YMD", "VCSS 31")])
def test_uniting_is_not_separation(who: str, rule: str) -> None:
    """The end of a state must rest on the article for what became of it."""
    answer = treaty_of(Consents(1), ratified(who, "1980-01-01")).in_force_for(who, "1995-01-01")
    assert "ceased to exist on" in str(answer)
    assert answer.reasons[0].rule == rule


def test_a_term_rests_on_the_treaty_and_its_sources() -> None:
    """The end of a term must name the treaty as its record, and where that is published."""
    found = treaty_of(
        Consents(1),
        ratified("AUT", "2000-01-01"),
        duration=Duration(term="5 years"),
        citations=[Citation(source="unts")],
    )
    reason = found.in_force("2006-01-01").reasons[0]
    assert (reason.records, [each.source for each in reason.citations]) == (("t",), ["unts"])


def test_the_treaty_that_supersedes_is_cited_though_names_are_alike() -> None:
    """Of two later treaties whose names end alike, the one that took its place must be the record."""
    bound = [ratified(who, "1990-01-01") for who in ("AUT", "BEL")]
    acts = [ratified(who, "2000-01-01", "new-pact") for who in ("AUT", "BEL")]
    known = {
        "pact": treaty_of(Consents(2), id="pact", title="Pact", supersedes=["t"], coverage=Coverage()),
        "new-pact": treaty_of(Consents(2), *acts, id="new-pact", title="New Pact", supersedes=["t"]),
    }
    answer = treaty_of(Consents(2), *bound, told={"treaties": known}).in_force("2001-01-01")
    assert str(answer) == "no: out of force since 2000-01-01: it was superseded by New Pact"
    assert answer.reasons[0].records == ("new-pact",)


LEAVE = {"withdrawal": WithdrawalClause()}


def test_an_ending_is_told_alike_whichever_day_is_asked_first() -> None:
    """What is said of a day must not depend on the questions before."""

    def accord() -> TreatyStatus:
        given = ratified("AUT", "2001-01-01/2001-01-10")
        return treaty_of(Consents(1), given, withdrew("AUT", "2001-01-15"), after=Days(10), **LEAVE)

    asked_before = accord()
    asked_before.in_force("2019-01-01")
    assert told(asked_before.in_force("2002-01-01")) == told(accord().in_force("2002-01-01"))
    assert str(accord().in_force("2002-01-01")).startswith("no: out of force by 2001-01-15: its last party")


def test_only_those_who_left_the_treaty_made_the_number_fall() -> None:
    """A consent withdrawn before entry into force is no departure."""
    given = [ratified(who, "2001-02-01") for who in ("AUT", "BEL")]
    early = [ratified("BRA", "2001-01-01"), withdrew("BRA", "2001-01-15")]
    minimum = WithdrawalClause(minimum_parties=2)
    found = treaty_of(Consents(2), *early, *given, withdrew("AUT", "2005-01-01"), withdrawal=minimum)
    text = told(found.in_force("2006-01-01"))[0]
    assert text.endswith("fewer than 2 parties were left, after withdrawal by Austria on 2005-01-01")


def test_an_end_that_is_disputed_is_not_told_as_certain() -> None:
    """Where the readings end the term on different days, each must be told with its own."""
    acts = [ratified("AUT", "2001-01-01", contested=[Contest(by="BEL")]), ratified("BEL", "2002-01-01")]
    entered = treaty_of(Consents(1), *acts, duration=Duration(term=Years(2))).entered_into_force
    assert "it ended" not in entered.explain()
    assert "without it: out of force since 2004-01-01: its term ended" in told(entered)[1]


def test_reasons_agree_with_their_answer() -> None:
    """What all worlds together show must not be told as a possibility."""
    given, left = ratified("AUT", "2004-03-24/2004-03-26"), withdrew("AUT", "2004-03-25/2004-03-27")
    leave = WithdrawalClause(notice=Days(1))
    entered = treaty_of(Consents(1), given, left, withdrawal=leave).entered_into_force
    assert entered.is_yes
    assert str(entered).startswith("yes (as of 2025-12-31): it entered into force between")
    acts = [ratified("AUT", "2004-03-24/2004-03-28"), withdrew("AUT", "2004-04-06/2004-04-09")]
    clause = WithdrawalClause(minimum_parties=2)
    found = treaty_of(Consents(1), *acts, after=Days(10), withdrawal=clause).in_force("2004-04-10")
    assert str(found).startswith("no: out of force by 2004-04-09: fewer than 2 parties were left")


def test_what_ends_it_is_told_once() -> None:
    """That all are out when the term ends must be no ending of its own."""
    acts = [ratified("AUT", "2000-01-01"), ratified("BEL", "2000-01-01")]
    term, clause = Duration(term=Years(10)), WithdrawalClause(minimum_parties=2)
    found = treaty_of(Consents(2), *acts, duration=term, withdrawal=clause).in_force("2010-01-01")
    assert [text for text in told(found) if text.startswith("out of force")] == [
        "out of force since 2010-01-01: its term ended"
    ]


def test_a_superseded_treaty_is_over_whatever_became_of_it() -> None:
    """Once both are parties to the new treaty the old one must be over, though no act on it is recorded."""
    brief = example("dprk-russia-2024", "dprk-russia-2025")
    old = brief.status("dprk-russia-friendship-2000")
    assert old.in_force("2024-12-03").is_unknown
    answer = old.in_force("2024-12-04")
    assert answer.is_no
    assert answer.reasons[0].rule == "VCLT 59(1)"
    assert old.in_force_between("PRK", "RUS", "2025-01-01").is_no
    assert old.in_force_for("RUS", "2025-01-01").is_no
    assert old.in_force("2035-01-01").is_unknown
    assert str(old.entered_into_force).endswith(
        "the records do not cover this: instrument exchanges are not recorded"
    )
    assert old.entered_into_force.is_unknown
