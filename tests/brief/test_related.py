"""What a record has to do with others, both ways, and the treaties that bear on it."""

import pytest
from hypothesis import given

import geobrief as gb
from geobrief.model.references import references_in
from geobrief.testing import strategies

PACT = "dprk-russia-partnership"
TROOPS = "prk-troops-in-russia"
ACCUSED = "kor-accuses-prk-deployment"


@pytest.fixture(scope="module")
def brief() -> gb.Brief:
    """The report with its sequel."""
    return gb.example("dprk-russia-2024", "dprk-russia-2025")


def links(brief: gb.Brief, record: str) -> set[tuple[str, str, str]]:
    """The edges of a record, as plain tuples."""
    return {(edge.role, edge.direction, edge.record.id) for edge in brief.related(record).edges}


# -- edges -----------------------------------------------------------------------------


def test_references_are_walked_both_ways(brief: gb.Brief) -> None:
    """The accusation names the deployment, and is named by the responses to it."""
    assert links(brief, ACCUSED) == {
        ("about", "out", TROOPS),
        ("to", "in", "putin-evades-2024-10-24"),
        ("to", "in", "russia-acknowledges-2025-04-26"),
        ("to", "in", "north-korea-acknowledges-2025-04-28"),
    }


def test_acts_lead_to_their_treaty_and_back(brief: gb.Brief) -> None:
    """An act names its treaty, and the treaty is named by its acts."""
    act = f"ratification-{PACT}-rus"
    assert links(brief, act) == {("treaty", "out", PACT)}
    assert ("treaty", "in", act) in links(brief, PACT)
    assert ("supersedes", "out", "dprk-russia-friendship-2000") in links(brief, PACT)
    assert ("supersedes", "in", PACT) in links(brief, "dprk-russia-friendship-2000")


def test_a_claimed_basis_is_claimed_in_both_directions(brief: gb.Brief) -> None:
    """That a deployment rests on a treaty is said as a claim, from whichever side one looks."""
    (out,) = [edge for edge in brief.related(TROOPS).edges if edge.role == "legal_basis"]
    (into,) = [edge for edge in brief.related(PACT).edges if edge.role == "legal_basis"]
    assert (out.claimed, into.claimed) == (True, True)
    assert str(out).startswith(f"it is claimed to rest on {PACT}: ")
    assert str(into) == f"{TROOPS} is claimed to rest on it: forces of North Korea in Russia (alleged)"


def test_actors_are_no_records(brief: gb.Brief) -> None:
    """Support of a state leads to no record; support of a record does."""
    assert "in_support_of" not in {role for role, _, _ in links(brief, TROOPS)}
    more = brief.with_(gb.Deployment(id="more", in_support_of=[TROOPS, "RUS"]))
    assert links(more, "more") == {("in_support_of", "out", TROOPS)}
    assert more.related(TROOPS).by_role("in_support_of") == (more.deployments["more"],)


def test_records_that_replace_each_other_are_linked() -> None:
    """A record that replaces another leads to it, and back."""
    old = gb.Statement(id="old", speaker="PRK", quote="No.")
    new = gb.Statement(id="new", speaker="PRK", quote="Yes.", replaces="old")
    brief = gb.Brief(title="A brief", as_of="2024", records=[old, new])
    assert [str(edge) for edge in brief.related("new").edges] == [
        "it replaces old: statement of North Korea: “No.”"
    ]
    assert [str(edge) for edge in brief.related(old).edges] == [
        "new replaces it: statement of North Korea: “Yes.”"
    ]


def test_references_to_nothing_are_no_edges() -> None:
    """A name that no record has leads nowhere."""
    dangling = gb.Response(id="r", to="nothing", by="PRK", kinds=["denied"])
    brief = gb.Brief(title="A brief", as_of="2024", records=[dangling])
    assert brief.related("r").edges == ()
    assert str(brief.related("r")).endswith("nothing is linked to it")


def test_roles_are_asked_with_their_direction(brief: gb.Brief) -> None:
    """The records linked by a role can be asked for in one direction."""
    related = brief.related(ACCUSED)
    assert [record.id for record in related.by_role("about", "out")] == [TROOPS]
    assert related.by_role("about", "in") == ()


