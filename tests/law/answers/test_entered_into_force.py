"""Whether a treaty has entered into force: what decides it, and that it is explained by that alone."""

from collections.abc import Callable

import pytest

from geobrief.law import TreatyStatus
from geobrief.law.answers.entered_into_force import decided, explained
from geobrief.model.condition import Consents
from geobrief.model.coverage import Coverage
from geobrief.model.termination import Termination
from geobrief.values.delay import Years
from tests.law.given import ratified, treaty_of

AUSTRIA = ratified("AUT", "2000-01-01")


def superseded() -> TreatyStatus:
    """Make a treaty of whose acts nothing is known, and which another has superseded."""
    both = (ratified("AUT", "2000-01-01", "new"), ratified("BEL", "2001-01-01", "new"))
    new = treaty_of(Consents(2), *both, id="new", supersedes=["t"])
    old = {"treaties": {"new": new}, "covered": Coverage(acts=["termination"])}
    return treaty_of(Consents(2), between=["AUT", "BEL"], told=old)


@pytest.mark.parametrize(
    ("found", "case", "value", "sentence"),
    [
        (lambda: treaty_of(Consents(1), AUSTRIA), "entry", "yes", "in force since 2000-01-01"),
        (lambda: treaty_of(Consents(2), AUSTRIA), "last", "no", "1 of the 2 consents needed"),
        (
            lambda: treaty_of(Consents(1), AUSTRIA, after=Years(30)),
            "last",
            "unknown",
            "it is to enter into force on 2030-01-01, beyond the records",
        ),
        (
            lambda: treaty_of(
                Consents(1), ratified("AUT", "2000/2005"), Termination(treaty="t", on="2003-01-01")
            ),
            "lapsed",
            "unknown",
            "it may have entered into force on or after 2000-01-01",
        ),
        (superseded, "unrecorded", "unknown", "the records do not cover this: ratifications are not"),
        (
            lambda: treaty_of(Consents(1), told={"covered": Coverage(until="2020-12-31")}),
            "now",
            "unknown",
            "the records are complete only up to 2020-12-31",
        ),
    ],
)
def test_what_decides_is_what_is_told(
    found: Callable[[], TreatyStatus], case: str, value: str, sentence: str
) -> None:
    """Each way to decide it has a sentence of its own, and the answer is made of the two."""
    status = found()
    fact = decided(status._by_day)
    why = explained(status._by_day, fact)
    assert (fact.case, str(fact.value)) == (case, value)
    assert sentence in why.reasons[0].text
    assert (status.entered_into_force.value, status.entered_into_force.reasons) == (fact.value, why.reasons)


def test_an_entry_on_the_last_day_recorded_lies_within_the_records() -> None:
    """The last day that is covered is covered."""
    found = treaty_of(Consents(1), AUSTRIA, told={"as_of": "2000-01-01"})
    assert found.entered_into_force.is_yes
    assert "beyond" not in str(found.entered_into_force)
    later = treaty_of(Consents(1), AUSTRIA, after=Years(1), told={"as_of": "2000-12-31"})
    assert "beyond the records" in str(later.entered_into_force)
