"""Bibliography: the sources of a brief or a record, in BibTeX."""

import re

import pytest
from hypothesis import given

import geobrief as gb
from geobrief.brief.cite import bibtex, sources_of
from geobrief.testing import strategies


def entry(**fields: object) -> str:
    """The entry of one source."""
    return bibtex({"s": gb.Source(**{"publisher": "P", **fields})}, ["s"])  # type: ignore[arg-type]


def test_all_that_is_known_is_given() -> None:
    """A source gives author, title, publisher, date, address and language, as far as it has them."""
    assert (
        entry(
            publisher="NK News",
            title="Russia confirms",
            author="A. Writer",
            url="https://example.org/1",
            published="2025-04-26",
            retrieved="2025-05-01",
            language="en",
            kind="news",
        )
        == """@article{s,
  author = {{A. Writer}},
  title = {{Russia confirms}},
  journal = {NK News},
  year = {2025},
  month = apr,
  day = {26},
  url = {https://example.org/1},
  urldate = {2025-05-01},
  language = {en},
}"""
    )


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2024-11-12", ["year = {2024}", "month = nov", "day = {12}"]),
        ("2024-11", ["year = {2024}", "month = nov"]),
        ("2024", ["year = {2024}"]),
        ("2023/2024", []),
        ("../2024-11-12", []),
        (None, []),
    ],
)
def test_dates_are_not_filled_in(published: str | None, expected: list[str]) -> None:
    """A date is given as far as it is known, and no further."""
    assert re.findall(r"(?:year|month|day) = [^,]+", entry(published=published)) == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("news", ("article", "journal")),
        ("technical_report", ("techreport", "institution")),
        ("official_statement", ("misc", "howpublished")),
        (None, ("misc", "howpublished")),
    ],
)
def test_each_kind_names_its_publisher(kind: str | None, expected: tuple[str, str]) -> None:
    """The publisher stands where the kind of entry has its place for one."""
    text = entry(kind=kind)
    assert text.startswith(f"@{expected[0]}{{s,")
    assert f"{expected[1]} = {{P}}," in text


def test_what_tex_would_misread_is_escaped() -> None:
    """Signs with a meaning for TeX are escaped; in an address braces are percent-encoded."""
    text = entry(title="50 % of A & B_{x} #1 $2 ~ ^ \\", url="https://example.org/{x}\\y")
    assert r"50 \% of A \& B\_\textbraceleft{}x\textbraceright{} \#1 \$2" in text
    assert r"\textasciitilde{} \textasciicircum{} \textbackslash{}" in text
    assert "https://example.org/%7Bx%7D%5Cy" in text


def test_the_archived_copy_stands_in() -> None:
    """Where only a lasting copy is known, its address is given."""
    assert "url = {https://archive.example.org/1}" in entry(archived_url="https://archive.example.org/1")


def test_a_record_cites_its_own_and_its_parts_sources() -> None:
    """The bibliography of a record holds the sources of all its parts, and no other."""
    brief = gb.example("dprk-russia-2024")
    act = brief.ratifications["ratification-dprk-russia-partnership-rus"]
    assert set(sources_of(act)) == {"tass-1024", "tass-1106", "tass-1109", "report-1112"}
    assert brief.cite(act) == brief.cite(act.id)
    assert re.findall(r"@\w+\{([^,]+),", brief.cite(act)) == sorted(sources_of(act))


def test_a_brief_cites_every_source_once_in_order() -> None:
    """The bibliography of a brief holds every source, by id."""
    brief = gb.example("dprk-russia-2024")
    assert re.findall(r"@\w+\{([^,]+),", brief.cite()) == sorted(brief.sources)


def test_a_record_that_is_not_there_is_not_found() -> None:
    """An unknown record is an error, not an empty bibliography."""
    with pytest.raises(gb.NotFound):
        gb.example("dprk-russia-2024").cite("no-such-record")


def test_sources_that_are_not_listed_are_left_out() -> None:
    """A citation that leads nowhere is told by a check, and gives no entry."""
    assert bibtex({}, ["nowhere"]) == ""


@given(strategies.sources())
def test_braces_balance(source: gb.Source) -> None:
    """Whatever a source holds, the braces of its entry balance: BibTeX counts them, escaped or not."""
    text = bibtex({"s": source}, ["s"])
    assert text.count("{") == text.count("}")
