"""What holds of every brief, however odd: claims stay claims, and no answer knows the future.

Any brief is taken, and a quarrel is woven into it: an accusation about a deployment, with
answers, findings and figures that cite sources of all sorts, which derive from each other.
"""

from collections.abc import Iterator
from itertools import product
from random import Random
from typing import Any, TypeVar, get_args

import attrs
from hypothesis import given
from hypothesis import strategies as st

import geobrief as gb
from geobrief.ballistics import flight
from geobrief.claims import Standing
from geobrief.testing import strategies
from geobrief.values.estimate import Policy

RecordT = TypeVar("RecordT", bound=gb.Record)
NAMES = ["s0", "s1", "s2", "s3"]
DAYS = ["2024-10-20", "2024-10", "2024-11-05", "2024-11", "2024-12-01", "2025"]
ACTORS = ["KOR", "PRK", "RUS", "JPN", "un"]
ON = st.sampled_from(DAYS)
WHEN = st.sampled_from([None, *DAYS])
CITED = st.lists(
    st.builds(gb.Citation, source=st.sampled_from(NAMES), credibility=st.sampled_from([None, 1, 2, 3, 6])),
    max_size=2,
)
POLICIES: tuple[Policy, ...] = get_args(Policy)


@st.composite
def stories(draw: st.DrawFn) -> gb.Brief:
    """Any brief with a quarrel in it, all records citing a small set of sources."""
    brief = draw(strategies.briefs())
    quarrel = [_deployment(draw), _accusation(draw), *_answers(draw), *_findings(draw)]
    ours = {record.id for record in quarrel}
    others = [_citing(draw, record) for record in brief.records if record.id not in ours]
    return attrs.evolve(
        brief,
        as_of=draw(st.sampled_from([brief.as_of, gb.When("2024-11-12")])),
        sources={**brief.sources, **{name: _source(draw, place) for place, name in enumerate(NAMES)}},
        records=[*others, *quarrel],
        expect=(),
    )


def _source(draw: st.DrawFn, place: int) -> gb.Source:
    return gb.Source(
        publisher=draw(st.sampled_from("PQRS")),
        published=draw(WHEN),
        reliability=draw(st.sampled_from([None, "A", "B", "D", "F"])),
        derived_from=draw(st.sets(st.sampled_from(NAMES[:place]), max_size=1)) if place else (),
        actor=draw(st.sampled_from([None, None, *ACTORS])),
    )


def _citing(draw: st.DrawFn, record: RecordT) -> RecordT:
    return attrs.evolve(record, citations=draw(CITED), missing={})


def _deployment(draw: st.DrawFn) -> gb.Deployment:
    figures = [
        gb.Estimate(
            best=draw(st.integers(0, 9)),
            high=draw(st.sampled_from([None, 9])),
            bound=draw(st.sampled_from([None, "at_least", "at_most", "approximate"])),
            unit="persons",
            by=draw(st.sampled_from([None, *ACTORS])),
            on=draw(WHEN),
            citations=draw(CITED),
        )
        for _ in range(draw(st.integers(0, 4)))
    ]
    made = draw(strategies.records(gb.Deployment))
    return _citing(
        draw,
        attrs.evolve(
            made, id="troops", replaces=None, missing={}, senders=["PRK"], host="RUS", strength=figures
        ),
    )


def _accusation(draw: st.DrawFn) -> gb.Accusation:
    made = draw(strategies.records(gb.Accusation))
    return _citing(
        draw,
        attrs.evolve(
            made,
            id="claim",
            replaces=None,
            missing={},
            accusers=["KOR"],
            accused=["PRK", "RUS"],
            about=["troops"],
        ),
    )


def _answers(draw: st.DrawFn) -> list[gb.Response]:
    made = draw(st.lists(strategies.records(gb.Response), max_size=2))
    return [
        _citing(
            draw,
            attrs.evolve(
                each,
                missing={},
                id=f"answer-{place}",
                to="claim",
                by=draw(st.sampled_from(ACTORS)),
                on=draw(WHEN),
            ),
        )
        for place, each in enumerate(made)
    ]


