"""What reasons say: no more than the answer, and the act by which it is decided."""

from typing import Any

from geobrief import example
from geobrief.law import TreatyStatus
from geobrief.model.act import Contest
from geobrief.model.condition import Agreed, Consents, Exchange, FractionOf, Named, OnDate, TreatyInForce
from geobrief.model.coverage import Coverage
from geobrief.model.entry_into_force import LaterParties
from geobrief.model.exchange import InstrumentExchange
from geobrief.model.extension import Extension
from geobrief.model.objection import Objection
from geobrief.model.ratification import Instrument, Ratification, Reservation
from geobrief.model.treaty import Duration, WithdrawalClause
from geobrief.values.delay import Days, Months, Years
from tests.law.given import parent, ratified, signed, told, treaty_of, withdrew

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


def test_what_is_contested_is_not_told_as_settled() -> None:
    """A reason that rests on a contested act must say by whom it is contested, unless a side was taken."""
    given = [ratified("BRA", "2001-01-01"), ratified("ARG", "2001-01-02"), ratified("CHL", "2005-06-01")]
    notice = WithdrawalClause(notice=Months(3))
    left = withdrew("BRA", "2006-01-01", contested=[Contest(by="ARG")])
    found = treaty_of(Consents(2), *given, left, withdrawal=notice)
    for answer in (found.in_force("2007-01-01"), found.entered_into_force):
        assert answer.is_yes
        assert told(answer)[-1].endswith("took effect on 2006-04-01, contested by Argentina")
    brazil = treaty_of(Consents(2), *given, left, withdrawal=notice, told={"position_of": "BRA"})
    assert told(brazil.in_force("2007-01-01"))[-1].endswith("took effect on 2006-04-01")


def test_an_entry_is_told_no_more_exactly_than_it_is_known() -> None:
    """Where consents are not recorded, neither the day of entry nor an end may be told as certain."""
    given = [ratified("BRA", "2001-01-01"), ratified("ARG", "2001-01-02")]
    left = [withdrew(who, "2002-01-01") for who in ("BRA", "ARG")]
    covered = Coverage(acts=["withdrawal"])
    found = treaty_of(Consents(2), *given, *left, coverage=covered, **LEAVE).entered_into_force
    assert found.is_yes
    assert told(found)[0] == (
        "it entered into force on or before 2001-01-02; it may have ended on or after 2002-01-01"
    )
    assert not any("out of force" in text for text in told(found))


def test_objections_without_effect_are_told() -> None:
    """In force between two must say why an objection keeps nothing out: too late, or taken back."""
    reserving = Ratification(
        treaty="t", by="BGR", instrument=Instrument(deposited="2001-01-01"), reservations=(Reservation(),)
    )

    def against(on: str, withdrawn: str | None = None) -> str:
        made = Objection(treaty="t", by="NLD", to="BGR", on=on, withdrawn=withdrawn, precludes_entry=True)
        found = treaty_of(Consents(1), ratified("NLD", "2001-01-01"), reserving, made)
        answer = found.in_force_between("NLD", "BGR", "2010-01-01")
        assert answer.is_yes
        return told(answer)[-1]

    assert against("2005-01-01").startswith("the Netherlands objected on 2005-01-01 to the reservation of")
    assert "more than twelve months after" in against("2005-01-01")
    assert against("2001-06-01", "2003-01-01").endswith("and withdrew that on 2003-01-01")


def test_an_extension_is_told_between_the_two() -> None:
    """Once the first term is over, the agreement decides for each party as well."""
    found = example("new-start").status("new-start")
    for answer in (found.in_force_between("RUS", "USA", "2024"), found.in_force_for("USA", "2024-01-01")):
        assert answer.is_yes
        assert any(text.startswith("its term was extended by agreement on 2021") for text in told(answer))


