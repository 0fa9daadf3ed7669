"""The words of endings: terms, extensions, terminations, the number of parties, the end of a state."""

from typing import Any

import pytest

from geobrief.model.condition import Consents, Exchange
from geobrief.model.coverage import Coverage
from geobrief.model.exchange import InstrumentExchange
from geobrief.model.extension import Extension
from geobrief.model.termination import Termination
from geobrief.model.treaty import Duration, Renewal, WithdrawalClause
from geobrief.values.source import Citation
from tests.law.given import ratified, signed, told, treaty_of, withdrew


def test_each_extension_has_its_own_end() -> None:
    """An extension must be told with the end that it gave; a late one as without effect."""
    extensions = [
        Extension(treaty="t", id=f"e{number}", agreed=agreed, until=until)
        for number, (agreed, until) in enumerate(
            [("1954-06-01", "1970-01-01"), ("1969-06-01", "1983-01-01"), ("1995-05-11", "2000-01-01")]
        )
    ]
    found = treaty_of(
        Consents(1), ratified("BEL", "1945-01-01"), *extensions, duration=Duration(term="10 years")
    )
    assert told(found.in_force("1996-01-01"))[:4] == [
        "out of force since 1983-01-01: its term ended",
        "its term was extended by agreement on 1954-06-01, until 1970-01-01",
        "its term was extended by agreement on 1969-06-01, until 1983-01-01",
        "an extension agreed on 1995-05-11, after its expiry, is without effect: it would be a new agreement",
    ]


def test_a_term_that_was_extended_was_not_renewed() -> None:
    """Tacit renewal must be told with its day, and only where no agreement came first."""
    yearly = Duration(term="5 years", renewal=Renewal(each="5 years"))
    renewed = treaty_of(Consents(1), ratified("AUT", "2000-01-01"), duration=yearly)
    assert told(renewed.in_force("2007-01-01"))[1] == "its term has been renewed tacitly since 2005-01-01"
    longer = Extension(treaty="t", agreed="2004-01-01", lengthened="5 years")
    extended = treaty_of(Consents(1), ratified("AUT", "2000-01-01"), longer, duration=yearly)
    assert not any("tacitly" in text for text in told(extended.in_force("2007-01-01")))


def test_what_has_entered_into_force_may_be_over() -> None:
    """Whether a treaty has entered into force must say that it has ended since."""
    exchange = InstrumentExchange(treaty="t", on="1972-10-03")
    found = treaty_of(Exchange(), exchange, between=["SUN", "USA"], duration=Duration(term="5 years"))
    assert str(found.entered_into_force) == (
        "yes (as of 2025-12-31): it entered into force on 1972-10-03: instruments of ratification were "
        "exchanged on 1972-10-03; it ended on 1977-10-03"
    )


@pytest.mark.parametrize(
    ("basis", "words", "rule"),
    [
        ("breach", "on the ground of a breach (it was broken)", "VCLT 60"),
        ("consent_of_all", "by agreement (it was broken)", "VCLT 54(b)"),
        (None, "(it was broken)", "VCLT 54"),
    ],
)
def test_a_termination_names_its_authors_and_its_basis(basis: Any, words: str, rule: str) -> None:
    """Who ended it, and on what ground, must be said, with the article of that ground."""
    end = Termination(
        treaty="t", on="2003-01-01", between=["AUT", "USA"], basis=basis, ground="it was broken."
    )
    both = [ratified(who, "2000-01-01") for who in ("AUT", "USA")]
    answer = treaty_of(Consents(1), *both, end).in_force("2004-01-01")
    assert str(answer) == (
        f"no: out of force since 2003-01-01: it was terminated by Austria and the United States {words}"
    )
    assert (answer.reasons[0].rule, answer.reasons[0].records) == (rule, (end.id,))


def test_some_may_end_it_among_themselves() -> None:
    """A termination by two of several is an agreement between these (41)."""
    three = [ratified(who, "1990-01-01") for who in ("FRA", "NLD", "USA")]
    end = Termination(treaty="t", on="2000-01-01", between=["USA", "FRA"])
    answer = treaty_of(Consents(1), *three, end).in_force_between("USA", "FRA", "2001-01-01")
    assert str(answer) == "no: the United States and France ended it between them on 2000-01-01"
    assert answer.reasons[0].rule == "VCLT 41"


def test_the_withdrawals_that_made_the_number_fall_are_named() -> None:
    """Where too few parties are left, those who left must be named, with their records."""
    clause = WithdrawalClause(notice="1 year", minimum_parties=3)
    three = [ratified(who, "2000-01-01") for who in ("AUT", "BEL", "FRA")]
    answer = treaty_of(Consents(1), *three, withdrew("BEL", "2005-01-01"), withdrawal=clause).in_force()
    assert str(answer) == (
        "no (as of 2025-12-31): out of force since 2006-01-01: fewer than 3 parties were left, "
        "after withdrawal by Belgium on 2006-01-01"
    )
    assert answer.reasons[0].records == ("withdrawal-t-bel",)


@pytest.mark.parametrize(("who", "rule"), [("DDR", "VCSS 31"), ("CSK", "VCSS 34"), ("YMD", "VCSS 31")])
def test_uniting_is_not_separation(who: str, rule: str) -> None:
    """The end of a state must rest on the article for what became of it."""
    answer = treaty_of(Consents(1), ratified(who, "1980-01-01")).in_force_for(who, "1995-01-01")
    assert "ceased to exist on" in str(answer)
    assert answer.reasons[0].rule == rule


def test_a_term_rests_on_the_treaty_and_its_sources() -> None:
    """The end of a term must name the treaty as its record, and where that is published."""
    found = treaty_of(
        Consents(1),
        ratified("AUT", "2000-01-01"),
        duration=Duration(term="5 years"),
        citations=[Citation(source="unts")],
    )
    reason = found.in_force("2006-01-01").reasons[0]
    assert (reason.records, [each.source for each in reason.citations]) == (("t",), ["unts"])


def test_the_end_of_the_treaty_ends_the_interim_obligation() -> None:
    """Why a signatory is no longer bound must be what ended the treaty."""
    found = treaty_of(
        Consents(5), signed("FRA", "1980-01-01"), duration=Duration(until="2005-01-01")
    ).bound_by_interim_obligation("FRA", "2010-01-01")
    assert str(found) == "no: out of force since 2005-01-01: its term ended"


def test_the_treaty_that_supersedes_is_cited_though_names_are_alike() -> None:
    """Of two later treaties whose names end alike, the one that took its place must be the record."""
    bound = [ratified(who, "1990-01-01") for who in ("AUT", "BEL")]
    acts = [ratified(who, "2000-01-01", "new-pact") for who in ("AUT", "BEL")]
    known = {
        "pact": treaty_of(Consents(2), id="pact", title="Pact", supersedes=["t"], coverage=Coverage()),
        "new-pact": treaty_of(Consents(2), *acts, id="new-pact", title="New Pact", supersedes=["t"]),
    }
    answer = treaty_of(Consents(2), *bound, told={"treaties": known}).in_force("2001-01-01")
    assert str(answer) == "no: out of force since 2000-01-01: it was superseded by New Pact"
    assert answer.reasons[0].records == ("new-pact",)