def _findings(draw: st.DrawFn) -> list[gb.Finding]:
    made = draw(st.lists(strategies.records(gb.Finding), max_size=2))
    about = st.sampled_from(["claim", "troops"])
    return [
        _citing(
            draw,
            attrs.evolve(
                each,
                missing={},
                id=f"finding-{place}",
                about=draw(about),
                by=draw(st.sampled_from(ACTORS)),
                on=draw(WHEN),
            ),
        )
        for place, each in enumerate(made)
    ]


STORIES = stories()


def answers(brief: gb.Brief, on: str) -> dict[tuple[str, ...], Any]:
    """Everything that the brief answers about a day, as plain data."""
    told: dict[tuple[str, ...], Any] = {}
    for accusation in brief.accusations:
        told["standing", accusation.id] = brief.standing(accusation.id, on).to_dict()
    for deployment in brief.deployments:
        for policy in POLICIES:
            told["strength", deployment.id, policy] = brief.strength(deployment.id, on, policy).to_dict()
    for test in brief.weapons_tests:
        told["flight", test.id] = flight(test, actors=brief.actors).to_dict()
    for treaty in brief.treaties:
        told["in-force", treaty.id] = brief.in_force(treaty.id, on).to_dict()
    for record in brief.records:
        told["related", record.id] = brief.related(record, on=on).to_dict()
    for entry in brief.timeline():
        told["timeline", str(entry.when), entry.record or "", entry.source or "", str(entry)] = (
            entry.to_dict()
        )
    return told


def facets(state: Standing) -> tuple[object, ...]:
    """The facets of a standing, without reasons."""
    answered = {code: facet.options for code, facet in state.response.items()}
    return (answered, state.support.options, state.finding.options, state.made)


def figures(estimate: gb.Estimate) -> list[float]:
    """The figures that an estimate gives; the best may lie outside its own range, which is only a warning."""
    return [each for each in (estimate.low, estimate.best, estimate.high) if each is not None]


def all_facets(brief: gb.Brief, on: str) -> dict[str, tuple[object, ...]]:
    """The facets of every accusation of a brief."""
    return {each.id: facets(brief.standing(each.id, on)) for each in brief.accusations}


def citing(brief: gb.Brief, record: gb.Record, name: str, source: gb.Source, credibility: int) -> gb.Brief:
    """The same brief with one more source, which a record cites."""
    more = attrs.evolve(
        record, citations=[*record.citations, gb.Citation(source=name, credibility=credibility)]
    )
    return attrs.evolve(brief.with_(more), sources={**brief.sources, name: source})


def named_in(plain: object) -> Iterator[str]:
    """Every text in plain data."""
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, dict):
        for value in plain.values():
            yield from named_in(value)
    elif isinstance(plain, list):
        for value in plain:
            yield from named_in(value)


@given(STORIES, ON, st.data(), st.sampled_from([1, 6]))
def test_a_voice_that_derives_from_one_already_there_changes_no_facet(
    brief: gb.Brief, on: str, data: st.DataObject, credibility: int
) -> None:
    """Whoever repeats what a record cites adds nothing to it, however well it is rated."""
    witness = gb.Source(publisher="Witness", published="2024-01-01", reliability="A")
    brief = citing(brief, brief.deployments["troops"], "witness", witness, credibility=1)
    record = data.draw(st.sampled_from([brief.deployments["troops"], *brief.records]))
    origin = data.draw(st.sampled_from(NAMES))
    judged = attrs.evolve(brief.sources[origin], reliability=data.draw(st.sampled_from("BD")))
    brief = citing(brief, record, origin, judged, credibility=data.draw(st.sampled_from([2, 5])))
    record = brief.by_id[record.id]
    published = brief.sources[origin].published
    copy = gb.Source(publisher="New", published=published, reliability="A", derived_from=[origin])
    changed = citing(brief, record, "copy", copy, credibility)
    assert all_facets(changed, on) == all_facets(brief, on)


@given(STORIES, ON, st.data(), st.booleans())
def test_what_cannot_be_judged_changes_no_facet(
    brief: gb.Brief, on: str, data: st.DataObject, by_source: bool
) -> None:
    """A citation of an F source, or of credibility 6, neither supports nor weakens."""
    unjudged = gb.Source(publisher="New", published="2024-01-01", reliability="F" if by_source else "A")
    record = data.draw(st.sampled_from(brief.records))
    changed = citing(brief, record, "unjudged", unjudged, 1 if by_source else 6)
    assert all_facets(changed, on) == all_facets(brief, on)


