"""The selection: every kind of record has its place on the page."""

import geobrief as gb
from geobrief.model.registry import KINDS
from geobrief.views.page import page
from geobrief.views.page.selection import IN_THE_TIMELINE_ONLY, SECTIONS, without_place


def test_every_kind_has_one_place() -> None:
    """Each kind has a section, or is stated to stand in the timeline only."""
    assert without_place(KINDS.values()) == []
    assert {*(each.kind for each in SECTIONS), *IN_THE_TIMELINE_ONLY} == set(KINDS.values())


def test_a_new_kind_is_missed() -> None:
    """A kind without a place is named, and so is one that exists no more."""

    class Sanction(gb.Record):
        kind_name = "sanction"

    assert without_place([*KINDS.values(), Sanction]) == ["sanction"]
    assert without_place([kind for kind in KINDS.values() if kind is not gb.Finding]) == []


def test_sections_come_in_the_order_of_the_table() -> None:
    """The page has its sections in the order of the table, then the timeline, the sources and the legend."""
    titles = [section.title for section in page(gb.example("dprk-russia-2024")).sections]
    assert titles == [*(each.title for each in SECTIONS), "Timeline", "Sources", "How to read this page"]
