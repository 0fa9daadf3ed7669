"""The words of parties and signatories: from when, by what, and what one waits for."""

from typing import Any

from geobrief import example
from geobrief.law import status
from geobrief.model.condition import (
    Consents,
)
from geobrief.model.coverage import Coverage
from geobrief.model.entry_into_force import EntryIntoForce, LaterParties
from geobrief.model.extension import Extension
from geobrief.model.treaty import Duration, Treaty, WithdrawalClause
from geobrief.values.delay import Days, Months, Years
from tests.law.given import parent, ratified, told, treaty_of, withdrew


def test_a_protocol_waits_for_its_parent() -> None:
    """Who may join only as a party to the parent must be told which treaty that is."""
    options = parent(ratified("AUT", "1980-01-01", "p"))
    acts = [ratified(who, "1990-01-01") for who in ("AUT", "BEL")]
    found = treaty_of(Consents(1), *acts, protocol_to="p", eligibility="parties_to_parent", told=options)
    assert str(found.in_force_for("BEL", "2000-01-01")) == (
        "no: Belgium has consented to be bound (ratification on 1990-01-01); "
        "it will be bound once it is a party to the Parent"
    )


def test_a_consent_before_its_day_will_bind() -> None:
    """What is still to come must be told as to come."""
    found = treaty_of(
        Consents(1),
        ratified("AUT", "2000-01-01"),
        ratified("BEL", "2001-01-01"),
        after="30 days",
        then="same",
    )
    assert str(found.in_force_for("BEL", "2001-01-05")) == (
        "no: Belgium has consented to be bound (ratification on 2001-01-01); it will be bound from 2001-01-31"
    )


def test_an_imprecise_beginning_is_no_fact() -> None:
    """While it is open whether a state is bound already, no sentence may say that it is."""
    found = treaty_of(Consents(1), ratified("AUT", "2000-01-01"), ratified("BEL", "2002"))
    assert str(found.in_force_for("BEL", "2002-05-01")) == (
        "unknown: Belgium became bound in 2002; the records do not name the day: ratification in 2002"
    )


def test_a_successor_names_its_predecessor() -> None:
    """A succession must rest on the articles about it, and name the state succeeded."""
    found = treaty_of(
        Consents(1), ratified("CSK", "1980-01-01"), ratified("CZE", "1993-02-22", means="succession")
    )
    answer = found.in_force_for("CZE", "1995-01-01")
    assert str(answer) == (
        "yes: Czechia has been bound since 1993-01-01: succession on 1993-02-22, succeeding Czechoslovakia"
    )
    assert answer.reasons[0].rule == "VCSS 17, 22"


def test_an_implied_consent_invents_no_record() -> None:
    """Consent that follows from another treaty must name that treaty, and no act that is not recorded."""
    options = parent(ratified("USA", "1980-01-01", "p"), implies_consent_to=["t"])
    answer = treaty_of(Consents(1), ratified("AUT", "1990-01-01"), told=options).in_force_for(
        "USA", "2000-01-01"
    )
    assert str(answer) == (
        "yes: the United States has been bound since 1980-01-01: by its consent to the Parent on 1980-01-01"
    )
    assert answer.reasons[0].records == ("p",)


INTERIM = [
    ("FRA", "no: France withdrew its signature on 1985-01-01"),
    (
        "GBR",
        "no: the United Kingdom withdrew its consent to be bound (ratification on 1980-01-01) on 1990-01-01",
    ),
    ("AUT", "yes: Austria has consented to be bound (ratification on 2005-01-01)"),
    ("USA", "no: the United States made clear on 2002-05-06 that it will not become a party"),
    ("BEL", "no: Belgium has neither signed nor consented to be bound"),
]


def test_a_closed_treaty_says_so() -> None:
    """Why a stranger is no party must be that the treaty is closed to it, with nothing missing."""
    acts = [ratified(who, "2000-01-01") for who in ("AUT", "BEL", "CHE")]
    answer = treaty_of(Consents(2), *acts, between=["AUT", "BEL"]).in_force_for("CHE", "2001-01-01")
    assert (str(answer), answer.missing) == ("no: it is closed to Switzerland", ())


