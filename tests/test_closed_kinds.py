"""Kinds are closed: one added to a copy of the package fails by name until it is whole, and then works.

Each test writes what CONTRIBUTING says comes first, runs a fresh interpreter, and adds the row
that the error names until there is no error.  Then a brief that uses the kind is read and asked.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import attrs
import pytest

import geobrief

EVERY_TABLE = "import geobrief.brief, geobrief.law.status, geobrief.views.page"


@attrs.frozen
class Row:
    """A row of a table, and the imports that it needs."""

    text: str
    imports: tuple[str, ...] = ()


@attrs.frozen
class Copy:
    """A copy of the package, into which a kind is added."""

    folder: Path

    def write(self, module: str, text: str) -> None:
        """Write a new file."""
        (self.folder / module).write_text(text, "utf-8")

    def change(self, module: str, old: str, new: str) -> None:
        """Put something else in the first place where a file says something."""
        path = self.folder / module
        held = path.read_text("utf-8")
        assert old in held, f"{module} says nowhere {old!r}"
        path.write_text(held.replace(old, new, 1), "utf-8")

    def add(self, module: str, text: str, *, before: str) -> None:
        """Add a text to a file, before the first place where it says something."""
        self.change(module, before, text + before)

    def run(self, code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a fresh interpreter that finds the copy first."""
        first = f"import sys; sys.path.insert(0, {str(self.folder.parent)!r})\n"
        command = [sys.executable, "-c", first + code, *arguments]
        dropped = ("PYTHONDONTWRITEBYTECODE", "COV")  # a copy is not the package whose coverage is measured
        kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
        return subprocess.run(command, capture_output=True, text=True, check=False, cwd=self.folder, env=kept)

    def error(self, code: str = EVERY_TABLE) -> str:
        """Run what must fail, and return the last line that it says."""
        run = self.run(code)
        assert run.returncode
        return run.stderr.strip().splitlines()[-1]

    def printed(self, code: str, *arguments: str) -> list[str]:
        """Run what must work, and return the lines that it prints."""
        run = self.run(code, *arguments)
        assert not run.returncode, run.stderr
        return run.stdout.splitlines()

    def follow(self, kind: str, rows: Mapping[str, Row]) -> None:
        """Add the row that each error names until there is no error; every row must be asked for, once."""
        asked: list[str] = []
        while (run := self.run(EVERY_TABLE)).returncode:
            said = re.search(rf"^TypeError: (.+): no row for '?{kind}s?'?$", run.stderr, re.MULTILINE)
            assert said, run.stderr
            assert said[1] not in asked, run.stderr
            asked.append(said[1])
            self._add_row(said[1], rows[said[1]])
        assert set(asked) == set(rows)

    def _add_row(self, table: str, row: Row) -> None:
        """Add a row to the table of this name, which ends with that of its module."""
        module = f"{table.rpartition('geobrief.')[2].replace('.', '/')}.py"
        if table.startswith("the sections of Brief"):
            self.add(module, f"    {row.text}\n", before="    treaties = _Section(Treaty)\n")
        else:
            self.change(module, f'"{table}",\n', f'"{table}",\n{{{row.text}}} | ')
        self.add(module, "".join(f"\n{each}" for each in row.imports), before="\nfrom ")


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """Copy the package; what is compiled comes along."""
    folder = tmp_path / "geobrief"
    shutil.copytree(next(iter(geobrief.__path__)), folder)
    return Copy(folder)


READ_AND_WRITTEN = """
import geobrief as gb
from geobrief.codec.formats import NAMES
from geobrief.model.registry import KINDS
from geobrief.testing import strategies
from geobrief.views.page import page
import hypothesis

brief = gb.load(sys.argv[1])
for format in NAMES:
    assert gb.loads(gb.dumps(brief, format=format), format=format).records == brief.records
assert {issue.code for issue in gb.check(brief)} <= {"GB401"}  # no sources
first = hypothesis.settings(phases=[hypothesis.Phase.generate], database=None, max_examples=5_000)

def drawn(strategy, wanted):
    return hypothesis.find(strategy, wanted, settings=first)
"""
"""What must work with whatever a brief holds."""

