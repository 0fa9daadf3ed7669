"""Reading: a document becomes a brief, and everything in it is found again where it stands."""

from typing import Any

import attrs
import pytest

import geobrief as gb
from geobrief.codec import examples
from geobrief.codec.formats import NAMES, format_named
from geobrief.codec.read_file import Reading, read_document
from geobrief.codec.records.converter import unstructure
from geobrief.constraint import Problem, Steps
from geobrief.model.act import StateAct
from geobrief.model.record import Record


def _reading(text: str, name: str) -> Reading:
    return read_document(format_named(name).parse(text, file="a"))


def _at(text: str, issue: gb.Issue) -> str:
    assert issue.location is not None
    return text.splitlines()[issue.location.line - 1][issue.location.column - 1 :]


def _leaves(plain: Any, path: Steps = ()) -> list[tuple[Steps, Any]]:
    if isinstance(plain, dict):
        return [leaf for key, value in plain.items() for leaf in _leaves(value, (*path, key))]
    if isinstance(plain, list):
        return [leaf for index, value in enumerate(plain) for leaf in _leaves(value, (*path, index))]
    return [(path, plain)]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("example", examples())
def test_every_value_is_found_where_it_stands(example: str, name: str) -> None:
    """A problem at any field of any record points at the text of that value, in every format."""
    brief = gb.example(example)
    text = gb.dumps(brief, format=name)
    reading = _reading(text, name)
    assert reading.brief == brief
    for record in brief.records:
        for path, value in _leaves(unstructure(record)):
            if path != ("id",) and "upon" not in path:
                issue = reading.locate(Problem((record.section, record.id, *path), "GB101", "-"))
                assert _begins(_at(text, issue), value), (record.id, path)


def _begins(text: str, value: Any) -> bool:
    written = str(value).lower() if isinstance(value, bool) else str(value).partition("\n")[0][:5]
    return text.lstrip("\"'|>-\n ").startswith(written) or text[:1] in "|\"'"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("example", examples())
def test_every_record_is_found_at_its_key(example: str, name: str) -> None:
    """A problem with a record as a whole points at its id, or at the record where it has no key."""
    brief = gb.example(example)
    text = gb.dumps(brief, format=name)
    reading = _reading(text, name)
    for record in brief.records:
        found = _at(text, reading.locate(Problem((record.section, record.id), "GB401", "-")))
        as_key = found.lstrip('"').startswith(record.id) and record.section in {
            "treaties", "deployments", "weapons_tests", "accusations", "responses", "findings", "statements",
            "assessments",
        }  # fmt: skip
        assert as_key or found.startswith(("{", "treaty:", "id:", record.section))


def test_acts_of_a_group_are_found_at_their_states() -> None:
    """The state and the days of each act of a group stand where the group names them."""
    text = (
        "geobrief: 1\ntitle: A pact\nas_of: 2024\nratifications:\n  - treaty: pact\n"
        "    executed: {PRK: 2024-11-11}\n    deposited:\n      PRK: 2024-12-01\n      RUS: 2024-12-02\n"
    )
    reading = _reading(text, "yaml")
    assert reading.brief is not None
    for act in reading.brief.of_kind(StateAct):
        at_state = reading.locate(Problem((act.section, act.id, "by"), "GB203", "-"))
        assert _at(text, at_state).startswith(f"{act.by}: 2024")
        day = Problem((act.section, act.id, "instrument", "deposited"), "GB304", "-")
        assert _at(text, reading.locate(day)) == str(unstructure(act)["instrument"]["deposited"])


@pytest.mark.parametrize("name", NAMES)
def test_conditions_are_found_by_their_fields(name: str) -> None:
    """A field of a condition, however deep, is found though a file writes it under another key."""
    clause = gb.EntryIntoForce(
        upon=gb.Consents(count=20) & (gb.Named(states=["PRK", "RUS"]) | gb.Share(of="gold", at_least="0.5"))
    )
    treaty = gb.Treaty(id="pact", title="Pact", entry_into_force=clause)
    text = gb.dumps(gb.Brief(title="-", as_of="2024", records=[treaty]), format=name)
    reading = _reading(text, name)
    top: Steps = ("treaties", "pact", "entry_into_force", "upon", "conditions")

    def at(*path: str | int) -> str:
        return _at(text, reading.locate(Problem((*top, *path), "GB203", "-"))).lstrip("\"'")

    assert at(0, "count").startswith("20")
    assert at(1, "conditions", 0, "states", 1).startswith("RUS")
    assert at(1, "conditions", 1, "of").startswith("gold")


def test_a_value_that_could_not_be_read_is_told_once() -> None:
    """A number out of range is one issue, not also a missing or mistyped value."""
    reading = _reading("geobrief: 1\ntitle: .nan\nas_of: 2024\ntreaties: .inf\n", "yaml")
    assert [issue.code for issue in reading.issues] == ["GB013", "GB013"]


def test_what_is_sound_is_read_beside_what_is_not() -> None:
    """Records that can be read are kept, though there is no brief while anything is wrong."""
    text = "geobrief: 1\ntitle: -\nas_of: 2024\ntreaties: {a: {title: A}, b: {}}\n"
    reading = _reading(text.replace("title: -", "title: B"), "yaml")
    assert reading.brief is None
    assert list(reading.records) == ["a"]


@pytest.mark.parametrize("name", NAMES)
def test_an_issue_leads_to_the_value_and_names_it(name: str) -> None:
    """An issue has the path, the value, what was expected and a hint, in every format."""
    treaty = gb.Treaty(id="pact", title="Pact", kind="treaty")
    text = gb.dumps(gb.Brief(title="-", as_of="2024", records=[treaty]), format=name)
    text = text.replace('"treaty"}', '"treety"}').replace("kind: treaty", "kind: treety")
    text = text.replace('kind": "treaty"', 'kind": "treety"').replace('kind = "treaty"', 'kind = "treety"')
    (issue,) = _reading(text, name).issues
    assert issue.code == "GB104"
    assert issue.path.endswith(".kind")
    assert issue.value == "'treety'"
    assert "convention" in issue.expected
    assert _at(text, issue).lstrip('"').startswith("treety")


def test_records_are_frozen_copies_of_the_text() -> None:
    """Reading the same text twice gives equal, hashable records."""
    text = gb.dumps(gb.example("ctbt"))
    one, other = _reading(text, "yaml").brief, _reading(text, "yaml").brief
    assert one is not None
    assert one == other
    assert len({*one.records, *(other.records if other else ())}) == len(one.records)
    assert all(isinstance(record, Record) and attrs.has(type(record)) for record in one.records)
