"""Whether a text is a treaty in law can itself be disputed (VCLT 2(1)(a))."""

import pickle

import pytest

import geobrief as gb
from tests.law.given import signed, treaty_of
from tests.law.practice.said import value

VIEWS = [
    gb.BindingView(by="UKR", binding=True, ground="it was concluded as an international agreement"),
    gb.BindingView(by="USA", binding=False, ground="it gives assurances, not guarantees"),
]
FOUR = ("GBR", "RUS", "UKR", "USA")


def memorandum(*, position_of: str | None = None, **fields: object) -> gb.TreatyStatus:
    """Make the Budapest Memorandum of 1994, which entered upon signature."""
    acts = [signed(who, "1994-12-05") for who in FOUR]
    told = {"position_of": position_of}
    return treaty_of(gb.Signed(), *acts, told=told, between=FOUR, binding="disputed", **fields)


def test_it_is_unknown_and_gives_both_grounds() -> None:
    """Disputed, it is unknown with the ground of either side (2(1)(a))."""
    found = memorandum(binding_views=VIEWS)
    answer = found.in_force("2000-01-01")
    assert value(answer) == "unknown"
    assert all(str(view.ground) in answer.explain() for view in VIEWS)
    assert value(found.in_force_for("UKR", "2000-01-01")) == "unknown"


def test_it_is_no_before_it_could_bind() -> None:
    """Before its signature it binds nobody in either view (24)."""
    assert value(memorandum(binding_views=VIEWS).in_force("1994-12-04")) == "no"


@pytest.mark.parametrize(("who", "answer"), [("UKR", "yes"), ("USA", "no"), ("GBR", "unknown")])
def test_positions(who: str, answer: str) -> None:
    """Who took a side decides for that side; who took none decides nothing."""
    assert value(memorandum(position_of=who, binding_views=VIEWS).in_force("2000-01-01")) == answer


@pytest.mark.parametrize(
    ("word", "held", "answer"),
    [("yes", True, "yes"), ("no", False, "no"), ("true", True, "yes"), ("false", False, "no")],
)
def test_words_in_files(word: str, held: bool, answer: str) -> None:
    """In files it is yes, no or disputed; true and false stay."""
    text = (
        "{geobrief: 1, title: A, as_of: 2000-01-01, treaties: {t: {title: T, between: [FRA, ITA],"
        f" binding: {word}, entry_into_force: {{upon: {{signature: all}}}}}}}},"
        " signatures: [{treaty: t, by: FRA, on: 1990-01-01}, {treaty: t, by: ITA, on: 1990-01-01}]}"
    )
    brief = gb.loads(text)
    assert brief.treaties["t"].binding is held
    assert value(brief.in_force("t", "1995-01-01")) == answer
    assert gb.loads(gb.dumps(brief)) == brief


def test_disputed_in_files() -> None:
    """Disputed is written and read back."""
    text = "{geobrief: 1, title: A, as_of: 2000-01-01, treaties: {t: {title: T, binding: disputed}}}"
    brief = gb.loads(text)
    assert brief.treaties["t"].binding == "disputed"
    assert gb.loads(gb.dumps(brief)) == brief


def test_views_need_a_dispute() -> None:
    """Views of a text that is not said to be disputed are refused."""
    with pytest.raises(gb.InvalidRecord):
        gb.Treaty(id="t", title="T", binding_views=VIEWS)


def test_it_supersedes_nothing_for_sure() -> None:
    """A text that may be no treaty leaves open whether the older one ended (59)."""
    new = memorandum(binding_views=VIEWS, supersedes=["old"])
    old = gb.Treaty(id="old", title="Old", between=FOUR, entry_into_force=gb.EntryIntoForce(upon=gb.Signed()))
    acts = [gb.Signature(treaty="old", by=who, on="1990-01-01") for who in FOUR]
    found = gb.status(old, acts, as_of="2005-01-01", treaties={"t": new})
    assert [value(found.in_force(day)) for day in ("1994-12-04", "2000-01-01")] == ["yes", "unknown"]


