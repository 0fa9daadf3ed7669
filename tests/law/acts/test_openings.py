"""To whom a treaty is open, by which means and when, and what is told of who joins all the same (VCLT 15)."""

from typing import Any

import pytest

import geobrief as gb
from tests.law.given import ratified, signed, told, treaty_of, withdrew
from tests.law.practice.said import value

EVER = "2020-01-01"
TPNW = [
    gb.Opening(to=["all_states"], means=["signature"], since="2017-09-20"),
    gb.Opening(to=["all_states"], means=["accession"], since="2017-09-20"),
]


def is_party(who: str, *acts: gb.Record, open_to: Any, **fields: Any) -> str:
    """Tell whether a state is a party in 2020 to a treaty that one consent brings into force."""
    found = treaty_of(gb.Consents(1), *acts, open_to=open_to, **fields)
    return value(found.in_force_for(who, EVER))


@pytest.mark.parametrize(
    ("open_to", "expected"),
    [(["all_states"], "unknown"), (["all_states", "eu"], "yes"), (["un"], "unknown")],
)
def test_an_organisation_is_no_state(open_to: list[str], expected: str) -> None:
    """The EU may join what is open to it by name (Paris 20(1)), not what is open to all states alone."""
    acts = [ratified("AUT", "2016-10-05"), ratified("eu", "2016-10-05")]
    assert is_party("eu", *acts, open_to=open_to) == expected


def test_the_prohibition_of_nuclear_weapons() -> None:
    """Signature and accession were open to all states from 2017-09-20 (TPNW 13, 14)."""
    acts = [
        signed("AUT", "2017-09-20"),
        ratified("AUT", "2018-05-08"),
        ratified("COK", "2018-09-04", means="accession"),
    ]
    assert is_party("AUT", *acts, open_to=TPNW) == "yes"
    assert is_party("COK", *acts, open_to=TPNW) == "yes"
    early = [signed("AUT", "2017-09-19"), ratified("AUT", "2018-05-08")]
    assert is_party("AUT", *early, open_to=TPNW) == "unknown"


def test_the_non_proliferation_treaty() -> None:
    """It was open for signature until it entered into force, and for accession at any time (NPT IX(1))."""
    npt = [
        gb.Opening(to=["all_states"], means=["signature"], since="1968-07-01", until="1970-03-04"),
        gb.Opening(to=["all_states"], means=["accession"]),
    ]
    acts = [
        signed("DEU", "1969-11-28"),
        ratified("DEU", "1975-05-02"),
        ratified("FRA", "1992-08-03", means="accession"),
    ]
    assert is_party("DEU", *acts, open_to=npt) == "yes"
    assert is_party("FRA", *acts, open_to=npt) == "yes"
    by_ratification = [ratified("FRA", "1992-08-03")]
    assert is_party("FRA", *by_ratification, open_to=npt) == "unknown"


def test_a_member_that_signed_and_left() -> None:
    """What was signed as a member can be ratified after leaving; accession asks for membership (14, 15)."""
    ratifies = [signed("GBR", "2019-05-01"), ratified("GBR", "2020-12-01")]
    day = {"told": {"as_of": "2021-12-31"}}
    found = treaty_of(gb.Consents(1), *ratifies, open_to=["eu"], **day)
    assert value(found.in_force_for("GBR", "2021-01-01")) == "yes"
    accedes = [*ratifies[:1], ratified("GBR", "2020-12-01", means="accession")]
    found = treaty_of(gb.Consents(1), *accedes, open_to=["eu"], **day)
    assert value(found.in_force_for("GBR", "2021-01-01")) == "unknown"


def test_a_signature_that_was_withdrawn_is_not_confirmed() -> None:
    """Who took its signature back has nothing left to ratify (14)."""
    opening = [gb.Opening(to=["all_states"], means=["signature"])]
    acts = [signed("AUT", "2000-01-01", withdrawn="2001-01-01"), ratified("AUT", "2002-01-01")]
    assert is_party("AUT", *acts, open_to=opening) == "unknown"


def test_a_succession_needs_no_opening() -> None:
    """A successor takes over what its predecessor had, to whomever the treaty is open (VCSS 17)."""
    own = ratified("MNE", "2006-10-23", means="succession")
    acts = [ratified("SCG", "2001-03-12"), own]
    assert is_party("MNE", *acts, open_to=["SCG"]) == "yes"


def test_one_person_under_two_codes() -> None:
    """A treaty open to the Soviet Union is open to Russia, which continues it."""
    assert is_party("RUS", ratified("RUS", "2000-01-01"), open_to=["SUN"]) == "yes"