WRONG = """
import geobrief as gb

print(*(f"{issue.code} {issue.message}" for issue in gb.check(gb.load(sys.argv[1])) if issue.code != "GB401"))
"""
"""What is found wrong."""

# A condition ------------------------------------------------------------------------------

HALF = '''
@attrs.frozen(repr=False)
class HalfOf(Condition):
    """Consents that carry half of a table of weights.

    Attributes:
        table: the name of the table.
    """

    key: ClassVar[str] = "half_of"
    primary: ClassVar[str | None] = "table"

    table: WeightsName

    def __str__(self) -> str:
        return f"consents with half of {wording.group(self.table)}"


'''
HALF_IMPORTED = "from geobrief.model.condition import HalfOf"
HALF_ROWS = {
    "_RULES of geobrief.law.rules.conditions": Row(
        "HalfOf: _of_consents(holds=lambda half, consents, day: "
        "consents.weights(half.table).reached(consents.counted(day), Fraction(1, 2), None))",
        (HALF_IMPORTED, "from fractions import Fraction"),
    ),
    "_WORDS of geobrief.law.reasons.conditions": Row(
        "HalfOf: _Words(lambda half, consents, day: "
        'lacking(consents.treaty, "too few carry half", Missing(kind="consent", text=f"more {half.table}")))',
        (HALF_IMPORTED,),
    ),
}
HALF_BRIEF = """
geobrief: 1
title: Fleets
as_of: 2004-12-31
treaties:
  - id: fleets
    title: Treaty on Fleets
    weights: {tonnage: {weights: {GBR: 30, FRA: 10, ITA: 20}}}
    entry_into_force: {upon: {any_of: [{half_of: tonnage}, {consents: 3}]}}
ratifications:
  - {treaty: fleets, by: FRA, instrument: {deposited: 2001-01-01}}
  - {treaty: fleets, by: GBR, instrument: {deposited: 2002-02-02}}
"""
HALF_MET = (
    "the condition (consents with half of tonnage or 3 consents) was met on 2002-02-02, "
    "when the United Kingdom deposited the last instrument needed"
)
HALF_ASKED = """
status = brief.status("fleets")
print(status.in_force("2002-02-01").value, status.in_force("2002-02-02").value)
print(*status.awaiting("2002-02-01"))
print(status.in_force("2003-01-01").reasons[0].text)
print(*(entry.text for entry in brief.timeline() if entry.derived))
print(*(edge.record.id for edge in brief.related("fleets").edges))
print("half of tonnage" in str(page(brief)))

print(drawn(strategies.conditions(), lambda each: each.key == "half_of").key)
"""


def test_a_condition(copy: Copy, tmp_path: Path) -> None:
    """A condition needs a word for what it asks for and two rows; then it is read, asked and told."""
    copy.add("model/condition/consents.py", HALF, before="@attrs.frozen(repr=False)\nclass Named")
    copy.change(
        "model/condition/__init__.py", "import Consents, FractionOf", "import Consents, FractionOf, HalfOf"
    )
    copy.add("model/condition/__init__.py", "    HalfOf,\n", before="    AllOf,\n    AnyOf,\n)")
    assert copy.error().startswith("TypeError: HalfOf: asks_for is not one of signature,")
    copy.add(
        "model/condition/consents.py",
        '    asks_for: ClassVar[Asked] = "consent"\n',
        before="\n    table: Wei",
    )
    copy.follow("HalfOf", HALF_ROWS)
    file = tmp_path / "fleets.yaml"
    file.write_text(HALF_BRIEF, "utf-8")
    assert copy.printed(READ_AND_WRITTEN + HALF_ASKED, str(file)) == [
        "no yes",
        "more tonnage or 2 more consents",
        f"in force since 2002-02-02: {HALF_MET}",
        f"Treaty on Fleets: in force since 2002-02-02: {HALF_MET}",
        "ratification-fleets-fra ratification-fleets-gbr",
        "True",
        "half_of",
    ]
    file.write_text(HALF_BRIEF.replace("half_of: tonnage", "half_of: crews"), "utf-8")
    assert copy.printed(WRONG, str(file)) == ["GB602 no table of weights is called 'crews'"]