def test_a_term_that_ended_for_one_is_told_once() -> None:
    """Who took no part in an extension must not be said to be bound still."""
    given = [ratified(who, "2001-03-01") for who in ("GBR", "FRA", "CHL")]
    longer = Extension(treaty="t", between=["GBR", "FRA"], agreed="2005-01-01", until="2011-03-01")
    found = treaty_of(Consents(3), *given, longer, duration=Duration(term=Years(5))).in_force_for(
        "CHL", "2007"
    )
    assert found.is_no
    assert told(found)[1] == "Chile was bound from 2001-03-01 until 2006-03-01: ratification on 2001-03-01"


def test_leaving_the_parent_is_told() -> None:
    """Who left a protocol by leaving its parent must be told by that, not by the protocol's end."""
    both = [ratified("FIN", "1990-01-01", "p"), ratified("BRA", "2003-01-01", "p")]
    above = parent(*both, withdrew("BRA", "2006-01-01", "p"), **LEAVE)
    given = [ratified("FIN", "1995-01-01"), ratified("BRA", "2003-07-01")]
    options = {"protocol_to": "p", "eligibility": "parties_to_parent"}
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
    assert str(found.in_force_for("FIN", "1995-01-01")) == "yes: it binds Finland as a party to the Parent"
    open_day = found.in_force_for("FIN", "1993-01-03")
    assert open_day.is_unknown
    assert told(open_day)[0].startswith("it entered into force between 1993-01-03 and 1993-01-07")


def test_only_those_needed_gave_the_last_consents() -> None:
    """Who consented on the same day, and was not needed, must not be named."""
    signatures = [signed(who, "2000-01-01") for who in ("BEL", "FRA", "DNK")]
    given = [ratified("BEL", "2001-01-01"), ratified("FRA", "2001-02-01"), ratified("DNK", "2001-02-01")]
    upon = Named(["FRA"]) & FractionOf(of="signatories", at_least="1/3")
    found = treaty_of(upon, *signatures, *given).in_force("2002-01-01")
    assert told(found)[0].endswith("on 2001-02-01, when France deposited the last instrument needed")
    either = treaty_of(Consents(3), *given).in_force("2002-01-01")
    assert told(either)[0].endswith("when Denmark and France gave the last consents needed")


def test_an_entry_after_a_partner_ceased_to_exist_is_not_told_as_certain() -> None:
    """What is open must not be told as having happened."""
    exchanged = InstrumentExchange(treaty="t", on="1992-12-01")
    found = treaty_of(Exchange(), exchanged, between=["AUT", "CSK"], after=Months(6))
    assert found.entered_into_force.is_unknown
    texts = (*told(found.entered_into_force), *told(found.in_force_for("AUT", "1994-01-01")))
    assert "it may have entered into force on or after 1993-06-01" in " ".join(texts)
    assert not any("has been bound" in text for text in texts)


def test_a_text_that_works_back_names_the_consents() -> None:
    """A day before adoption holds because all have consented to it (28)."""
    given = [ratified("AUT", "2006-05-01"), ratified("BEL", "2006-06-01")]
    for upon in (OnDate("2005-01-01"), Agreed("2005-01-01")):
        found = treaty_of(upon, *given, between=["AUT", "BEL"], adopted="2006-01-01").entered_into_force
        first = found.reasons[0]
        assert first.rule == "VCLT 28"
        assert [record for each in first.because for record in each.records] == [one.id for one in given]


def test_only_those_who_left_the_treaty_made_the_number_fall() -> None:
    """A consent withdrawn before entry into force is no departure."""
    given = [ratified(who, "2001-02-01") for who in ("AUT", "BEL")]
    early = [ratified("BRA", "2001-01-01"), withdrew("BRA", "2001-01-15")]
    minimum = WithdrawalClause(minimum_parties=2)
    found = treaty_of(Consents(2), *early, *given, withdrew("AUT", "2005-01-01"), withdrawal=minimum)
    text = told(found.in_force("2006-01-01"))[0]
    assert text.endswith("fewer than 2 parties were left, after withdrawal by Austria on 2005-01-01")


