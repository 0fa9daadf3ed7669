"""A page is the brief at its day: nothing that was still to come stands on it."""

import attrs
import pytest

import geobrief as gb
from geobrief.codec import examples
from geobrief.views.overview import overview
from geobrief.views.page import page
from geobrief.views.page.parts import Facts, Figures, RecordEntry, Section
from geobrief.views.page.selection import SECTIONS

DAYS = ("1990-01-01", "2022-01-01", "2024-06-18", "2024-11-12", "2030-01-01")


def _text(value: object) -> str:
    """Give all words of a page, or of a part of it."""
    if isinstance(value, str):
        return value
    if attrs.has(type(value)):
        return " ".join(_text(each) for each in attrs.astuple(value, recurse=False))  # type: ignore[arg-type]
    return " ".join(map(_text, value)) if isinstance(value, tuple) else ""


def _entries(sections: tuple[Section, ...], title: str) -> list[RecordEntry]:
    """Give the entries of the section with a title."""
    content = next(each.content for each in sections if each.title == title)
    entries: tuple[object, ...] = content if isinstance(content, tuple) else ()
    return [each for each in entries if isinstance(each, RecordEntry)]


@pytest.mark.parametrize("on", DAYS)
@pytest.mark.parametrize("name", examples())
def test_nothing_of_the_future_is_shown(name: str, on: str) -> None:
    """What happened, was said or was judged after the day is no entry of the page, and what was before is."""
    brief, day = gb.example(name), gb.When(on)
    assert day.latest is not None
    held = {each.title: each.content for each in page(brief, on=day).sections}
    for section in SECTIONS:
        days = [section.day(record) for record in brief.of_kind(section.kind)]
        past = [each for each in days if each is None or each.earliest is None or each.earliest <= day.latest]
        content = held.get(section.title, ())
        assert isinstance(content, tuple)
        assert len(content) == len(past)
    assert all(entry["when"][:4] <= on[:4] for entry in overview(brief, on=day)["timeline"])


def test_figures_of_later_days_are_left_out() -> None:
    """A deployment shows the figures that are about days until that of the page."""
    figures = [
        gb.Estimate(best=count, on=on, unit="persons") for count, on in ((100, "2024-01"), (900, "2024-10"))
    ]
    troops = gb.Deployment(id="troops", senders=["PRK"], host="RUS", period="2024-01/..", strength=figures)
    brief = gb.Brief(title="A", as_of="2024-12-31", records=[troops])
    for on, rows in (("2024-02-01", 1), ("2024-12-01", 2)):
        (entry,) = _entries(page(brief, on=gb.When(on)).sections, "Deployments")
        (voices,) = (block for block in entry.body if isinstance(block, Figures))
        assert len(voices.rows) == rows


def test_a_weapon_used_in_combat_is_not_called_a_test() -> None:
    """Page and timeline say what it was for."""
    used = gb.WeaponsTest(
        id="strike",
        tester="RUS",
        kind="missile",
        on="2024-11-21",
        purposes=["combat_use"],
        weapon=gb.Weapon(name="Oreshnik"),
    )
    trained = gb.WeaponsTest(id="drill", tester="PRK", kind="missile", on="2024-03-18", purposes=["training"])
    brief = gb.Brief(title="A", as_of="2024-12-31", records=[used, trained])
    shown = _text(page(brief).sections)
    assert "combat use of Oreshnik by Russia" in shown
    assert "missile · training" in shown.replace("  ", " ")
    assert [entry.text for entry in brief.timeline()] == [
        "missile test by North Korea",
        "combat use of a weapon by Russia: Oreshnik",
    ]


def test_a_text_that_binds_nobody_is_not_called_out_of_force() -> None:
    """A political commitment is headed as such; terms and the way out stand with a treaty."""
    memorandum = gb.Treaty(id="memo", title="Memorandum", binding=False, adopted="2000-01-01")
    pact = gb.Treaty(
        id="pact",
        title="Pact",
        adopted="2001-01-01",
        duration=gb.Duration(term="10 years"),
        withdrawal=gb.WithdrawalClause(notice="6 months"),
    )
    brief = gb.Brief(title="A", as_of="2024-12-31", records=[memorandum, pact])
    first, second = _entries(page(brief).sections, "Treaties")
    assert str(second.gutter) == "NOT BINDING"
    (facts,) = (block for block in first.body if isinstance(block, Facts))
    assert {label: str(told) for label, told in facts.rows}.items() >= {
        ("term", "10 years"),
        ("leaving", "6 months after notice"),
    }
