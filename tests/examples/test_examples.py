"""What holds of every example brief that is shipped with the package."""

from pathlib import Path

import pytest

import geobrief as gb
from geobrief.codec import formats

FOLDER = Path(next(iter(gb.__path__))) / "examples"
FILES = sorted(FOLDER.glob("*.brief.yaml"))
NAMES = [path.name.removesuffix(".brief.yaml") for path in FILES]


def test_the_examples_that_the_documentation_names_are_shipped() -> None:
    """The first report, its sequel, and four real treaties ship with the package."""
    treaties = {"ctbt", "new-start", "north-atlantic-treaty", "paris-agreement"}
    assert {"dprk-russia-2024", "dprk-russia-2025"} | treaties <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_an_example_survives_every_format(name: str) -> None:
    """Written and read back in each format, an example is equal to what it was."""
    brief = gb.example(name)
    for form in formats.NAMES:
        assert gb.loads(gb.dumps(brief, format=form), format=form) == brief, form


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_an_example_is_named_like_its_file(path: Path) -> None:
    """The name by which `gb.example` finds a brief is the id in its header."""
    name = path.name.removesuffix(".brief.yaml")
    assert name in {part.id for part in gb.example(name).whole}


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_check_finds_nothing_in_an_example(path: Path) -> None:
    """An example has no issue of any severity, and so every expectation in it is met."""
    assert [str(issue) for issue in gb.check(path).issues] == []


@pytest.mark.parametrize("name", NAMES)
def test_an_example_states_right_answers(name: str) -> None:
    """Every example brings questions of its own, so that checking it means something."""
    parts = {part.id: part for part in gb.example(name).whole}
    assert len(parts[name].expect) >= 8


@pytest.mark.parametrize("name", NAMES)
def test_every_record_cites_a_source(name: str) -> None:
    """No record of an example is without a citation."""
    assert [record.id for record in gb.example(name).records if not record.citations] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_source_is_used(name: str) -> None:
    """A source that an example lists is cited, or is one from which another derives."""
    brief = gb.example(name)
    held = repr(brief.records)
    origins = {origin for source in brief.sources.values() for origin in source.derived_from}
    assert [each for each in brief.sources if f"source={each!r}" not in held and each not in origins] == []


@pytest.mark.parametrize("name", NAMES)
def test_quotes_are_short(name: str) -> None:
    """An example quotes at most ten words at a time."""
    quotes = [
        quote
        for record in gb.example(name).records
        for quote in (getattr(record, "quote", None), *(each.quote for each in record.citations))
        if quote is not None
    ]
    assert [quote for quote in quotes if len(quote.split()) > 10] == []
