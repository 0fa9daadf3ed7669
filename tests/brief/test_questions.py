"""Questions: the brief feeds its records to the law and to the claims, each computed once."""

import pytest
from hypothesis import given

import geobrief as gb
from geobrief.testing import strategies

PACT = "dprk-russia-partnership"
OLD = gb.Treaty(
    id="old",
    title="Old",
    between=["PRK", "RUS"],
    entry_into_force=gb.EntryIntoForce(upon=gb.Exchange("notes")),
)
NEW = gb.Treaty(
    id="new",
    title="New",
    between=["PRK", "RUS"],
    entry_into_force=gb.EntryIntoForce(upon=gb.Exchange("notes")),
    supersedes=["old"],
    provisions=[
        gb.Provision(article="4", kind="defense"),
        gb.Provision(kind="consultation", duty_of=["RUS"]),
    ],
)


def exchanged(treaty: str, day: str) -> gb.NoteExchange:
    """The notes of both, exchanged on a day."""
    return gb.NoteExchange(treaty=treaty, between=["PRK", "RUS"], on=day)


@pytest.fixture(scope="module")
def brief() -> gb.Brief:
    """Two treaties, the second of which takes the place of the first."""
    records = [OLD, NEW, exchanged("old", "2000-02-09"), exchanged("new", "2024-12-04")]
    return gb.Brief(title="A brief", as_of="2025-01-01", records=records)


# -- the law ---------------------------------------------------------------------------


def test_a_status_is_computed_once() -> None:
    """Asking twice gives the same status; another reading is another one."""
    brief = gb.example("dprk-russia-2024")
    assert brief.status(PACT) is brief.status(PACT)
    assert brief.status(PACT) is not brief.status(PACT, position_of="RUS")
    assert brief.status(PACT) is not brief.status(PACT, assume_unchanged=True)


def test_a_treaty_on_which_another_depends_is_computed_once_for_it() -> None:
    """However many readings ask the parent, it must be worked out a single time."""
    amendment = gb.Treaty(id="amendment", title="Amendment", amends="old", adopted="2001-01-01")
    brief = gb.Brief(title="A brief", as_of="2025-01-01", records=[OLD, amendment])
    related = brief.status("amendment")._by_day.interpreted.related
    assert related.related("old") is not None
    assert related.related("old") is related.related("old")


def test_a_treaty_that_is_not_there_is_not_found(brief: gb.Brief) -> None:
    """The law of a treaty that the brief does not hold is an error that suggests the nearest."""
    with pytest.raises(gb.NotFound, match=r"'odl'.*did you mean 'old'\?"):
        brief.in_force("odl")


def test_the_day_left_out_is_as_of(brief: gb.Brief) -> None:
    """Without a day, the answer is that of the last day of the records, and says so."""
    assert brief.in_force("new").on == gb.When("2025-01-01")
    assert str(brief.in_force("new")).startswith("yes (as of 2025-01-01): ")


@pytest.mark.parametrize("first", ["old", "new"])
def test_treaties_bear_on_each_other_whichever_is_asked_first(first: str) -> None:
    """The earlier treaty ends with the entry of the later one, whatever was asked before."""
    records = [OLD, NEW, exchanged("old", "2000-02-09"), exchanged("new", "2024-12-04")]
    brief = gb.Brief(title="A brief", as_of="2025-01-01", records=records)
    brief.status(first).timeline()
    assert brief.in_force("old", on="2024-12-03").is_yes
    assert brief.in_force("old", on="2024-12-04").is_no
    assert brief.in_force("new", on="2024-12-04").is_yes


def test_treaties_that_supersede_each_other_end_the_search() -> None:
    """Treaties that each claim to take the place of the other are still answered."""
    one = gb.Treaty(id="one", title="One", between=["PRK", "RUS"], supersedes=["two"])
    two = gb.Treaty(id="two", title="Two", between=["PRK", "RUS"], supersedes=["one"])
    brief = gb.Brief(title="A brief", as_of="2025", records=[one, two, exchanged("one", "2000-01-01")])
    assert brief.in_force("one", on="1999-01-01").is_no


