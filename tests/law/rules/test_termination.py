"""How treaties end: by all, by some among themselves, by a later treaty, by the last party."""

from typing import Any

import pytest

from geobrief.law import TreatyStatus
from geobrief.model.condition import AllOf, Consents, Exchange, Named, OnDate, TreatyInForce
from geobrief.model.coverage import Coverage
from geobrief.model.entry_into_force import LaterParties
from geobrief.model.exchange import InstrumentExchange
from geobrief.model.extension import Extension
from geobrief.model.ratification import Instrument, Ratification
from geobrief.model.termination import Termination
from geobrief.model.treaty import Duration, WithdrawalClause
from geobrief.values.delay import Days, Years
from tests.law.given import parent, ratified, signed, told, treaty_of, withdrew

LEAVE = {"withdrawal": WithdrawalClause()}


def three(*acts: object, **options: object) -> TreatyStatus:
    """Make a treaty of three, of whom Albania has left."""
    bound = [ratified(who, "1955-06-04") for who in ("ALB", "POL", "HUN")]
    return treaty_of(Consents(2), *bound, withdrew("ALB", "1968-09-13"), *acts, told=options, **LEAVE)


@pytest.mark.parametrize(
    ("among", "value"), [(["POL", "HUN"], "no"), (["POL", "ALB"], "yes"), (["POL", "HUN", "ALB"], "no")]
)
def test_all_who_are_left_end_it(among: list[str], value: str) -> None:
    """Whoever left before must not be asked when the others terminate it (54(b))."""
    found = three(Termination(treaty="t", between=among, on="1991-07-01"))
    assert found.in_force("1991-06-30").is_yes
    assert str(found.in_force("1995-01-01").value) == value


def test_who_joins_between_agreement_and_effect_leaves_it_open() -> None:
    """All agreed, but one joined before the end took effect: it is open whether for that one (54(b))."""
    end = Termination(treaty="t", between=["POL", "HUN"], on="1991-07-01", effective="1992-01-01")
    assert str(three(end).in_force("1992-01-01").value) == "no"
    joined = three(end, ratified("AUT", "1991-10-01"))
    assert [str(joined.in_force(day).value) for day in ("1991-12-31", "1992-01-01")] == ["yes", "unknown"]


def test_who_had_left_when_an_end_takes_effect_need_not_agree() -> None:
    """An end between some holds for all if nobody else is left on the day of its effect (41, 54(b))."""
    end = Termination(treaty="t", between=["POL", "HUN"], on="1968-01-01", effective="1970-01-01")
    assert [str(three(end).in_force(day).value) for day in ("1969-12-31", "1970-01-01")] == ["yes", "no"]


def test_an_end_that_works_back_is_of_those_who_are_parties_when_they_agree() -> None:
    """Who joined before the agreement must agree to it, however far back it is to work (54(b))."""
    end = Termination(treaty="t", between=["POL", "HUN"], on="1991-07-01", effective="1990-01-01")
    assert told(three(end).in_force("1990-06-01"))[0] == (
        "out of force since 1990-01-01: it was terminated by Poland and Hungary on 1991-07-01"
    )
    assert three(end, ratified("AUT", "1991-01-01")).in_force("1991-06-01").is_yes


def test_what_some_end_between_them_ends_on_the_day_of_its_effect() -> None:
    """Two of three end it between them from the day that they state, not from their agreement (41)."""
    acts = [ratified(who, "1955-06-04") for who in ("ALB", "POL", "HUN")]
    end = Termination(treaty="t", between=["POL", "HUN"], on="1991-07-01", effective="1992-01-01")
    found = treaty_of(Consents(2), *acts, end)
    days = ("1991-12-31", "1992-01-01")
    assert [str(found.in_force_between("POL", "HUN", day).value) for day in days] == ["yes", "no"]
    assert told(found.in_force_between("POL", "HUN", "1992-01-01"))[0] == (
        "Poland and Hungary ended it between them on 1992-01-01"
    )


