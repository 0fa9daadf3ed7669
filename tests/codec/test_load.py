"""Loading: files, folders and streams as one brief; everything wrong in one report."""

import io
import itertools
import sys
from pathlib import Path
from typing import IO, Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import geobrief as gb
from geobrief.codec import examples
from geobrief.codec.formats import NAMES, format_named
from geobrief.model.record import Record
from geobrief.testing import strategies

HEAD = "geobrief: 1\ntitle: A pact\nas_of: 2024-11-12\n"
PACT = "treaties:\n  pact: {title: Pact, between: [PRK, RUS]}\n"


def _file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def _refused(stream: IO[Any], name: str) -> gb.Report | None:
    """Return the report with which a stream is refused; None where it is read."""
    try:
        gb.load(stream, format=name)
    except gb.InvalidBrief as error:
        return error.report
    return None


def _codes(error: pytest.ExceptionInfo[gb.InvalidBrief]) -> list[str]:
    return list(error.value.report.codes)


def test_a_file_a_path_a_stream_and_standard_input_give_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A brief is the same, whatever it is read from."""
    path = _file(tmp_path, "a.yaml", HEAD + PACT)
    content = path.read_bytes()
    brief = gb.load(path)
    assert gb.load(str(path)) == brief
    with path.open("rb") as stream:
        assert gb.load(stream) == brief
    assert gb.load(io.BytesIO(content), format="yaml") == brief
    assert gb.load(io.StringIO(content.decode()), format="yaml") == brief
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    assert gb.load("-", format="yaml") == brief
    assert gb.loads(content.decode()) == brief


def test_files_and_folders_are_one_brief_in_any_order(tmp_path: Path) -> None:
    """Several files, or the files of a folder, hold together what each holds."""
    first = _file(tmp_path, "a.yaml", HEAD + PACT)
    second = _file(tmp_path, "b.yaml", HEAD + "signatures: [{treaty: pact, by: PRK}]\n")
    whole = gb.load(first, second)
    assert set(whole.by_id) == {"pact", "signature-pact-prk"}
    assert gb.load(second, first).records == whole.records
    assert gb.load(tmp_path) == whole


def test_as_of_of_several_is_the_smaller(tmp_path: Path) -> None:
    """Without extends each file keeps its own day, and the whole is complete to the earliest."""
    _file(tmp_path, "a.yaml", HEAD + PACT)
    _file(tmp_path, "b.yaml", HEAD.replace("2024-11-12", "2023-01-01"))
    assert gb.load(tmp_path).as_of == gb.When("2023-01-01")


def test_an_equal_record_stands_once_and_a_different_one_clashes(tmp_path: Path) -> None:
    """The same id for the same thing is no matter; for another thing it is an issue that says in what."""
    first = _file(tmp_path, "a.yaml", HEAD + PACT)
    second = _file(tmp_path, "b.json", gb.dumps(gb.load(first), format="json"))
    assert len(gb.load(first, second)) == 1
    second.write_text(gb.dumps(gb.load(first), format="json").replace('"Pact"', '"Pakt"'))
    with pytest.raises(gb.InvalidBrief, match=r"differs .* in title") as error:
        gb.load(first, second)
    assert _codes(error) == ["GB110"]


def test_every_fault_of_every_file_is_in_the_report(tmp_path: Path) -> None:
    """One exception carries the issues of all files, in the order of the files."""
    for name in ("b.yaml", "a.yaml"):
        _file(tmp_path, name, "x-a: 1\ntitel: A pact\n")
    with pytest.raises(gb.InvalidBrief) as error:
        gb.load(tmp_path)
    assert _codes(error) == ["GB011", "GB103", "GB103", "GB102"] * 2
    files = [issue.location.file for issue in error.value.report if issue.location]
    assert files == sorted(files)
    assert str(error.value) == str(error.value.report)


def test_a_reference_to_nothing_does_not_keep_a_brief_from_loading() -> None:
    """Whether references resolve is a matter for check: half of a brief can be worked on."""
    brief = gb.loads(HEAD + "signatures: [{treaty: pact, by: PRK, citations: [{source: kcna}]}]")
    assert gb.check(brief).codes == ("GB201", "GB202")


def test_a_folder_with_links_in_a_circle_ends(tmp_path: Path) -> None:
    """Links that lead back are followed once."""
    _file(tmp_path, "a.yaml", HEAD + PACT)
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "back").symlink_to(tmp_path, target_is_directory=True)
    (inner / "self").symlink_to(inner / "self")
    _file(inner, "b.yaml", HEAD + "signatures: [{treaty: pact, by: PRK}]\n")
    assert len(gb.load(tmp_path)) == 2
    assert gb.check(tmp_path).errors == gb.check(inner / "b.yaml").errors


@pytest.mark.parametrize("kind", ["nothing", "folder without a brief", "link to itself", "a NUL in the name"])
@pytest.mark.parametrize("suffix", ["yaml", "jsonl"])
def test_what_cannot_be_read_is_in_the_report(tmp_path: Path, kind: str, suffix: str) -> None:
    """No error of the system comes through: the report says what is the matter."""
    path = str(tmp_path / f"a.{suffix}")
    if kind == "folder without a brief":
        path = str(tmp_path)
    elif kind == "link to itself":
        Path(path).symlink_to(path)
    elif kind == "a NUL in the name":
        path = f"a\0.{suffix}"
    with pytest.raises(gb.InvalidBrief) as error:
        gb.load(path)
    code = "GB012" if kind == "folder without a brief" else "GB001"
    assert _codes(error) == [code]
    assert gb.check(path).codes == (code,)
    if kind != "folder without a brief":
        assert [issue.code for issue in gb.stream(path) if isinstance(issue, gb.Issue)] == [code]


def test_a_large_file_is_refused_by_every_reader(tmp_path: Path) -> None:
    """The largest size that is read can be set, and more than it is an issue."""
    path = _file(tmp_path, "a.yaml", HEAD)
    assert gb.load(path, max_bytes=len(HEAD)).title == "A pact"
    with pytest.raises(gb.InvalidBrief) as error:
        gb.load(path, max_bytes=len(HEAD) - 1)
    assert _codes(error) == ["GB005"]
    assert gb.check(path, max_bytes=3).codes == ("GB005",)


def test_examples_are_found_by_name() -> None:
    """Each example has the id under which it is found; an unknown one names the nearest."""
    for name in examples():
        assert gb.example(name).id == name
    with pytest.raises(gb.NotFound, match="did you mean 'dprk-russia-2024'"):
        gb.example("dprk-rusia-2024")


HOSTILE: list[Any] = [
    b"", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"[" * 10_000, b"{" * 10_000, b'{"a":' * 10_000, b"- " * 10_000,
    b"&a [*a]", b"a: &a [*a, *a]", b"!!python/name:os.system", b"? " * 2000, b"%TAG ! !\n" * 9, b"a.b" * 5000,
    b"9" * 100_000, b"1e999999999", b'"' + b"\\ud800" * 99 + b'"', b"[[" * 2000, b"'''", b"\t", b"\r",
    b"geobrief: 1\ntitle: {}\nas_of: []\ntreaties: [[[]]]\nexpect: {a: {b: c}}\n",
    b'{"geobrief": 1, "title": "A", "as_of": "2024", "treaties": {"": {"title": "A"}}}',
    b'{"type": "brief"}\n{"type": []}\n{"type": {}}\n[]\nnull\n1\n"a"\n{"type": "treaty", "id": {}}\n',
    b"geobrief: 1\ntitle: A\nas_of: 2024\nsignatures: [{on: {PRK: {}, RUS: []}, treaty: 1}]\n",
    b"geobrief: 1\ntitle: A\nas_of: 9999\ntreaties: {a: {title: A, weights: {b: {weights: {C: 1/0}}}}}\n",
    b"---\n" * 9,
]  # fmt: skip


@pytest.mark.parametrize("format", NAMES)
@pytest.mark.parametrize("content", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_content_is_only_ever_an_issue(content: bytes, format: str) -> None:  # noqa: A002 - as in load
    """Whatever a file holds, it brings issues or a brief: never another error, and never both."""
    format_named(format).parse(content.decode("utf-8", "replace"), file="-")  # without what guards it
    report = gb.check(io.BytesIO(content), format=format)
    refused = _refused(io.BytesIO(content), format)
    assert refused is None or (refused.errors and report.errors)
    for each in gb.stream(io.BytesIO(content), format=format):
        assert isinstance(each, Record | gb.Issue)


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
@settings(max_examples=100)
def test_any_bytes_are_only_ever_issues(content: bytes) -> None:
    """Random content never brings another error than the typed ones."""
    for name in NAMES:
        format_named(name).parse(content.decode("utf-8", "replace"), file="-")  # without what guards it
        gb.check(io.BytesIO(content), format=name)
        _refused(io.BytesIO(content), name)


@given(strategies.briefs(), st.data())
@settings(max_examples=60)
def test_a_damaged_brief_is_only_ever_issues(brief: gb.Brief, data: st.DataObject) -> None:
    """A good file with some of its characters changed brings issues, or still is a brief."""
    name = data.draw(st.sampled_from(["yaml", "json", "jsonl"]))
    text = gb.dumps(brief, format=name)
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        end = at + data.draw(st.integers(0, 5))
        text = (
            text[:at]
            + data.draw(st.sampled_from(["", "[", "}", '"', ":", "\n", "- ", "&a ", "0"]))
            + text[end:]
        )
    refused = _refused(io.StringIO(text), name)
    assert refused is None or refused.errors == gb.check(io.StringIO(text), format=name).errors


def test_a_stream_yields_records_and_issues_and_goes_on(tmp_path: Path) -> None:
    """A bad line is an issue at its place; the lines after it are read."""
    lines = [
        '{"type": "brief", "geobrief": 1, "title": "A pact", "as_of": "2024-11-12"}',
        '{"type": "treaty", "id": "pact", "title": "Pact"}',
        '{"type": "treaty", "id": "other", "title": ',
        "",
        '{"type": "signature", "treaty": "pact", "by": "PRK", "on": "soon"}',
        '{"type": "signature", "treaty": "pact", "on": {"PRK": "2024-06-19", "RUS": "2024-06-19"}}',
        '{"type": "source", "id": "kcna", "publisher": 1}',
        '{"type": "pact"}',
    ]
    path = _file(tmp_path, "a.jsonl", "\n".join(lines))
    found = list(gb.stream(path))
    assert [each.id for each in found if isinstance(each, Record)] == [
        "pact",
        "signature-pact-prk",
        "signature-pact-rus",
    ]
    issues = [each for each in found if isinstance(each, gb.Issue)]
    places = [(each.code, each.location.line, each.location.column) for each in issues if each.location]
    assert places == [
        ("GB003", 3, len(lines[2]) + 1),
        ("GB301", 5, lines[4].index('"soon"') + 1),
        ("GB101", 7, lines[6].index("1}") + 1),
        ("GB108", 8, lines[7].index('"pact"') + 1),
    ]


def test_a_stream_is_lazy() -> None:
    """Of an endless source only as many lines are read as are asked for."""

    class Endless(io.RawIOBase):
        name = "endless.jsonl"

        def readable(self) -> bool:
            return True

        def readline(self, _: int | None = -1, /) -> bytes:
            return b'{"type": "treaty", "id": "pact", "title": "Pact"}\n'

    first = list(itertools.islice(gb.stream(cast("IO[bytes]", Endless())), 3))
    assert [record.id for record in first if isinstance(record, Record)] == ["pact"] * 3


@pytest.mark.parametrize("format", NAMES)
def test_a_stream_of_every_format_gives_the_records(format: str) -> None:  # noqa: A002 - as in load
    """Every format can be read as a stream, with the records of the brief."""
    brief = gb.example("new-start")
    text = io.StringIO(gb.dumps(brief, format=format))
    assert tuple(gb.stream(text, format=format)) == brief.records


@pytest.mark.parametrize(
    "line",
    [
        '{"type": "brief", "geobrief": 2, "title": "A pact", "as_of": "2024-11-12"}',
        '{"type": "brief", "geobrief": 1, "as_of": "2024-11-12"}',
        '{"type": "source", "id": "KCNA", "publisher": "KCNA"}',
        '{"type": "actor", "id": "kim"}',
        '{"type": "expectation", "ask": "in-force", "answer": true}',
    ],
)
def test_a_stream_checks_what_it_does_not_yield(line: str) -> None:
    """The header, sources, actors and expectations of a stream are checked as well."""
    found = list(gb.stream(io.StringIO(line), format="jsonl"))
    assert found
    assert all(isinstance(each, gb.Issue) for each in found)
