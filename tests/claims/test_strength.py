"""Strength of a deployment under each policy."""

import json
import pickle
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geobrief.claims import strength
from geobrief.model.declared_actor import DeclaredActor
from geobrief.model.deployment import Component, Deployment
from geobrief.values.citation import Citation
from geobrief.values.estimate import Bound, Estimate, Policy
from geobrief.values.source import Reliability, Source

SOURCES = {
    "early": Source(publisher="Early", published="2024-10-18", reliability="B"),
    "middle": Source(publisher="Middle", published="2024-10-28", reliability="A"),
    "late": Source(publisher="Late", published="2024-12-01", reliability="A"),
    "vague": Source(publisher="Vague", published="2024-11", reliability="A"),
    "undated": Source(publisher="Undated"),
    "copy": Source(publisher="Copy", published="2024-10-29", reliability="A", derived_from=["early"]),
}
POLICIES: list[Policy] = ["envelope", "latest", "most_reliable", "median"]


def _says(best: float, source: str | None = None, credibility: int | None = None, **fields: Any) -> Estimate:
    cited = [Citation(source=source, credibility=credibility)] if source else []
    return attrs.evolve(Estimate(best=best, unit="persons", citations=cited), **fields)


def _deployment(*estimates: Estimate, citations: tuple[Citation, ...] = ()) -> Deployment:
    return Deployment(id="troops", senders=["PRK"], host="RUS", strength=estimates, citations=citations)


def test_the_envelope_spans_all_voices() -> None:
    """The lowest and the highest figure bound the result, which lists who says so."""
    result = strength(
        _deployment(_says(3000, "early", by="KOR"), _says(10_000, "middle", by="USA")), SOURCES, on="2024-11"
    )
    assert (result.low, result.best, result.high, result.unit) == (3000, None, 10_000, "persons")
    assert (
        str(result)
        == "3,000–10,000 persons, by 2024-11 (envelope), from 2 estimates of South Korea and United States"
    )
    assert [estimate.best for estimate in result.contributors] == [3000, 10_000]


def test_stocks_are_not_added_up() -> None:
    """Two voices that count the same 10,000 have counted 10,000."""
    result = strength(_deployment(_says(10_000, "early"), _says(10_000, "middle")), SOURCES, on="2024-11")
    assert result.best == 10_000


def test_no_estimate_is_not_zero() -> None:
    """Where nobody has given a figure, there is none, and it says so."""
    result = strength(_deployment(), SOURCES, on="2024-11")
    assert (result.estimate, result.best, result.low, result.high, result.unit) == (
        None,
        None,
        None,
        None,
        None,
    )
    assert str(result) == "no estimate by 2024-11, which is not zero"


def test_an_estimate_of_zero_is_an_estimate() -> None:
    """Somebody who says that there are none has given a figure."""
    assert strength(_deployment(_says(0, "early")), SOURCES, on="2024-11").best == 0


def test_what_was_published_later_is_not_used() -> None:
    """On a day, only what had been published by then counts; later figures are not even mentioned."""
    result = strength(_deployment(_says(3000, "early"), _says(12_000, "late")), SOURCES, on="2024-11-12")
    assert result.best == 3000
    assert "12,000" not in result.explain()


def test_publication_that_may_be_later_is_left_out_and_said() -> None:
    """Published some day of November: not counted on the 12th, and the reader is told."""
    deployment = _deployment(_says(3000, "early"), _says(12_000, "vague"))
    result = strength(deployment, SOURCES, on="2024-11-12")
    assert result.best == 3000
    assert (
        "left out: Vague: 12,000 persons, which may have been published after 2024-11-12" in result.explain()
    )
    assert strength(deployment, SOURCES, on="2024-11").high == 12_000


def test_an_imprecise_day_means_its_last() -> None:
    """Asking for October asks for what was known at its end."""
    deployment = _deployment(_says(3000, "early"), _says(10_000, "middle"))
    assert strength(deployment, SOURCES, on="2024-10") == attrs.evolve(
        strength(deployment, SOURCES, on="2024-10-31"), on=strength(deployment, SOURCES, on="2024-10").on
    )