@given(STORIES, ON, st.sampled_from(ACTORS), WHEN)
def test_a_denial_never_raises_support(brief: gb.Brief, on: str, by: str, day: str | None) -> None:
    """What anybody answers, and with whatever sources, does not touch the support."""
    denial = gb.Response(
        id="denial", to="claim", by=by, on=day, kinds=["denied"], citations=[gb.Citation(source="s0")]
    )
    changed = brief.with_(denial)
    assert {
        each.id: (changed.standing(each.id, on).support, brief.standing(each.id, on).support)
        for each in brief.accusations
    } == {each.id: (brief.standing(each.id, on).support,) * 2 for each in brief.accusations}


@given(STORIES, ON, st.randoms(use_true_random=False))
def test_order_does_not_matter(brief: gb.Brief, on: str, random: Random) -> None:
    """Shuffled records and sources give the same answers, reasons included."""
    names = random.sample(list(brief.sources), len(brief.sources))
    records = random.sample(brief.records, len(brief.records))
    changed = attrs.evolve(brief, records=records, sources={name: brief.sources[name] for name in names})
    assert answers(changed, on) == answers(brief, on)


@given(STORIES, st.sampled_from(["2024-10-20", "2024-11-05", "2024-11"]), WHEN, st.data())
def test_as_known_never_uses_the_future(
    brief: gb.Brief, day: str, act_on: str | None, data: st.DataObject
) -> None:
    """What is published later changes nothing in what was known, and is cited nowhere in it."""
    cited = [gb.Citation(source="future", credibility=1)]
    later = [
        gb.Response(id="confession", to="claim", by="PRK", on=act_on, kinds=["admitted"], citations=cited),
        gb.Finding(id="verdict", about="claim", by="un", on=act_on, verdict="confirmed", citations=cited),
        attrs.evolve(
            data.draw(strategies.records()),
            id="other",
            recorded=None,
            replaces=None,
            missing={},
            citations=cited,
        ),
    ]
    figure = gb.Estimate(best=99, unit="persons", citations=cited)
    troops = brief.deployments["troops"]
    changed = attrs.evolve(
        brief.with_(*later, attrs.evolve(troops, strength=[*troops.strength, figure])),
        sources={**brief.sources, "future": gb.Source(publisher="New", published="2024-12-15")},
    )
    then = changed.as_known(day)
    assert then == brief.as_known(day)
    assert answers(then, "2025") == answers(brief.as_known(day), "2025")
    for name in {text for told in answers(then, "2025").values() for text in named_in(told)} & set(NAMES):
        published = brief.sources[name].published
        assert published is None or published.earliest is None or not published.after(day).is_yes


@given(STORIES, ON)
def test_removing_what_is_alleged_leaves_no_answer_that_depended_on_it(brief: gb.Brief, on: str) -> None:
    """Without the alleged records no answer names them, and every answer that did not name them stays."""
    brief = brief.with_(attrs.evolve(brief.deployments["troops"], alleged=True))
    alleged = {each.id for each in brief.records if getattr(each, "alleged", False)}
    before, after = answers(brief, on), answers(brief.without(*alleged), on)
    assert not [key for key, told in after.items() if alleged & {*key, *named_in(told)}]
    untouched = {key: told for key, told in before.items() if not alleged & {*key, *named_in(told)}}
    assert {key: after[key] for key in untouched} == untouched


@given(STORIES, st.sampled_from([*DAYS, "2026", "2026"]))
def test_the_envelope_contains_every_other_policy(brief: gb.Brief, on: str) -> None:
    """No policy gives a figure outside the envelope, and none an estimate where the envelope has none."""
    for deployment, policy in product(brief.deployments, POLICIES):
        whole = brief.strength(deployment.id, on).estimate
        part = brief.strength(deployment.id, on, policy).estimate
        if part is None:
            continue
        assert whole is not None
        open_below = whole.low is None and (whole.best is None or whole.bound == "at_most")
        open_above = whole.high is None and (whole.best is None or whole.bound == "at_least")
        for figure in figures(part):
            assert open_below or figure >= min(figures(whole))
            assert open_above or figure <= max(figures(whole))
