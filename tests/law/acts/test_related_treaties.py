"""Treaties that depend on others: protocols, amendments, clauses that name another treaty."""

from typing import Any, ClassVar

import pytest

from geobrief.law import TreatyStatus
from geobrief.model.condition import Consents, FractionOf, NoObjections, TreatyInForce
from geobrief.model.coverage import Coverage
from geobrief.model.entry_into_force import SAME
from geobrief.model.objection import Objection
from geobrief.model.treaty import WeightTable, WithdrawalClause
from tests.law.given import parent, ratified, signed, treaty_of, withdrew

LEAVE = {"withdrawal": WithdrawalClause(notice="1 year")}
PROTOCOL: dict[str, Any] = {
    "protocol_to": "p",
    "eligibility": "parties_to_parent",
    "ends_with_parent": True,
}


def other(*acts: Any, **told: Any) -> TreatyStatus:
    """Make another treaty, called the Other."""
    return treaty_of(Consents(1), *acts, id="o", title="the Other", told=told, **LEAVE)


class TestParent:
    def test_who_leaves_the_parent_leaves_the_protocol(self) -> None:
        """Being a party to the parent must be a condition for as long as the protocol binds."""
        left = withdrew("PHL", "2018-03-17", treaty="p")
        of = parent(ratified("PHL", "2011-08-30", "p"), ratified("FRA", "2000-06-09", "p"), left, **LEAVE)
        acts = [ratified(who, "2012-01-01") for who in ("FRA", "PHL")]
        found = treaty_of(Consents(1), *acts, told=of, **PROTOCOL)
        assert found.parties("2019-03-16").certain == {"FRA", "PHL"}
        assert found.parties("2019-03-17").certain == {"FRA"}

    def test_consent_to_the_parent_lets_count_and_being_a_party_lets_bind(self) -> None:
        """Consent to a protocol must count from consent to its parent, and bind once that binds."""
        bound = [ratified("AUT", "1995-01-01", "p"), ratified("FRA", "2000-01-01", "p")]
        of = parent(*bound, after="1 year", then=SAME)
        acts = [ratified("AUT", "2000-03-01"), ratified("FRA", "2000-06-01")]
        found = treaty_of(Consents(2), *acts, told=of, **PROTOCOL)
        assert str(found.entered_into_force.since) == "2000-06-01"
        assert found.parties("2000-12-31").certain == {"AUT"}
        assert found.in_force_for("FRA", "2000-12-31").is_no
        assert found.parties("2001-01-01").certain == {"AUT", "FRA"}

    def test_a_former_party_to_the_parent_does_not_count(self) -> None:
        """Consent to the protocol after leaving the parent must count for nothing."""
        left = withdrew("BEL", "2004-01-01", treaty="p")
        of = parent(ratified("AUT", "2001-01-01", "p"), ratified("BEL", "2001-01-01", "p"), left, **LEAVE)
        acts = [ratified("AUT", "2010-01-01"), ratified("BEL", "2010-01-01")]
        found = treaty_of(Consents(2), *acts, told=of, **PROTOCOL)
        assert found.in_force("2011-01-01").is_no
        assert found.in_force_for("BEL", "2011-01-01").is_no

    @pytest.mark.parametrize(
        ("upon", "fields"),
        [
            (Consents(1), PROTOCOL),
            (FractionOf(of="parties", at_least="2/3"), {"amends": "p"}),
            (NoObjections(within="1 year", fraction="1/3"), {"amends": "p", "adopted": "2000-01-01"}),
        ],
    )
    def test_a_parent_that_is_not_recorded_leaves_it_open(self, upon: Any, fields: dict[str, Any]) -> None:
        """Whoever may join, or be bound, as a party to an unknown treaty must be left open."""
        found = treaty_of(upon, ratified("AUT", "2003-01-01"), **fields)
        assert found.in_force_for("AUT", "2010-01-01").is_unknown

    def test_an_amendment_to_an_unknown_parent_may_bind_anybody(self) -> None:
        """Where an amendment binds all parties to an unknown treaty, nobody is surely free of it."""
        found = treaty_of(Consents(1), ratified("AUT", "2003-01-01"), amends="p", binds="all_parties")
        assert found.in_force_for("CHE", "2010-01-01").is_unknown

    def test_a_fraction_of_the_parties_changes_as_they_leave(self) -> None:
        """Two of three parties must suffice once the fourth has left."""
        bound = [ratified(who, "2001-01-01", "p") for who in ("AUT", "BEL", "DNK", "FIN")]
        of = parent(*bound, withdrew("FIN", "2009-01-01", treaty="p"), **LEAVE)
        acts = [ratified("AUT", "2003-01-01"), ratified("BEL", "2003-01-01")]
        found = treaty_of(FractionOf(of="parties", at_least="2/3"), *acts, told=of, amends="p")
        assert str(found.entered_into_force.since) == "2010-01-01"

    @pytest.mark.parametrize(
        ("adopted", "value"), [("1994", "no"), ("1995", "unknown"), ("1996", "no"), (None, "unknown")]
    )
    def test_an_imprecise_adoption_takes_every_set_that_is_possible(self, adopted: Any, value: str) -> None:
        """Who was a party at adoption must be left open where the day of adoption is."""
        bound = [ratified("AUT", "1990-01-01", "p"), ratified("FIN", "1995-06-01", "p")]
        upon = FractionOf(of="parties", at_least=1, as_at="adoption")
        acts = [ratified("FIN" if value == "no" and adopted == "1994" else "AUT", "2003-01-01")]
        found = treaty_of(upon, *acts, told=parent(*bound), amends="p", adopted=adopted)
        assert str(found.in_force("2010-01-01").value) == value