def test_a_record_that_is_not_there_is_not_found(brief: gb.Brief) -> None:
    """A record is asked for by itself or its id; an id that is near is suggested."""
    assert brief.related(brief.deployments[TROOPS]) == brief.related(TROOPS)
    with pytest.raises(gb.NotFound, match=TROOPS):
        brief.related("prk-troop-in-russia")


@given(strategies.briefs())
def test_every_reference_is_an_edge_in_both_directions(brief: gb.Brief) -> None:
    """Whatever names a record is linked to it, seen from either end."""
    for record in brief.records:
        out = {(role, name) for role, way, name in links(brief, record.id) if way == "out"}
        named = {
            (str(each.path[0]), each.name)
            for each in references_in(record)
            if each.name in brief.by_id and each.to not in {("actor",), ("source",)}
        }
        assert out == named
        for role, name in out:
            assert (role, "in", record.id) in links(brief, name)


# -- bearings --------------------------------------------------------------------------


def test_the_partnership_was_claimed_before_it_was_in_force(brief: gb.Brief) -> None:
    """In October 2024 the treaty was claimed as basis of the deployment, and was not in force."""
    (basis,) = brief.related(TROOPS).bearings
    assert (basis.how, basis.treaty.id, basis.value) == ("claimed_basis", PACT, gb.Truth.NO)
    assert str(basis.on) == "2024-10"
    assert str(basis).endswith("is claimed as its legal basis by Experts; on 2024-10 it was not in force")
    assert basis.reasons[0].citations


def test_once_in_force_it_also_obliges(brief: gb.Brief) -> None:
    """From 4 December 2024 the treaty is in force, and its duty of defence bears on the deployment."""
    assert [each.how for each in brief.related(TROOPS, on="2024-12-03").bearings] == ["claimed_basis"]
    basis, duty = brief.related(TROOPS, on="2024-12-04").bearings
    assert (basis.value, duty.value) == (gb.Truth.YES, gb.Truth.YES)
    assert (duty.how, duty.treaty.id) == ("obligation", PACT)
    assert "VCLT 26" in {reason.rule for reason in duty.reasons}


def bound(kind: str, tester: str = "PRK", **treaty: object) -> gb.Brief:
    """A brief with a treaty in force since 2001 that has one provision, and a nuclear and a missile test."""
    pact = gb.Treaty(
        **{  # type: ignore[arg-type]
            "id": "ban",
            "title": "Ban",
            "between": ["PRK", "CHN"],
            "entry_into_force": gb.EntryIntoForce(upon=gb.Exchange()),
            "provisions": [gb.Provision(article="1", kind=kind)],  # type: ignore[arg-type]
            **treaty,
        }
    )
    exchanged = gb.InstrumentExchange(treaty="ban", between=["PRK", "CHN"], on="2001-01-01")
    tests = [
        gb.WeaponsTest(id="nuclear", tester=tester, kind="nuclear", on="2006-10-09"),
        gb.WeaponsTest(id="missile", tester=tester, kind="missile", on="2006-07-05"),
    ]
    return gb.Brief(title="A brief", as_of="2010", records=[pact, exchanged, *tests])


@pytest.mark.parametrize(
    ("kind", "nuclear", "missile"),
    [
        ("test_ban", True, False),
        ("nonproliferation", True, False),
        ("arms_limitation", False, True),
        ("defense", False, False),
    ],
)
def test_prohibitions_bear_on_the_tests_that_they_are_about(kind: str, nuclear: bool, missile: bool) -> None:
    """A ban of nuclear tests does not bear on a missile, nor a limit of missiles on a nuclear test."""
    brief = bound(kind)
    assert [each.how for each in brief.related("nuclear").bearings] == ["prohibition"] * nuclear
    assert [each.how for each in brief.related("missile").bearings] == ["prohibition"] * missile


