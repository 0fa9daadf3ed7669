from typing import Any, get_args

import pytest
from hypothesis import given

from geobrief.constraint import Refers, problems_with
from geobrief.testing import strategies
from geobrief.values.identifier import (
    ActorCode,
    GroupName,
    RecordId,
    Slug,
    SourceId,
    Subject,
    TreatyId,
    WeightsName,
)

SLUGS = ["a", "0", "nato", "hwasong-19-2024-10-31", "new.start_2010", "2024", "no"]
NO_SLUGS = ["", "-a", "a-", "a--b", "a-_b", "Nato", "na to", "näto", "nato\n", "a/b", "a:b", "..", "ａ", "٣"]  # noqa: RUF001 - on purpose
EVERY = [Slug, SourceId, RecordId, TreatyId, GroupName, WeightsName, ActorCode, Subject]


def _is_right(value: object, tp: Any) -> bool:
    return not list(problems_with(value, tp))


@pytest.mark.parametrize("tp", EVERY)
@pytest.mark.parametrize("text", SLUGS)
def test_slugs(tp: Any, text: str) -> None:
    """Lower-case letters and digits, joined by single hyphens, dots or underscores, are an id."""
    assert _is_right(text, tp)


@pytest.mark.parametrize("tp", EVERY)
@pytest.mark.parametrize("text", NO_SLUGS)
def test_no_slugs(tp: Any, text: str) -> None:
    """Capitals, blanks, other scripts, and separators at an end or side by side are refused."""
    assert not _is_right(text, tp)


@pytest.mark.parametrize("text", ["PRK", "RUS", "SUN", "cow-300"])
def test_states(text: str) -> None:
    """A state goes by three capitals, or by a slug if it never had such a code."""
    assert _is_right(text, ActorCode)
    assert _is_right(text, Subject)


@pytest.mark.parametrize("text", ["PR", "PRKK", "Prk", "PR1", "РUS"])  # noqa: RUF001 - on purpose
def test_no_states(text: str) -> None:
    """Fewer, more or other letters are no state."""
    assert not _is_right(text, ActorCode)


@pytest.mark.parametrize("tp", EVERY)
@pytest.mark.parametrize("wrong", [None, 1, True, b"nato", ["nato"]])
def test_only_texts(tp: Any, wrong: object) -> None:
    """An id is a text and nothing else."""
    assert not _is_right(wrong, tp)


@pytest.mark.parametrize(
    ("tp", "to"),
    [
        (SourceId, ("source",)),
        (RecordId, ()),
        (TreatyId, ("treaty",)),
        (ActorCode, ("actor",)),
        (Subject, ("actor", "record")),
    ],
)
def test_references_say_to_what(tp: Any, to: tuple[str, ...]) -> None:
    """The type of a reference says what it refers to, so that checks and schema know."""
    assert [mark.to for mark in get_args(tp) if isinstance(mark, Refers)] == [to]


@given(strategies.of_type(Slug))
def test_every_slug_can_stand_for_an_actor(slug: str) -> None:
    """Organisations and declared actors are named by slugs."""
    assert _is_right(slug, ActorCode)
