"""What holds of every accusation, whoever says whatever about it, on any day."""

from random import Random
from typing import TypeVar, get_args

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from geobrief.claims import Standing, Support, standing
from geobrief.model.accusation import Accusation
from geobrief.model.deployment import Deployment
from geobrief.model.finding import Finding, Verdict
from geobrief.model.record import Record
from geobrief.model.response import Response, ResponseKind
from geobrief.values.citation import Citation
from geobrief.values.estimate import Estimate
from geobrief.values.source import Reliability, Source

NAMES = [f"s{number}" for number in range(5)]
DAYS = ["2024-10-20", "2024-10", "2024-11-05", "2024-11", "2024-12-01", "2025"]
ACTORS = ["KOR", "PRK", "RUS", "JPN", "un"]
RecordT = TypeVar("RecordT", bound=Record)


@attrs.frozen
class Case:
    """An accusation and everything that is said about it, by a set of sources."""

    accusation: Accusation
    sources: dict[str, Source]
    responses: tuple[Response, ...]
    findings: tuple[Finding, ...]
    deployment: Deployment

    @property
    def records(self) -> tuple[Record, ...]:
        """Every record of the case."""
        return (self.accusation, self.deployment, *self.responses, *self.findings)

    def knowing(self, name: str, source: Source) -> "Case":
        """The same case with one more source."""
        return attrs.evolve(self, sources={**self.sources, name: source})

    def citing(self, record: str, *citations: Citation) -> "Case":
        """The same case where one of the records cites more."""

        def cited(each: RecordT) -> RecordT:
            if each.id != record:
                return each
            return attrs.evolve(each, citations=[*each.citations, *citations])

        return attrs.evolve(
            self,
            accusation=cited(self.accusation),
            deployment=cited(self.deployment),
            responses=tuple(map(cited, self.responses)),
            findings=tuple(map(cited, self.findings)),
        )

    def stand(self, on: str) -> Standing:
        """Ask where it stands."""
        return standing(
            self.accusation,
            sources=self.sources,
            on=on,
            responses=self.responses,
            findings=self.findings,
            about=[self.deployment],
            as_of="2024-12-31",
        )


def _facets(state: Standing) -> tuple[object, ...]:
    return ({code: facet.options for code, facet in state.response.items()}, state.support.options,
            state.finding.options, state.made)  # fmt: skip


