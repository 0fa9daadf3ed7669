"""Rules: found by their codes, silent on good briefs, and ignored where a record says why."""

import io
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings

import geobrief as gb
from geobrief import checks
from geobrief.checks import problems, rules
from geobrief.checks.rule import Rule, rule
from geobrief.codec import examples
from geobrief.codes import CODES, OF_FILES
from geobrief.constraint import Problem
from geobrief.testing import strategies
from tests.checks.found import brief_of, found

BARE = gb.Statement(id="bare", speaker="PRK", quote="No.")


@pytest.mark.parametrize("name", examples())
def test_the_examples_have_no_problems(name: str) -> None:
    """No rule finds anything in the briefs that ship with the package, each with what it extends."""
    brief = gb.example(name)
    assert list(problems(gb.example(name, *brief.extends) if brief.extends else brief)) == []


@pytest.mark.parametrize("each", rules(), ids=lambda each: each.code.code)
def test_every_rule_has_its_example(each: Rule) -> None:
    """The example of a page brings the code of the rule, and its repair does not, nor any other error."""
    assert each.code.code in _checked(each.example).codes
    repaired = _checked("\n".join({**_sections(each.example), **_sections(each.repair)}.values()))
    assert each.code.code not in repaired.codes
    assert repaired.ok


def _checked(body: str) -> gb.Report:
    text = f"geobrief: 1\ntitle: A brief\nas_of: 2024-11-12\n{body}\n"
    return gb.check(io.StringIO(text), format="yaml")


def _sections(body: str) -> dict[str, str]:
    parts = re.split(r"^(?=\w)", body, flags=re.MULTILINE)
    return {part.partition(":")[0]: part.rstrip() for part in parts if part}


def test_every_rule_has_one_code() -> None:
    """The rules come in the order of their codes, each with a code of its own that the registry has."""
    codes = [each.code for each in rules()]
    assert codes == sorted(codes, key=lambda code: code.code)
    assert len({code.code for code in codes}) == len(codes)
    assert all(CODES[code.code] is code for code in codes)
    assert {code.code for code in codes} | set(OF_FILES) == set(CODES)


def test_every_file_of_the_room_is_looked_into() -> None:
    """Every function that carries a page is among the rules, wherever in the room it stands."""
    written = [
        code
        for path in Path(checks.__path__[0]).glob("*.py")
        for code in re.findall(r'^@rule\(\s*"(GB[0-9]{3})"', path.read_text("utf-8"), re.MULTILINE)
    ]
    assert sorted(written) == [each.code.code for each in rules()]


@pytest.mark.parametrize("code", ["GB401", "GB101"])
def test_a_code_that_is_taken_is_refused(code: str) -> None:
    """Neither the code of another rule nor one of files can be used again."""
    with pytest.raises(ValueError, match=f"{code} is the code of something else"):
        rule(code, title="no citation", remedy="cite the source")


@pytest.mark.parametrize(
    ("docstring", "missing"),
    [
        (None, "finds, why, example, repair"),
        ("Find it.", "why, example, repair"),
        ("Find it.\n\nWhy it is bad:\n    It is.\n\nExample:\n\nRepair:\n    a: b\n", "example"),
    ],
)
def test_a_rule_without_its_page_is_refused(docstring: str | None, missing: str) -> None:
    """A part of the page that is left out is named when the rule is made."""

    def find(brief: gb.Brief) -> Iterator[Problem]:
        yield from ()

    find.__doc__ = docstring
    with pytest.raises(ValueError, match=f"the page of GB999 lacks: {missing}$"):
        rule("GB999", title="a title", remedy="a remedy")(find)
    assert "GB999" not in CODES


def test_codes_of_files_need_no_rules() -> None:
    """A code of a file is known without loading a rule; one of a rule, and the whole list, load them."""
    code = (
        "import sys; from geobrief.codes import CODES; CODES['GB101']; 'GB102' in CODES\n"
        "assert 'geobrief.checks' not in sys.modules\n"
        "assert CODES['GB401'].severity == 'warning' and 'geobrief.checks.sources' in sys.modules\n"
        "assert list(CODES) == sorted(CODES) and len(CODES) == len(set(CODES)) and 'GB999' not in CODES"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_without_docstrings_the_rules_still_run() -> None:
    """Under ``python -OO`` there are no docstrings, so no pages, and the rules find what they find."""
    code = "from geobrief.checks import rules; print(len(rules()), {each.why for each in rules()})"
    done = subprocess.run([sys.executable, "-OO", "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == f"{len(rules())} {{''}}\n"


def test_a_record_can_ignore_an_issue_with_a_reason() -> None:
    """What the author has looked at and accepts is not reported for that record, and for no other."""
    accepted = attrs.evolve(BARE, id="accepted", ignore=[gb.Ignore(code="GB401", reason="said on air")])
    assert found(brief_of(BARE, accepted), "GB401") == [("GB401", "statements.bare")]


def test_ignoring_one_code_hides_no_other() -> None:
    """Only the code named is ignored."""
    record = attrs.evolve(BARE, speaker="nobody", ignore=[gb.Ignore(code="GB401", reason="said on air")])
    assert found(brief_of(record), "GB401", "GB203") == [("GB203", "statements.bare.speaker")]


@settings(max_examples=30)
@given(strategies.briefs())
def test_rules_only_report_codes_that_they_declare(brief: gb.Brief) -> None:
    """Whatever a brief holds, every rule ends, and reports its own codes below a section that exists."""
    sections = {"sources", "actors", "expect", *(record.section for record in brief.records)}
    for each in rules():
        for problem in each.function(brief):
            assert problem.code == each.code.code
            assert problem.path[0] in sections
            assert problem.message