# An act -----------------------------------------------------------------------------------

PROTEST = '''"""Protests: a state says that another has broken a treaty."""

from typing import ClassVar

import attrs

from geobrief.model.act import StateAct
from geobrief.values.convert import as_optional_when
from geobrief.values.when import When

__all__ = ["Protest"]


@attrs.frozen(kw_only=True, repr=False)
class Protest(StateAct):
    """A state protests.

    Attributes:
        on: the day.
        heard: the day on which it was received.
    """

    kind_name: ClassVar[str] = "protest"
    section: ClassVar[str] = "protests"
    roles: ClassVar[dict[str, tuple[str, ...]]] = {"by": ("by",), "day": ("on",)}

    on: When | None = attrs.field(default=None, converter=as_optional_when)
    heard: When | None = attrs.field(default=None, converter=as_optional_when)
'''
PROTEST_IMPORTED = "from geobrief.model.protest import Protest"
PROTEST_ROWS = {
    "_WHEN of geobrief.law.acts.day_that_counts": Row('"protest": _recorded'),
    "ActsByState._enters of geobrief.law.acts.consents": Row('"protest": _act_otherwise'),
    "DISPUTABLE of geobrief.law.reasons.disputes": Row('"protest": ""'),
    "the sections of Brief in geobrief.brief.brief": Row("protests = _Section(Protest)", (PROTEST_IMPORTED,)),
    "TELLINGS of geobrief.brief.telling.tellings": Row(
        '"protest": Telling(sentence=_act_of_one, dated={"on": "{who} protests over {treaty}"})'
    ),
}
PROTEST_BRIEF = """
geobrief: 1
title: Fleets
as_of: 2004-12-31
treaties:
  - {id: fleets, title: Treaty on Fleets, entry_into_force: {upon: {consents: 1}}}
ratifications:
  - {treaty: fleets, by: FRA, instrument: {deposited: 2001-01-01}}
protests:
  - {treaty: fleets, by: FRA, on: 2003-03-03, heard: 2003-03-04}
"""
PROTEST_ASKED = """
from datetime import date
from geobrief.law.acts import day_that_counts

status = brief.status("fleets")
print(status.in_force_for("FRA", "2003-03-03").value)
dated = day_that_counts.dated(status.treaty, brief.acts_on("fleets"), date.max.toordinal())
print(dated[-1].act.id, date.fromordinal(dated[-1].day.lo))
print(*(entry.text for entry in brief.timeline(kind="protest")))
print(*(edge.record.id for edge in brief.related("fleets").edges))
print(len(brief.protests), len(brief.select(KINDS["protest"], by="FRA", since="2003-01-01")))
print("protests over" in str(page(brief)))
print(drawn(strategies.records(KINDS["protest"]), lambda each: each.heard).kind_name)
"""