class TestTacitAcceptance:
    WITHIN = NoObjections(within="10 months", fraction="1/3")

    def amendment(self, *objections: Objection, **fields: Any) -> TreatyStatus:
        """Make an amendment of 1995 to a treaty of three."""
        of = parent(*(ratified(who, "1990-01-01", "p") for who in ("AUT", "BEL", "DNK")))
        known = {"amends": "p", "adopted": "1995-01-01", "coverage": Coverage()}
        return treaty_of(self.WITHIN, *objections, told=of, **(known | fields))

    @pytest.mark.parametrize(
        ("more", "value"),
        [
            ({"on": "1995-11-01"}, "no"),
            ({"on": "1995-11-02"}, "yes"),
            ({"on": "1999-01-01"}, "yes"),
            ({"on": "1995-06-01", "withdrawn": "1995-10-01"}, "yes"),
            ({"on": "1995-06-01", "withdrawn": "1996-10-01"}, "no"),
            ({"on": "1995"}, "unknown"),
        ],
    )
    def test_objections_count_while_there_is_time(self, more: dict[str, Any], value: str) -> None:
        """Only an objection that stands when the time is over must stop the amendment, or free its author."""
        found = self.amendment(Objection(treaty="t", by="AUT", to="un", **more))
        assert str(found.in_force("1997-01-01").value) == value
        assert str(found.in_force_for("AUT", "1997-01-01").value) == value

    def test_one_of_many_is_free_alone(self) -> None:
        """Fewer objections than the fraction must free only their authors."""
        of = parent(*(ratified(who, "1990-01-01", "p") for who in ("AUT", "BEL", "DNK", "FIN")))
        found = treaty_of(
            self.WITHIN,
            Objection(treaty="t", by="AUT", to="un", on="1995-02-01"),
            told=of,
            amends="p",
            adopted="1995-01-01",
        )
        assert found.parties("1996-01-01").certain == {"BEL", "DNK", "FIN"}

    def test_objectors_may_be_weighed(self) -> None:
        """Objectors who carry the fraction of a table must stop it, however few they are."""
        table = {"weights": {"tonnage": WeightTable(weights={"AUT": 60, "BEL": 20, "DNK": 20})}}
        of = parent(*(ratified(who, "1990-01-01", "p") for who in ("AUT", "BEL", "DNK", "FIN")))
        upon = NoObjections(within="10 months", fraction="1/2", weights="tonnage")
        told = {"told": of, "amends": "p", "adopted": "1995-01-01", **table}
        for who, value in (("AUT", "no"), ("BEL", "yes")):
            objection = Objection(treaty="t", by=who, to="un", on="1995-02-01")
            assert str(treaty_of(upon, objection, **told).in_force("1996-01-01").value) == value


