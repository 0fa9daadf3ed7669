"""Why a state owes what comes before entry into force, or owes it no more."""

from typing import Any

import pytest

from geobrief.model.condition import Consents
from geobrief.model.renunciation import Renunciation
from geobrief.model.treaty import (
    Duration,
)
from tests.law.given import ratified, signed, treaty_of, withdrew

INTERIM = [
    ("FRA", "no: France withdrew its signature on 1985-01-01"),
    (
        "GBR",
        "no: the United Kingdom withdrew its consent to be bound (ratification on 1980-01-01) on 1990-01-01",
    ),
    ("AUT", "yes: Austria has consented to be bound (ratification on 2005-01-01)"),
    ("USA", "no: the United States made clear on 2002-05-06 that it will not become a party"),
    ("BEL", "no: Belgium has neither signed nor consented to be bound"),
]


@pytest.mark.parametrize(("who", "sentence"), INTERIM)
def test_the_interim_obligation_says_what_it_rests_on_or_what_ended_it(who: str, sentence: str) -> None:
    """A yes must name what binds, a no what ended it."""
    acts: list[Any] = [
        signed("FRA", "1980-01-01", withdrawn="1985-01-01"),
        ratified("GBR", "1980-01-01"),
        withdrew("GBR", "1990-01-01", withdraws="ratification"),
        signed("AUT", "2000-01-01"),
        Renunciation(treaty="t", by="AUT", on="2002-05-06"),
        ratified("AUT", "2005-01-01"),
        signed("USA", "2000-12-31"),
        Renunciation(treaty="t", by="USA", on="2002-05-06"),
    ]
    assert str(treaty_of(Consents(5), *acts).bound_by_interim_obligation(who, "2010-01-01")) == sentence


def test_the_end_of_the_treaty_ends_the_interim_obligation() -> None:
    """Why a signatory is no longer bound must be what ended the treaty."""
    found = treaty_of(
        Consents(5), signed("FRA", "1980-01-01"), duration=Duration(until="2005-01-01")
    ).bound_by_interim_obligation("FRA", "2010-01-01")
    assert str(found) == "no: out of force since 2005-01-01: its term ended"
