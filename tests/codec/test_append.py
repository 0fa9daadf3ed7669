"""One record more in a file, and everything else left as it is."""

import random
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import geobrief as gb
from geobrief.codec import examples
from geobrief.codec.formats import NAMES
from geobrief.model.record import Record
from geobrief.testing import strategies

HEADER = "# the desk's own\ngeobrief: 1\ntitle: A pact  # in short\nas_of: 2024-11-12\n"
SECTION = "statements:\n  said:\n    speaker: RUS  # twice\n    quote: 'yes'\n"
SAID = gb.Statement(id="denied", speaker="RUS", quote="no")


@pytest.mark.parametrize("section", ["", SECTION])
def test_comments_stay(tmp_path: Path, section: str) -> None:
    """Every line of the file is still there, and the record stands after its own kind."""
    path = tmp_path / "pact.brief.yaml"
    path.write_text(HEADER + section)
    gb.append(path, SAID)
    assert path.read_text().startswith(HEADER + section)
    assert gb.load(path).get(gb.Statement, "denied") == SAID


@pytest.mark.parametrize("suffix", NAMES)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_line_ends_stay(tmp_path: Path, suffix: str, ending: str) -> None:
    """A file with the line ends of Windows has no others afterwards, in every format."""
    path = tmp_path / f"pact.{suffix}"
    brief = gb.Brief(title="A pact", as_of="2024-11-12", records=[gb.Treaty(id="pact", title="A pact")])
    path.write_bytes(gb.dumps(brief, format=suffix).replace("\n", ending).encode())
    gb.append(path, SAID)
    content = path.read_bytes()
    assert content.count(ending.encode()) == content.count(b"\n")
    assert gb.load(path) == brief.with_(SAID)


@pytest.mark.parametrize("suffix", NAMES)
@given(chance=st.randoms(use_true_random=False))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_line_keeps_its_own_end(tmp_path: Path, suffix: str, chance: random.Random) -> None:
    """A file whose lines end in different ways keeps each line as it was, byte by byte."""
    path = tmp_path / f"pact.{suffix}"
    brief = gb.Brief(title="A pact", as_of="2024-11-12", records=[gb.Treaty(id="pact", title="A pact")])
    text = "".join(
        line + chance.choice(["\n", "\r\n"]) for line in gb.dumps(brief, format=suffix).splitlines()
    )
    path.write_bytes(text.encode())
    gb.append(path, SAID)
    assert gb.load(path) == brief.with_(SAID)
    before, after = text.encode().splitlines(keepends=True), path.read_bytes().splitlines(keepends=True)
    added = len(after) - len(before)
    assert added > 0
    if suffix == "json":  # the line before a new entry gets a comma
        assert before[:1] == after[:1]
        assert before[-1:] == after[-1:]
    else:
        assert any(after[:at] + after[at + added :] == before for at in range(len(before) + 1))


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """Appending through a link changes the file that it points to."""
    file, link = tmp_path / "pact.yaml", tmp_path / "link.yaml"
    file.write_text(HEADER)
    link.symlink_to(file)
    gb.append(link, SAID)
    assert link.is_symlink()
    assert gb.load(file).by_id == {"denied": SAID}


def test_an_id_that_is_taken_is_refused(tmp_path: Path) -> None:
    """A record whose id is taken is refused, and the file stays as it was."""
    path = tmp_path / "pact.yaml"
    path.write_text(HEADER + SECTION)
    with pytest.raises(gb.InvalidRecord, match="already called 'said'"):
        gb.append(path, gb.Statement(id="said", speaker="RUS", quote="no"))
    assert path.read_text() == HEADER + SECTION


def test_a_section_in_flow_style_is_not_torn(tmp_path: Path) -> None:
    """Where comments would be lost, nothing is written and the way out is said."""
    path = tmp_path / "pact.yaml"
    text = HEADER + "statements: {said: {speaker: RUS, quote: 'yes'}}\n"
    path.write_text(text)
    with pytest.raises(gb.WouldLoseComments, match="write statements as a block"):
        gb.append(path, SAID)
    assert path.read_text() == text


@pytest.mark.parametrize("name", sorted(examples()))
@given(record=strategies.records())
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_record_is_added_and_no_line_is_changed(tmp_path: Path, name: str, record: Record) -> None:
    """Whatever record is added to a brief with comments, its lines stay in order, byte for byte."""
    written = resources.files("geobrief.examples").joinpath(f"{name}.brief.yaml").read_text(encoding="utf-8")
    path = tmp_path / "a.brief.yaml"
    path.write_text(written, encoding="utf-8")
    before = gb.load(path)
    assume(record.id not in before.by_id)
    gb.append(path, record)
    after = path.read_text(encoding="utf-8")
    assert gb.load(path) == before.with_(record)
    old, new = written.split("\n"), iter(after.split("\n"))
    assert all(line in new for line in old), "a line was changed or moved"


@pytest.mark.parametrize("suffix", NAMES)
@given(brief=strategies.briefs(), record=strategies.records())
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_appending_is_with(tmp_path: Path, suffix: str, brief: gb.Brief, record: Record) -> None:
    """A file to which a record is appended holds what the brief with that record holds."""
    path = tmp_path / f"a.{suffix}"
    assume(record.id not in brief.by_id)
    try:
        path.write_text(gb.dumps(brief, format=suffix), encoding="utf-8", newline="")
        gb.dumps(record, format=suffix)
    except ValueError:
        assume(suffix != "toml")  # which has no null
        raise
    gb.append(path, record)
    assert gb.load(path) == brief.with_(record)


def test_a_comment_stays_with_the_section_that_it_heads(tmp_path: Path) -> None:
    """A record goes to the end of its section, before the blank lines and comments ahead of the next."""
    path = tmp_path / "pact.yaml"
    after = "\n# what is asked\nexpect: []\n"
    path.write_text(HEADER + SECTION + after)
    gb.append(path, SAID)
    text = path.read_text()
    assert text.startswith(HEADER + SECTION + "  denied:")
    assert text.endswith(after)