def test_who_was_never_bound_is_not_said_to_have_been() -> None:
    """A consent withdrawn before it bound, or given after the end, must be told as that."""
    given = [ratified("GBR", "2001-01-01"), ratified("FRA", "2001-02-01"), ratified("ITA", "2001-03-01")]
    notice = WithdrawalClause(notice=Years(1))
    left = withdrew("FRA", "2001-06-01")
    one_year = {"after": Years(1), "then": LaterParties(), "withdrawal": notice}
    found = treaty_of(Consents(3), *given, left, **one_year).in_force_for("FRA", "2002-06-01")
    assert told(found) == [
        "France withdrew its consent to be bound on 2001-06-01",
        "France had consented to be bound (ratification on 2001-02-01)",
    ]
    late = treaty_of(Consents(1), given[0], ratified("CHL", "2006-01-01"), duration=Duration(term=Years(2)))
    assert told(late.in_force_for("CHL", "2007-01-01")) == [
        "out of force since 2003-01-01: its term ended",
        "Chile had consented to be bound (ratification on 2006-01-01)",
    ]
    assert not any(
        "for Chile" in text for text in told(late.bound_by_interim_obligation("CHL", "2007-01-01"))
    )


def test_a_state_that_is_gone_will_not_be_bound() -> None:
    """A dissolved state must not be said to become a party yet."""
    found = treaty_of(Consents(1), ratified("CSK", "1992-06-01"), after=Years(1)).in_force_for("CSK", "1999")
    assert told(found)[0] == "Czechoslovakia ceased to exist on 1993-01-01"


def test_a_former_party_that_comes_back_is_told_so() -> None:
    """The new consent decides; the old withdrawal comes second."""
    found = example("paris-agreement").status("paris-agreement").in_force_for("USA", "2021-02-01")
    assert found.is_no
    assert told(found)[0].endswith("(acceptance on 2021-01-20); it will be bound from 2021-02-19")
    assert told(found)[1].endswith("notice of withdrawal on 2019-11-04, which took effect on 2020-11-04")


LEAVE = {"withdrawal": WithdrawalClause()}


def test_leaving_the_parent_is_told() -> None:
    """Who left a protocol by leaving its parent must be told by that, not by the protocol's end."""
    both = [ratified("FIN", "1990-01-01", "p"), ratified("BRA", "2003-01-01", "p")]
    above = parent(*both, withdrew("BRA", "2006-01-01", "p"), **LEAVE)
    given = [ratified("FIN", "1995-01-01"), ratified("BRA", "2003-07-01")]
    options: dict[str, Any] = {
        "protocol_to": "p",
        "eligibility": "parties_to_parent",
        "ends_with_parent": True,
    }
    found = treaty_of(Consents(1), *given, told=above, **options).in_force_for("BRA", "2007-01-01")
    assert told(found)[0] == "Brazil ceased to be a party to the Parent on 2006-01-01"
    perhaps = ratified("AUT", "1992-12-25/1992-12-30")
    left = [ratified("AUT", "1992-12-15", "p"), withdrew("AUT", "1992-12-27", "p")]
    alone = treaty_of(Consents(1), perhaps, told=parent(*both, *left, **LEAVE), **options)
    assert str(alone.in_force_for("AUT", "1993-06-01")).startswith("no: Austria ceased to be a party")
    assert not alone.in_force_for("AUT", "1993-06-01").missing


def test_an_amendment_that_binds_all_is_told_by_its_answer() -> None:
    """A yes must not be told as what may have ended, nor an open day of entry as settled."""
    acts = [ratified("FIN", "1990-01-01", "p"), ratified("AUT", "1992-12-25", "p")]
    above = parent(*acts, ratified("BEL", "1993-01-03", "p"), withdrew("AUT", "1993-01-04", "p"), **LEAVE)
    given = [ratified("FIN", "1992-12-31/1993-01-04"), ratified("AUT", "1992-12-31")]
    found = treaty_of(Consents(2), *given, told=above, amends="p", binds="all_parties", after=Days(3))
    assert str(found.in_force_for("FIN", "1995-01-01")) == (
        "yes: since a day between 1993-01-03 and 1993-01-07 it binds Finland as a party to the Parent"
    )
    open_day = found.in_force_for("FIN", "1993-01-03")
    assert open_day.is_unknown
    assert told(open_day)[0].startswith("it entered into force between 1993-01-03 and 1993-01-07")


def test_a_term_that_ended_for_one_is_told_once() -> None:
    """Who took no part in an extension must not be said to be bound still."""
    given = [ratified(who, "2001-03-01") for who in ("GBR", "FRA", "CHL")]
    longer = Extension(treaty="t", between=["GBR", "FRA"], agreed="2005-01-01", until="2011-03-01")
    found = treaty_of(Consents(3), *given, longer, duration=Duration(term=Years(5))).in_force_for(
        "CHL", "2007"
    )
    assert found.is_no
    assert told(found)[1] == "Chile was bound from 2001-03-01 until 2006-03-01: ratification on 2001-03-01"


