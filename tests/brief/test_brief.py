"""A brief: constructed, rejected, compared, changed, and immutable all the way."""

import pickle
from datetime import date

import attrs
import pytest
from hypothesis import given

import geobrief as gb
from geobrief.brief import Records
from geobrief.model.question import Expectation
from geobrief.model.registry import KINDS
from geobrief.testing import strategies

PACT = gb.Treaty(id="pact", title="Pact", between=["PRK", "RUS"])
SIGNED = gb.Signature(treaty="pact", by="PRK", on="2024-06-19")
TEST = gb.WeaponsTest(id="launch", tester="PRK", kind="missile", on="2024-10-31")
IN_FORCE = Expectation(ask="in-force", of="pact", answer="no")
PARTIES = Expectation(ask="parties", of="pact", answer=[])


def brief_of(*records: gb.Record, **header: object) -> gb.Brief:
    """A brief of records."""
    return gb.Brief(**{"title": "A brief", "as_of": "2024-11-12", "records": records, **header})  # type: ignore[arg-type]


# -- construct -------------------------------------------------------------------------


def test_records_stand_in_the_order_of_writing() -> None:
    """Records are kept by kind and id, whatever the order in which they are given."""
    assert [record.id for record in brief_of(TEST, SIGNED, PACT).records] == [
        "pact",
        "signature-pact-prk",
        "launch",
    ]


@pytest.mark.parametrize("day", ["2024-11-12", date(2024, 11, 12), gb.When("2024-11-12")])
def test_as_of_takes_texts_dates_and_whens(day: str | date | gb.When) -> None:
    """The day of completeness is given as whatever names a day."""
    assert gb.Brief(title="A brief", as_of=day).as_of == gb.When("2024-11-12")


def test_any_iterable_of_records_will_do() -> None:
    """Records come from generators as well as from lists."""
    assert len(gb.Brief(title="A brief", as_of="2024", records=(each for each in [PACT, TEST]))) == 2


def test_it_shows_what_it_is() -> None:
    """A brief is shown by title, day and number of records."""
    assert repr(brief_of(PACT)) == "<Brief 'A brief' as of 2024-11-12, 1 records>"


# -- reject ----------------------------------------------------------------------------


def test_duplicate_ids_are_refused() -> None:
    """Two records of one id are refused, even of different kinds, under their own code."""
    other = gb.Statement(id="pact", speaker="PRK", quote="No.")
    with pytest.raises(gb.InvalidRecord, match="two records are called 'pact'") as caught:
        brief_of(PACT, other)
    assert [problem.code for problem in caught.value.problems] == ["GB110"]  # type: ignore[attr-defined]


def test_as_of_is_required() -> None:
    """Without a day of completeness, absence would mean nothing."""
    with pytest.raises(TypeError, match="as_of"):
        gb.Brief(title="A brief")  # type: ignore[call-arg]


@pytest.mark.parametrize(
    "wrong",
    [{"title": " "}, {"records": "pact"}, {"records": [1]}, {"id": "No Slug"}, {"sources": {"a": "b"}}],
    ids=str,
)
def test_wrong_fields_are_refused(wrong: dict[str, object]) -> None:
    """Every field holds what it declares, or nothing is made."""
    with pytest.raises(gb.InvalidRecord):
        brief_of(**wrong)


def test_nothing_can_be_assigned() -> None:
    """A brief is immutable, and so are its sections and tables."""
    brief = brief_of(PACT)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        brief.title = "Another"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        brief.treaties.ids = ()  # type: ignore[misc]
    with pytest.raises(TypeError):
        brief.sources["a"] = gb.Source(publisher="A")  # type: ignore[index]


# -- equality and hash -----------------------------------------------------------------


def test_equality_ignores_the_order_of_everything() -> None:
    """Briefs that hold the same are equal and hash alike, in whatever order it was given."""
    a, b = gb.Source(publisher="A"), gb.Source(publisher="B")
    one = brief_of(PACT, SIGNED, TEST, sources={"a": a, "b": b}, expect=[IN_FORCE, PARTIES])
    other = brief_of(TEST, PACT, SIGNED, sources={"b": b, "a": a}, expect=[PARTIES, IN_FORCE])
    assert one == other
    assert hash(one) == hash(other)


def test_what_differs_is_not_equal() -> None:
    """Another record, header or expectation makes another brief."""
    brief = brief_of(PACT)
    assert brief != brief_of(PACT, SIGNED)
    assert brief != brief_of(PACT, as_of="2024-11-13")
    assert brief != brief_of(PACT, expect=[IN_FORCE])


@given(strategies.briefs())
def test_pickles_come_back_equal(brief: gb.Brief) -> None:
    """A brief survives pickling, before and after its indexes were used, and hashes as before."""
    assert len(brief.by_id) == len(brief)  # fills an index
    copy = pickle.loads(pickle.dumps(brief))
    assert copy == brief
    assert hash(copy) == hash(brief)
    assert copy.by_id == brief.by_id


