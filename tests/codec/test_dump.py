"""Writing: lossless, and the same bytes for the same brief."""

import io
import itertools
import random
from pathlib import Path
from typing import Any

import attrs
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import geobrief as gb
from geobrief.codec import examples
from geobrief.codec.formats import NAMES
from geobrief.errors import WouldLoseComments
from geobrief.model.record import Record
from geobrief.testing import strategies

PAIRS = list(itertools.product(NAMES, NAMES))


@given(strategies.briefs(), st.data())
@settings(max_examples=60)
def test_a_brief_survives_every_format(brief: gb.Brief, data: st.DataObject) -> None:
    """Written in any format, read, and written in any other, a brief is the same and so are its bytes."""
    source, target = data.draw(st.sampled_from(PAIRS))
    once = gb.loads(gb.dumps(brief, format=source), format=source)
    assert once == brief
    assert gb.loads(gb.dumps(once, format=target), format=target) == brief
    assert gb.dumps(once, format=target) == gb.dumps(brief, format=target)


@given(strategies.records())
@settings(max_examples=100)
def test_a_record_survives_every_format(record: Record) -> None:
    """A record of any kind is read back equal and of its kind, from every format."""
    brief = gb.Brief(title="-", as_of="2000", records=[record])
    for name in NAMES:
        (read,) = gb.loads(gb.dumps(brief, format=name), format=name).records
        assert read == record
        assert type(read) is type(record)


@pytest.mark.parametrize(("source", "target"), PAIRS, ids=str)
@pytest.mark.parametrize("name", examples())
def test_an_example_survives_every_format(name: str, source: str, target: str) -> None:
    """Every brief that ships survives every format to every format."""
    brief = gb.example(name)
    once = gb.loads(gb.dumps(brief, format=source), format=source)
    assert gb.loads(gb.dumps(once, format=target), format=target) == brief


@pytest.mark.parametrize("name", NAMES)
def test_several_briefs_as_one_survive(name: str) -> None:
    """A merged brief keeps its parts, with the day and the expectations of each."""
    brief = gb.example("dprk-russia-2024", "dprk-russia-2025", "ctbt")
    read = gb.loads(gb.dumps(brief, format=name), format=name)
    assert read == brief
    assert read.parts == brief.parts
    day = "2024-12-25"
    assert str(read.in_force("dprk-russia-partnership", day)) == str(
        brief.in_force("dprk-russia-partnership", day)
    )


@given(strategies.briefs(), st.randoms(use_true_random=False))
@settings(max_examples=30)
def test_equal_briefs_give_equal_bytes(brief: gb.Brief, chance: random.Random) -> None:
    """The order in which things were given, and how a number was written, leave no trace."""

    def shuffled(values: Any) -> list[Any]:
        listed = list(values)
        chance.shuffle(listed)
        return listed

    other = attrs.evolve(
        brief,
        records=shuffled(brief.records),
        sources=dict(shuffled(brief.sources.items())),
        actors=dict(shuffled(brief.actors.items())),
        coverage=dict(shuffled(brief.coverage.items())),
    )
    assert other == brief
    for name in NAMES:
        assert gb.dumps(other, format=name) == gb.dumps(brief, format=name)


def test_whole_numbers_have_one_form() -> None:
    """0, 0.0 and -0.0 are written alike."""
    tests = [
        gb.WeaponsTest(id="shot", tester="GBR", kind="nuclear", height=height) for height in (0, 0.0, -0.0)
    ]
    assert len({gb.dumps(test, format="jsonl") for test in tests}) == 1
    assert '"height": 0}' in gb.dumps(tests[2], format="jsonl")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "value", [None, [None], {"null": None}, {"null": True}, {"null": [None]}, {"null": 1, "a": None}]
)
def test_null_survives_every_format(name: str, value: Any) -> None:
    """TOML has no null and writes a sign for it; a table that looks like the sign stays what it is."""
    brief = gb.Brief(title="-", as_of="2000", extra={"x-a": value})
    assert gb.loads(gb.dumps(brief, format=name), format=name) == brief


@pytest.mark.parametrize("name", NAMES)
def test_a_key_that_is_a_day_is_text_to_every_reader(name: str) -> None:
    """A day as a key is quoted in YAML, where some readers would take it for a date."""
    brief = gb.Brief(title="-", as_of="2000", extra={"x-a": {"2024-01-01": "2024-01-01"}})
    assert gb.loads(gb.dumps(brief, format=name), format=name) == brief
    assert list(yaml.safe_load(gb.dumps(brief))["x-a"]) == ["2024-01-01"]


@pytest.mark.parametrize("value", [None, "a text", {"title": "-"}, [gb.Signature(treaty="a", by="PRK")]])
def test_only_briefs_and_records_are_written(value: Any) -> None:
    """Anything else is a TypeError."""
    with pytest.raises(TypeError, match="expected a Brief or a record"):
        gb.dumps(value)


def test_a_file_with_comments_is_not_overwritten_unasked(tmp_path: Path) -> None:
    """Comments are lost only on request, and a refusal leaves the file as it was."""
    path = tmp_path / "a.brief.yaml"
    brief = gb.Brief(title="-", as_of="2000")
    gb.dump(brief, path)
    gb.dump(brief, path)
    text = path.read_text() + "# why\n"
    path.write_text(text)
    with pytest.raises(WouldLoseComments):
        gb.dump(brief, path)
    assert path.read_text() == text
    gb.dump(brief, path, overwrite=True)
    assert path.read_text() == gb.dumps(brief)


def test_targets_are_paths_streams_and_standard_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A brief is written to a path, a text or binary stream, and "-"; a nameless one needs a format."""
    brief = gb.example("ctbt")
    gb.dump(brief, str(tmp_path / "a.json"))
    text, binary = io.StringIO(), io.BytesIO()
    gb.dump(brief, text, format="json")
    gb.dump(brief, binary, format="json")
    gb.dump(brief, "-", format="json")
    written = {text.getvalue(), binary.getvalue().decode(), capsys.readouterr().out}
    assert written == {(tmp_path / "a.json").read_text(encoding="utf-8")}
    with pytest.raises(gb.UnknownFormat):
        gb.dump(brief, io.StringIO())
    with pytest.raises(gb.UnknownFormat, match="did you mean 'toml'"):
        gb.dump(brief, tmp_path / "a.tml")