class TestOtherTreaties:
    def test_it_must_be_in_force(self) -> None:
        """A treaty upon another must not enter into force once that other is over."""
        known = {
            "treaties": {
                "o": other(ratified("AUT", "2001-01-01", "o"), withdrew("AUT", "2004-01-01", treaty="o"))
            }
        }
        upon = TreatyInForce("o") & Consents(1)
        assert treaty_of(upon, ratified("BEL", "2010-01-01"), told=known).in_force("2012-01-01").is_no
        assert treaty_of(upon, ratified("BEL", "2003-01-01"), told=known).in_force("2012-01-01").is_yes

    def test_its_records_may_end_before_ours(self) -> None:
        """Beyond the records of the other treaty nobody knows whether it entered into force."""
        known = {"treaties": {"o": other(ratified("AUT", "2015-01-01", "o"), as_of="2005-12-31")}}
        for fields in (
            {"upon": TreatyInForce("o") & Consents(1)},
            {"upon": Consents(1), "not_before": TreatyInForce("o")},
        ):
            found = treaty_of(fields.pop("upon"), ratified("BEL", "2001-01-01"), told=known, **fields)
            assert found.in_force("2005-01-01").is_no
            assert found.in_force("2012-01-01").is_unknown

    def test_consent_before_a_treaty_was_adopted_implies_none_to_it(self) -> None:
        """Who consented to the first treaty before the second existed must not be bound by the second."""
        acts = [ratified("FJI", "1982-12-10", "o"), ratified("BHS", "1995-01-01", "o")]
        implying = treaty_of(Consents(1), *acts, id="o", title="the Other", implies_consent_to=["t"])
        found = treaty_of(
            Consents(1),
            ratified("DEU", "1994-10-14"),
            adopted="1994-07-28",
            told={"treaties": {"o": implying}},
        )
        assert str(found.entered_into_force.since) == "1994-10-14"
        assert found.parties("2000-01-01").certain == {"DEU", "BHS"}


class TestAcceptingLater:
    """An objector may come round to an amendment that is in force."""

    OF: ClassVar[dict[str, Any]] = {
        "told": parent(*(ratified(who, "1990-01-01", "p") for who in ("AUT", "BEL", "DNK"))),
        "amends": "p",
        "adopted": "1995-01-01",
    }
    UPON = NoObjections(within="10 months", fraction="2/3")

    @pytest.mark.parametrize("by", ["withdrawal", "acceptance"])
    def test_it_is_bound_from_then(self, by: str) -> None:
        """Dropping the objection, or accepting, must bind the objector from that day."""
        dropped = "1997-01-01" if by == "withdrawal" else None
        acts: list[Any] = [Objection(treaty="t", by="AUT", to="un", on="1995-03-01", withdrawn=dropped)]
        acts += [ratified("AUT", "1997-01-01", means="acceptance")] if by == "acceptance" else []
        found = treaty_of(self.UPON, *acts, **self.OF)
        assert found.in_force_for("AUT", "1996-12-31").is_no
        assert found.in_force_for("AUT", "1997-01-01").is_yes

    def test_a_table_that_is_not_recorded_leaves_it_open(self) -> None:
        """Whether objectors carried enough must be open where nobody knows what they carry."""
        upon = NoObjections(within="10 months", fraction="1/2", weights="tonnage")
        objection = Objection(treaty="t", by="AUT", to="un", on="1995-03-01")
        assert treaty_of(upon, objection, **self.OF).in_force("1997-01-01").is_unknown


def test_coming_back_to_the_parent_does_not_bring_back_the_protocol() -> None:
    """A former party to the parent must consent to the protocol anew."""
    back = [
        ratified("BEL", "1990-01-01", "p"),
        withdrew("BEL", "2002-01-01", "p"),
        ratified("BEL", "2006-01-01", "p", id="back"),
        ratified("AUT", "1990-01-01", "p"),
    ]
    acts = [ratified("AUT", "2001-01-01"), ratified("BEL", "2001-01-01")]
    found = treaty_of(Consents(1), *acts, told=parent(*back, **LEAVE), **PROTOCOL)
    assert found.in_force_for("BEL", "2002-06-01").is_yes
    assert found.in_force_for("BEL", "2007-01-01").is_no
    anew = ratified("BEL", "2006-06-01", id="anew")
    again = treaty_of(Consents(1), *acts, anew, told=parent(*back, **LEAVE), **PROTOCOL)
    assert again.in_force_for("BEL", "2007-01-01").is_yes


def test_an_organisation_that_never_counts_is_not_missed() -> None:
    """All of the signatories must mean those whose consent can count."""
    acts: list[Any] = [signed(who, "1999-01-01") for who in ("AUT", "eu")]
    found = treaty_of(FractionOf(of="signatories", at_least=1), *acts, ratified("AUT", "2000-01-01"))
    assert found.in_force("2001-01-01").is_yes