def test_an_act(copy: Copy, tmp_path: Path) -> None:
    """An act says which fields hold its day, stands in the coverage, and needs five rows."""
    copy.write("model/protest.py", PROTEST)
    copy.add("model/registry.py", f"\n{PROTEST_IMPORTED}", before="\nfrom geobrief.model.ratification")
    copy.add("model/registry.py", "    Protest,\n", before="    Deployment,\n")
    assert copy.error() == "TypeError: Protest: done_on is not declared"
    days = 'done_on: ClassVar[tuple[str, ...]] = ("received", "on")'
    copy.add("model/protest.py", f"    {days}\n", before="\n    on: When")
    assert copy.error() == "TypeError: Protest: done_on names 'received', which is no field"
    copy.change("model/protest.py", '("received", "on")', '("heard", "on")')
    assert copy.error() == "TypeError: Protest: further_days is not declared"
    copy.add(
        "model/protest.py", "    further_days: ClassVar[tuple[str, ...]] = ()\n", before="\n    on: When"
    )
    assert copy.error() == "TypeError: Protest: done_on names 'heard', and roles['day'] does not"
    copy.change("model/protest.py", '"day": ("on",)', '"day": ("on", "heard")')
    assert copy.error() == "TypeError: ActKind of geobrief.model.coverage: no row for 'protest'"
    copy.add("model/coverage.py", '    "protest",\n', before='    "provisional_application",\n')
    copy.follow("[Pp]rotest", PROTEST_ROWS)
    file = tmp_path / "fleets.yaml"
    file.write_text(PROTEST_BRIEF, "utf-8")
    assert copy.printed(READ_AND_WRITTEN + PROTEST_ASKED, str(file)) == [
        "yes",
        "protest-fleets-fra 2003-03-04",
        "France protests over Treaty on Fleets",
        "ratification-fleets-fra protest-fleets-fra",
        "1 1",
        "True",
        "protest",
    ]


# A kind of record -------------------------------------------------------------------------

MEETING = '''"""Meetings: who met whom, and where."""

from typing import ClassVar

import attrs

from geobrief.model.record import Record
from geobrief.values.convert import as_names, as_optional_when
from geobrief.values.identifier import ActorCode
from geobrief.values.place import Place
from geobrief.values.when import When

__all__ = ["Meeting"]


@attrs.frozen(kw_only=True, repr=False)
class Meeting(Record):
    """Several actors meet.

    Attributes:
        between: those who meet.
        on: the day.
        at: the place.
    """

    kind_name: ClassVar[str] = "meeting"
    section: ClassVar[str] = "meetings"
    roles: ClassVar[dict[str, tuple[str, ...]]] = {"by": ("between",), "day": ("on",)}

    between: tuple[ActorCode, ...] = attrs.field(converter=as_names)
    on: When | None = attrs.field(default=None, converter=as_optional_when)
    at: Place | None = None
'''
MEETING_IMPORTED = "from geobrief.model.meeting import Meeting"
MEETING_ROWS = {
    "the sections of Brief in geobrief.brief.brief": Row("meetings = _Section(Meeting)", (MEETING_IMPORTED,)),
    "BEARS_ON of geobrief.brief.bearing": Row('"meeting": None'),
    "EVENTS of geobrief.claims.events": Row('"meeting": None'),
    "TELLINGS of geobrief.brief.telling.tellings": Row(
        '"meeting": Telling(sentence=lambda met, teller: f"meeting of {teller.names(met.between)}", '
        'dated={"on": "{sentence}"}, places=("at",))'
    ),
    "PLACES of geobrief.views.page.selection": Row("Meeting: None", (MEETING_IMPORTED,)),
}
MEETING_BRIEF = """
geobrief: 1
title: Talks
as_of: 2024-12-31
meetings:
  - {id: talks-1, between: [PRK, RUS], on: 2024-06-19, at: {name: Pyongyang}}
statements:
  - {id: said-1, speaker: PRK, about: [talks-1], text: It went well., on: 2024-06-20}
"""
MEETING_ASKED = """
print(*(entry.text for entry in brief.timeline(kind="meeting", place="Pyongyang")))
print(brief.related("talks-1").sentence, *(edge.record.id for edge in brief.related("talks-1").edges))
print(len(brief.meetings), len(brief.select(KINDS["meeting"], by="RUS", until="2024-06-19")))
print("meeting of North Korea and Russia" in str(page(brief)))
print(drawn(strategies.records(KINDS["meeting"]), lambda each: each.at).kind_name)
"""


