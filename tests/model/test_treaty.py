import pickle
import re
from fractions import Fraction
from typing import Any

import attrs
import pytest

from geobrief.errors import InvalidRecord
from geobrief.model.coverage import Coverage
from geobrief.model.means import Opening
from geobrief.model.treaty import (
    BindingView,
    Duration,
    Provision,
    ProvisionalClause,
    Registration,
    Renewal,
    ReportedEntry,
    ReportedMembership,
    Treaty,
    WeightTable,
    WithdrawalClause,
)
from geobrief.values.delay import Months, Years
from geobrief.values.period import Period
from geobrief.values.when import When

evolve: Any = attrs.evolve  # untyped, to give it what it must refuse
PACT = Treaty(id="pact", title="Treaty on Comprehensive Strategic Partnership", between=["PRK", "RUS"])


def test_construct() -> None:
    """Lists, mappings and dates of a treaty are converted and frozen."""
    treaty = attrs.evolve(
        PACT,
        adopted="2024-06-19",
        groups={"nuclear": ["PRK", "RUS"]},
        weights={"emissions": WeightTable(weights={"RUS": 7.53})},
        provisions=[Provision(kind="defense", article="4", duty_of=["RUS"], period="2024/..")],
        coverage=Coverage(acts=["signature"], until="2024-11"),
    )
    assert treaty.adopted == When("2024-06-19")
    assert treaty.groups["nuclear"] == ("PRK", "RUS")
    assert treaty.weights["emissions"].weights["RUS"] == Fraction(753, 100)
    assert treaty.provisions[0].period == Period("2024/..")
    assert treaty.coverage == Coverage(acts={"signature"}, until="2024-11")


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"between": ["PRK"]}, "between: a closed treaty names at least two different states"),
        ({"between": ["PRK", "PRK"]}, "between: a closed treaty names at least two different states"),
        ({"open_to": ["all_states"]}, "open_to: a treaty is closed (between) or open (open_to), not both"),
        ({"title": ""}, "title: expected at least one"),
        ({"kind": "pact"}, "kind: 'pact' is not one of treaty, convention"),
        ({"binding": "perhaps"}, "binding: expected true or false or 'disputed'"),
        ({"binding_views": [BindingView(by="USA", binding=True)]}, "binding_views: views differ only where"),
        ({"ends_with_parent": True}, "ends_with_parent: name the treaty with which it ends"),
        ({"between": ["North Korea", "RUS"]}, "between[0]: expected an ISO 3166-1"),
        ({"groups": {"nuclear": "PRK"}}, "groups.nuclear: expected a list"),
        ({"groups": {"nuclear": ["Korea"]}}, "groups.nuclear[0]: expected an ISO 3166-1"),
        ({"weights": {"emissions": {"RUS": 1}}}, "weights.emissions: expected a WeightTable"),
        ({"languages": ["Korean"]}, "languages[0]: expected a BCP 47 language tag"),
        ({"entry_into_force": "exchange"}, "entry_into_force: expected an EntryIntoForce"),
    ],
)
def test_reject(wrong: dict[str, object], message: str) -> None:
    """What a treaty cannot be is refused with the place and what was expected."""
    with pytest.raises(InvalidRecord) as caught:
        evolve(PACT, **wrong)
    assert message in str(caught.value)


def test_name_and_sides() -> None:
    """The name is the short title where there is one; bilateral is closed between two."""
    assert PACT.name == PACT.title
    assert attrs.evolve(PACT, short_title="the Pact").name == "the Pact"
    assert PACT.is_bilateral
    assert not attrs.evolve(PACT, between=["PRK", "RUS", "CHN"]).is_bilateral
    assert not attrs.evolve(PACT, between=()).is_bilateral


@pytest.mark.parametrize("wrong", [{}, {"term": "20 years", "until": "2044"}])
def test_duration_is_said_once(wrong: dict[str, str]) -> None:
    """A duration is a term or an end, not both and not neither."""
    with pytest.raises(InvalidRecord, match="term: give exactly one of term and until"):
        Duration(**wrong)  # type: ignore[arg-type]  # wrong on purpose


