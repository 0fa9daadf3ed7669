"""Who owes what to whom: from acts, and from memberships as a source reports them."""

from datetime import date
from typing import Any

import pytest

from geobrief.actors import person
from geobrief.errors import NotFound
from geobrief.law import TreatyStatus, allies, bound, obligations, status
from geobrief.model.act import Act
from geobrief.model.condition import Consents
from geobrief.model.coverage import Coverage
from geobrief.model.entry_into_force import EntryIntoForce
from geobrief.model.provisional_application import ProvisionalApplication
from geobrief.model.ratification import Instrument, Ratification
from geobrief.model.signature import Signature
from geobrief.model.suspension import Suspension
from geobrief.model.treaty import Provision, ProvisionalClause, ReportedMembership, Treaty
from geobrief.values.when import When
from tests.law import atop
from tests.shared_data import needs_shared


def guarantee(*more: Act) -> TreatyStatus:
    """Build a guarantee of Poland by the United Kingdom and France, with consultation among all."""
    treaty = Treaty(
        id="guarantee",
        title="Guarantee",
        entry_into_force=EntryIntoForce(upon=Consents(2)),
        provisions=[
            Provision(article="1", kind="defense", duty_of=["GBR", "FRA"], owed_to=["POL"]),
            Provision(article="2", kind="consultation"),
            Provision(article="3", kind="basing", duty_of=["POL"], period="1940/.."),
        ],
    )
    acts = [
        Ratification(treaty="guarantee", by=by, instrument=Instrument(deposited="1939-08-25"))
        for by in ("GBR", "FRA", "POL")
    ]
    return status(treaty, [*acts, *more], as_of="1945-12-31")


def kinds(of: str, towards: str, on: str, *statuses: TreatyStatus) -> list[str]:
    """List the kinds of duty."""
    return [one.provision.kind for one in obligations(of, towards, on, statuses)]


def test_duties_lie_on_their_holders_towards_those_to_whom_they_are_owed() -> None:
    """A provision must oblige only its duty-holders, only towards the others named, only in its time."""
    found = guarantee()
    assert kinds("GBR", "POL", "1939-09-01", found) == ["defense", "consultation"]
    assert kinds("POL", "GBR", "1939-09-01", found) == ["consultation"]
    assert kinds("POL", "GBR", "1940-09-01", found) == ["consultation", "basing"]
    assert kinds("GBR", "FRA", "1939-09-01", found) == ["consultation"]
    assert kinds("GBR", "POL", "1939-08-24", found) == []
    assert kinds("GBR", "DEU", "1939-09-01", found) == []
    assert [str(one.value) for one in obligations("GBR", "POL", "1950-01-01", [found])] == ["unknown"] * 2


def test_an_obligation_says_why() -> None:
    """It must name the article, the treaty and the acts of both."""
    first, _ = obligations("GBR", "POL", "1939-09-01", [guarantee()])
    assert str(first) == "the United Kingdom towards Poland: defense, Guarantee, art. 1"
    named = {name for reason in first.reasons for name in reason.records}
    assert named == {"guarantee", "ratification-guarantee-gbr", "ratification-guarantee-pol"}
    assert "article 1 of Guarantee" in first.explain()
    assert first.to_dict()["answer"] == "yes"


def test_a_suspension_suspends_the_duty() -> None:
    """Where performance is suspended nothing is owed."""
    act = Suspension(treaty="guarantee", by="FRA", notified="1940-07-01")
    assert kinds("FRA", "POL", "1940-08-01", guarantee(act)) == []
    assert kinds("GBR", "POL", "1940-08-01", guarantee(act)) == ["defense", "consultation"]


def test_allies_either_way() -> None:
    """An ally owes defence or is owed it; other kinds of duty can be asked for."""
    found = guarantee()
    assert sorted(allies("POL", "1939-09-01", [found])) == ["FRA", "GBR"]
    assert list(allies("GBR", "1939-09-01", [found])) == ["POL"]
    assert sorted(allies("GBR", "1939-09-01", [found], ["consultation"])) == ["FRA", "POL"]
    assert allies("GBR", "1950-01-01", [found]).possible == {"POL"}