def test_a_definitive_signature_after_the_window() -> None:
    """A signature that binds by itself counts only in its window."""
    opening = [gb.Opening(to=["all_states"], until="2000-12-31")]
    in_time, late = (signed("AUT", day, effect="definitive") for day in ("2000-12-31", "2001-01-01"))
    assert is_party("AUT", in_time, open_to=opening) == "yes"
    assert is_party("AUT", late, open_to=opening) == "unknown"


@pytest.mark.parametrize(("on", "expected"), [("2000-12", "yes"), ("2000-12/2001-01", "unknown")])
def test_a_day_that_may_lie_after_the_window(on: str, expected: str) -> None:
    """A day that is not known may lie without the window, and leaves it open then."""
    opening = [gb.Opening(to=["all_states"], until="2000-12-31")]
    assert is_party("AUT", ratified("AUT", on), open_to=opening) == expected


@pytest.mark.parametrize(
    ("name", "expected"), [("oecd", "unknown"), ("founders", "yes"), ("others", "unknown")]
)
def test_of_whom_it_is_not_known_whether_they_are_meant(name: str, expected: str) -> None:
    """Members that no table knows leave it open; a group of the treaty does not."""
    act = ratified("AUT", "2000-01-01")
    assert is_party("AUT", act, open_to=[name], groups={"founders": ["AUT", "BEL"]}) == expected


def test_who_negotiated_it() -> None:
    """A treaty open to its negotiating states is open to those that it names."""
    fields = {"open_to": ["negotiating_states"], "negotiating_states": ["AUT"]}
    acts = [ratified("AUT", "2000-01-01"), ratified("BEL", "2000-01-01")]
    assert [is_party(who, *acts, **fields) for who in ("AUT", "BEL")] == ["yes", "unknown"]


def test_a_late_signature_is_no_basis_for_what_a_signature_brings() -> None:
    """Whoever signs after the window may be no signatory: what that brings is unknown (14, 18, 25)."""
    found = treaty_of(
        gb.Consents(9),
        signed("AUT", "2001-01-01"),
        open_to=[gb.Opening(to=["all_states"], until="2000-12-31")],
        provisional_application=gb.ProvisionalClause(since="signature"),
    )
    asked = (found.provisionally_applied, found.bound_by_interim_obligation)
    assert [value(ask("AUT", EVER)) for ask in asked] == ["unknown", "unknown"]
    assert found.signatories(EVER).possible == {"AUT"}


def test_what_does_not_turn_on_it_is_answered() -> None:
    """With enough others, and after it has left, a consent that may not count changes nothing."""
    acts = [ratified("AUT", "2000-01-01"), ratified("BRA", "1999-01-01", means="accession")]
    found = treaty_of(
        gb.Consents(1),
        *acts,
        withdrew("BRA", "2001-01-01"),
        open_to=["AUT"],
        withdrawal=gb.WithdrawalClause(),
    )
    assert [value(found.in_force(day)) for day in ("1999-06-01", "2000-01-01")] == ["unknown", "yes"]
    assert value(found.in_force_for("BRA", "2001-01-01")) == "no"


def test_nobody_decides_by_its_position() -> None:
    """Whether the parties let it in is no dispute in which its author takes a side (15(c))."""
    act = ratified("BRA", "2000-01-01", means="accession")
    found = treaty_of(gb.Consents(1), act, open_to=["AUT"], told={"position_of": "BRA"})
    assert value(found.in_force_for("BRA", EVER)) == "unknown"


def test_it_is_told() -> None:
    """The sentence must name the act, that the treaty is not open to it, and what is missing."""
    acts = [ratified("AUT", "2000-01-01"), ratified("BRA", "2001-01-01", means="accession")]
    answer = treaty_of(gb.Consents(1), *acts, open_to=["AUT"]).in_force_for("BRA", EVER)
    assert str(answer) == (
        "unknown: the treaty is not open to accession by Brazil on 2001-01-01, "
        "and whether it was let in is not recorded"
    )
    assert answer.reasons[0].rule == "VCLT 15(c)"
    assert [str(each) for each in answer.missing] == ["whether Brazil was let in"]
    assert told(answer)[1:] == [
        (
            "with the ratification by Brazil to which the treaty is not open: "
            "Brazil has been bound since 2001-01-01: accession on 2001-01-01"
        ),
        "without it: Brazil has not consented to be bound",
    ]
