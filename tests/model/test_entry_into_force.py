import attrs
import pytest
from hypothesis import given

from geobrief.errors import InvalidRecord
from geobrief.model.condition import (
    Agreed,
    Consents,
    Exchange,
    FractionOf,
    Named,
    NoObjections,
    Notifications,
    OnDate,
    Share,
    Signed,
    TreatyInForce,
)
from geobrief.model.entry_into_force import SAME, EntryIntoForce, LaterParties
from geobrief.testing import strategies
from geobrief.values.delay import Days, Months
from geobrief.values.when import When

PARIS = EntryIntoForce(upon=Consents(55) & Share("emissions", at_least="0.55"), after=Days(30), then=SAME)
THIRTY_DAYS_AFTER_ENTRY = LaterParties(after="30 days", to="deposited_after_entry")


def test_texts_become_values() -> None:
    """Delays and days may be given as texts."""
    clause = EntryIntoForce(
        upon=Consents(20), after="3 months", not_before="1995-01-13", on_date_if_met_by="1989"
    )
    assert (clause.after, clause.not_before) == (Months(3), When("1995-01-13"))
    assert clause.on_date_if_met_by == When("1989")


def test_entry_may_wait_for_another_treaty() -> None:
    """The lower bound may be the entry into force of another treaty."""
    bound = TreatyInForce("rome-statute")
    assert EntryIntoForce(upon=Consents(20), not_before=bound).not_before == bound


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"upon": "exchange"}, "upon"),
        ({"after": 30}, "after"),
        ({"rounding": "next_month"}, "rounding"),
        ({"then": "different"}, "then"),
        ({"organisations": "sometimes"}, "organisations"),
        ({"deposits": "latest"}, "deposits"),
        ({"successions": "sometimes"}, "successions"),
    ],
)
def test_wrong_values_are_refused(wrong: dict[str, object], field: str) -> None:
    """Each field refuses what it does not mean, and names itself."""
    with pytest.raises(InvalidRecord, match=rf"^EntryIntoForce: {field}: "):
        attrs.evolve(PARIS, **wrong)  # type: ignore[arg-type]  # wrong on purpose


def test_all_faults_are_named_at_once() -> None:
    """The message lists every field at fault."""
    with pytest.raises(InvalidRecord) as caught:
        attrs.evolve(PARIS, rounding="x", deposits="y", organisations="z")  # type: ignore[arg-type]  # wrong on purpose
    assert [str(each).partition(":")[0] for each in caught.value.problems] == [
        "rounding",
        "organisations",
        "deposits",
    ]


@pytest.mark.parametrize(
    ("then", "rule"),
    [
        (None, LaterParties()),
        (SAME, LaterParties(after=Days(30))),
        (THIRTY_DAYS_AFTER_ENTRY, THIRTY_DAYS_AFTER_ENTRY),
    ],
)
def test_later_parties_are_written_out(then: LaterParties | None, rule: LaterParties) -> None:
    """Left out, later parties enter on their own day; ``same`` takes the delay of the treaty."""
    assert attrs.evolve(PARIS, then=then).later_parties == rule