def test_who_joins_later_does_not_bring_it_back() -> None:
    """A consent after the end must not undo the agreement of all who were parties."""
    end = Termination(treaty="t", between=["POL", "HUN"], on="1991-07-01")
    assert three(end, ratified("FIN", "2000-01-01")).in_force("2001-01-01").is_no


def test_all_who_are_left_supersede_it() -> None:
    """Whoever left, or ceased to exist, must not keep the old treaty in force (59)."""
    acts = [ratified(who, "1970-01-01", "new") for who in ("POL", "HUN")]
    new = treaty_of(Consents(2), *acts, id="new", title="the New", supersedes=["t"])
    found = three(treaties={"new": new})
    assert found.in_force("1969-12-31").is_yes
    assert found.in_force("1970-01-01").is_no
    commitment = treaty_of(Consents(2), *acts, id="new", title="the New", supersedes=["t"], binding=False)
    assert three(treaties={"new": commitment}).in_force("1970-01-01").is_yes


def test_a_superseding_treaty_speaks_as_far_as_its_records_reach() -> None:
    """Beyond the records of the new treaty nobody knows whether it took the place of the old one."""
    acts = [ratified(who, "1970-01-01", "new") for who in ("POL", "HUN")]
    told = {"as_of": "1969-01-01"}
    new = treaty_of(Consents(2), *acts, id="new", title="the New", supersedes=["t"], told=told)
    found = three(treaties={"new": new})
    assert found.in_force("1968-12-31").is_yes
    assert found.in_force("1975-01-01").is_unknown


def test_without_a_party_it_is_not_in_force() -> None:
    """A treaty that its last party has left must be over, and nothing must bring it back."""
    acts = [ratified("POL", "1955-01-01"), withdrew("POL", "1968-01-01"), ratified("HUN", "1970-01-01")]
    found = treaty_of(Consents(1), *acts, **LEAVE)
    assert found.in_force("1967-12-31").is_yes
    assert found.in_force("1968-01-01").is_no
    assert found.in_force("1971-01-01").is_no


def test_without_a_party_it_does_not_enter_into_force() -> None:
    """Consents taken back between trigger and entry must leave nothing that could enter."""
    acts = [ratified("POL", "1955-01-01"), withdrew("POL", "1955-01-15")]
    found = treaty_of(Consents(1), *acts, after="30 days", **LEAVE)
    assert found.in_force("1955-03-01").is_no
    assert found.entered_into_force.is_no
    joined = treaty_of(Consents(1), *acts, ratified("HUN", "1957-01-01"), after="30 days", **LEAVE)
    assert str(joined.entered_into_force.since) == "1957-01-01"


def test_a_bilateral_treaty_needs_both() -> None:
    """A treaty of two must not be in force while one of them has taken its consent back."""
    acts = [
        InstrumentExchange(treaty="t", on="2000-01-01"),
        withdrew("AUT", "2000-01-10"),
        ratified("AUT", "2000-02-10"),
    ]
    found = treaty_of(Exchange(), *acts, between=["AUT", "BEL"], after="30 days", **LEAVE)
    assert found.in_force("2000-02-09").is_no
    assert found.in_force("2000-02-10").is_yes
    early = Termination(treaty="t", on="2000-01-20")
    assert treaty_of(
        Exchange(), acts[0], early, between=["AUT", "BEL"], after="30 days"
    ).entered_into_force.is_no


def test_what_may_never_have_entered_may_not_have_ended() -> None:
    """Where the only party may have left before entry, a signatory's obligation must stay open."""
    acts = [
        ratified("AUT", "2000-01-01"),
        withdrew("AUT", "1999-12-31/2001-12-31"),
        signed("BEL", "1999-01-01"),
    ]
    found = treaty_of(Consents(1), *acts, after="1 year", **LEAVE)
    assert found.bound_by_interim_obligation("BEL", "2010-01-01").is_unknown