def test_what_has_no_date_counts_from_as_of() -> None:
    """An undated figure was known by the day up to which the brief is complete, and nobody knows before."""
    for deployment in (_deployment(_says(5000)), _deployment(_says(5000, "undated"))):
        assert strength(deployment, SOURCES, on="2024-11-12", as_of="2024-11-12").best == 5000
        assert strength(deployment, SOURCES, on="2024-11-11", as_of="2024-11-12").best is None
        assert "may have been published after" in strength(deployment, SOURCES, on="2024-11-11").explain()


def test_an_estimate_without_source_is_known_with_the_latest_of_its_record() -> None:
    """Which source of the record gave a figure is not known, so that all must be out."""
    both = (Citation(source="early"), Citation(source="middle"))
    deployment = _deployment(_says(5000), citations=both)
    assert strength(deployment, SOURCES, on="2024-10-20").best is None
    result = strength(deployment, SOURCES, on="2024-10-28")
    assert result.best == 5000
    assert result.contributors[0].citations == both


def test_an_estimate_is_known_with_the_earliest_of_its_own_sources() -> None:
    """A figure that several sources give was known with the first of them."""
    figure = _says(5000, "early")
    figure = attrs.evolve(figure, citations=[*figure.citations, Citation(source="late")])
    assert strength(_deployment(figure), SOURCES, on="2024-10-18").best == 5000


def test_a_figure_for_a_later_day_is_not_used() -> None:
    """What is expected for next year is no strength of today."""
    assert strength(_deployment(_says(50_000, "early", on="2025")), SOURCES, on="2024-11").best is None


def test_latest_goes_by_the_day_to_which_the_figure_refers() -> None:
    """The day of the count decides, not that of publication; overlapping days stay together."""
    deployment = _deployment(
        _says(3000, "middle", on="2024-10-01"),
        _says(8000, "early", on="2024-10"),
        _says(10_000, "early", on="2024-10-17"),
        _says(11_000, "early"),
    )
    result = strength(deployment, SOURCES, on="2024-11", policy="latest")
    assert (result.low, result.high) == (8000, 10_000)
    assert "left out: Middle: 3,000 persons" in result.explain()


@pytest.mark.parametrize(
    ("ratings", "kept"),
    [
        ([("A", 2), ("B", 2)], [0]),
        ([("B", 1), ("B", 2)], [0]),
        ([("A", 2), ("B", 1)], [0, 1]),
        ([("B", 2), ("B", 2)], [0, 1]),
        ([("E", 5), ("F", 1)], [0]),
        ([("E", 5), ("A", 6)], [0]),
        ([("E", 5), (None, None)], [0]),
        ([("F", 1), ("A", 6)], [0, 1]),
        ([(None, None), ("A", None)], [0, 1]),
    ],
)
def test_most_reliable(ratings: list[tuple[Reliability | None, int | None]], kept: list[int]) -> None:
    """A rating beats another one only if no axis is worse; what cannot be judged is no rating at all."""
    sources = {
        f"s{n}": Source(publisher=f"P{n}", published="2024", reliability=rating[0])
        for n, rating in enumerate(ratings)
    }
    figures = [_says(1000 + n, f"s{n}", rating[1]) for n, rating in enumerate(ratings)]
    result = strength(_deployment(*figures), sources, on="2024", policy="most_reliable")
    assert [estimate.best for estimate in result.contributors] == [1000 + n for n in kept]


def test_the_median_is_of_the_best_figures() -> None:
    """Ranges without a best figure are left out; the middle of an even number is between the two."""
    figures = [_says(value, "early") for value in (1000, 3000, 4000, 10_000)]
    span = Estimate(low=1, high=2, unit="persons", citations=[Citation(source="early")])
    result = strength(_deployment(*figures, span), SOURCES, on="2024-11", policy="median")
    assert result.best == 3500
    assert isinstance(result.best, int)
    alone = strength(_deployment(span), SOURCES, on="2024-11", policy="median")
    assert alone.estimate is None
    assert "no figure is of the sort that the policy takes" in str(alone)


def test_a_repeated_figure_counts_once() -> None:
    """A paper that passes on a figure does not pull the median towards it."""
    deployment = _deployment(_says(3000, "early"), _says(3000, "copy"), _says(10_000, "middle"))
    result = strength(deployment, SOURCES, on="2024-11", policy="median")
    assert result.best == 6500
    assert "left out: Copy: 3,000 persons, which repeats" in result.explain()