def test_nobody_owes_itself_anything() -> None:
    """A duty is owed to every other party; two codes of one state are no two parties."""
    found = guarantee()
    assert kinds("GBR", "GBR", "1939-09-01", found) == []
    answer = found.in_force_between("GBR", "GBR", "1939-09-01")
    assert str(answer) == "no: a treaty is between different states, and this is the United Kingdom twice"
    assert found.operative_between("SUN", "RUS", "1950-01-01").is_no


def test_a_kind_that_does_not_exist_is_an_error() -> None:
    """A slip must not be answered as if nobody owed anything."""
    found = [guarantee()]
    with pytest.raises(NotFound, match="no obligation is of the kind 'defence'; did you mean 'defense'"):
        allies("GBR", "1939-09-01", found, ["defence"])  # type: ignore[list-item]
    with pytest.raises(NotFound, match="'testban'; did you mean 'test_ban'"):
        bound("testban", "1939-09-01", found)  # type: ignore[arg-type]
    with pytest.raises(NotFound, match="'peace'; one of defense, offense"):
        obligations("GBR", "POL", "1939-09-01", found, ["peace"])  # type: ignore[list-item]
    with pytest.raises(TypeError, match=r"several kinds, got the text 'defense'; write \['defense'\]"):
        obligations("GBR", "POL", "1939-09-01", found, "defense")  # type: ignore[arg-type]


def test_an_obligation_names_its_parties_as_of_the_day() -> None:
    """What was owed before 1991 was owed by the Soviet Union, under whichever code it is asked."""
    acts = [
        Ratification(treaty="pact", by=who, instrument=Instrument(deposited="1955-06-04"))
        for who in ("SUN", "POL")
    ]
    pact = Treaty(
        id="pact",
        title="Pact",
        entry_into_force=EntryIntoForce(upon=Consents(2)),
        provisions=[Provision(kind="defense")],
    )
    owed = obligations("RUS", "POL", "1960-01-01", [status(pact, acts, as_of="1991-01-01")])
    assert [str(one) for one in owed] == ["the Soviet Union towards Poland: defense, Pact"]


def test_who_is_bound_by_a_kind_of_duty() -> None:
    """A test ban must bind its parties on the day of a test, and nobody else."""
    treaty = Treaty(
        id="ban",
        title="Test Ban",
        entry_into_force=EntryIntoForce(upon=Consents(1)),
        provisions=[Provision(article="1", kind="test_ban")],
    )
    acts = [
        Ratification(treaty="ban", by="SUN", instrument=Instrument(deposited="1963-10-10")),
        Ratification(treaty="ban", by="IND", instrument=Instrument(deposited="1963-10/1963-11")),
    ]
    found = status(treaty, acts, as_of="1970-01-01")
    members = bound("test_ban", "1963-10-30", [found])
    assert sorted(members.certain) == ["SUN"]
    assert sorted(members.possible) == ["IND"]
    assert sorted(bound("test_ban", "1964-10-16", [found])) == ["IND", "SUN"]
    assert not bound("defense", "1964-10-16", [found])


def reported() -> TreatyStatus:
    """Build an alliance of which only memberships are reported."""
    memberships = [
        ReportedMembership(by="SUN", period="1955-05-14/1991-07-01", begins_with="signature"),
        ReportedMembership(by="ALB", period="1955-05/1968-09-13", begins_with="signature"),
    ]
    treaty = Treaty(
        id="pact",
        title="Pact",
        provisions=[Provision(kind="defense")],
        reported_memberships=memberships,
    )
    return status(treaty, [], as_of="2003-12-31", covered=Coverage(until="2003-12-31"))