@given(strategies.briefs())
def test_evolve_checks_again_and_forgets_the_indexes(brief: gb.Brief) -> None:
    """A changed brief is checked like a new one, and knows nothing of the old records."""
    assert len(brief.by_id) == len(brief)  # fills an index
    emptied = attrs.evolve(brief, records=())
    assert emptied.by_id == {}
    assert len(emptied) == 0
    with pytest.raises(gb.InvalidRecord):
        attrs.evolve(brief, title="")


# -- looking up ------------------------------------------------------------------------


def test_sections_are_typed_collections() -> None:
    """A section holds the records of one kind, by id."""
    brief = brief_of(PACT, SIGNED, TEST)
    assert brief.treaties["pact"] is PACT
    assert brief.treaties.ids == ("pact",)
    assert list(brief.signatures) == [SIGNED]
    assert brief.deployments == Records([])


def test_every_kind_has_its_section() -> None:
    """Each kind of the registry has a property of the name that files use, holding that kind alone."""
    for kind in KINDS.values():
        section = getattr(gb.Brief, kind.section, None)
        assert isinstance(section, property), kind.section
        assert getattr(brief_of(PACT, SIGNED, TEST), kind.section) == brief_of(PACT, SIGNED, TEST).of_kind(
            kind
        )


def test_of_kind_takes_base_classes() -> None:
    """All acts, or all records, can be asked for by their base class."""
    brief = brief_of(PACT, SIGNED, TEST)
    assert brief.of_kind(gb.Record).ids == ("pact", "signature-pact-prk", "launch")


def test_get_gives_the_record_of_the_kind() -> None:
    """A record is found by kind and id."""
    assert brief_of(PACT, TEST).get(gb.WeaponsTest, "launch") is TEST


def test_get_suggests_the_nearest() -> None:
    """An id that is not there names those of the kind that are near."""
    with pytest.raises(gb.NotFound, match=r"no WeaponsTest is called 'lunch'; did you mean 'launch'\?"):
        brief_of(PACT, TEST).get(gb.WeaponsTest, "lunch")


def test_get_says_where_the_kind_is_wrong() -> None:
    """An id of another kind is not found, and the message names its kind."""
    with pytest.raises(gb.NotFound, match="'pact' is a Treaty, not a Deployment"):
        brief_of(PACT).get(gb.Deployment, "pact")


def test_acts_are_indexed_by_treaty() -> None:
    """The acts on a treaty are those that name it."""
    other = gb.Signature(treaty="other", by="PRK")
    assert brief_of(PACT, SIGNED, other).acts_on("pact") == (SIGNED,)
    assert brief_of(PACT).acts_on("pact") == ()


# -- changing --------------------------------------------------------------------------


def test_with_adds_and_puts_in_place() -> None:
    """Records are added, or replace that of the same id; the old brief stays what it was."""
    brief = brief_of(PACT, SIGNED)
    later = attrs.evolve(SIGNED, on="2024-06-20")
    changed = brief.with_(later, TEST)
    assert changed.signatures[SIGNED.id].on == gb.When("2024-06-20")
    assert changed.weapons_tests["launch"] is TEST
    assert brief == brief_of(PACT, SIGNED)


def test_with_as_of_asks_what_if() -> None:
    """A record can be added by way of trial, with the day up to which the brief then reaches."""
    brief = gb.example("dprk-russia-2024")
    exchange = gb.InstrumentExchange(
        treaty="dprk-russia-partnership", between=["PRK", "RUS"], on="2024-12-04"
    )
    changed = brief.with_(exchange, as_of="2024-12-04")
    assert changed.in_force("dprk-russia-partnership", on="2024-12-04").is_yes
    assert changed.in_force("dprk-russia-partnership", on="2024-12-03").is_no
    assert brief.in_force("dprk-russia-partnership", on="2024-12-04").is_unknown


def test_without_takes_records_away() -> None:
    """Records are taken away by id; an id that is not there is an error, not a no-op."""
    brief = brief_of(PACT, SIGNED, TEST)
    assert brief.without("launch", "pact") == brief_of(SIGNED)
    with pytest.raises(gb.NotFound, match="'lanch'"):
        brief.without("lanch")


@given(strategies.briefs())
def test_with_undoes_without(brief: gb.Brief) -> None:
    """Taking a record away and putting it back gives the same brief."""
    for record in brief.records:
        assert brief.without(record.id).with_(record) == brief


def test_complete_to_moves_the_day_of_every_part() -> None:
    """A brief of several parts can be taken as complete up to one day."""
    brief = gb.example("dprk-russia-2024", "ctbt").complete_to("2030-01-01")
    assert {brief.as_of, *(part.as_of for part in brief.parts)} == {gb.When("2030-01-01")}
