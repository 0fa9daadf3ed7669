"""Rules: found by their codes, silent on good briefs, and ignored where a record says why."""

import attrs
import pytest
from hypothesis import given, settings

import geobrief as gb
from geobrief.checks import problems, rules
from geobrief.checks.rule import rule
from geobrief.codec import examples
from geobrief.codes import CODES
from geobrief.testing import strategies
from tests.checks.found import brief_of, found

BARE = gb.Statement(id="bare", speaker="PRK", quote="No.")


@pytest.mark.parametrize("name", examples())
def test_the_examples_have_no_problems(name: str) -> None:
    """No rule finds anything in the briefs that ship with the package, each with what it extends."""
    brief = gb.example(name)
    assert list(problems(gb.example(name, *brief.extends) if brief.extends else brief)) == []


def test_every_rule_reports_codes_of_the_registry() -> None:
    """Each rule names its codes, each code is of one rule, and each rule says in a sentence what it finds."""
    codes = [code for each in rules() for code in each.codes]
    assert set(codes) <= set(CODES)
    assert len(codes) == len(set(codes))
    assert all((each.check.__doc__ or "").rstrip().endswith(".") for each in rules())


def test_an_unknown_code_cannot_be_registered() -> None:
    """A rule with a code that the registry does not have is refused."""
    with pytest.raises(ValueError, match="no issue code is called GB999"):
        rule("GB999")


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
        for problem in each.check(brief):
            assert problem.code in each.codes
            assert problem.path[0] in sections
            assert problem.message