SENTENCES = {
    "Paris Agreement": (
        PARIS,
        (
            "on the 30th day after 55 consents with at least 55 % of emissions; "
            "for each later party on the 30th day after its own"
        ),
    ),
    "CTBT": (
        EntryIntoForce(
            upon=Named(["annex-2"]), after="180 days", not_before="1998-09-24", then=THIRTY_DAYS_AFTER_ENTRY
        ),
        (
            "on the 180th day after consent by all of annex 2, but not before 1998-09-24; "
            "for each state that consents after entry into force, on the 30th day after its own"
        ),
    ),
    "Chemical Weapons Convention": (
        EntryIntoForce(
            upon=Consents(65, means=["ratification"]),
            after="180 days",
            not_before="1995-01-13",
            then=THIRTY_DAYS_AFTER_ENTRY,
        ),
        (
            "on the 180th day after 65 consents by ratification, but not before 1995-01-13; "
            "for each state that consents after entry into force, on the 30th day after its own"
        ),
    ),
    "Rome Statute": (
        EntryIntoForce(upon=Consents(60), after="60 days", rounding="first_of_following_month", then=SAME),
        (
            "on the first day of the month after the 60th day after 60 consents; "
            "for each later party on the first day of the month after the 60th day after its own"
        ),
    ),
    "NPT": (
        EntryIntoForce(upon=Named(["GBR", "SUN", "USA"]) & Consents(40, of="others"), then=LaterParties()),
        (
            "upon consent by the United Kingdom, the Soviet Union and the United States, "
            "and 40 consents of the other signatories; "
            "for each later party on the day of its own consent"
        ),
    ),
    "North Atlantic Treaty": (
        EntryIntoForce(
            upon=Named(["BEL", "CAN", "FRA", "GBR", "LUX", "NLD", "USA"])
            & FractionOf(of="signatories", more_than="1/2")
        ),
        (
            "upon consent by Belgium, Canada, France, the United Kingdom, Luxembourg, the Netherlands "
            "and the United States, and by a majority of the signatories"
        ),
    ),
    "Montreal Protocol": (
        EntryIntoForce(
            upon=Consents(11) & Share("consumption", at_least="2/3"),
            after="90 days",
            on_date_if_met_by="1989-01-01",
            then=LaterParties(after="90 days", to="deposited_after_entry"),
        ),
        (
            "on 1989-01-01 given 11 consents with at least 2/3 of consumption by that day, "
            "otherwise on the 90th day after that; "
            "for each state that consents after entry into force, on the 90th day after its own"
        ),
    ),
    "exchange": (EntryIntoForce(upon=Exchange()), "upon exchange of instruments of ratification"),
    "notifications": (
        EntryIntoForce(upon=Notifications(), after=Days(31), then=SAME),
        (
            "on the 31st day after receipt of the last notification; "
            "for each later party on the 31st day after its own consent"
        ),
    ),
    "tacit acceptance": (
        EntryIntoForce(upon=NoObjections(within="10 months", fraction="1/3")),
        "after 10 months without objection by 1/3 of the parties",
    ),
    "fixed day": (EntryIntoForce(upon=OnDate("2024-01-01")), "on 2024-01-01"),
    "agreed day": (EntryIntoForce(upon=Agreed("2024-01")), "on 2024-01, as agreed"),
    "still to be agreed": (EntryIntoForce(upon=Agreed()), "upon agreement of the negotiating states"),
    "same month": (
        EntryIntoForce(upon=Consents(1), after=Months(3), rounding="first_of_that_month"),
        "on the first day of the 3rd month after the month of 1 consent",
    ),
    "no delay, rounded": (
        EntryIntoForce(upon=Consents(1), rounding="first_of_following_month"),
        "on the first day of the month after 1 consent",
    ),
    "after another": (
        EntryIntoForce(upon=Consents(20), not_before=TreatyInForce("rome-statute")),
        "upon 20 consents, but not before entry into force of rome-statute",
    ),
    "either, or both": (
        EntryIntoForce(upon=(Signed() | Exchange("notes")) & Signed(["PRK", "RUS"])),
        "upon (signature by all or exchange of notes), and signature by North Korea and Russia",
    ),
}


@pytest.mark.parametrize(("clause", "sentence"), SENTENCES.values(), ids=SENTENCES)
def test_clauses_read_as_sentences(clause: EntryIntoForce, sentence: str) -> None:
    """A clause prints as the sentence that a lawyer would say."""
    assert str(clause) == sentence


@given(strategies.clauses())
def test_every_clause_reads_as_one_line(clause: EntryIntoForce) -> None:
    """Whatever the clause, its sentence is plain text without traces of Python."""
    sentence = str(clause)
    assert sentence.isprintable()
    assert "None" not in sentence
    assert sentence == sentence.strip()