def test_reported_memberships_are_evidence_with_a_name() -> None:
    """Without acts, what a source reports decides, and the answer must say that it is reported."""
    found = reported()
    answer = found.in_force_for("ALB", "1960-01-01")
    assert answer.is_yes
    assert "reports Albania as a member" in str(answer)
    assert "counted from signature" in str(answer)
    assert found.in_force_for("ALB", "1968-09-13").is_yes
    assert found.in_force_for("ALB", "1968-09-14").is_no
    assert found.in_force_for("ALB", "1955-05-10").is_unknown
    assert found.in_force_between("RUS", "ALB", "1960-01-01").is_yes
    assert found.in_force("1960-01-01").is_yes
    assert found.in_force("1970-01-01").is_unknown  # one member is left, and perhaps others
    assert found.in_force("1995-01-01").is_no
    assert sorted(found.parties("1960-01-01")) == ["ALB", "SUN"]
    assert list(allies("SUN", "1960-01-01", [found])) == ["ALB"]
    assert found.in_force("2010-01-01").is_unknown


@pytest.fixture(scope="module")
def alliances() -> list[TreatyStatus]:
    """Every alliance of ATOP."""
    treaties, _ = atop.treaties()
    return [status(treaty, [], as_of=atop.LAST, covered=Coverage(until=atop.LAST)) for treaty in treaties]


@needs_shared
def test_atop_is_read_but_for_two_members_of_no_state() -> None:
    """Members come in as assertions of dates; only two rows name no state of that day."""
    treaties, unknown = atop.treaties()
    assert {row["member"] for row in unknown} == {"8152", "345"}
    assert len(treaties) >= 700
    assert all(one.reported_memberships for one in treaties)


@needs_shared
def test_atop_answers_for_any_dyad_and_day(alliances: list[TreatyStatus]) -> None:
    """Who had to defend whom on a day must follow from the reports, in both directions."""
    assert kinds("USA", "KOR", "1990-01-01", *alliances) == ["defense", "nonaggression", "consultation"]
    assert "defense" in kinds("SUN", "PRK", "1990-01-01", *alliances)
    assert "defense" not in kinds("SUN", "PRK", "1960-01-01", *alliances)
    assert {"FRA", "DEU", "TUR", "USA"} <= allies("GBR", date(1980, 6, 1), alliances).certain
    assert "IRL" not in allies("GBR", date(1980, 6, 1), alliances).certain


@needs_shared
def test_every_member_of_atop_is_one_on_the_days_that_are_reported(alliances: list[TreatyStatus]) -> None:
    """On the first and the last day of its spell a member is one, the day before and after it is none."""
    by_id = {one.treaty.id: one for one in alliances}
    asked = 0
    for row in atop.rows():
        who = atop.code_of(row)
        if who is None:
            continue
        found, period = by_id[f"atop-{row['atopid']}"], atop.period(row)
        others = [one.period for one in found.treaty.reported_memberships if person(one.by) == person(who)]
        outside: list[When] = []
        for edge, shift in ((period.start, -1), (period.end, 1)):
            if edge is not None and edge.is_day and not edge.after(atop.LAST).is_yes:
                assert found.in_force_for(who, edge).is_yes, (row["atopid"], who, edge)
                outside.append(edge.plus(days=shift))
                asked += 1
        for day in outside if len(others) == 1 else ():
            assert str(day) > atop.LAST or found.in_force_for(who, day).is_no, (row["atopid"], who, day)
    assert asked > 3000


def charter(*acts: Act, **fields: Any) -> TreatyStatus:
    """Build a treaty with a ban on tests that is not in force."""
    treaty = Treaty(
        id="charter",
        title="Charter",
        entry_into_force=EntryIntoForce(upon=Consents(30)),
        provisions=[Provision(article="1", kind="test_ban")],
        **fields,
    )
    return status(treaty, acts, as_of="2005-12-31")


def applies(by: str, **fields: Any) -> ProvisionalApplication:
    """Make a notice of provisional application from 2000-01-01."""
    return ProvisionalApplication(treaty="charter", by=by, since="2000-01-01", **fields)


def owed(found: TreatyStatus, on: str, of: str = "AUT", towards: str = "BEL") -> list[str]:
    """List what one owes another on a day, as truths."""
    return [str(one.value) for one in obligations(of, towards, on, [found])]


