"""Which objections to reservations are told, and as what."""

from geobrief.model.condition import Consents
from geobrief.model.objection import Objection
from geobrief.model.ratification import Instrument, Ratification, Reservation
from geobrief.model.treaty import WithdrawalClause
from tests.law.given import ratified, told, treaty_of, withdrew


def test_an_objection_names_both_and_its_day() -> None:
    """Who objected to whose reservation, and when, must be said."""
    reserving = ratified("BGR", "1950-07-21", reservations=[Reservation(on="1966-01-01")])
    objection = Objection(treaty="t", by="NLD", to="BGR", on="1966-06-20", precludes_entry=True)
    found = treaty_of(Consents(1), reserving, ratified("NLD", "1966-06-20"), objection)
    assert str(found.in_force_between("NLD", "BGR", "1970-01-01")) == (
        "no: the Netherlands objected on 1966-06-20 to the reservation of Bulgaria "
        "and keeps the treaty out of force between the two"
    )


def test_objections_without_effect_are_told() -> None:
    """In force between two must say why an objection keeps nothing out: too late, or taken back."""
    reserving = Ratification(
        treaty="t", by="BGR", instrument=Instrument(deposited="2001-01-01"), reservations=(Reservation(),)
    )

    def against(on: str, withdrawn: str | None = None) -> str:
        made = Objection(treaty="t", by="NLD", to="BGR", on=on, withdrawn=withdrawn, precludes_entry=True)
        found = treaty_of(Consents(1), ratified("NLD", "2001-01-01"), reserving, made)
        answer = found.in_force_between("NLD", "BGR", "2010-01-01")
        assert answer.is_yes
        return told(answer)[-1]

    assert against("2005-01-01").startswith("the Netherlands objected on 2005-01-01 to the reservation of")
    assert "more than twelve months after" in against("2005-01-01")
    assert against("2001-06-01", "2003-01-01").endswith("and withdrew that on 2003-01-01")


LEAVE = {"withdrawal": WithdrawalClause()}


def test_a_reservation_that_went_with_its_consent_was_not_withdrawn() -> None:
    """By what an objection came to bar nothing must be told."""
    made = ratified("AUT", "2001-01-01", reservations=[Reservation(text="no.")])
    barred = Objection(treaty="t", by="BEL", to="AUT", on="2001-05-01", precludes_entry=True)
    acts = [made, ratified("BEL", "2001-01-01"), barred, withdrew("AUT", "2004-01-01")]
    found = treaty_of(Consents(1), *acts, ratified("AUT", "2006-01-01", id="again"), **LEAVE)
    assert told(found.in_force_between("AUT", "BEL", "2007-01-01"))[-1] == (
        "Belgium objected on 2001-05-01 to the reservation of Austria,"
        " which ended on 2004-01-01, when Austria ceased to be bound"
    )
    before = told(found.in_force_between("AUT", "BEL", "2001-02-01"))[0]
    assert before.startswith("Belgium objected later, on 2001-05-01, to the reservation of Austria")