def test_a_number_of_parties_is_not_missed_before_entry() -> None:
    """An uncertain party must not make it doubtful whether there were ever enough."""
    acts = [ratified(who, "1991-02-01") for who in ("AUT", "BEL", "DNK", "FIN")]
    vague = ratified("ITA", "1991-01/1991-02")
    clause = WithdrawalClause(minimum_parties=2)
    found = treaty_of(Consents(2), *acts, vague, withdrawal=clause, after="10 days")
    assert found.in_force("2005-01-01").is_yes


def test_as_many_parties_as_the_text_asks_for_are_enough() -> None:
    """Two of three must keep a treaty in force that needs two, and one of them must not."""
    acts = [ratified(who, "2000-01-01") for who in ("AUT", "BEL", "DNK")]
    needs_two = {"withdrawal": WithdrawalClause(minimum_parties=2)}
    two = treaty_of(Consents(3), *acts, withdrew("AUT", "2005-01-01"), **needs_two)
    assert two.in_force("2010-01-01").is_yes
    assert two.parties("2010-01-01").certain == {"BEL", "DNK"}
    one = treaty_of(
        Consents(3), *acts, withdrew("AUT", "2005-01-01"), withdrew("BEL", "2006-01-01"), **needs_two
    )
    assert one.in_force("2005-12-31").is_yes
    assert one.in_force("2006-01-01").is_no


def test_who_leaves_and_comes_back_on_one_day_was_never_away() -> None:
    """A number of parties must not fall where endings and consents of one day meet."""
    acts = [ratified("AUT", "2004-03-24"), withdrew("AUT", "2004-03-25")]
    back = ratified("AUT", "2004-03-25", id="back")
    clause = WithdrawalClause(minimum_parties=2)
    assert treaty_of(Consents(1), *acts, back, withdrawal=clause).in_force("2005-01-01").is_yes


def test_all_may_have_left_before_the_others_came() -> None:
    """Where days are only bounded, a gap between the first party and the next must be left open."""
    acts = [ratified("AUT", "2004-04-02"), withdrew("AUT", "2004-04-03/2004-06-03")]
    back = ratified("AUT", "2004-06-03/2004-08-05", id="back")
    found = treaty_of(OnDate("2004-04-03"), *acts, back, **LEAVE)
    assert found.in_force("2005-01-01").is_unknown


def test_nobody_leaves_before_the_first_may_leave() -> None:
    """An entry of which nobody knows the day must not make it doubtful that a treaty runs its term."""
    acts = [ratified("AUT", "2004"), ratified("BEL", "2004-03-24"), ratified("FIN", "2004-03-25")]
    longer = Extension(treaty="t", between=["AUT", "BEL"], agreed="2004-10-10")
    found = treaty_of(Consents(2), *acts, longer, duration=Duration(term=Years(1)))
    assert found.in_force("2004-12-31").is_yes
    assert found.entered_into_force.is_yes


def test_it_is_over_when_nobody_can_be_a_party_any_more() -> None:
    """A treaty that may never have entered into force must not be in force without anybody who consents."""
    acts = [ratified("AUT", "2004-03-24/2005-06-30"), withdrew("AUT", "2004-06-25/2005-08-31")]
    found = treaty_of(Consents(1), *acts, **LEAVE)
    assert found.in_force("2005-08-30").is_unknown
    assert found.in_force("2005-08-31").is_no
    assert "it may have entered into force on or after 2004-03-24" in found.in_force("2005-08-31").explain()
    assert found.entered_into_force.is_unknown


def test_who_was_perhaps_never_a_party_has_perhaps_not_left() -> None:
    """A notice that may come before its author is bound must not surely make the number fall."""
    acts = [ratified("FIN", "2004-03-01"), ratified("AUT", "2004-03-10/2004-03-20")]
    left = withdrew("AUT", "2004-03-25/2004-04-30")
    clause = WithdrawalClause(minimum_parties=2)
    later = LaterParties(after=Days(20))
    found = treaty_of(Consents(1), *acts, left, then=later, withdrawal=clause)
    assert found.in_force("2004-07-01").is_unknown