def test_what_is_applied_provisionally_is_owed() -> None:
    """Between who applies a treaty provisionally its duties are owed, and lie on each of them (25, 26)."""
    found = charter(applies("AUT"), applies("BEL", ended="2003-01-01"))
    assert [owed(found, day) for day in ("1999-12-31", "2000-01-01", "2003-01-01")] == [[], ["yes"], []]
    assert owed(found, "2000-01-01", "AUT", "CHE") == []
    assert sorted(bound("test_ban", "2000-01-01", [found])) == ["AUT", "BEL"]
    assert sorted(allies("AUT", "2000-01-01", [found], ["test_ban"])) == ["BEL"]
    first, *_ = obligations("AUT", "BEL", "2000-01-01", [found])
    assert [reason.text for reason in first.reasons[1:]] == [
        f"{who} has applied it provisionally since 2000-01-01" for who in ("Austria", "Belgium")
    ]


def test_of_what_is_applied_in_part_a_duty_is_open() -> None:
    """Whether a provision belongs to the part that is applied provisionally no record says."""
    found = charter(applies("AUT", part="Part II"), applies("BEL"))
    [one] = obligations("AUT", "BEL", "2000-01-01", [found])
    assert one.value.is_unknown
    what = "whether the provision belongs to the part that Austria applies provisionally"
    assert [str(each) for each in one.missing] == [what]
    whole = charter(
        applies("AUT"),
        applies("BEL"),
        provisional_application=ProvisionalClause(since="signature", part="Part II"),
    )
    assert owed(whole, "2000-01-01") == ["yes"]


def test_suspended_is_not_owed_under_provisional_application() -> None:
    """Who suspends a treaty that it applies provisionally owes nothing under it for as long (72)."""
    act = Suspension(treaty="charter", by="AUT", notified="2001-01-01", ended="2002-01-01")
    found = charter(applies("AUT"), applies("BEL"), act)
    assert [owed(found, day) for day in ("2000-12-31", "2001-01-01", "2002-01-01")] == [["yes"], [], ["yes"]]
    why = found.applied_between("AUT", "BEL", "2001-06-01").reasons
    assert why[0].text == "Austria has suspended its operation since 2001-01-01"


def test_owed_between_a_reported_member_and_who_applies_it() -> None:
    """A report of a member answers for one side, provisional application for the other."""
    members = [ReportedMembership(by="BEL", period="1999-01-01/..")]
    found = charter(applies("AUT"), reported_memberships=members)
    assert [owed(found, day) for day in ("1999-12-31", "2000-01-01")] == [[], ["yes"]]
    both = [ReportedMembership(by=by, period="2001-01-01/..") for by in ("AUT", "BEL")]
    clause = ProvisionalClause(since="signature")
    alone = charter(reported_memberships=both, provisional_application=clause)
    assert [owed(alone, day) for day in ("2000-01-01", "2001-01-01")] == [["unknown"], ["yes"]]


def test_a_duty_on_a_day_on_which_entry_is_uncertain() -> None:
    """Whether a state is a party already or applies it provisionally still, its duty is owed."""
    treaty = Treaty(
        id="charter",
        title="Charter",
        entry_into_force=EntryIntoForce(upon=Consents(2)),
        provisional_application=ProvisionalClause(since="signature"),
        provisions=[Provision(kind="test_ban")],
    )
    deposit = Instrument(deposited="2001-06-10/2001-06-15")
    acts = [
        act
        for by in ("AUT", "BEL")
        for act in (
            Signature(treaty="charter", by=by, on="2000-01-01"),
            Ratification(treaty="charter", by=by, instrument=deposit),
        )
    ]
    found = status(treaty, acts, as_of="2005-12-31")
    assert found.in_force_for("AUT", "2001-06-12").is_unknown
    assert owed(found, "2001-06-12") == ["yes"]
    assert found.applied_by("AUT", "2001-06-12").is_yes


def test_where_nothing_is_applied_provisionally_the_status_answers() -> None:
    """Without a clause or a notice, what is performed is what is in force, and told in the same words."""
    found = guarantee()
    assert found.applied_by("GBR", "1939-09-01") == found.in_force_for("GBR", "1939-09-01")
    pair = ("GBR", "POL", "1939-09-01")
    assert found.applied_between(*pair) == found.operative_between(*pair)
