"""Words with their tones, and the page as a plain value."""

import pickle

import pytest

import geobrief as gb
from geobrief.views.page import page
from geobrief.views.page.parts import Words, words
from geobrief.views.page.verdict import verdict


def test_words_are_put_together() -> None:
    """Neighbours of one tone become one run, what is empty is left out, and the text is whole."""
    told = words("in ", ("force", "strong"), ("", "dim"), words(" since", tone="dim"), (" then", "dim"), None)
    assert told.runs == (("in ", None), ("force", "strong"), (" since then", "dim"))
    assert str(told) == "in force since then"


def test_a_run_keeps_its_own_tone_inside_a_whole() -> None:
    """The tone of a whole is that of the runs that have none."""
    inner = words("a ", ("b", "quote"), tone="dim")
    assert words("(", inner, ")").runs == (("(", None), ("a ", "dim"), ("b", "quote"), (")", None))


def test_nothing_is_false() -> None:
    """Words without any text are false, so that they can be left out."""
    assert not words("", None, ("", "dim"))
    assert words(" ")


@pytest.mark.parametrize(
    ("text", "tones"),
    [
        ("no: not exchanged", ["bad", None]),
        ("yes", ["good"]),
        ("unknown, yes or no", ["open", None]),
        ("not yet", [None]),
        ("one\nno: two", [None, "bad", None]),
    ],
)
def test_verdicts_are_set_apart_where_a_line_begins(text: str, tones: list[str | None]) -> None:
    """Only the truth value with which a line begins is set apart, and no letter is lost."""
    told = verdict(text)
    assert [tone for _, tone in told.runs] == tones
    assert str(told) == text


def test_a_page_is_a_value() -> None:
    """Two pages of one brief are equal, can be hashed, and survive a pickle."""
    brief = gb.example("dprk-russia-2024")
    assert page(brief) == page(brief) == pickle.loads(pickle.dumps(page(brief)))
    assert len({page(brief), page(brief), page(brief, on=gb.When("2024-06-01"))}) == 2
    assert isinstance(page(brief).masthead.title, Words)
