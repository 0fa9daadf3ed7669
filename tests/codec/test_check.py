"""Checking: every problem of files, folders and briefs, each where it stands."""

import io
from pathlib import Path

import pytest
from hypothesis import given, settings

import geobrief as gb
from geobrief.codec import examples
from geobrief.testing import strategies

HEAD = "geobrief: 1\ntitle: A pact\nas_of: 2024-11-12\n"
SOURCES = "sources: {kcna: {publisher: KCNA}}\n"
PACT = "treaties:\n  pact: {title: Pact, between: [PRK, RUS], citations: [{source: kcna}]}\n"
SIGNED = "signatures:\n  - {treaty: pact, by: PRK, citations: [{source: kcna}]}\n"


def _file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def _said(report: gb.Report) -> list[str]:
    return [
        f"{issue.code} {issue.location.line}:{issue.location.column}" for issue in report if issue.location
    ]


@pytest.mark.parametrize("name", examples())
def test_examples_have_no_problem(name: str) -> None:
    """Every brief that ships is without error or warning, and meets what it expects."""
    assert not list(gb.check(gb.example(name)))


@given(strategies.briefs())
@settings(max_examples=40)
def test_any_brief_can_be_checked(brief: gb.Brief) -> None:
    """A brief of any records brings a report, never an error, and the same one from a file of it."""
    report = gb.check(brief)
    text = gb.dumps(brief, format="json")
    from_file = gb.check(io.StringIO(text), format="json")
    assert sorted(report.codes) == sorted(from_file.codes)
    assert all(issue.location is None for issue in report)
    lines = text.split("\n")
    for issue in from_file:
        assert issue.location is not None
        assert 1 <= issue.location.column <= len(lines[issue.location.line - 1])


def test_a_file_is_checked_with_what_it_extends_beside_it(tmp_path: Path) -> None:
    """A sequel may refer to what it extends; without it, its references lead nowhere."""
    _file(tmp_path, "first.yaml", "id: first\n" + HEAD + SOURCES + PACT)
    sequel = _file(tmp_path, "then.yaml", HEAD + "extends: [first]\n" + SIGNED)
    assert not list(gb.check(sequel))
    assert not list(gb.check(tmp_path))
    (tmp_path / "first.yaml").unlink()
    assert _said(gb.check(sequel)) == ["GB014 4:11", "GB201 6:14", "GB202 6:50"]


def test_what_is_extended_may_itself_extend(tmp_path: Path) -> None:
    """A sequel of a sequel knows both; a file elsewhere is found where it is passed as well."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    first = _file(elsewhere, "first.yaml", "id: first\n" + HEAD + SOURCES + PACT)
    _file(tmp_path, "second.yaml", "id: second\n" + HEAD + "extends: [first]\n")
    third = _file(tmp_path, "third.yaml", HEAD + "extends: [second]\n" + SIGNED)
    assert gb.check(third).codes == ("GB014", "GB201", "GB202")
    assert not list(gb.check(third, first))


def test_an_example_can_be_extended(tmp_path: Path) -> None:
    """The briefs that ship are found by their ids."""
    path = _file(tmp_path, "mine.yaml", HEAD + "extends: [ctbt]\n")
    assert not list(gb.check(path))


def test_problems_of_what_is_extended_are_told_once(tmp_path: Path) -> None:
    """What is wrong with an earlier file is reported for that file, not again for its sequels."""
    first = _file(tmp_path, "first.yaml", "id: first\n" + HEAD + "deployments:\n  troops: {senders: [PRK]}\n")
    _file(tmp_path, "then.yaml", HEAD + "extends: [first]\n")
    (issue,) = gb.check(tmp_path)
    assert issue.code == "GB401"
    assert issue.location == gb.Location(str(first), 6, 3)


def test_several_files_are_checked_each_by_itself(tmp_path: Path) -> None:
    """Files that do not extend each other do not resolve each other's references."""
    _file(tmp_path, "a.yaml", HEAD + SOURCES + PACT)
    _file(tmp_path, "b.yaml", HEAD + SOURCES + SIGNED)
    assert gb.check(tmp_path).codes == ("GB201",)
    assert not list(gb.check(gb.load(tmp_path)))


def test_expectations_run_on_their_own_file_and_what_it_extends(tmp_path: Path) -> None:
    """Each expectation is held against the records that its file can know."""
    ask = "expect: [{ask: signatories, of: pact, answer: [PRK]}]\n"
    first = _file(tmp_path, "first.yaml", "id: first\n" + HEAD + SOURCES + PACT + ask)
    sequel = _file(tmp_path, "then.yaml", HEAD + "extends: [first]\n" + SIGNED + ask)
    assert _said(gb.check(first)) == ["GB901 8:47"]
    assert not list(gb.check(sequel))


def test_an_ignored_code_is_not_reported_for_that_record_alone() -> None:
    """A record's ignore accepts one code for itself; others, and other records, still count."""
    ignoring = gb.Deployment(
        id="a", senders=["PRK"], host="XXX", ignore=[gb.Ignore(code="GB401", reason="-")]
    )
    plain = gb.Deployment(id="b", senders=["PRK"])
    report = gb.check(gb.Brief(title="-", as_of="2024", records=[ignoring, plain]))
    assert [(issue.code, issue.path) for issue in report] == [
        ("GB203", "deployments.a.host"),
        ("GB401", "deployments.b"),
    ]


def test_issues_are_sorted_by_place(tmp_path: Path) -> None:
    """A report goes from file to file and from top to bottom."""
    for name in ("b.yaml", "a.yaml"):
        _file(
            tmp_path,
            name,
            HEAD + "deployments:\n  troops: {senders: [XXX], host: YYY}\n  more: {host: ZZZ}\n",
        )
    places = [issue.location for issue in gb.check(tmp_path) if issue.location]
    assert len(places) == 10
    assert places == sorted(places, key=lambda at: (at.file, at.line, at.column))
