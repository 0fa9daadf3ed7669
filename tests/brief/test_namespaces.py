"""The names under which a brief keeps sources and actors."""

from pathlib import Path

import pytest

import geobrief as gb


@pytest.mark.parametrize("name", ["", "A b", "PRK", "a/b"])
def test_names_that_no_file_could_hold_are_refused(name: str) -> None:
    """A source or actor under a name that a file would refuse is refused in Python as well."""
    with pytest.raises(gb.InvalidRecord, match=r"sources.*expected a lower-case id"):
        gb.Brief(title="Pact", as_of="2024", sources={name: gb.Source(publisher="KCNA")})
    with pytest.raises(gb.InvalidRecord, match=r"actors.*expected a lower-case id"):
        gb.Brief(title="Pact", as_of="2024", actors={name: gb.DeclaredActor(kind="person", name="Kim")})


def test_a_clash_between_files_is_shown_where_it_stands(tmp_path: Path) -> None:
    """The same id with different records names the file, line and column of the later one."""
    header = "geobrief: 1\ntitle: {}\nas_of: 2024-11-12\n"
    (tmp_path / "a.yaml").write_text(header.format("A") + "treaties:\n  pact: {title: One}\n")
    (tmp_path / "b.yaml").write_text(header.format("B") + "\ntreaties:\n  pact: {title: Two}\n")
    with pytest.raises(gb.InvalidBrief) as failure:
        gb.load(tmp_path)
    (issue,) = failure.value.report
    assert (issue.code, issue.location) == ("GB110", gb.Location(str(tmp_path / "b.yaml"), 6, 3))