def test_prohibitions_bind_only_parties_while_in_force() -> None:
    """Neither a stranger, nor a test before entry into force, nor somebody without the duty is bound."""
    assert bound("test_ban", tester="IND").related("nuclear").bearings == ()
    assert bound("test_ban").related("nuclear", on="2000-12-31").bearings == ()
    for provision in (
        gb.Provision(kind="test_ban", duty_of=["CHN"]),
        gb.Provision(kind="test_ban", period="2001/2005"),
    ):
        assert bound("test_ban", provisions=[provision]).related("nuclear").bearings == ()


def test_a_prohibition_that_may_bear_says_so() -> None:
    """Beyond the day up to which the records reach, a prohibition may bear on a test."""
    (ban,) = bound("test_ban").related("nuclear", on="2011-01-01").bearings
    assert ban.value is gb.Truth.UNKNOWN
    assert str(ban) == "prohibition that may bear on it: Ban, art. 1 (test ban)"


def test_a_signatory_must_not_defeat_the_treaty() -> None:
    """China signed the CTBT, which is not in force: a nuclear test would fall under VCLT 18."""
    test = gb.WeaponsTest(id="test", tester="CHN", kind="nuclear", on="2020-01-01")
    (ban,) = gb.example("ctbt").with_(test).related("test").bearings
    assert (ban.how, ban.value) == ("prohibition", gb.Truth.YES)
    assert ban.reasons[0].rule == "VCLT 18"


def test_nonaggression_bears_on_forces_among_the_other() -> None:
    """Forces in a state to which nonaggression is owed are what a prohibition may speak of."""
    troops = gb.Deployment(id="troops", senders=["PRK"], host="CHN", period="2006-10")
    (ban,) = bound("nonaggression").with_(troops).related("troops").bearings
    assert (ban.how, ban.value, ban.treaty.id) == ("prohibition", gb.Truth.YES, "ban")


def test_an_established_basis_is_no_claim() -> None:
    """A basis that is established is told as one; an instrument that is no treaty here is left out."""
    bases = [gb.LegalBasis(treaty="ban", claimed=False), gb.LegalBasis(instrument="a resolution")]
    troops = gb.Deployment(id="troops", senders=["PRK"], period="2006-10", legal_basis=bases)
    (basis,) = bound("test_ban").with_(troops).related("troops").bearings
    assert (basis.how, str(basis)) == ("basis", "Ban is its legal basis; on 2006-10-01 it was in force")


def test_other_records_have_no_bearings(brief: gb.Brief) -> None:
    """Treaties bear on deployments and tests alone."""
    assert brief.related(ACCUSED, on="2025-01-01").bearings == ()


def test_an_undated_event_is_asked_about_as_of() -> None:
    """A test without a day is asked about the day up to which the brief is complete."""
    undated = gb.WeaponsTest(id="undated", tester="PRK", kind="nuclear")
    (ban,) = bound("test_ban").with_(undated).related("undated").bearings
    assert str(ban.on) == "2010"


# -- text and plain data ---------------------------------------------------------------


def test_everything_prints_as_sentences(brief: gb.Brief) -> None:
    """The title says what the record says; below it stands a line for each link."""
    related = brief.related(TROOPS, on="2025-01-01")
    lines = str(related).splitlines()
    assert lines[0] == f"{TROOPS}: forces of North Korea in Russia (alleged)"
    assert lines[1:] == [f"  {each}" for each in (*related.edges, *related.bearings)]
    assert "VCLT 24(1)" in related.explain()
    assert "VCLT" not in str(related)


def test_everything_turns_into_plain_data(brief: gb.Brief) -> None:
    """Plain data name the records by id and say what is claimed."""
    plain = brief.related(TROOPS).to_dict()
    assert (plain["version"], plain["record"], plain["kind"]) == (1, TROOPS, "deployment")
    basis = {"role": "legal_basis", "direction": "out", "record": PACT, "kind": "treaty", "claimed": True}
    assert basis.items() <= plain["edges"][0].items()
    assert {"treaty": PACT, "how": "claimed_basis", "on": "2024-10", "answer": "no"}.items() <= plain[
        "bearings"
    ][0].items()
