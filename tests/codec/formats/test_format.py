"""Formats: one object each, in one table, and none that lacks something."""

import attrs
import pytest

from geobrief.codec.formats import FORMATS, SUFFIXES, Format, format_named, format_of
from geobrief.errors import UnknownFormat

EACH = sorted({each.name for each in FORMATS.values()})


@pytest.mark.parametrize("field", [field.name for field in attrs.fields(Format)])
def test_a_format_that_lacks_something_cannot_be_made(field: str) -> None:
    """It must fail when its file is imported, by the name of what is missing."""
    given = attrs.asdict(FORMATS[".yaml"], recurse=False)
    del given[field]
    with pytest.raises(TypeError, match=rf"missing .*'{field}'"):
        Format(**given)


def test_every_suffix_leads_to_its_format() -> None:
    """No suffix may belong to two formats, and each must be found by suffix, by name and in any case."""
    assert sorted(suffix for name in EACH for suffix in format_named(name).suffixes) == sorted(SUFFIXES)
    for suffix in SUFFIXES:
        assert format_of(f"a.brief{suffix.upper()}") is format_named(suffix[1:]) is FORMATS[suffix]


@pytest.mark.parametrize("name", EACH)
def test_every_format_adds_to_its_text_or_says_that_it_cannot(name: str) -> None:
    """What is added must be read back beside what was there."""
    layout = FORMATS[f".{name}"]
    one: object = [{"a": 1}] if layout.in_lines else {"s": {"a": {"k": 1}}}
    two: object = [{"b": 2}] if layout.in_lines else {"s": {"b": {"k": 2}}}
    text = layout.append(layout.render(one), two, "b")
    if text is None:
        assert not layout.holds_comments("# none")
        return
    both = [{"a": 1}, {"b": 2}] if layout.in_lines else {"s": {"a": {"k": 1}, "b": {"k": 2}}}
    assert layout.parse(text, file="-").data == both


@pytest.mark.parametrize("name", EACH)
def test_only_a_format_that_is_read_line_by_line_gives_documents_of_lines(name: str) -> None:
    """The two ways to read lines must agree on whether there are any."""
    layout = FORMATS[f".{name}"]
    assert layout.parse("", file="-").in_lines is layout.in_lines


def test_the_old_name_of_the_suffixes_warns() -> None:
    """What read them off a format must find them, and be told the new name."""
    with pytest.warns(DeprecationWarning, match="use suffixes"):
        assert format_named("yaml").SUFFIXES == (".yaml", ".yml")


def test_the_nearest_format_is_suggested() -> None:
    """A misspelt format brings the one that was meant."""
    with pytest.raises(UnknownFormat, match="did you mean 'toml'"):
        format_named("tomlx")