def test_an_entry_that_is_disputed_is_told_as_far_as_all_agree() -> None:
    """It must have entered, on either of two days, and what has become of it must not be told as sure."""
    acts = [ratified("AUT", "2001-01-01", contested=[Contest(by="BEL")]), ratified("BEL", "2001-01-18")]
    entered = treaty_of(Consents(1), *acts, after=Days(14), **LEAVE).entered_into_force
    assert told(entered)[0].startswith(
        "with the ratification by Austria contested by Belgium: in force since"
    )
    assert "without it: in force since 2001-02-01" in told(entered)[0]
    left = withdrew("BEL", "2006-01-01")
    entered = treaty_of(Consents(1), *acts, left, after=Days(14), **LEAVE).entered_into_force
    assert entered.is_yes
    assert told(entered)[0].startswith("it entered into force between 2001-01-15 and 2001-02-01")


def test_who_is_contested_is_said_once() -> None:
    """A reason that names the dispute must not name it again."""
    notes = InstrumentExchange(treaty="t", on="1992-12-01")
    left = withdrew("AUT", "2006-01-01", contested=[Contest(by="BEL")])
    found = treaty_of(Exchange(), notes, left, between=["AUT", "BEL"], **LEAVE)
    for answer in (found.entered_into_force, found.in_force("2010-01-01")):
        assert "contested by Belgium" in answer.explain()
        assert "contested by Belgium, contested" not in answer.explain()


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
            withdrawal=WithdrawalClause(notice=Months(12)),
            told=parent(*member, again, **LEAVE),
        )
        for day in ("2005-02-01", "2009-01-01")[: 1 if notice else 2]:
            texts = told(found.in_force_for("AUT", day))
            assert texts[0] == "Austria ceased to be a party to the Parent on 2005-01-01"
            assert words is None or words in texts[1]


def test_who_left_before_the_term_ended_is_told_by_its_notice() -> None:
    """What had taken a state out must be told, not what would have later."""
    states = [ratified(who, "2001-01-01") for who in ("PER", "BEL", "AUT")]
    longer = Extension(treaty="t", between=["BEL", "AUT"], agreed="2010-01-01", until="2016-01-01")
    term = Duration(term=Years(10), extendable_by=Years(5))
    found = treaty_of(Consents(1), *states, longer, withdrew("PER", "2005-01-01"), duration=term, **LEAVE)
    for day in ("2012-01-01", "2019-01-01"):
        assert told(found.in_force_for("PER", day))[0].startswith(
            "Peru gave notice of withdrawal on 2005-01-01"
        )
        assert not any("took no part" in text for text in told(found.in_force_for("PER", day)))
    assert told(found.in_force_for("BEL", "2019-01-01"))[0] == "out of force since 2016-01-01: its term ended"


def test_a_reservation_that_went_with_its_consent_was_not_withdrawn() -> None:
    """By what an objection came to bar nothing must be told."""
    made = ratified("AUT", "2001-01-01", reservations=[Reservation(text="no.")])
    barred = Objection(treaty="t", by="BEL", to="AUT", on="2001-05-01", precludes_entry=True)
    acts = [made, ratified("BEL", "2001-01-01"), barred, withdrew("AUT", "2004-01-01")]
    found = treaty_of(Consents(1), *acts, ratified("AUT", "2006-01-01", id="again"), **LEAVE)
    assert told(found.in_force_between("AUT", "BEL", "2007-01-01"))[-1] == (
        "Belgium objected on 2001-05-01 to the reservation of Austria,"
        " which ended on 2004-01-01, when Austria ceased to be bound"
    )
    before = told(found.in_force_between("AUT", "BEL", "2001-02-01"))[0]
    assert before.startswith("Belgium objected later, on 2001-05-01, to the reservation of Austria")


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