def test_whether_it_has_entered_into_force_is_open_too() -> None:
    """Also after its end nobody can say that a text which may be no treaty entered into force."""
    found = memorandum(binding_views=VIEWS, duration=gb.Duration(until="2010-01-01"))
    assert value(found.entered_into_force) == "unknown"
    assert found.entered_into_force.since == gb.When("1994-12-05")
    assert value(found.in_force("2010-01-01")) == "no"
    assert value(memorandum(position_of="UKR", binding_views=VIEWS).entered_into_force) == "yes"
    assert value(memorandum(position_of="USA", binding_views=VIEWS).entered_into_force) == "no"


def test_every_question_of_law_is_open() -> None:
    """Who is a party and what is operative are as open as the text is; who signed is not."""
    found = memorandum(binding_views=VIEWS)
    assert value(found.in_force_between("GBR", "UKR", "2000-01-01")) == "unknown"
    assert value(found.operative_between("GBR", "UKR", "2000-01-01")) == "unknown"
    assert found.parties("2000-01-01").possible == set(FOUR)
    assert not found.parties("2000-01-01").certain
    assert not found.contracting_states("2000-01-01").certain
    assert found.signatories("2000-01-01").certain == set(FOUR)
    assert [str(each.value) for each in found.timeline()] == ["no", "unknown"]
    assert found.in_force("2000-01-01").missing[0].by == ("UKR", "USA")


def test_what_waits_for_it_is_open() -> None:
    """A treaty that enters into force with a text that may be none enters then or never (24(1))."""
    clause = gb.EntryIntoForce(upon=gb.TreatyInForce("t"))
    other = gb.Treaty(id="o", title="Other", between=["UKR", "USA"], entry_into_force=clause)
    acts = [
        gb.Ratification(treaty="o", by=who, instrument=gb.Instrument(deposited="1990-01-01")) for who in FOUR
    ]
    found = gb.status(other, acts, as_of="2005-01-01", treaties={"t": memorandum()})
    assert [value(found.in_force(day)) for day in ("1994-12-04", "2000-01-01")] == ["no", "unknown"]


@pytest.mark.parametrize("layout", ["yaml", "json", "jsonl", "toml"])
def test_views_in_every_format(layout: str) -> None:
    """Views, with their grounds, come back from every format, and from a pickle."""
    treaty = gb.Treaty(id="t", title="T", binding="disputed", binding_views=VIEWS)
    brief = gb.Brief(title="A", as_of="2000-01-01", records=[treaty])
    assert gb.loads(gb.dumps(brief, format=layout), format=layout) == brief
    assert pickle.loads(pickle.dumps(treaty)) == treaty


def test_a_view_taken_both_ways_decides_nothing() -> None:
    """A state that is recorded with both views has no position that could be told."""
    both = [*VIEWS, gb.BindingView(by="UKR", binding=False)]
    assert value(memorandum(position_of="UKR", binding_views=both).in_force("2000-01-01")) == "unknown"


def test_obligations_under_it_are_possible() -> None:
    """What it obliges to may be owed, and the answer says why that is not known."""
    duty = gb.Provision(article="4", kind="consultation")
    treaty = gb.Treaty(
        id="t",
        title="T",
        between=FOUR,
        binding="disputed",
        binding_views=VIEWS,
        provisions=[duty],
        entry_into_force=gb.EntryIntoForce(upon=gb.Signed()),
    )
    acts = [signed(who, "1994-12-05") for who in FOUR]
    brief = gb.Brief(title="A", as_of="2025-01-01", records=[treaty, *acts])
    [owed] = brief.obligations("USA", "UKR", "2000-01-01")
    assert str(owed.value) == "unknown"
    views = [why.text for reason in owed.reasons for why in (reason, *reason.because)]
    assert any("it gives assurances, not guarantees" in text for text in views)