def test_one_paper_may_pass_on_several_voices() -> None:
    """Two services that a paper quotes with one figure are two voices, whatever else it derives from."""
    deployment = _deployment(
        _says(3000, "early", by="KOR"), _says(3000, "copy", by="UKR"), _says(9000, "middle")
    )
    assert strength(deployment, SOURCES, on="2024-11", policy="median").best == 3000


def test_a_voice_that_contradicts_its_origin_counts() -> None:
    """A paper that gives another figure than the briefing that it quotes says something of its own."""
    deployment = _deployment(_says(3000, "early"), _says(4000, "copy"))
    assert strength(deployment, SOURCES, on="2024-11").high == 4000


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        (("at_least", None), "3,000–10,000 persons"),
        ((None, "at_least"), "at least 3,000 persons"),
        (("at_most", None), "at most 10,000 persons"),
        (("approximate", None), "about 3,000–10,000 persons"),
        (("at_most", "at_least"), "about 3,000–10,000 persons"),
    ],
)
def test_open_sides_and_hedges_survive(bounds: tuple[Bound | None, Bound | None], expected: str) -> None:
    """An outermost figure that is open leaves the envelope open; one "about" makes it approximate."""
    low, high = (
        _says(value, "early", bound=bound) for value, bound in zip((3000, 10_000), bounds, strict=True)
    )
    assert str(strength(_deployment(low, high), SOURCES, on="2024-11").estimate) == expected


def test_a_best_figure_that_all_share_is_kept() -> None:
    """A range around a figure and the figure itself make that range around that figure."""
    span = _says(10_000, "early", low=8000, high=12_000)
    result = strength(_deployment(span, _says(10_000, "middle")), SOURCES, on="2024-11")
    assert (result.low, result.best, result.high) == (8000, 10_000, 12_000)


def test_what_is_alleged_stays_alleged() -> None:
    """One alleged figure, or an alleged deployment, makes the result alleged."""
    mixed = _deployment(_says(3000, "early"), _says(10_000, "middle", alleged=True))
    assert strength(mixed, SOURCES, on="2024-11").alleged
    assert "allegedly" in str(strength(mixed, SOURCES, on="2024-11"))
    whole = attrs.evolve(_deployment(_says(3000, "early")), alleged=True)
    assert strength(whole, SOURCES, on="2024-11").alleged
    assert not strength(_deployment(_says(3000, "early")), SOURCES, on="2024-11").alleged


def test_units_are_not_mixed() -> None:
    """Persons and brigades are not one figure: persons are taken, or what is asked for."""
    deployment = _deployment(_says(10_000, "early"), _says(4, "early", unit="brigades"))
    assert strength(deployment, SOURCES, on="2024-11").best == 10_000
    assert "4 brigades, which is in another unit" in strength(deployment, SOURCES, on="2024-11").explain()
    assert strength(deployment, SOURCES, on="2024-11", unit="brigades").best == 4
    other = _deployment(_says(1, "early", unit="tanks"), _says(2, "early", unit="guns"))
    assert str(strength(other, SOURCES, on="2024-11")).endswith(
        "not zero: figures are given in guns and tanks"
    )


def test_parts_are_not_added_up() -> None:
    """Figures of components make no total."""
    deployment = Deployment(id="t", components=[Component(branch="army", strength=[_says(5, "early")])])
    result = strength(deployment, SOURCES, on="2024-11")
    assert result.estimate is None
    assert "parts are not added up" in result.explain()


def test_voices_have_names() -> None:
    """A declared actor is shown by its name, a source by its publisher."""
    actors = {"nis": DeclaredActor(kind="agency", name="National Intelligence Service", of="KOR")}
    deployment = _deployment(_says(3000, "early", by="nis"), _says(10_000, "middle"))
    text = strength(deployment, SOURCES, on="2024-11", actors=actors).explain()
    assert "according to National Intelligence Service" in text
    assert "according to Middle" in text


def test_a_result_can_be_kept() -> None:
    """The result survives JSON (as plain data) and pickle."""
    result = strength(_deployment(_says(3000, "early", 2, by="KOR", on="2024-10")), SOURCES, on="2024-11")
    plain = json.loads(json.dumps(result.to_dict()))
    assert plain["estimate"] == plain["contributors"][0]
    assert plain["estimate"]["citations"] == [{"source": "early", "credibility": 2}]
    assert pickle.loads(pickle.dumps(result)) == result


