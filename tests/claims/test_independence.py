"""Independence of sources and circular reporting."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from geobrief.claims import ancestry, cycles, independent, origins
from geobrief.claims.independence import Voice
from geobrief.model.declared_actor import DeclaredActor
from geobrief.values.source import Source

NAMES = [f"s{number}" for number in range(6)]


def _source(publisher: str, *derived_from: str, actor: str | None = None) -> Source:
    return Source(publisher=publisher, derived_from=derived_from, actor=actor)


@st.composite
def derivations(draw: st.DrawFn) -> dict[str, Source]:
    """Sources that derive from one another in any way, also in circles and from unlisted ones."""
    return {
        name: _source(
            draw(st.sampled_from("PQRS")),
            *sorted(draw(st.sets(st.sampled_from([*NAMES, "unlisted"]), max_size=3))),
        )
        for name in NAMES
    }


def _reaches(start: str, goal: str, sources: dict[str, Source]) -> bool:
    """Whether following derivation one step or more leads from one source to another."""
    seen: set[str] = set()
    waiting = list(sources[start].derived_from) if start in sources else []
    while waiting:
        current = waiting.pop()
        if current == goal:
            return True
        if current not in seen:
            seen.add(current)
            waiting.extend(sources[current].derived_from if current in sources else ())
    return False


def test_different_publishers_are_independent() -> None:
    """Two reports of different publishers, neither from the other, are independent."""
    assert independent("a", "b", {"a": _source("A"), "b": _source("B")})


def test_one_publisher_is_one_voice() -> None:
    """Two reports of one publisher are not independent, however its name is written."""
    assert not independent("a", "b", {"a": _source("The  Paper"), "b": _source("the paper")})


def test_three_papers_quoting_one_briefing_are_one_source() -> None:
    """A common origin makes sources dependent, listed or not."""
    papers = {name: _source(name, "briefing") for name in ("a", "b", "c")}
    assert not independent("a", "b", papers)
    assert not independent("b", "c", {**papers, "briefing": _source("Service")})


def test_derivation_is_followed_to_the_origin() -> None:
    """A paper that quotes a wire that quotes a briefing derives from the briefing."""
    sources = {"paper": _source("P", "wire"), "wire": _source("W", "briefing"), "briefing": _source("B")}
    assert not independent("paper", "briefing", sources)
    assert origins("paper", sources) == {"briefing"}
    assert ancestry("paper", sources) == {"paper", "wire", "briefing"}


def test_one_publisher_at_the_origin_is_one_voice() -> None:
    """Two papers that quote two releases of one ministry are not independent."""
    sources = {
        "a": _source("A", "x"),
        "b": _source("B", "y"),
        "x": _source("Ministry"),
        "y": _source("Ministry"),
    }
    assert not independent("a", "b", sources)


def test_one_actor_is_one_voice() -> None:
    """Two outlets through which one state speaks are not independent, nor is its agency."""
    actors = {"nis": DeclaredActor(kind="agency", name="Service", of="KOR")}
    sources = {"a": _source("A", actor="KOR"), "b": _source("B", actor="nis"), "c": _source("C", actor="PRK")}
    assert not independent("a", "b", sources, actors)
    assert independent("a", "c", sources, actors)


def test_what_is_not_listed_is_independent_of_nothing() -> None:
    """Of a source that is not listed, nobody knows the publisher."""
    assert not independent("a", "nowhere", {"a": _source("A")})


@given(derivations())
def test_independence_is_symmetric_and_irreflexive(sources: dict[str, Source]) -> None:
    """Which of two is asked about first does not matter; nothing is independent of itself."""
    for one in NAMES:
        assert not independent(one, one, sources)
        for other in NAMES:
            assert independent(one, other, sources) == independent(other, one, sources)


@given(derivations())
def test_what_derives_is_never_more_independent(sources: dict[str, Source]) -> None:
    """A source that derives from another one is independent of nothing that the other is not."""
    voices = {name: Voice.of(name, sources) for name in NAMES}
    for name, source in sources.items():
        for parent in source.derived_from:
            if parent in sources:
                for other in voices.values():
                    assert not voices[name].independent_of(other) or voices[parent].independent_of(other)


@given(derivations())
def test_exactly_the_circles_are_found(sources: dict[str, Source]) -> None:
    """Every source on a circle is on one that is found, and all that are found are circles."""
    found = cycles(sources)
    for circle in found:
        assert circle[0] == min(circle)
        for source, parent in zip(circle, (*circle[1:], circle[0]), strict=True):
            assert parent in sources[source].derived_from
    assert {name for circle in found for name in circle} == {
        name for name in NAMES if _reaches(name, name, sources)
    }


@given(derivations(), st.randoms())
def test_the_order_of_sources_does_not_matter(sources: dict[str, Source], random: Random) -> None:
    """Shuffled sources have the same circles."""
    names = list(sources)
    random.shuffle(names)
    assert cycles({name: sources[name] for name in names}) == cycles(sources)


def test_long_chains_are_followed() -> None:
    """A chain of thousands of sources neither overflows nor stalls."""
    chain = {f"s{number}": _source("P", f"s{number + 1}") for number in range(5_000)}
    assert cycles(chain) == ()
    ring = {**chain, "s5000": _source("P", "s0")}
    assert len(cycles(ring)[0]) == 5_001