def test_leaving_the_parent_is_told_beside_a_notice_and_after_coming_back() -> None:
    """A notice that had no effect yet, or never, must not hide why a state was out."""
    joined, again = ratified("AUT", "2000-01-01", "p"), ratified("AUT", "2007-01-01", "p", id="again")
    member = (joined, withdrew("AUT", "2005-01-01", "p"), ratified("BEL", "2000-01-01", "p"))
    acts = [ratified("AUT", "2001-01-01"), ratified("BEL", "2001-01-01")]
    notices = (
        (withdrew("AUT", "2004-06-01"), "which takes effect on 2005-06-01"),
        (withdrew("AUT", "2004-06-01", revoked="2004-07-01"), "and revoked it on 2004-07-01"),
        (None, None),
    )
    for notice, words in notices:
        found = treaty_of(
            Consents(1),
            *acts,
            *([notice] if notice else []),
            protocol_to="p",
            eligibility="parties_to_parent",
            ends_with_parent=True,
            withdrawal=WithdrawalClause(notice=Months(12)),
            told=parent(*member, again, **LEAVE),
        )
        for day in ("2005-02-01", "2009-01-01")[: 1 if notice else 2]:
            texts = told(found.in_force_for("AUT", day))
            assert texts[0] == "Austria ceased to be a party to the Parent on 2005-01-01"
            assert words is None or words in texts[1]


def test_a_consent_taken_back_by_a_former_party_is_told() -> None:
    """A second consent withdrawn before it bound must be told before the first, which had ended."""
    acts = [
        ratified("BEL", "2000-01-01"),
        ratified("AUT", "2001-01-01"),
        withdrew("AUT", "2004-01-01"),
        ratified("AUT", "2006-01-01", id="again"),
        withdrew("AUT", "2006-06-01", id="second"),
    ]
    found = treaty_of(Consents(1), *acts, then=LaterParties(after=Years(1)), **LEAVE)
    assert told(found.in_force_for("AUT", "2006-07-01")) == [
        "Austria withdrew its consent to be bound (ratification on 2006-01-01) on 2006-06-01",
        "Austria gave notice of withdrawal on 2004-01-01, which took effect on 2004-01-01",
        "Austria was bound from 2002-01-01 until 2004-01-01: ratification on 2001-01-01",
    ]
    assert told(found.in_force_for("AUT", "2008-01-01")) == told(found.in_force_for("AUT", "2006-07-01"))


def test_a_departure_from_the_parent_is_dated_by_itself() -> None:
    """It must be told with its own days, and first only where it is the surer of the two."""
    both = [ratified("AUT", "2000-01-01", "p"), ratified("BEL", "2000-01-01", "p")]
    given = [ratified("AUT", "2000-06-01"), ratified("BEL", "2001-06-01")]
    options: dict[str, Any] = {"protocol_to": "p", "eligibility": "parties_to_parent"}
    options |= {"withdrawal": WithdrawalClause(notice=Months(12)), "ends_with_parent": True}

    def why(notice: str, above: dict[str, Any]) -> list[str]:
        found = treaty_of(Consents(1), *given, withdrew("AUT", notice), told=above, **options)
        return told(found.in_force_for("AUT", "2008-01-01"))

    gone = parent(*both, withdrew("AUT", "2005-06-01", "p"), **LEAVE)
    assert why("2003/2005", gone)[0] == "Austria ceased to be a party to the Parent on 2005-06-01"
    assert not any("Parent" in text for text in why("2003-01-01", gone))
    unknown = parent(*both, coverage=Coverage(until="2004-12-31"), **LEAVE)
    own, departure = why("2006-06-01", unknown)[:2]
    assert own.startswith("Austria gave notice of withdrawal on 2006-06-01")
    assert departure.startswith("Austria may have ceased to be a party to the Parent on or after 2005-01-01")


def test_a_consent_taken_back_is_no_consent() -> None:
    """Of a state that withdrew its consent nobody may read that it has consented."""
    found = example("ctbt").status("ctbt")
    answer = found.in_force_for("RUS", "2023-12-01")
    assert str(answer).startswith("no: Russia withdrew its consent to be bound (ratification on 2000-06-30)")
    interim = found.bound_by_interim_obligation("RUS", "2023-12-01")
    assert str(interim) == "yes: Russia signed on 1996-09-24"
    assert str(found.bound_by_interim_obligation("RUS", "2023-10-01")).startswith("yes: Russia has consented")


def test_a_state_that_is_no_more_is_not_bound() -> None:
    """Why a dissolved state is no party must be that it ceased to exist."""
    treaty = Treaty(id="t", title="T", entry_into_force=EntryIntoForce(upon=Consents(1)))
    found = status(treaty, [ratified("CSK", "1980-01-01")], as_of="2000-01-01")
    assert found.in_force_for("CSK", "1992-12-31").is_yes
    assert str(found.in_force_for("CSK", "1993-01-01")) == "no: Czechoslovakia ceased to exist on 1993-01-01"