def test_duration_and_withdrawal() -> None:
    """Terms, renewals and notices are delays, also given as texts."""
    duration = Duration(
        term="20 years", renewal=Renewal(each="5 years", notice="1 year"), extendable_by="5 years"
    )
    assert (duration.term, duration.renewal) == (Years(20), Renewal(each=Years(5), notice=Years(1)))
    clause = WithdrawalClause(notice="3 months", not_before="10 years", minimum_parties=2)
    assert (clause.notice, clause.not_before) == (Months(3), Years(10))
    with pytest.raises(InvalidRecord, match="minimum_parties: expected a number from 1"):
        WithdrawalClause(minimum_parties=0)


@pytest.mark.parametrize("word", ["signature", "adoption", "notification"])
def test_provisional_application_begins_with_an_act_or_a_day(word: Any) -> None:
    """The beginning is one of the acts, or a day."""
    assert ProvisionalClause(since=word).since == word
    assert ProvisionalClause(since="1994-07-28").since == When("1994-07-28")
    with pytest.raises(InvalidRecord, match="since: "):
        ProvisionalClause(since="ratification")


def test_weights_are_exact() -> None:
    """Weights are the numbers as written, and may add up to the total exactly."""
    table = WeightTable(weights={"A": 0.1, "B": "0.2", "C": Fraction(7, 10)}, total=1)
    assert sum(table.weights.values()) == table.total == 1
    with pytest.raises(InvalidRecord, match="total: the weights add up to more than the total"):
        evolve(table, total="0.99")


@pytest.mark.parametrize("wrong", [-1, "many", True, None, 1e300])
def test_reject_weights(wrong: Any) -> None:
    """A weight that is no share or amount is refused by the name of its state."""
    with pytest.raises(InvalidRecord, match=r"^WeightTable: weights\.RUS: expected"):
        WeightTable(weights={"PRK": 1, "RUS": wrong})


def test_reports() -> None:
    """What sources report is kept apart from what the acts say."""
    treaty = attrs.evolve(
        PACT,
        registrations=[Registration(register="UNTS", number="12345", on="2025")],
        reported_entries=[ReportedEntry(on="2024-12-04")],
        reported_memberships=[ReportedMembership(by="PRK", period="2024-06-19/..", begins_with="signature")],
    )
    assert treaty.reported_entries[0].on == When("2024-12-04")
    [member] = treaty.reported_memberships
    assert member.period is not None
    assert member.period.ongoing
    assert ReportedMembership(by="BEL").period is None
    assert treaty.registrations[0].on == When("2025")


@pytest.mark.parametrize(
    ("word", "held"), [("yes", True), ("no", False), (True, True), (False, False), ("disputed", "disputed")]
)
def test_whether_it_binds(word: Any, held: Any) -> None:
    """It is said as in a file or as in Python, and views stand beside a dispute."""
    assert Treaty(id="t", title="T", binding=word).binding is held


def test_openings() -> None:
    """An opening is a value of its own: converted, compared, hashed, pickled and refused by its field."""
    opening = Opening(to=["all_states"], means=["accession"], since="1970-03-05")
    assert (opening.to, opening.since) == (("all_states",), When("1970-03-05"))
    assert opening.means == frozenset({"accession"})
    same = Opening(to={"all_states"}, means={"accession"}, since=When("1970-03-05"))
    assert opening == same
    assert len({opening, same}) == 1
    assert opening != Opening(to=["all_states"])
    assert pickle.loads(pickle.dumps(opening)) == opening
    treaty = Treaty(id="npt", title="NPT", open_to=["AUT", opening])
    assert treaty.open_to == ("AUT", opening)
    refused: tuple[tuple[dict[str, Any], str], ...] = (
        ({"to": []}, "to: expected at least one value"),
        ({"to": ["Austria"]}, "to[0]: expected an ISO 3166-1"),
        ({"to": ["AUT"], "means": ["signing"]}, "'signing' is not one of signature, ratification"),
        ({"to": ["AUT"], "until": "soon"}, "until: expected a date"),
    )
    for wrong, message in refused:
        with pytest.raises(InvalidRecord, match=re.escape(message)):
            Opening(**wrong)
    with pytest.raises(InvalidRecord, match="open_to\\[0\\]: expected an ISO 3166-1"):
        Treaty(id="npt", title="NPT", open_to=["Austria"])