def test_a_kind_of_record(copy: Copy, tmp_path: Path) -> None:
    """A kind of record needs five rows; then it is read, listed, told, linked and shown."""
    copy.write("model/meeting.py", MEETING)
    copy.add("model/registry.py", f"\n{MEETING_IMPORTED}", before="\nfrom geobrief.model.objection")
    copy.add("model/registry.py", "    Meeting,\n", before="    Deployment,\n")
    copy.follow("[Mm]eeting", MEETING_ROWS)
    file = tmp_path / "talks.yaml"
    file.write_text(MEETING_BRIEF, "utf-8")
    assert copy.printed(READ_AND_WRITTEN + MEETING_ASKED, str(file)) == [
        "meeting of North Korea and Russia",
        "meeting of North Korea and Russia said-1",
        "1 1",
        "True",
        "meeting",
    ]


# A rule -----------------------------------------------------------------------------------

RULE = '''"""Titles can be told apart."""

from collections.abc import Iterator

from geobrief.brief import Brief
from geobrief.checks.rule import about, rule
from geobrief.constraint import Problem
from geobrief.model.treaty import Treaty

__all__ = ["short_titles"]


@rule("GB699", title="title of one word", remedy="write the title out")
def short_titles(brief: Brief) -> Iterator[Problem]:
    """Find treaties whose title is one word.PAGE"""
    for treaty in brief.of_kind(Treaty):
        if " " not in treaty.title:
            yield about(treaty, ("title",), "GB699", f"{treaty.title!r} is one word", treaty.title)
'''
PAGE = """

    Why it is bad:
        Nobody can tell which treaty is meant.

    Example:
        treaties: {pact: {title: Pact}}

    Repair:
        treaties: {pact: {title: Pact of Friendship}}
    """
RULE_BRIEF = """
geobrief: 1
title: Pacts
as_of: 2024-12-31
treaties: [{id: pact, title: Pact}]
"""
RULE_ASKED = """
from geobrief.codes import CODES
from geobrief.checks import rules

print(CODES["GB699"].title, "-", *(each.why for each in rules() if each.code.code == "GB699"))
"""


def test_a_rule(copy: Copy, tmp_path: Path) -> None:
    """A rule without its page is refused by what it lacks; with it, it is found, described and applied."""
    file = tmp_path / "pacts.yaml"
    file.write_text(RULE_BRIEF, "utf-8")
    copy.write("checks/titles.py", RULE.replace("PAGE", ""))
    assert copy.error(RULE_ASKED) == "ValueError: the page of GB699 lacks: why, example, repair"
    copy.write("checks/titles.py", RULE.replace("PAGE", PAGE))
    assert copy.printed(RULE_ASKED + WRONG, str(file)) == [
        "title of one word - Nobody can tell which treaty is meant.",
        "GB699 'Pact' is one word",
    ]


# A format ---------------------------------------------------------------------------------

LITERAL = '''"""Literals of Python."""

import ast

from geobrief.codec.document import Document
from geobrief.codec.formats.format import Format
from geobrief.codec.places import Lines

__all__ = ["LITERAL"]


def _parse(text: str, *, file: str) -> Document:
    return Document(ast.literal_eval(text), Lines(text, file), lambda: 0)


LITERAL = Format(
    suffixes=(".literal",),
    parse=_parse,
    render=lambda data: f"{data!r}\\n",
    holds_comments=lambda text: "#" in text,
    iter_lines=None,
)
'''
FORMAT_ASKED = """
import geobrief as gb

brief = gb.example("new-start")
gb.dump(brief, "new-start.literal")
print(gb.load("new-start.literal").records == brief.records)
"""


def test_a_format(copy: Copy) -> None:
    """A format that lacks a part is refused by its name; with all of them, its files are written and read."""
    copy.write("codec/formats/literal.py", LITERAL)
    copy.add(
        "codec/formats/__init__.py",
        "\nfrom geobrief.codec.formats.literal import LITERAL",
        before="\nfrom geobrief.codec.formats.toml",
    )
    copy.change("codec/formats/__init__.py", "for each in (", "for each in (LITERAL, ")
    assert copy.error(FORMAT_ASKED).endswith("missing 1 required keyword-only argument: 'append'")
    copy.add("codec/formats/literal.py", "    append=lambda text, entry, name: None,\n", before="    holds")
    assert copy.printed(FORMAT_ASKED) == ["True"]
