"""Formats: one object each, in one table, and none that lacks something."""

import io
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

import geobrief as gb
from geobrief.codec.document import Document
from geobrief.codec.formats import FORMATS, NAMES, SUFFIXES, Format, format_named, format_of
from geobrief.codec.places import Lines
from geobrief.errors import MissingExtra, UnknownFormat


@pytest.mark.parametrize("field", [field.name for field in attrs.fields(Format)])
def test_a_format_that_lacks_something_cannot_be_made(field: str) -> None:
    """It must fail when its file is imported, by the name of what is missing."""
    given = attrs.asdict(FORMATS[".yaml"], recurse=False)
    del given[field]
    with pytest.raises(TypeError, match=rf"missing .*'{field}'"):
        Format(**given)


def _toy(monkeypatch: pytest.MonkeyPatch, parse: Callable[..., Document]) -> None:
    """Add a format that is called toy and reads like this."""
    made = attrs.evolve(FORMATS[".json"], suffixes=(".toy",), parse=parse)
    monkeypatch.setitem(FORMATS, ".toy", made)


def test_a_format_that_raises_brings_an_issue(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whatever a format raises, its user must get an issue that names it, from a text and from a file."""

    def parse(text: str, *, file: str) -> Document:
        raise KeyError(text[:3])

    _toy(monkeypatch, parse)
    path = tmp_path / "a.toy"
    path.write_bytes(b"one \xff")
    said = "GB003 error: not readable as toy: KeyError: 'one'"
    assert said in [str(issue).partition(" ")[2].partition(";")[0] for issue in gb.check(path)]
    with pytest.raises(gb.InvalidBrief, match=said):
        gb.loads("one", format="toy")


def test_a_format_whose_package_is_missing_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """What has to be installed is no fault of the text."""

    def parse(text: str, *, file: str) -> Document:
        raise MissingExtra("toy", f"{file}{text}")

    _toy(monkeypatch, parse)
    with pytest.raises(MissingExtra):
        gb.loads("", format="toy")


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ({5: 1}, "GB102 [5]"),
        ({"sources": {5: {"publisher": "KCNA"}}}, "GB101 sources[5]"),
        ({"treaties": {5: {"title": "Pact"}}}, "GB101 treaties[5]"),
        ({"treaties": {"pact": {"title": "Pact", 5: 1}}}, "GB102 treaties.pact[5]"),
        ({"signatures": [{"treaty": "pact", "by": "PRK", 5: 1}]}, "GB102 signatures[0][5]"),
        ({"signatures": [{"treaty": "pact", "on": {5: "2024"}}]}, "GB101 signatures[0].on[5]"),
        ({"treaties": {"pact": {"title": "Pact", "x-own": {5: 1}}}}, "GB101 treaties.pact.x-own[5]"),
        ({"parts": [{"title": "A", "as_of": "2024", 5: 1}]}, "GB102 parts[0][5]"),
    ],
)
def test_a_key_that_is_no_text_is_an_issue(
    monkeypatch: pytest.MonkeyPatch, data: dict[object, object], found: str
) -> None:
    """A format that lets such a key through must not bring down what reads the brief."""
    whole = {"geobrief": 1, "title": "A", "as_of": "2024", **data}
    _toy(monkeypatch, lambda text, file: Document(whole, Lines(text, file), lambda: 0))
    report = gb.check(io.StringIO(""), format="toy")
    assert [f"{issue.code} {issue.path}" for issue in report] == [found]


def test_every_suffix_leads_to_its_format() -> None:
    """No suffix may belong to two formats, and each must be found by suffix, by name and in any case."""
    assert sorted(suffix for name in NAMES for suffix in format_named(name).suffixes) == sorted(SUFFIXES)
    for suffix in SUFFIXES:
        assert format_of(f"a.brief{suffix.upper()}") is format_named(suffix[1:]) is FORMATS[suffix]


@pytest.mark.parametrize("name", NAMES)
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


@pytest.mark.parametrize("name", NAMES)
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
