"""Words with their tones, and the page as a plain value."""

import pickle

import geobrief as gb
from geobrief.views.page import page
from geobrief.views.page.parts import Words, words
from geobrief.views.page.verdict import explained, verdict


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


def test_the_truth_value_is_set_apart_and_nothing_that_looks_like_it() -> None:
    """The colour of a verdict comes from its value, whatever a title or a reason pretends."""
    forged = gb.Reason(text="yes: in force", because=(gb.Reason(text="no: not exchanged"),))
    answer = gb.Answer(value=gb.Truth.NO, question="is yes: no in force?", reasons=(forged,))
    for told, text in ((verdict(answer), str(answer)), (explained(answer), answer.explain())):
        assert str(told) == text
        assert [run for run in told.runs if run[1] is not None] == [("no", "bad")]
    assert explained(gb.Members(frozenset({"FIN"}))).runs == (("FIN", None),)


def test_a_page_is_a_value() -> None:
    """Two pages of one brief are equal, can be hashed, and survive a pickle."""
    brief = gb.example("dprk-russia-2024")
    assert page(brief) == page(brief) == pickle.loads(pickle.dumps(page(brief)))
    assert len({page(brief), page(brief), page(brief, on=gb.When("2024-06-01"))}) == 2
    assert isinstance(page(brief).masthead.title, Words)
