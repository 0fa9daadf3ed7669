"""All treaties of the UN Treaty Collection tables, whatever the faults of the data."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from geobrief.actors import successions_to
from geobrief.codes import CODES
from geobrief.issue import Location
from geobrief.law import status
from geobrief.model.condition import Consents
from geobrief.model.entry_into_force import EntryIntoForce
from geobrief.model.ratification import Ratification
from geobrief.model.treaty import Treaty
from tests.law.un_treaties import FOLDER, cells, read_table, treaty_files
from tests.shared_data import needs_shared

CONFIRMED = {"14-7-a.csv": 5, "14-7.csv": 2}
"""The confirmations of signature, for which there is no kind of record: all that becomes no act."""


@needs_shared
def test_nothing_is_lost() -> None:
    """Every cell of a column of acts in the 324 tables must be an act or an issue."""
    files = treaty_files()
    assert len(files) == 324
    read = Counter[str]()
    faults = Counter[str]()
    for path in files:
        table = read_table(path, f"un-{path.stem}")
        assert len(table.acts) + len(table.issues) == len(list(cells(path))), path.name
        read.update(act.kind_name for act in table.acts)
        faults.update(issue.location.file for issue in table.issues if issue.location)
        assert {issue.code for issue in table.issues} <= {"GB108"}
    assert read == {"ratification": 21490, "signature": 9235, "provisional_application": 237}
    assert faults == CONFIRMED


@needs_shared
def test_each_cell_is_where_it_is_said_to_be() -> None:
    """The line and column of a cell must lead to its text in the file."""
    for path in treaty_files():
        lines = path.read_text(encoding="utf-8").splitlines()
        for cell in cells(path):
            found = lines[cell.location.line - 1][cell.location.column - 1 :]
            assert found.startswith((cell.text, f'"{cell.text}'))


@needs_shared
def test_columns_about_no_consent_make_nobody_consent() -> None:
    """A resolution, a registration or a notice of non-application must become neither act nor issue."""
    charter = read_table(FOLDER / "1-2.csv", "charter")
    assert (charter.acts, charter.issues) == ((), ())
    for name in ("10-9", "14-7", "21-6-a"):
        headers = {cell.header for cell in cells(FOLDER / f"{name}.csv")}
        assert headers
        assert not any(header.startswith("Notification") for header in headers)


TABLE = """\
Participant,Signature,"Ratification, Accession(a), Confirmation(C)",Resolution,"Consent, of old"
Austria,4 Sep 1996,5 Sep 1997 a,1 Jan 1990,
"Belgium 1, 2",soon,31 Feb 1997,,
Utopia,4 Sep 1996,,,
Finland,,5 Sep 1997 x,text,5 Sep 1997
"Korea, Republic of",,5 Sep 1997 C,,
Norway,,1997-09-05,,,5 Sep 1997
"""


def test_faults_become_issues(tmp_path: Path) -> None:
    """What cannot be read must be an issue with a known code, at its place in the file."""
    path = tmp_path / "t.csv"
    path.write_text(TABLE, encoding="utf-8")
    table = read_table(path, "t")
    assert [(act.kind_name, act.actors) for act in table.acts] == [
        ("signature", ("AUT",)),
        ("ratification", ("AUT",)),
    ]
    assert [(issue.code, issue.value, issue.location) for issue in table.issues] == [
        ("GB301", "soon", Location("t.csv", 3, 16)),
        ("GB302", "31 Feb 1997", Location("t.csv", 3, 21)),
        ("GB203", "4 Sep 1996", Location("t.csv", 4, 8)),
        ("GB104", "5 Sep 1997 x", Location("t.csv", 5, 10)),
        ("GB108", "5 Sep 1997", Location("t.csv", 5, 28)),
        ("GB108", "5 Sep 1997 C", Location("t.csv", 6, 23)),
        ("GB301", "1997-09-05", Location("t.csv", 7, 9)),
        ("GB108", "5 Sep 1997", Location("t.csv", 7, 22)),
    ]
    assert all(issue.code in CODES and issue.message for issue in table.issues)


@pytest.mark.parametrize(
    ("header", "cell", "kind", "means"),
    [
        ("Application", "5 Sep 1997", "ratification", "consent_to_be_bound"),
        ("Acceptance of it, Succession to it", "5 Sep 1997", "ratification", "consent_to_be_bound"),
        ("Definitive acceptance", "5 Sep 1997", "ratification", "acceptance"),
        ("Accession(a), Ratification", "5 Sep 1997", "ratification", "ratification"),
        ("Participation by ratification, accession", "5 Sep 1997", "ratification", "consent_to_be_bound"),
        ("Provisional acceptance/accession", "5 Sep 1997", "provisional_application", None),
        ("Provisional application under article 23(n)", "5 Sep 1997 n", "provisional_application", None),
        ("Signature, Succession to signature(d)", "5 Sep 1997 d", "signature", None),
    ],
)  # fmt: skip
def test_headers_say_what_dates_mean(
    tmp_path: Path, header: str, cell: str, kind: str, means: str | None
) -> None:
    """A date must be the act that its column names by its letter, or without one."""
    path = tmp_path / "t.csv"
    path.write_text(f'Participant,"{header}"\nAustria,{cell}\n', encoding="utf-8")
    table = read_table(path, "t")
    assert table.issues == ()
    [act] = table.acts
    assert (act.kind_name, act.means if isinstance(act, Ratification) else None) == (kind, means)


@needs_shared
@pytest.mark.parametrize("clause", [None, EntryIntoForce(upon=Consents(20), after="90 days", then="same")])
def test_every_treaty_has_a_timeline(clause: EntryIntoForce | None) -> None:
    """Each of the 324 tables must load and give a timeline without gap, overlap or exception."""
    files = treaty_files()
    assert len(files) == 324
    for path in files:
        check_timeline(path, clause)


def check_timeline(path: Path, clause: EntryIntoForce | None) -> None:
    """Check one table."""
    name = f"un-{path.stem}"
    treaty = Treaty(id=name, title=name, entry_into_force=clause)
    acts = read_table(path, name).acts
    found = status(treaty, acts, as_of="2015-03-31")
    stretches = found.timeline()
    assert stretches[0].start is None
    assert stretches[-1].end is None
    for before, after in pairwise(stretches):
        assert before.end == after.start
        assert before.value is not after.value
    for stretch in stretches:
        day = stretch.start or date(1900, 1, 1)
        assert found.in_force(day).value is stretch.value
        assert found.in_force((stretch.end or date(2050, 1, 1)) - timedelta(1)).value is stretch.value
    if acts:
        open_to = found.contracting_states("2015-03-31").possible
        assert open_to.isdisjoint(who for act in acts for who in act.actors if isinstance(act, Ratification))
        for who in open_to:  # silent, it may keep what was in force for its predecessor (VCSS 31, 34)
            assert any(fact.kind != "newly_independent" for fact in successions_to(who))
