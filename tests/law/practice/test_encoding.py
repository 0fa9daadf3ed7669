"""A lawyer's way to write an act or a clause works, or the error says how to write it."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import geobrief as gb
from geobrief.checks import problems
from geobrief.law import Obligation
from geobrief.model.condition import Condition
from tests.law.given import ratified, signed, treaty_of
from tests.law.practice.said import brief_of, value


def refusal(call: Callable[[], object]) -> str:
    """Give what a call says when it refuses; nothing where it does not."""
    try:
        call()
    except (gb.GeobriefError, TypeError, ValueError) as error:
        return str(error)
    return ""


@pytest.mark.parametrize("field", ["deposited", "received", "sent"])
def test_a_deposit_in_one_word(field: str) -> None:
    """A day of deposit or notice stands beside the state, as in a file; else the error says where (16)."""
    day: dict[str, Any] = {field: "2001-01-05"}
    make: Callable[..., gb.Ratification] = gb.Ratification
    said = refusal(lambda: make(treaty="t", by="AUT", **day))
    if said:
        assert "instrument" in said
        assert "Instrument(" in said
        assert field in said
    else:
        instrument: Callable[..., gb.Instrument] = gb.Instrument
        assert make(treaty="t", by="AUT", **day) == make(treaty="t", by="AUT", instrument=instrument(**day))


def test_members_of_an_organisation() -> None:
    """A number of members is written with the group first (WHO: 26 members of the United Nations)."""
    make: Callable[..., object] = gb.MembersOf
    assert refusal(lambda: make("un", 26)) == ""
    assert make("un", 26) == gb.MembersOf(group="un", at_least=26)


@pytest.mark.parametrize(
    ("make", "given", "meant"),
    [
        (gb.Termination, {"treaty": "t", "by": "FRA"}, "between"),
        (gb.Brief, {"title": "A", "as_of": "2024", "treaties": []}, "records"),
        (gb.Withdrawal, {"treaty": "t", "by": "FRA", "on": "2000-01-01"}, "notified"),
        (gb.Signature, {"treaty": "t", "state": "FRA"}, "by"),
        (gb.Treaty, {"id": "t", "title": "T", "parties": ["FRA", "ITA"]}, "between"),
        (gb.Extension, {"treaty": "t", "on": "2000-01-01"}, "agreed"),
        (gb.Suspension, {"treaty": "t", "by": "FRA", "on": "2000-01-01"}, "notified"),
        (gb.EntryIntoForce, {"upon": gb.Consents(2), "delay": "30 days"}, "after"),
    ],
)
def test_a_wrong_keyword(make: Callable[..., object], given: dict[str, object], meant: str) -> None:
    """A keyword that a record does not have is refused with the one that was meant."""
    said = refusal(lambda: make(**given))
    assert repr(meant) in said


@pytest.mark.parametrize(
    "condition",
    [
        gb.MembersOf(group="natto", at_least=5),
        gb.Consents(5, of="mercosurr"),
        gb.FractionOf(of="oecdd", at_least=1),
    ],
)
def test_an_unknown_organisation_in_a_condition(condition: Condition) -> None:
    """An organisation in a condition that no table knows is an issue that suggests near ones."""
    treaty = gb.Treaty(id="t", title="Pact", entry_into_force=gb.EntryIntoForce(upon=condition))
    found = [each for each in problems(brief_of(treaty)) if each.path[:2] == ("treaties", "t")]
    near = {"natto": "nato", "mercosurr": "mercosur", "oecdd": "oecd"}
    wanted = next(right for wrong, right in near.items() if wrong in gb.dumps(treaty))
    assert any("did you mean" in each.said and repr(wanted) in each.said for each in found)


def test_obligations_towards_everybody() -> None:
    """What a state owes can be asked without saying to whom (26, 34)."""
    treaty = gb.Treaty(
        id="t",
        title="Pact",
        entry_into_force=gb.EntryIntoForce(upon=gb.Consents(2)),
        provisions=[gb.Provision(article="5", kind="defense")],
    )
    brief = brief_of(treaty, *(ratified(who, "2000-01-01") for who in ("AUT", "BEL", "CHE")))
    ask: Callable[..., tuple[Obligation, ...]] = brief.obligations
    assert refusal(lambda: ask(of="AUT")) == ""
    assert {owed.towards for owed in ask(of="AUT", on="2001-01-01")} == {"BEL", "CHE"}


def test_the_stage_of_a_signatory() -> None:
    """A state that has signed has come further than one that has done nothing (12, 14, 18)."""
    found = treaty_of(gb.Consents(2), signed("AUT", "2000-01-01"))
    assert found.stage("BEL", "2001-01-01") == "none"
    assert found.stage("AUT", "1999-12-31") == "none"
    assert found.stage("AUT", "2001-01-01") == "signed"


def test_two_acts_with_one_id() -> None:
    """The status of a treaty refuses two different acts that share an id, as a brief does."""
    treaty = gb.Treaty(id="t", title="Accord", entry_into_force=gb.EntryIntoForce(upon=gb.Consents(1)))
    twice = [ratified("CAN", "2010-09-03"), ratified("CAN", "2021-01-20")]
    with pytest.raises(gb.InvalidRecord, match="ratification-t-can"):
        brief_of(treaty, *twice)
    assert "ratification-t-can" in refusal(lambda: gb.status(treaty, twice))


def test_one_act_given_twice() -> None:
    """An act that is given twice is one act."""
    found = treaty_of(gb.Consents(1), *[ratified("CAN", "2010-09-03")] * 2)
    assert value(found.in_force_for("CAN", "2011-01-01")) == "yes"


PIONEERS = ["BEL", "CAN", "CHN", "DEU", "FRA", "GBR", "IND", "ITA", "JPN", "KOR", "NLD", "RUS", "USA"]


def test_forty_states_among_them_seven_pioneers() -> None:
    """Part XI of 1994 entered on 1996-07-28: China and Korea are pioneers, thirty days on (art. 6)."""
    developed = [who for who in PIONEERS if who not in {"CHN", "IND", "KOR"}]
    clause = (
        gb.Consents(40)
        & gb.MembersOf(group="pioneers", at_least=7)
        & gb.MembersOf(group="developed-pioneers", at_least=5)
    )
    others = [
        "AUT",
        "AUS",
        "BRB",
        "BHR",
        "BOL",
        "BHS",
        "CIV",
        "CPV",
        "FJI",
        "GIN",
        "GRC",
        "GRD",
        "HRV",
        "IRQ",
        "JAM",
        "JOR",
        "KEN",
        "LBN",
        "LKA",
        "MDA",
        "MHL",
        "MKD",
        "MMR",
        "MLT",
        "MUS",
        "NAM",
        "NGA",
        "OMN",
        "PRY",
        "SAU",
        "SEN",
        "SGP",
        "SLE",
        "SVN",
        "SYC",
        "TTO",
        "TUN",
        "UGA",
        "VNM",
        "ZMB",
    ]
    acts = [ratified(who, "1995-08-01") for who in others]
    pioneers = {
        "DEU": "1994-10-14",
        "ITA": "1995-01-13",
        "IND": "1995-06-29",
        "KOR": "1996-01-29",
        "FRA": "1996-04-11",
        "CHN": "1996-06-07",
        "JPN": "1996-06-20",
        "NLD": "1996-06-28",
    }
    acts += [ratified(who, day) for who, day in pioneers.items()]
    found = treaty_of(
        clause,
        *acts,
        groups={"pioneers": PIONEERS, "developed-pioneers": developed},
        after=gb.Days(30),
        then=gb.SAME,
    )
    assert [value(found.in_force(day)) for day in ("1996-07-27", "1996-07-28")] == ["no", "yes"]


def test_the_pioneers_of_the_cookbook() -> None:
    """The recipe of the cookbook names all pioneer investors of Part XI, also China and Korea (art. 6)."""
    page = (Path(__file__).resolve().parents[3] / "docs" / "cookbook.md").read_text("utf-8")
    [listed] = re.findall(r"^ +pioneers: \[(.*)\]$", page, re.MULTILINE)
    assert {"CHN", "KOR"} <= set(listed.split(", "))


def test_asking_about_a_record() -> None:
    """A treaty can be asked about by its record as well as by its id."""
    treaty = gb.Treaty(id="t", title="Accord", entry_into_force=gb.EntryIntoForce(upon=gb.Consents(1)))
    brief = brief_of(treaty, ratified("CAN", "2010-09-03"))
    ask: Callable[..., gb.Answer] = brief.in_force
    assert refusal(lambda: ask(treaty, "2011-01-01")) == ""
    assert value(ask(treaty, "2011-01-01")) == value(ask("t", "2011-01-01")) == "yes"


@pytest.mark.parametrize(
    ("section", "written", "meant"),
    [
        ("terminations", "{treaty: t, by: FRA}", "'between'"),
        ("withdrawals", "{treaty: t, by: FRA, on: 2000-01-01}", "'notified'"),
        ("signatures", "{treaty: t, state: FRA, date: 2000-01-01}", "'by'"),
        ("signatures", "{treaty: t, by: FRA, date: 2000-01-01}", "'on'"),
        ("ratifications", "{treaty: t, by: FRA, on: 2000-01-01}", "{instrument: {deposited: …}}"),
    ],
)
def test_a_wrong_key(section: str, written: str, meant: str) -> None:
    """A key that a record does not have is told in a file as it is in Python."""
    header = "geobrief: 1\ntitle: A\nas_of: 2024-01-01\ntreaties: {t: {title: T}}\n"
    text = f"{header}{section}:\n  - {written}\n"
    found = problems_of(text)
    assert any("GB102" in each and meant in each for each in found)
    assert not any("GB103" in each for each in found)  # what stands under the other name is not missing


def problems_of(text: str) -> list[str]:
    """Give what is wrong with a brief file, in words."""
    try:
        gb.loads(text)
    except gb.InvalidBrief as error:
        return list(map(str, error.report))
    return []


@pytest.mark.parametrize(
    "condition",
    [gb.MembersOf("cow-511", 1), gb.Consents(2, of="pioners"), gb.Share("emisions", at_least="0.5")],
)
def test_what_no_clause_can_count(condition: Condition) -> None:
    """A state is no group, and a slip in the name of a group or of a table is told."""
    treaty = gb.Treaty(
        id="t",
        title="Pact",
        entry_into_force=gb.EntryIntoForce(upon=condition),
        groups={"pioneers": ["FRA", "ITA"]},
        weights={"emissions": gb.WeightTable(weights={"FRA": 1})},
    )
    [found] = [each for each in problems(brief_of(treaty)) if each.code == "GB602"]
    near = {"cow-511": (), "pioners": ("pioneers",), "emisions": ("emissions",)}
    assert found.near[:1] == near[str(found.value)]


def test_obligations_towards_everybody_name_only_those_to_whom_they_are_owed() -> None:
    """A duty is listed of those who have it, towards those to whom it is owed, and not towards oneself."""
    treaty = gb.Treaty(
        id="t",
        title="Pact",
        entry_into_force=gb.EntryIntoForce(upon=gb.Consents(2)),
        provisions=[gb.Provision(kind="defense", duty_of=["AUT"], owed_to=["AUT", "CHE"])],
    )
    brief = brief_of(treaty, *(ratified(who, "2000-01-01") for who in ("AUT", "BEL", "CHE")))
    assert [owed.towards for owed in brief.obligations("AUT", on="2001-01-01")] == ["CHE"]
    assert brief.obligations("BEL", on="2001-01-01") == ()
    assert brief.obligations("AUT", on="1999-01-01") == ()


def test_stages_in_order() -> None:
    """A signature comes before what is approved at home; one that is taken back leaves nothing."""
    vote = gb.Ratification(treaty="t", by="AUT", steps=[gb.Step(kind="parliament_vote", on="2000-06-01")])
    back = gb.Signature(treaty="t", by="BEL", on="2000-01-01", withdrawn="2001-01-01")
    found = treaty_of(gb.Consents(2), signed("AUT", "2000-01-01"), back, vote)
    assert [found.stage("AUT", day) for day in ("2000-05-31", "2000-06-01")] == [
        "signed",
        "approved_domestically",
    ]
    assert [found.stage("BEL", day) for day in ("2000-12-31", "2001-01-01")] == ["signed", "none"]


def test_every_question_takes_the_record() -> None:
    """Whatever is asked about a record by its id can be asked about the record itself."""
    brief = gb.example("dprk-russia-2024")
    pact = brief.treaties["dprk-russia-partnership"]
    [accusation, *_] = brief.accusations
    troops = brief.deployments["prk-troops-in-russia"]
    assert brief.status(pact) is brief.status(pact.id)
    assert brief.acts_on(pact) == brief.acts_on(pact.id)
    assert brief.standing(accusation) == brief.standing(accusation.id)
    assert brief.strength(troops) == brief.strength(troops.id)
    assert gb.Question(ask="in-force", of=pact).of == pact.id


def test_the_length_of_a_renewal_and_of_a_notice() -> None:
    """A term that renews, and a notice after which one is out, are called by what they are elsewhere."""
    with pytest.raises(TypeError, match="give 'each'"):
        gb.Renewal(term="5 years")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="give 'notice'"):
        gb.WithdrawalClause(after="6 months")  # type: ignore[call-arg]
