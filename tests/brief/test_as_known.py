"""As known: the same brief with only what had been published by a day."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import geobrief as gb
from geobrief.brief.as_known import any_published, known_record
from geobrief.constraint import Constrained
from geobrief.model.registry import KINDS
from geobrief.testing import strategies
from geobrief.truth import Truth

SOURCES = {
    "early": gb.Source(publisher="A", published="2024-10-01"),
    "late": gb.Source(publisher="B", published="2024-11-12"),
    "vague": gb.Source(publisher="C", published="2024"),
    "undated": gb.Source(publisher="D"),
}
BETWEEN = "2024-10-15"


def cite(*names: str) -> tuple[gb.Citation, ...]:
    """Citations of sources."""
    return tuple(gb.Citation(source=name) for name in names)


def brief_of(*records: gb.Record, as_of: str = "2024-12-31") -> gb.Brief:
    """A brief of records, with all the sources."""
    return gb.Brief(title="A brief", as_of=as_of, sources=SOURCES, records=records)


def said(name: str, *sources: str, **fields: Any) -> gb.Statement:
    """A statement that cites some sources."""
    return gb.Statement(id=name, speaker="PRK", quote="No.", citations=cite(*sources), **fields)


# -- records ---------------------------------------------------------------------------


def test_records_go_by_their_earliest_publication() -> None:
    """A record is known as soon as one of its sources is published, on that very day."""
    brief = brief_of(said("both", "early", "late"), said("late", "late"))
    assert brief.as_known("2024-09-30").records == ()
    assert [each.id for each in brief.as_known("2024-10-01").records] == ["both"]
    assert len(brief.as_known("2024-11-12")) == 2


def test_a_day_of_recording_stands_above_the_sources() -> None:
    """Where the day is given on which it became known, that day counts."""
    recorded = said("recorded", "early", recorded="2024-11-01")
    assert brief_of(recorded).as_known(BETWEEN).records == ()
    assert len(brief_of(recorded).as_known("2024-11-01")) == 1


@pytest.mark.parametrize(
    "sources", [("vague",), ("undated",), (), ("nowhere",), ("late", "vague"), ("late", "undated")]
)
def test_what_cannot_be_placed_is_left_out_and_listed(sources: tuple[str, ...]) -> None:
    """A record whose publication may lie before or after the day is left out, and said to be."""
    record = said("unclear", *sources)
    known = brief_of(record, said("clear", "early")).as_known(BETWEEN)
    assert [each.id for each in known.records] == ["clear"]
    assert [each.id for each in known.unplaced] == ["unclear"]


@pytest.mark.parametrize(
    ("step_cites", "act_cites", "kept"),
    [
        (("late",), ("vague",), False),
        (("vague",), ("vague",), True),
        ((), ("vague",), True),
        ((), ("vague", "late"), False),
    ],
)
def test_what_is_unplaced_keeps_nothing_that_is_certainly_later(
    step_cites: tuple[str, ...], act_cites: tuple[str, ...], kept: bool
) -> None:
    """The law counts an unplaced act as possible, but not those steps of it that nobody can have known."""
    step = gb.Step(kind="decree", on="2024-09-30", citations=cite(*step_cites))
    act = gb.Ratification(treaty="pact", by="PRK", steps=[step], citations=cite(*act_cites))
    (unplaced,) = brief_of(act).as_known(BETWEEN).unplaced
    assert isinstance(unplaced, gb.Ratification)
    assert unplaced.steps == ((step,) if kept else ())
    assert unplaced.citations == cite("vague")


def test_what_is_certainly_later_is_not_listed() -> None:
    """A record that was certainly published later is not known, and is not unplaced either."""
    known = brief_of(said("later", "late")).as_known(BETWEEN)
    assert (known.records, known.unplaced) == ((), ())


def test_a_month_means_its_last_day() -> None:
    """What was known in a month is what was known at its end."""
    brief = brief_of(said("early", "early"), said("late", "late"))
    assert brief.as_known("2024-11") == brief.as_known("2024-11-30")
    assert len(brief.as_known("2024-11")) == 2


# -- parts and citations ---------------------------------------------------------------


def test_citations_of_later_sources_are_taken_away() -> None:
    """A known record cites only what had been published."""
    (known,) = brief_of(said("both", "early", "late", "vague", "undated")).as_known(BETWEEN).records
    assert known.citations == cite("early")


def test_parts_go_by_their_own_citations() -> None:
    """A step is known from its own source, whatever the sources of the whole record."""
    steps = [
        gb.Step(kind="decree", on="2024-09-30", citations=cite(name)) for name in ("early", "late", "vague")
    ]
    act = gb.Ratification(treaty="pact", by="PRK", steps=steps, citations=cite("early"))
    known = brief_of(act).as_known(BETWEEN).ratifications[act.id]
    assert known.steps == (steps[0],)


def test_a_part_without_citations_is_known_with_the_latest_source() -> None:
    """Nobody says where an uncited step comes from, so it may come from the last source."""
    step = gb.Step(kind="decree", on="2024-09-30")
    act = gb.Ratification(treaty="pact", by="PRK", steps=[step], citations=cite("early", "late"))
    assert brief_of(act).as_known(BETWEEN).ratifications[act.id].steps == ()
    assert brief_of(act).as_known("2024-11-12").ratifications[act.id].steps == (step,)


def test_an_undated_source_may_be_the_latest() -> None:
    """Where the day of one source is not known, nobody knows that an uncited part was known."""
    step = gb.Step(kind="decree", on="2024-09-30")
    act = gb.Ratification(treaty="pact", by="PRK", steps=[step], citations=cite("early", "undated"))
    assert brief_of(act).as_known("2025-01-01").ratifications[act.id].steps == ()


def test_parts_of_parts_are_filtered_too() -> None:
    """Estimates inside a component, and tables inside a mapping, go by their own citations."""
    figures = [gb.Estimate(best=1, unit="persons", citations=cite(name)) for name in ("early", "late")]
    troops = gb.Deployment(
        id="d", components=[gb.Component(branch="army", strength=figures)], citations=cite("early")
    )
    tables = {name: gb.WeightTable(weights={"PRK": 1}, citations=cite(name)) for name in ("early", "late")}
    treaty = gb.Treaty(id="t", title="T", weights=tables, citations=cite("early"))
    weapon = gb.Weapon(name="Hwasong", max_range=figures[1])
    test = gb.WeaponsTest(id="w", tester="PRK", kind="missile", weapon=weapon, citations=cite("early"))
    known = brief_of(troops, treaty, test).as_known(BETWEEN)
    assert known.deployments["d"].components[0].strength == (figures[0],)
    assert set(known.treaties["t"].weights) == {"early"}
    assert known.weapons_tests["w"].weapon == gb.Weapon(name="Hwasong")


# -- the header ------------------------------------------------------------------------


def test_the_day_of_completeness_is_lowered() -> None:
    """Nobody was complete beyond the day; a brief that ended before stays where it ended."""
    assert brief_of().as_known(BETWEEN).as_of == gb.When(BETWEEN)
    assert brief_of(as_of="2024-09-01").as_known(BETWEEN).as_of == gb.When("2024-09-01")
    assert brief_of(as_of="2024").as_known(BETWEEN).as_of == gb.When(BETWEEN)


def test_every_part_is_lowered() -> None:
    """The parts of a merged brief are complete to the day at most, each by itself."""
    known = gb.example("dprk-russia-2024", "dprk-russia-2025").as_known("2024-12-01")
    assert {part.id: str(part.as_of) for part in known.parts} == {
        "dprk-russia-2024": "2024-11-12",
        "dprk-russia-2025": "2024-12-01",
    }


def test_sources_that_were_published_later_are_gone() -> None:
    """Sources certainly published later are gone; those without a day stay for what derives from them."""
    assert set(brief_of().as_known(BETWEEN).sources) == {"early", "vague", "undated"}


# -- what follows ----------------------------------------------------------------------


def test_the_ratifications_were_not_known_before_they_were_published() -> None:
    """On 30 October 2024 nobody could know of the ratifications of November."""
    brief = gb.example("dprk-russia-2024")
    assert len(brief.ratifications) == 2
    known = brief.as_known("2024-10-30")
    assert len(known.ratifications) == 0
    assert known.status("dprk-russia-partnership").stage("RUS") == "signed"


def test_an_unplaced_act_leaves_the_law_open() -> None:
    """An act of which nobody knows whether it was public makes the answer unknown, not no."""
    clause = gb.EntryIntoForce(upon=gb.Consents(1))
    pact = gb.Treaty(id="pact", title="Pact", entry_into_force=clause, citations=cite("early"))
    consent = gb.Ratification(
        treaty="pact", by="PRK", instrument=gb.Instrument(deposited="2024-09-30"), citations=cite("vague")
    )
    brief = brief_of(pact, consent)
    assert brief.in_force("pact", on="2024-10-10").is_yes
    assert brief.as_known(BETWEEN).in_force("pact", on="2024-10-10").is_unknown


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (("early", "late", "undated"), Truth.YES),
        (("late",), Truth.NO),
        (("late", "undated"), Truth.UNKNOWN),
        (("nowhere",), Truth.UNKNOWN),
        ((), Truth.UNKNOWN),
    ],
)
def test_publication_is_three_valued(sources: tuple[str, ...], expected: Truth) -> None:
    """One certain publication is enough; a source without a day may have been earlier."""
    assert any_published(cite(*sources), SOURCES, date(2024, 10, 15)) is expected


# -- laws ------------------------------------------------------------------------------

DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))
PUBLISHED = (
    st.none() | DAYS.map(gb.When.of) | st.sampled_from(["2024", "2024-10", "2024/..", "../2010"]).map(gb.When)
)
NAMES = ("one", "two", "three", "four")
TABLES = st.fixed_dictionaries(
    {name: PUBLISHED.map(lambda day: gb.Source(publisher="P", published=day)) for name in NAMES}
)


@st.composite
def cited_briefs(draw: st.DrawFn) -> gb.Brief:
    """Briefs whose records and parts cite a few sources, some of them imprecisely dated."""
    kind = draw(st.sampled_from([*KINDS.values()]))
    records = draw(st.lists(strategies.records(kind), max_size=3, unique_by=lambda record: record.id))
    cited = [_cited(record, draw) for record in records]
    return gb.Brief(title="A brief", as_of="2025", sources=draw(TABLES), records=cited)


def _cited(value: Any, draw: st.DrawFn) -> Any:
    """Give a value and all its parts citations of the sources that exist."""
    changes: dict[str, Any] = {}
    for field in attrs.fields(type(value)):
        held = getattr(value, field.name)
        if field.name == "citations":
            changes["citations"] = cite(*draw(st.lists(st.sampled_from([*NAMES, "nowhere"]), max_size=2)))
        elif field.name == "recorded":
            changes |= {"recorded": draw(st.none() | DAYS), "missing": {}}
        elif isinstance(held, tuple) and held and all(hasattr(each, "citations") for each in held):
            changes[field.name] = tuple(_cited(each, draw) for each in held)
    return attrs.evolve(value, **changes)


def citations_in(value: Any) -> Iterator[gb.Citation]:
    """Every citation anywhere in a value."""
    if isinstance(value, gb.Citation):
        yield value
    elif isinstance(value, Constrained):
        for field in attrs.fields(type(value)):
            yield from citations_in(getattr(value, field.name))
    elif isinstance(value, tuple | frozenset):
        for each in value:
            yield from citations_in(each)
    elif isinstance(value, gb.FrozenMapping):
        yield from citations_in(tuple(value.values()))


@given(cited_briefs(), DAYS)
def test_the_future_is_never_used(brief: gb.Brief, day: date) -> None:
    """No record, part, citation or source of the known brief was published after the day."""
    known = brief.as_known(day)
    for source in known.sources.values():
        assert source.published is None or not source.published.after(day).is_yes
    for record in known.records:
        assert known_record(brief.by_id[record.id], brief.sources, day) is Truth.YES
        for citation in citations_in(record):
            published = brief.sources[citation.source].published
            assert published is not None
            assert published.on_or_before(day).is_yes
    assert known.as_of.latest is not None
    assert known.as_of.latest <= day


@given(cited_briefs(), DAYS, DAYS)
def test_what_was_known_earlier_can_be_asked_of_what_was_known_later(
    brief: gb.Brief, one: date, other: date
) -> None:
    """What was known on the earlier of two days follows from what was known on the later one."""
    earlier, later = sorted([one, other])
    directly, by_way = brief.as_known(earlier), brief.as_known(later).as_known(earlier)
    assert by_way.records == directly.records
    assert by_way.sources == directly.sources
    assert by_way.as_of == directly.as_of
    assert {record.id for record in by_way.unplaced} <= {record.id for record in directly.unplaced}


@given(cited_briefs(), DAYS)
def test_knowing_twice_is_knowing_once(brief: gb.Brief, day: date) -> None:
    """Asking again for the same day changes nothing."""
    known = brief.as_known(day)
    assert known.as_known(day) == known


@given(cited_briefs())
def test_nothing_is_lost_or_invented(brief: gb.Brief) -> None:
    """Every record is known, unplaced or later; those that are known have the ids they had."""
    known = brief.as_known("2024-10-15")
    assert {record.id for record in known.records} | {record.id for record in known.unplaced} <= set(
        brief.by_id
    )
    assert not {record.id for record in known.records} & {record.id for record in known.unplaced}
