"""Who owes what to whom: from acts, and from memberships as a source reports them."""

from datetime import date

import pytest

from geobrief.errors import NotFound
from geobrief.law import TreatyStatus, allies, bound, obligations, status
from geobrief.model.act import Act
from geobrief.model.condition import Consents
from geobrief.model.coverage import Coverage
from geobrief.model.entry_into_force import EntryIntoForce
from geobrief.model.ratification import Instrument, Ratification
from geobrief.model.suspension import Suspension
from geobrief.model.treaty import Provision, ReportedMembership, Treaty
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
