"""Sentences: what a record says in one line, with its hedges."""

from typing import get_args

import pytest
from hypothesis import given

import geobrief as gb
from geobrief.brief.telling import TELLINGS, Teller, told
from geobrief.constraint import type_hints
from geobrief.model.record import Record
from geobrief.model.registry import KINDS
from geobrief.testing import strategies
from geobrief.words import listed

PACT = gb.Treaty(id="pact", title="Treaty of Friendship", short_title="Pact", between=["PRK", "RUS"])
TELLER = Teller({"kim": gb.DeclaredActor(kind="person", name="Kim Jong Un", of="PRK")}, {"pact": PACT})


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (PACT, "treaty “Pact” between North Korea and Russia"),
        (gb.Signature(treaty="pact", by="PRK"), "signature of Pact by North Korea"),
        (gb.Ratification(treaty="pact", by="RUS", means="accession"), "accession of Pact by Russia"),
        (
            gb.InstrumentExchange(treaty="pact", between=["PRK", "RUS"]),
            "instrument exchange of Pact between North Korea and Russia",
        ),
        (gb.Termination(treaty="pact"), "termination of Pact"),
        (
            gb.Objection(treaty="pact", by="RUS", to="PRK"),
            "objection of Russia to the reservation of North Korea to Pact",
        ),
        (gb.Withdrawal(treaty="pact", by="PRK"), "withdrawal of North Korea from Pact"),
        (
            gb.Withdrawal(treaty="pact", by="RUS", withdraws="renewal"),
            "notice of Russia against renewal of Pact",
        ),
        (
            gb.Withdrawal(treaty="pact", by="RUS", withdraws="ratification"),
            "withdrawal of Russia from its ratification of Pact",
        ),
        (
            gb.Suspension(treaty="pact", by="RUS", towards=["PRK"]),
            "suspension of Pact by Russia towards North Korea",
        ),
        (
            gb.Deployment(id="d", senders=["PRK"], host="RUS", action="withdraw"),
            "forces of North Korea in Russia, withdraw",
        ),
        (gb.Deployment(id="d", territory="Kursk", alleged=True), "forces of nobody named in Kursk (alleged)"),
        (
            gb.WeaponsTest(id="w", tester="PRK", kind="missile", weapon=gb.Weapon(name="Hwasong-19")),
            "missile test by North Korea: Hwasong-19",
        ),
        (
            gb.Accusation(id="a", accusers=["KOR", "USA"], subjects=["troop_deployment"], mode="investigate"),
            "investigation by South Korea and United States: troop deployment",
        ),
        (
            gb.Response(
                id="r", to="a", by="PRK", kinds=["evaded", "counter_accused"], speaker="kim", quote="Ask them"
            ),
            "response of North Korea, by Kim Jong Un, to a: counter accused and evaded: “Ask them”",
        ),
        (
            gb.Finding(id="f", about="pact", by="un", verdict="refuted", text="no trace"),
            "finding of United Nations on Pact: refuted: no trace",
        ),
        (
            gb.Statement(id="s", speaker="kim", kind="threat", quote="Beware"),
            "threat of Kim Jong Un: “Beware”",
        ),
        (
            gb.Assessment(id="j", holders=["KOR"], proposition="it was", verbatim="may"),
            "judgement of South Korea (may): it was",
        ),
        (
            gb.Signature(treaty="pact", by="PRK", planned=True, revision="withdrawn"),
            "signature of Pact by North Korea (planned; record withdrawn)",
        ),
        (
            gb.Withdrawal(treaty="pact", by="PRK", contested=[gb.Contest(by="USA"), gb.Contest(by="JPN")]),
            "withdrawal of North Korea from Pact (contested by United States and Japan)",
        ),
    ],
    ids=lambda value: value.kind_name if isinstance(value, Record) else "",
)
def test_records_are_told_in_one_line(record: gb.Record, expected: str) -> None:
    """Each kind of record has its sentence, with names for codes and every hedge."""
    assert told(record, TELLER) == expected


def test_subjects_are_named_as_far_as_they_are_known() -> None:
    """Treaties go by their short title, actors by name, other records and unknown codes as they are."""
    assert (
        TELLER.names(["pact", "kim", "PRK", "nobody-knows"])
        == "Pact, Kim Jong Un, North Korea and nobody-knows"
    )
    assert listed([]) == ""


@pytest.mark.parametrize("name", KINDS)
def test_every_day_and_place_of_a_kind_is_told(name: str) -> None:
    """A field that holds a day or place must stand in the row of its kind, or nothing happens on that day."""
    places_and_days = {gb.When, gb.Period, gb.Place}
    kind, telling = KINDS[name], TELLINGS[name]
    fields = {field for field, tp in type_hints(kind).items() if places_and_days & {tp, *get_args(tp)}}
    untold = fields - {*telling.places, *telling.dated, "recorded"}
    beside = {"accusation": {"act_on"}, "extension": {"until"}, "withdrawal": {"conflict"}}
    assert untold == beside.get(name, set())


@given(strategies.records())
def test_every_record_can_be_told(record: gb.Record) -> None:
    """Any record has a sentence, and an alleged one says that it is."""
    sentence = told(record, TELLER)
    assert sentence
    assert "alleged" in sentence or not getattr(record, "alleged", False)
