"""All treaties of the UN Treaty Collection tables, whatever the faults of the data."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from geobrief.law import status
from geobrief.model.condition import Consents
from geobrief.model.entry_into_force import EntryIntoForce
from geobrief.model.treaty import Treaty
from tests.law.un_treaties import read_acts, treaty_files
from tests.shared_data import needs_shared


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
    acts = read_acts(path, name)
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
        assert not found.contracting_states("2015-03-31").possible
