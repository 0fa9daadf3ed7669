"""Why a treaty is in force between two states, or is not."""

from geobrief import example
from geobrief.model.condition import Consents
from tests.law.given import ratified, told, treaty_of


def test_between_two_the_later_decides() -> None:
    """Since when it is in force between two must be told of the one that came last."""
    found = treaty_of(Consents(1), ratified("AUT", "1990-01-01"), ratified("BEL", "2005-01-01"))
    answer = found.in_force_between("AUT", "BEL", "2006-01-01")
    assert str(answer) == "yes: Belgium has been bound since 2005-01-01: ratification on 2005-01-01"
    assert str(answer.since) == "2005-01-01"


def test_an_extension_is_told_between_the_two() -> None:
    """Once the first term is over, the agreement decides for each party as well."""
    found = example("new-start").status("new-start")
    for answer in (found.in_force_between("RUS", "USA", "2024"), found.in_force_for("USA", "2024-01-01")):
        assert answer.is_yes
        assert (
            "extended by agreement on 2021-01-26, with effect from 2021-02-03, until 2026" in told(answer)[0]
        )