def test_what_a_protocol_waits_for_is_told_where_its_only_consent_cannot_bind() -> None:
    """Who has left the parent has consented still, and the records say nothing of what comes after."""
    member = (ratified("AUT", "2000-01-01", "p"), withdrew("AUT", "2002-01-01", "p"))
    found = treaty_of(
        Consents(1),
        ratified("AUT", "2001-01-01"),
        after=Years(2),
        protocol_to="p",
        eligibility="parties_to_parent",
        told=parent(*member, ratified("BEL", "2000-01-01", "p"), **LEAVE),
    )
    assert found.contracting_states("2004-01-01").certain == {"AUT"}
    assert told(found.in_force("2004-01-01")) == [
        "nobody who has consented to be bound is a party to the Parent"
    ]
    entered = found.entered_into_force
    assert entered.is_unknown
    assert str(entered.missing[0]) == "records after 2025-12-31"


def test_an_entry_is_told_once_where_nobody_records_ends() -> None:
    """What the records do not cover must not be told beside "in force since"."""
    covered = Coverage(acts=["ratification"])
    found = treaty_of(Consents(1), ratified("AUT", "2001-01-01"), coverage=covered).entered_into_force
    assert told(found) == [
        "it entered into force on or before 2001-01-01; whether it has ended since is not known",
        "the records do not cover this: terminations are not recorded",
    ]


def test_an_end_that_is_disputed_is_not_told_as_certain() -> None:
    """Where the readings end the term on different days, each must be told with its own."""
    acts = [ratified("AUT", "2001-01-01", contested=[Contest(by="BEL")]), ratified("BEL", "2002-01-01")]
    entered = treaty_of(Consents(1), *acts, duration=Duration(term=Years(2))).entered_into_force
    assert "it ended" not in entered.explain()
    assert "without it: out of force since 2004-01-01: its term ended" in told(entered)[1]


def test_a_notice_that_states_an_earlier_effect_is_told() -> None:
    """The notice that took a state out must be named though it was received after."""
    left = withdrew("AUT", "2005-01-01", effective="2004-01-01")
    given = [ratified("AUT", "2000-01-01"), ratified("BEL", "2000-01-01")]
    found = treaty_of(Consents(1), *given, left, **LEAVE).in_force_for("AUT", "2006-01-01")
    assert told(found)[0].startswith("Austria gave notice of withdrawal on 2005-01-01")


def test_a_departure_from_the_parent_is_dated_by_itself() -> None:
    """It must be told with its own days, and first only where it is the surer of the two."""
    both = [ratified("AUT", "2000-01-01", "p"), ratified("BEL", "2000-01-01", "p")]
    given = [ratified("AUT", "2000-06-01"), ratified("BEL", "2001-06-01")]
    options: dict[str, Any] = {"protocol_to": "p", "eligibility": "parties_to_parent"}
    options["withdrawal"] = WithdrawalClause(notice=Months(12))

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


def test_whose_consent_stands_is_not_said_to_have_none() -> None:
    """Who will have withdrawn before the entry still is a contracting state until then."""
    acts = [ratified("AUT", "2001-01-01"), withdrew("AUT", "2001-12-01")]
    above = parent(ratified("AUT", "2000-01-01", "p"))
    found = treaty_of(Consents(1), *acts, after=Years(2), protocol_to="p", told=above, **LEAVE)
    assert found.contracting_states("2001-06-01").certain == {"AUT"}
    assert told(found.in_force("2001-06-01"))[0] == "nobody who has consented to be bound is bound yet"
    assert told(found.in_force("2002-06-01"))[0] == "nobody is left who has consented to be bound"


def test_reasons_do_not_depend_on_the_questions_before() -> None:
    """A treaty that the clause names must change the reasons on the day on which it enters."""
    other = treaty_of(Consents(1), ratified("FIN", "2000-01-01", "q"), id="q", title="the Other")
    acts = [ratified("AUT", "1998-01-01"), withdrew("AUT", "1999-01-01")]

    def protocol() -> TreatyStatus:
        return treaty_of(
            Consents(1), *acts, not_before=TreatyInForce("q"), told={"treaties": {"q": other}}, **LEAVE
        )

    asked_before = protocol()
    asked_before.in_force("1999-06-01")
    assert told(asked_before.in_force("2004-01-01")) == told(protocol().in_force("2004-01-01"))