@pytest.mark.parametrize(
    "acts",
    [
        [
            ratified("AUT", "2004-03-01"),
            withdrew("AUT", "2004-03-03"),
            ratified("AUT", "2004-03-15/2004-04-18", id="austria-returns"),
        ],
        [
            Ratification(
                treaty="t",
                by="AUT",
                instrument=Instrument(deposited="2004-03-01", effective="2004-03-08/2004-04-18"),
            )
        ],
    ],
)
def test_who_comes_later_does_not_fill_the_gap(acts: list[object]) -> None:
    """A consent that may work only after the first party has left must not count from the day of entry."""
    first = [ratified("FIN", "2004-03-10/2004-03-20"), withdrew("FIN", "2004-04-10/2004-05-20")]
    found = treaty_of(Named(["FIN"]), *first, *acts, after=Days(30), **LEAVE)
    assert found.in_force("2004-06-01").is_unknown


@pytest.mark.parametrize("more", [{}, {"effective": "1991-06-01"}])
@pytest.mark.parametrize("eligibility", ["anyone", "parties_to_parent"])
def test_who_was_a_party_from_the_first_day_and_stays_keeps_it_in_force(
    eligibility: str, more: dict[str, Any]
) -> None:
    """Though nobody knows the day of entry, the departure of another must not put an end in doubt."""
    states = ("FIN", "AUT", "BEL")
    given = [
        Ratification(treaty="t", by="FIN", instrument=Instrument(deposited="1991-01-01", **more)),
        ratified("BEL", "1992"),
        ratified("AUT", "1992-01-05"),
        withdrew("AUT", "1992-11-01"),
    ]
    above = parent(*(ratified(who, "1980-01-01", "p") for who in states))
    options = {"protocol_to": "p", "eligibility": eligibility, **LEAVE}
    found = treaty_of(Named(["FIN", "BEL"]), *given, told=above, **options)
    assert found.in_force("2000-01-01").is_yes
    assert found.in_force_for("FIN", "2000-01-01").is_yes


def test_who_stays_has_consented_though_it_may_never_enter_into_force() -> None:
    """That another has left must not put in doubt that a state's consent stands."""
    given = [ratified("AUT", "2001-01-01"), ratified("BEL", "2001-01-02"), withdrew("BEL", "2005-01-01")]
    upon = AllOf([Consents(1), TreatyInForce("nowhere")])
    found = treaty_of(upon, *given, protocol_to="nowhere", **LEAVE)
    assert found.contracting_states("2006-01-01").certain == {"AUT"}
    assert found.in_force("2006-01-01").is_unknown


def test_a_state_that_ceased_to_exist_brings_nothing_into_force() -> None:
    """A treaty must not enter into force for nobody."""
    for day in ("1992-12-05", "1992-12-03/1992-12-25"):
        found = treaty_of(Consents(1), ratified("CSK", day), after=Days(30))
        assert found.in_force("1993-02-01").is_no
    answer = treaty_of(Consents(1), ratified("CSK", "1992-06-01"), after="1 year").in_force("1994-01-01")
    assert answer.is_no
    assert told(answer)[:2] == [
        "nobody is left who has consented to be bound",
        "Czechoslovakia ceased to exist on 1993-01-01",
    ]


def test_it_is_over_when_all_have_left_though_nobody_knows_who_left_last() -> None:
    """Where everybody has given notice, the treaty must end, whoever was bound in which order."""
    acts = [
        ratified("FIN", "2004-03-10/2004-03-20"),
        withdrew("FIN", "2004-03-25"),
        ratified("AUT", "2004-03-01"),
    ]
    found = treaty_of(Named(["FIN"]), *acts, withdrew("AUT", "2004-03-15/2004-04-30"), **LEAVE)
    assert found.in_force("2010-01-01").is_no


def test_a_text_that_works_back_binds_only_who_may_consent() -> None:
    """Who is not open to the treaty must not count as one of the two that it needs."""
    acts = [ratified("AUT", "2000-05-01"), ratified("FIN", "2000-05-01")]
    fields = {"between": ["AUT", "FIN"], "adopted": "2000-03-01", "protocol_to": "p"}
    for members, value in (("AUT", "FIN"), "yes"), (("FIN",), "no"):  # joining later binds nobody before
        of = parent(*(ratified(who, "1990-01-01", "p") for who in members))
        found = treaty_of(
            OnDate("2000-01-01"), *acts, eligibility="parties_to_parent", told=of, **fields
        ).in_force("2001-01-01")
        assert str(found.value) == value


