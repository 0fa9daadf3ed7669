"""Right code, which both checkers must accept: what the documentation shows."""

from datetime import date
from fractions import Fraction
from typing import assert_type

import attrs

from geobrief import (
    SAME,
    Accusation,
    Agreed,
    AllOf,
    AnyOf,
    Citation,
    Consents,
    Days,
    DeclaredActor,
    Delay,
    Deployment,
    EntryIntoForce,
    Estimate,
    Exchange,
    InstrumentExchange,
    LaterParties,
    Measurement,
    Named,
    NoObjections,
    OnDate,
    Opening,
    Period,
    Question,
    Ratification,
    Response,
    Share,
    Signature,
    Source,
    Step,
    Treaty,
    TreatyInForce,
    Truth,
    Weapon,
    WeaponsTest,
    WeightTable,
    When,
    reconcile,
)

clause = EntryIntoForce(
    upon=Consents(55) & Share("emissions", at_least="0.55"), after=Days(30), not_before="2016-11-04", then=SAME
)
treaty = Treaty(
    id="paris-agreement",
    title="Paris Agreement",
    open_to={"all_states"},
    adopted=date(2015, 12, 12),
    entry_into_force=clause,
    weights={"emissions": WeightTable(weights={"CHN": 20.09, "USA": "17.89", "PLW": Fraction(1, 100)})},
    groups={"annex-1": ["USA", "CAN"]},
    citations=[Citation(source="unts", locator="article 21")],
    missing={"withdrawal": "not_reported"},
    extra={"x-desk": {"shift": 2}},
)
assert_type(treaty.adopted, When | None)
assert_type(treaty.open_to, tuple[str | Opening, ...])
assert_type(treaty.entry_into_force, EntryIntoForce | None)
assert_type(treaty.weights["emissions"], WeightTable)
assert_type(treaty.groups["annex-1"], tuple[str, ...])
assert_type(attrs.evolve(treaty, adopted="2015-12-12"), Treaty)

for day in ("2024-06-19", date(2024, 6, 19), When("2024-06-19")):
    Signature(treaty="pact", by="PRK", on=day)
for between in (["PRK", "RUS"], ("PRK", "RUS"), {"PRK", "RUS"}, (name for name in ("PRK", "RUS"))):
    InstrumentExchange(treaty="pact", between=between, on="2024-12-04")

act = Ratification(treaty="pact", by="PRK", means="accession", steps=[Step(kind="decree", on="2024-11-11")])
assert_type(act.id, str)
assert_type(act.steps[0].on, When | None)
Response(id="reply", to="claim", by="RUS", on=None, kinds=["evaded", "counter_accused"])
Response(id="reply", to="claim", by="RUS", kinds={"denied"})
Accusation(id="claim", accusers=["KOR"], subjects={"troop_deployment"}, basis=["intelligence"], modality="actual")

strength = (Estimate(best=10_000, unit="persons", on="2024-10"), Estimate(low=8_000.5, unit="persons"))
assert_type(reconcile(strength, "envelope"), Estimate)
assert_type(strength[0].best, int | float | None)
Deployment(id="kursk", senders=["PRK"], period="2024-10/..", strength=strength, missions=["warfighting"])
Deployment(id="kursk", period=Period("2024-10/.."))
DeclaredActor(kind="person", name="Choe Son Hui", of="PRK", period=date(2024, 6, 19))
Source(publisher="KCNA", published="2024-06-20", derived_from=["tass"], reliability="C")
WeaponsTest(
    id="launch",
    tester="PRK",
    kind="missile",
    weapon=Weapon(name="Hwasong-19", stages=3),
    measurements=[Measurement(quantity="apogee", best=7687.5, unit="km")],
)

assert_type(Consents(1) & Exchange(), AllOf)
assert_type(Consents(1) | Exchange("notes") & Named(["PRK"]), AnyOf)
assert_type(Delay.parse("30 days"), Delay)
assert_type(clause.later_parties, LaterParties)
EntryIntoForce(upon=NoObjections(within="10 months", fraction=Fraction(1, 3)), not_before=TreatyInForce("pact"))
EntryIntoForce(upon=OnDate(date(2024, 1, 1)) | Agreed("2024-02") | Agreed(), then=LaterParties(after="30 days"))
assert_type(Question.parse("in-force pact").on, When | None)
assert_type(When("2024").before("2025"), Truth)
