"""Reading from files, folders and streams."""

import io
import os
from pathlib import Path
from typing import Any

import pytest

from geobrief.codec.files import read, read_all
from geobrief.codec.load import loads, stream
from geobrief.errors import UnknownFormat
from geobrief.issue import Issue


def _codes(path: Path) -> list[str]:
    return [issue.code for document in read_all(path) for issue in document.issues]


def test_a_folder_is_read_sorted_and_once(tmp_path: Path) -> None:
    """Links in a circle end, hidden files are passed over, a folder may be named like a file."""
    (tmp_path / "b.json").write_text("1")
    (tmp_path / "a.yaml").mkdir()
    (tmp_path / "a.yaml" / "c.toml").write_text("d = 1")
    (tmp_path / "a.yaml" / "loop").symlink_to(tmp_path)
    (tmp_path / ".hidden.json").write_text("2")
    (tmp_path / "notes.txt").write_text("no brief")
    assert [document.data for document in read_all(tmp_path)] == [{"d": 1}, 1]


@pytest.mark.parametrize("kind", ["nothing", "link to itself", "pipe", "empty folder"])
def test_what_cannot_be_read_is_an_issue(tmp_path: Path, kind: str) -> None:
    """A path without a file behind it is an issue, never an error from the system or a hang."""
    path = tmp_path / "a.yaml"
    if kind == "link to itself":
        path.symlink_to(path)
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "empty folder":
        path.mkdir()
    assert _codes(path) == (["GB012"] if kind == "empty folder" else ["GB001"])


def test_bytes_that_are_no_utf8_are_shown_with_their_place(tmp_path: Path) -> None:
    """Every run of bad bytes is an issue at its code point."""
    path = tmp_path / "a.yaml"
    path.write_bytes("é: ".encode() + b"\xff\xfea\nb: \xc3\n")
    assert [str(i.location).rpartition("a.yaml:")[2] for i in read(path).issues] == ["1:4", "2:4"]
    assert {issue.code for issue in read(path).issues} == {"GB002"}
    path.write_bytes("a: 1".encode("utf-16"))
    assert _codes(path) == ["GB002"]


def test_large_files_are_refused(tmp_path: Path) -> None:
    """A file or stream beyond max_bytes is an issue; one of just that size is read."""
    path = tmp_path / "a.json"
    path.write_text("[1]")
    assert read(path, max_bytes=3).data == [1]
    assert [issue.code for issue in read(path, max_bytes=2).issues] == ["GB005"]
    assert [i.code for i in read(io.BytesIO(b"[1]"), format="json", max_bytes=2).issues] == ["GB005"]


def test_the_format_of_a_stream_must_be_known() -> None:
    """A stream without a name needs a format; a misspelt one is met with a suggestion."""
    with pytest.raises(UnknownFormat):
        read(io.StringIO("a: 1"))
    with pytest.raises(UnknownFormat, match="did you mean 'yaml'"):
        read(io.StringIO("a: 1"), format="yamll")
    assert read(io.StringIO("a: 1"), format="yaml").data == {"a": 1}


@pytest.mark.parametrize("source", [None, 3, b"a.yaml"])
def test_what_is_no_source_is_a_type_error(source: Any) -> None:
    """What is neither a path nor a stream is refused with its value."""
    with pytest.raises(TypeError, match="expected a path or a file to read from, got"):
        list(read_all(source))


def test_a_text_is_not_bytes() -> None:
    """Bytes given as a text are refused with a way out."""
    wrong: Any = b"{}"
    with pytest.raises(TypeError, match="decode bytes"):
        loads(wrong)


@pytest.mark.parametrize("name", ["a.jsonl", "a.yaml"])
def test_issues_of_a_stream_name_the_whole_path(tmp_path: Path, name: str) -> None:
    """A path given as a Path stands in issues as it was given, not as its last name."""
    path = tmp_path / name
    path.write_text("[")
    assert {each.location.file for each in stream(path) if isinstance(each, Issue) and each.location} == {
        str(path)
    }