def test_it_is_not_in_force_while_nobody_can_be_a_party() -> None:
    """Whenever it entered, it must be out of force after all had left and before any came back."""
    acts = [
        ratified("BEL", "2000-01-01"),
        withdrew("BEL", "2000-01-01/2000-01-03"),
        ratified("BEL", "2000-02-01", id="belgium-returns"),
        ratified("FIN", "2010"),
    ]
    found = treaty_of(Consents(1), *acts, after=Days(1), **LEAVE)
    for day in ("2000-01-03", "2000-01-31"):
        assert not found.parties(day).possible
        assert found.in_force(day).is_no
    left = "between 2000-01-01 and 2000-01-03"
    assert told(found.in_force("2000-01-10"))[:2] == [
        "nobody was a party to it then, whenever it entered into force",
        f"Belgium gave notice of withdrawal {left}, which took effect {left}",
    ]
    assert found.in_force("2000-02-01").is_unknown


def test_who_may_have_left_the_parent_before_it_joined_may_be_bound_once_it_is_back() -> None:
    """Where nobody knows whether a consent ever bound, its author's return to the parent may make it bind."""
    member = [ratified(who, "2000-01-01", "p") for who in ("AUT", "BEL")]
    again = ratified("BEL", "2003-01-01", "p", id="again")
    given = [ratified("AUT", "2000-06-01"), ratified("BEL", "2001-06-01")]
    options: dict[str, Any] = {
        "protocol_to": "p",
        "eligibility": "parties_to_parent",
        "ends_with_parent": True,
    }
    for left, value in ("2001", "unknown"), ("2001-03-01", "yes"), ("2001-09-01", "no"):
        above = parent(*member, again, withdrew("BEL", left, "p"), **LEAVE)
        found = treaty_of(Consents(1), *given, told=above, **options)
        assert str(found.in_force_for("BEL", "2004-01-01").value) == value


def test_a_text_that_works_back_binds_nobody_before_it_may_join() -> None:
    """However its day is known, it must begin no sooner than its parties joined the parent."""
    states = ("AUT", "BEL")
    above = parent(*(ratified(who, "2001-01-01", "p") for who in states))
    given = [ratified(who, "2004-01-01") for who in states]
    fields: dict[str, Any] = {"adopted": "2003-01-01", "protocol_to": "p", "eligibility": "parties_to_parent"}
    found = treaty_of(OnDate("2000-01"), *given, between=states, told=above, **fields)
    assert [str(found.in_force(day).value) for day in ("2000-12-31", "2001-01-01")] == ["no", "yes"]


def test_records_that_end_before_the_day_asked_deny_no_entry() -> None:
    """That nothing had been exchanged when the records end must not be a no for later."""
    covered = Coverage(until="1990-01-01")
    found = treaty_of(Exchange(), signed("AUT", "1980-01-01"), between=["AUT", "BEL"], coverage=covered)
    assert found.entered_into_force.is_unknown
    assert [str(each) for each in found.entered_into_force.missing] == ["records after 1990-01-01"]


def test_the_only_party_left_supersedes_it() -> None:
    """Where one party is left, its joining the new treaty ends the old one (59(1))."""
    new = treaty_of(
        Consents(1), ratified("AUT", "2001-01-01", "new"), id="new", title="the New", supersedes=["t"]
    )
    acts = [ratified("AUT", "1990-01-01"), ratified("BEL", "1990-01-01"), withdrew("BEL", "1995-01-01")]
    found = treaty_of(Consents(1), *acts, told={"treaties": {"new": new}, "others": ["new"]}, **LEAVE)
    assert [str(found.in_force(day).value) for day in ("2000-12-31", "2001-01-01")] == ["yes", "no"]
    assert told(found.in_force("2001-01-01"))[0].endswith("superseded by the New")