CITATIONS = st.lists(
    st.builds(Citation, source=st.sampled_from(NAMES), credibility=st.sampled_from([None, 1, 2, 3, 4, 6])),
    max_size=3,
)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Accusations of North Korea and Russia by South Korea, with sources of all sorts."""
    sources = {
        name: Source(
            publisher=draw(st.sampled_from("PQRST")),
            published=draw(st.sampled_from([None, *DAYS])),
            reliability=draw(st.sampled_from([None, "A", "B", "C", "D", "F"])),
            derived_from=draw(st.sets(st.sampled_from(NAMES[:number]), max_size=1)) if number else (),
            actor=draw(st.sampled_from([None, None, None, *ACTORS])),
        )
        for number, name in enumerate(NAMES)
    }
    when = st.sampled_from([None, *DAYS])
    responses = tuple(
        Response(
            id=f"response-{number}",
            to="claim",
            by=draw(st.sampled_from(ACTORS)),
            on=draw(when),
            kinds=draw(st.sets(st.sampled_from(get_args(ResponseKind)), min_size=1, max_size=2)),
            citations=draw(CITATIONS),
        )
        for number in range(draw(st.integers(0, 3)))
    )
    findings = tuple(
        Finding(
            id=f"finding-{number}",
            about=draw(st.sampled_from(["claim", "troops"])),
            by=draw(st.sampled_from(ACTORS)),
            verdict=draw(st.sampled_from(get_args(Verdict))),
            on=draw(when),
            citations=draw(CITATIONS),
        )
        for number in range(draw(st.integers(0, 2)))
    )
    figures = tuple(
        Estimate(
            best=best, unit="persons", by=draw(st.sampled_from([None, *ACTORS])), citations=draw(CITATIONS)
        )
        for best in draw(st.lists(st.integers(0, 2), max_size=2))
    )
    deployment = Deployment(
        id="troops", senders=["PRK"], host="RUS", strength=figures, citations=draw(CITATIONS)
    )
    accusation = Accusation(
        id="claim",
        accusers=["KOR"],
        accused=["PRK"],
        about=["troops"],
        made_on=draw(when),
        citations=draw(CITATIONS),
    )
    return Case(accusation, sources, responses, findings, deployment)


CASES, ON = cases(), st.sampled_from(DAYS)


@given(CASES, ON, st.data(), st.sampled_from(["A", "F"]), st.sampled_from([1, 6]))
def test_a_voice_that_derives_from_one_already_there_changes_no_facet(
    case: Case, on: str, data: st.DataObject, reliability: Reliability, credibility: int
) -> None:
    """Whoever repeats what a cited source says adds nothing, however well it is rated."""
    there = [
        (record.id, citation.source)
        for record in (case.deployment, *case.findings, *case.responses)
        for citation in record.citations
        if case.sources[citation.source].reliability != "F" and citation.credibility != 6
    ]
    assume(there)
    record, origin = data.draw(st.sampled_from(there))
    published = case.sources[origin].published
    copy = Source(publisher="New", published=published, reliability=reliability, derived_from=[origin])
    repeated = case.knowing("copy", copy).citing(record, Citation(source="copy", credibility=credibility))
    assert _facets(repeated.stand(on)) == _facets(case.stand(on))


@given(CASES, ON, st.data(), st.booleans())
def test_what_cannot_be_judged_changes_no_facet(
    case: Case, on: str, data: st.DataObject, by_source: bool
) -> None:
    """A citation of an F source, or of credibility 6, neither supports nor weakens."""
    unjudged = Source(publisher="New", published="2024-01-01", reliability="F" if by_source else "A")
    citation = Citation(source="unjudged", credibility=1 if by_source else 6)
    record = data.draw(st.sampled_from([each.id for each in case.records]))
    changed = case.knowing("unjudged", unjudged).citing(record, citation)
    assert _facets(changed.stand(on)) == _facets(case.stand(on))


@given(CASES, ON, st.sampled_from(["PRK", "RUS"]), st.sampled_from(["2024-10-01", "2024-10", None]))
def test_a_denial_never_raises_support(case: Case, on: str, by: str, day: str | None) -> None:
    """Support rests on sources other than the two sides: a response does not touch it."""
    denial = Response(
        id="denial", to="claim", by=by, on=day, kinds=["denied"], citations=[Citation(source="s0")]
    )
    changed = attrs.evolve(case, responses=(*case.responses, denial))
    assert changed.stand(on).support == case.stand(on).support


@given(CASES, ON, st.randoms(use_true_random=False))
def test_order_does_not_matter(case: Case, on: str, random: Random) -> None:
    """Shuffled records and sources give the same standing, reasons included."""
    names = list(case.sources)
    random.shuffle(names)
    changed = attrs.evolve(
        case,
        responses=tuple(random.sample(case.responses, len(case.responses))),
        findings=tuple(random.sample(case.findings, len(case.findings))),
        sources={name: case.sources[name] for name in names},
        deployment=attrs.evolve(
            case.deployment,
            strength=case.deployment.strength[::-1],
            citations=case.deployment.citations[::-1],
        ),
    )
    assert changed.stand(on) == case.stand(on)
    assert changed.stand(on).to_dict() == case.stand(on).to_dict()


@given(CASES, st.sampled_from(["2024-10-20", "2024-11-05", "2024-11"]), st.data())
def test_the_future_is_never_used(case: Case, on: str, data: st.DataObject) -> None:
    """What is published after the day changes nothing at all, whatever it says about which day."""
    future = Source(publisher="New", published="2024-12-15", reliability="A")
    cited = [Citation(source="future", credibility=1)]
    day = data.draw(st.sampled_from([None, "2024-10-01", "2024-11"]))
    confession = Response(id="confession", to="claim", by="PRK", on=day, kinds=["admitted"], citations=cited)
    verdict = Finding(id="verdict", about="claim", by="un", on=day, verdict="confirmed", citations=cited)
    changed = attrs.evolve(
        case.knowing("future", future).citing("troops", *cited),
        responses=(*case.responses, confession),
        findings=(*case.findings, verdict),
    )
    assert changed.stand(on) == case.stand(on)


@given(CASES, ON)
def test_an_accusation_never_supports_itself(case: Case, on: str) -> None:
    """Its own citations, and all behind which its accusers stand, leave support as it is."""
    own = Source(publisher="Own", published="2024-01-01", reliability="A", actor="KOR")
    citation = Citation(source="own", credibility=1)
    changed = case.knowing("own", own).citing("claim", citation).citing("troops", citation)
    assert changed.stand(on).support.options == case.stand(on).support.options


@given(CASES, ON)
def test_a_second_independent_source_corroborates(case: Case, on: str) -> None:
    """Two good voices that have nothing to do with anybody else always suffice."""
    changed = case
    for name in ("one", "two"):
        good = Source(publisher=name, published="2024-01-01", reliability="A")
        changed = changed.knowing(name, good).citing("troops", Citation(source=name, credibility=1))
    assert changed.stand(on).support.value == "corroborated"


@given(CASES, ON)
def test_every_facet_has_a_value_and_a_reason(case: Case, on: str) -> None:
    """Nothing is left without a word, and every word has something that it rests on."""
    state = case.stand(on)
    assert state.support.value in get_args(Support)
    assert all(facet.reasons for facet in state.response.values())
    assert state.support.reasons
    assert state.finding.reasons
    assert "PRK" in state.response
