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


def test_the_treaty_that_applies_instead_is_named() -> None:
    """Two that moved on are told by which treaty; one that did not still has the old one with them."""
    later = [ratified(who, "2001-01-01", "new") for who in ("AUT", "BEL")]
    new = treaty_of(Consents(2), *later, id="new", title="the New", supersedes=["t"])
    acts = [ratified(who, "1990-01-01") for who in ("AUT", "BEL", "FIN")]
    old = treaty_of(Consents(2), *acts, told={"treaties": {"new": new}, "others": ["new"]})
    moved = old.in_force_between("AUT", "BEL", "2002-01-01")
    assert str(moved) == "no: the New applies between Austria and Belgium instead"
    assert old.in_force_between("AUT", "FIN", "2002-01-01").is_yes