# --- laws ---------------------------------------------------------------------------------


@st.composite
def estimates(draw: st.DrawFn) -> Estimate:
    """Estimates of all shapes, with sources of all days."""
    low, high = sorted(draw(st.tuples(*[st.integers(0, 20) for _ in range(2)])))
    shape = draw(st.sampled_from(["best", "range", "all", "low", "high"]))
    return Estimate(
        low=low if shape in {"range", "all", "low"} else None,
        best=draw(st.integers(0, 20)) if shape in {"best", "all"} else None,
        high=high if shape in {"range", "all", "high"} else None,
        bound=draw(st.sampled_from([None, "at_least", "at_most", "approximate", "exact"])),
        unit="persons",
        on=draw(st.sampled_from([None, "2024-09", "2024-10-01", "2024-10"])),
        by=draw(st.sampled_from([None, "KOR", "USA"])),
        citations=[
            Citation(source=name, credibility=draw(st.sampled_from([None, 1, 2, 6])))
            for name in draw(st.lists(st.sampled_from(sorted(SOURCES)), max_size=2, unique=True))
        ],
    )


def _figures(estimate: Estimate | None) -> list[float]:
    return (
        [] if estimate is None else [v for v in (estimate.low, estimate.best, estimate.high) if v is not None]
    )


GIVEN = st.lists(estimates(), max_size=5)
DAYS = st.sampled_from(["2024-10-17", "2024-10-18", "2024-10", "2024-11-12", "2024-11", "2025"])


@given(GIVEN, DAYS, st.sampled_from(POLICIES))
def test_the_envelope_contains_every_other_policy(given_: list[Estimate], on: str, policy: Policy) -> None:
    """No policy gives a figure outside the envelope, whose open sides contain everything."""
    whole = strength(_deployment(*given_), SOURCES, on=on).estimate
    for figure in _figures(strength(_deployment(*given_), SOURCES, on=on, policy=policy).estimate):
        assert whole is not None
        open_below = whole.low is None and (whole.best is None or whole.bound == "at_most")
        open_above = whole.high is None and (whole.best is None or whole.bound == "at_least")
        assert open_below or figure >= min(_figures(whole))
        assert open_above or figure <= max(_figures(whole))


@given(GIVEN, DAYS, st.sampled_from(POLICIES), st.randoms(use_true_random=False))
def test_order_does_not_matter(given_: list[Estimate], on: str, policy: Policy, random: Random) -> None:
    """Shuffled estimates give the same result, reasons included."""
    shuffled = list(given_)
    random.shuffle(shuffled)
    one = strength(_deployment(*given_), SOURCES, on=on, policy=policy)
    assert strength(_deployment(*shuffled), SOURCES, on=on, policy=policy) == one


@given(GIVEN, st.integers(0, 99), st.sampled_from(POLICIES))
def test_the_future_is_never_used(given_: list[Estimate], best: int, policy: Policy) -> None:
    """A figure published after the day changes nothing at all."""
    later = Estimate(best=best, unit="persons", citations=[Citation(source="late", credibility=1)])
    one = strength(_deployment(*given_), SOURCES, on="2024-11-12", policy=policy)
    assert strength(_deployment(*given_, later), SOURCES, on="2024-11-12", policy=policy) == one


@given(GIVEN, DAYS, st.sampled_from(POLICIES))
def test_nothing_is_added_up(given_: list[Estimate], on: str, policy: Policy) -> None:
    """No figure of the result is above the highest that somebody gave."""
    result = strength(_deployment(*given_), SOURCES, on=on, policy=policy)
    named = [figure for estimate in given_ for figure in _figures(estimate)]
    assert all(figure <= max(named) for figure in _figures(result.estimate))


@given(GIVEN, DAYS, st.sampled_from(POLICIES))
def test_contributors_are_published(given_: list[Estimate], on: str, policy: Policy) -> None:
    """Each contributor cites something, and everything that the result cites is cited by one."""
    result = strength(_deployment(*given_), SOURCES, on=on, policy=policy)
    assert all(estimate.citations for estimate in result.contributors)
    if result.estimate is not None:
        cited = {citation for estimate in result.contributors for citation in estimate.citations}
        assert set(result.estimate.citations) == cited
