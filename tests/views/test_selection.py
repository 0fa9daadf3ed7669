"""The selection: every kind of record has its place on the page."""

import geobrief as gb
from geobrief.model.registry import ACTS
from geobrief.views.page import page
from geobrief.views.page.selection import PLACES, SECTIONS


def test_sections_are_of_their_own_kind() -> None:
    """A section in the table has the records of the kind beside which it stands."""
    assert all(section.kind is kind for kind, section in PLACES.items() if section is not None)


def test_what_has_no_section_is_in_the_timeline() -> None:
    """Acts, responses and findings have no section, and nothing else."""
    assert {kind for kind, section in PLACES.items() if section is None} == {*ACTS, gb.Response, gb.Finding}


def test_sections_come_in_the_order_of_the_table() -> None:
    """The page has its sections in the order of the table, then the timeline, the sources and the legend."""
    titles = [section.title for section in page(gb.example("dprk-russia-2024")).sections]
    assert titles == [*(each.title for each in SECTIONS), "Timeline", "Sources", "How to read this page"]