def test_treaties_in_force_keep_the_possible_apart(brief: gb.Brief) -> None:
    """Those in force on a day are certain, those that may be are possible, the others are neither."""
    found = brief.with_(gb.Treaty(id="bare", title="Bare", between=["PRK", "CHN"])).treaties_in_force(
        "2024-01-01"
    )
    assert (found.certain, found.possible) == (frozenset({"old"}), frozenset({"bare"}))
    with pytest.raises(gb.Undetermined):
        len(found)


def test_obligations_are_those_of_the_day(brief: gb.Brief) -> None:
    """A state owes another what the treaties between them say, from the day they are in force."""
    assert brief.obligations("PRK", "RUS", "2024-12-03") == ()
    assert [each.provision.kind for each in brief.obligations("PRK", "RUS", "2024-12-04")] == ["defense"]
    assert [each.provision.kind for each in brief.obligations("RUS", "PRK")] == ["defense", "consultation"]
    assert [each.provision.kind for each in brief.obligations("RUS", "PRK", kinds=["consultation"])] == [
        "consultation"
    ]
    assert brief.obligations("RUS", "KOR") == ()


def test_allies_are_bound_either_way(brief: gb.Brief) -> None:
    """Whoever owes defence, or is owed it, is an ally from that day."""
    assert list(brief.allies("PRK", "2024-12-03")) == []
    assert list(brief.allies("PRK")) == ["RUS"]
    assert list(brief.allies("RUS")) == ["PRK"]


@given(strategies.briefs())
def test_every_treaty_of_any_brief_has_a_status(brief: gb.Brief) -> None:
    """No records, however odd, keep the law from answering."""
    for treaty in brief.treaties:
        answer = brief.in_force(treaty.id)
        assert (answer.is_yes, answer.is_no, answer.is_unknown).count(True) == 1
        assert answer.explain()
    assert brief.treaties_in_force().certain <= set(brief.treaties.ids)


# -- claims ----------------------------------------------------------------------------


def test_claims_are_asked_by_id() -> None:
    """Strength and standing are those of the record with the id, as of the last day if none is named."""
    brief = gb.example("dprk-russia-2024")
    assert brief.strength("prk-troops-in-russia", policy="median").best == 10_000
    assert brief.strength("prk-troops-in-russia", on="2024-10-01").estimate is None
    assert str(brief.standing("kor-accuses-prk-deployment").to_dict()["finding"]) == "open"
    with pytest.raises(gb.NotFound):
        brief.strength("kor-accuses-prk-deployment")
    with pytest.raises(gb.NotFound):
        brief.standing("prk-troops-in-russia")


def test_who_is_bound_by_a_ban_on_the_day_of_a_test() -> None:
    """On the day of a test it must be told whom a test ban in force binds, and why it is open for others."""
    ban = gb.Treaty(
        id="ban",
        title="Treaty Banning Nuclear Weapon Tests in the Atmosphere",
        entry_into_force=gb.EntryIntoForce(upon=gb.Named(["GBR", "SUN", "USA"])),
        provisions=[gb.Provision(article="I", kind="test_ban")],
    )
    deposits = {"GBR": "1963-10-10", "SUN": "1963-10-10", "USA": "1963-10-10", "IND": "1963-10-10"}
    acts = [
        gb.Ratification(treaty="ban", by=by, instrument=gb.Instrument(deposited=on))
        for by, on in deposits.items()
    ]
    test = gb.WeaponsTest(id="smiling-buddha", tester="IND", kind="nuclear", on="1974-05-18")
    brief = gb.Brief(title="tests", as_of="1980-01-01", records=[ban, *acts, test])
    found = brief.bound("test_ban", test.on)
    assert list(found) == ["GBR", "IND", "SUN", "USA"]
    assert found.holds("CHN").is_no
    assert any("ratification-ban-ind" in reason.records for reason in found.reasons)
    assert not brief.bound("test_ban", "1963-10-09").possible
    assert brief.bound("test_ban", "1990-01-01").is_open
