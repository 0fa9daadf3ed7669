"""The timeline: what happened, was said and was published, in order, and what follows by law."""

import itertools
import re
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given, settings

import geobrief as gb
from geobrief.brief.timeline import Entry
from geobrief.testing import strategies
from geobrief.values.period import Period

PACT = gb.Treaty(
    id="pact",
    title="Pact",
    between=["PRK", "RUS"],
    entry_into_force=gb.EntryIntoForce(upon=gb.Exchange()),
)
EXCHANGED = gb.InstrumentExchange(treaty="pact", between=["PRK", "RUS"], on="2024-12-04")
TROOPS = gb.Deployment(id="troops", senders=["PRK"], host="RUS", period="2024-10/..", alleged=True)
LAUNCH = gb.WeaponsTest(
    id="launch",
    tester="PRK",
    kind="missile",
    on="2024-10-31",
    launch=gb.Place(name="Sariwon", territory="PRK"),
)
ACCUSED = gb.Accusation(
    id="accused", accusers=["KOR"], accused=["PRK"], made_on="2024-10-18", act_on="2024-10", about=["troops"]
)


def brief_of(*records: gb.Record, as_of: str = "2025-01-01", **header: object) -> gb.Brief:
    """A brief of records."""
    return gb.Brief(**{"title": "A brief", "as_of": as_of, "records": records, **header})  # type: ignore[arg-type]


def lines(brief: gb.Brief, **asked: str) -> list[str]:
    """The timeline as text."""
    return [str(entry) for entry in brief.timeline(**asked)]


# -- what is on it ---------------------------------------------------------------------


def test_happening_saying_and_publishing_are_kept_apart() -> None:
    """The day of an alleged act, the day it was alleged and the day that was published are three entries."""
    source = gb.Source(publisher="Yonhap", title="Troops", published="2024-10-19", actor="KOR")
    brief = brief_of(ACCUSED, sources={"yonhap": source})
    assert lines(brief) == [
        "2024-10-01/2024-10-31: happened: what South Korea allege: the act itself (alleged)",
        "2024-10-18: said: accusation by South Korea against North Korea",
        "2024-10-19: published: Yonhap, “Troops”",
    ]


def test_what_is_alleged_says_so() -> None:
    """A deployment or test that is only alleged is marked; one that is stated is not."""
    alleged, stated = brief_of(TROOPS, LAUNCH).timeline()
    assert (alleged.alleged, stated.alleged) == (True, False)
    assert str(alleged) == "since 2024-10: happened: forces of North Korea in Russia (alleged)"
    assert str(stated) == "2024-10-31: happened: missile test by North Korea"


def test_every_step_of_a_ratification_has_its_day() -> None:
    """Parliament, head of state and deposit are entries of their own, each with its own sources."""
    step = gb.Step(
        kind="lower_house_vote", on="2024-10-24", body="State Duma", citations=[gb.Citation(source="tass")]
    )
    act = gb.Ratification(
        treaty="pact",
        by="RUS",
        steps=[step, gb.Step(kind="decree")],
        instrument=gb.Instrument(deposited="2024-11-01"),
    )
    vote, deposit = brief_of(act).timeline()
    assert str(vote) == "2024-10-24: happened: Russia: lower house vote on pact, State Duma: approved"
    assert vote.citations == (gb.Citation(source="tass"),)
    assert str(deposit) == "2024-11-01: happened: Russia deposits its instrument of ratification of pact"


def test_planned_and_contested_acts_say_so() -> None:
    """An act that is announced, or whose effect is disputed, is not told as done and settled."""
    left = gb.Withdrawal(treaty="pact", by="PRK", received="2003-01-10", contested=[gb.Contest(by="JPN")])
    planned = gb.Signature(treaty="pact", by="RUS", on="2025-06-01", planned=True)
    assert lines(brief_of(left, planned)) == [
        "2003-01-10: happened: notice that North Korea withdraws from pact is received (contested by Japan)",
        "2025-06-01: happened: Russia signs pact (planned)",
    ]


def test_notice_against_renewal_is_told_as_such() -> None:
    """Who does not renew a treaty is not said to withdraw from it."""
    days: dict[str, Any] = {"notified": "1979-04-03", "revoked": "1979-05-01", "effective": "1980-04-11"}
    notice = gb.Withdrawal(treaty="pact", by="CHN", withdraws="renewal", **days)
    assert lines(brief_of(notice)) == [
        "1979-04-03: happened: China gives notice that it does not renew pact",
        "1979-05-01: happened: China takes back its notice not to renew pact",
        "1980-04-11: happened: the notice of China not to renew pact takes effect",
    ]


def test_what_has_no_date_is_not_on_it() -> None:
    """A record without a day has no place in the order of days."""
    assert brief_of(gb.Statement(id="s", speaker="PRK", quote="No.")).timeline() == ()


def test_every_kind_of_saying_is_on_it() -> None:
    """Responses, findings, statements and judgements are said on their days."""
    records = [
        ACCUSED,
        gb.Response(id="r", to="accused", by="PRK", on="2024-10-20", kinds=["denied"]),
        gb.Finding(id="f", about="accused", by="un", on="2024-10-21", verdict="confirmed"),
        gb.Statement(id="s", speaker="PRK", on="2024-10-22", text="it was not us"),
        gb.Assessment(id="j", holders=["KOR"], on="2024-10-23", proposition="it was", likelihood="likely"),
    ]
    said = [entry for entry in brief_of(*records).timeline() if entry.aspect == "said"]
    assert [entry.record for entry in said] == ["accused", "r", "f", "s", "j"]
    assert [entry.text for entry in said[1:]] == [
        "response of North Korea to accused: denied",
        "finding of United Nations on accused: confirmed",
        "statement of North Korea: it was not us",
        "judgement of South Korea (likely): it was",
    ]


# -- what follows by law ---------------------------------------------------------------


def test_entry_into_force_is_derived_and_marked() -> None:
    """No record says that the treaty is in force; the law does, and the entry is marked."""
    happened, derived = brief_of(PACT, EXCHANGED).timeline()
    assert (happened.derived, derived.derived) == (False, True)
    assert happened.record == EXCHANGED.id
    assert (derived.when, derived.record, derived.kind) == (gb.When("2024-12-04"), "pact", "treaty")
    assert "derived: Pact: in force since 2024-12-04" in str(derived)


def test_an_imprecise_change_is_a_span() -> None:
    """Where the day of the exchange is not known, neither is that of entry into force."""
    exchanged = gb.InstrumentExchange(treaty="pact", between=["PRK", "RUS"], on="2024-11")
    (derived,) = [entry for entry in brief_of(PACT, exchanged).timeline() if entry.derived]
    assert isinstance(derived.when, gb.When)
    assert derived.when.earliest == date(2024, 11, 1)
    assert derived.when.latest == date(2024, 11, 30)


def test_nothing_is_derived_beyond_the_records() -> None:
    """That the records end is no change of status, and a later change is not foretold."""
    assert [
        entry for entry in brief_of(PACT, EXCHANGED, as_of="2024-11-12").timeline() if entry.derived
    ] == []


def test_what_stays_open_says_so() -> None:
    """Where it stays open whether a treaty is still in force, the timeline says so from then on."""
    ended = gb.Termination(treaty="pact", on="2024-12-20", contested=[gb.Contest(by="RUS")])
    derived = [entry for entry in brief_of(PACT, EXCHANGED, ended).timeline() if entry.derived]
    assert [str(entry.when) for entry in derived] == ["2024-12-04", "2024-12-20"]
    assert "whether it is in force is unknown" in derived[1].text


def test_what_was_open_for_a_while_says_so() -> None:
    """A stretch of doubt between two certain answers that are the same is told once, where it begins."""
    disputed = attrs.evolve(EXCHANGED, contested=[gb.Contest(by="RUS")])
    ended = gb.Termination(treaty="pact", on="2024-12-20")
    derived = [entry for entry in brief_of(PACT, disputed, ended).timeline() if entry.derived]
    assert [str(entry.when) for entry in derived] == ["2024-12-04"]
    assert "whether it is in force is unknown" in derived[0].text


def test_each_treaty_goes_as_far_as_its_own_file() -> None:
    """In a brief of several files, a treaty is followed to the day of its file, not of the shortest one."""
    whole = gb.example("new-start", "dprk-russia-2024")
    assert str(whole.as_of) == "2024-11-12"
    assert "2026-02-05" in {str(entry.when) for entry in whole.timeline(kind=gb.Treaty) if entry.derived}


def test_the_end_of_a_treaty_is_derived() -> None:
    """New START entered into force in 2011 and ran out in 2026."""
    derived = [entry for entry in gb.example("new-start").timeline() if entry.derived]
    assert [str(entry.when) for entry in derived] == ["2011-02-05", "2026-02-05"]
    assert "in force since" in derived[0].text
    assert "out of force since" in derived[1].text


# -- order and spans -------------------------------------------------------------------


def test_imprecise_days_are_spans() -> None:
    """An imprecise day is shown from the first day that it may be to the last."""

    def span(when: str) -> str:
        return Entry(when=gb.When(when), aspect="said", text="", kind="statement").span

    assert span("2024-06-19") == "2024-06-19"
    assert span("2024-06-19?") == "2024-06-19?"
    assert span("2024-06~") == "2024-06-01/2024-06-30~"
    assert span("../2024-11-12") == "../2024-11-12"
    assert span("2024-11-12/..") == "2024-11-12/.."


@pytest.mark.parametrize(
    ("period", "span"),
    [
        ("2024-10/..", "since 2024-10"),
        ("2024-10/", "since 2024-10, end unknown"),
        ("2024-10/2025-01", "2024-10 to 2025-01"),
        ("../2025-01", "until 2025-01"),
        ("2024-06-19", "2024-06-19"),
    ],
)
def test_what_lasts_is_no_single_day(period: str, span: str) -> None:
    """A stretch is told apart from one unknown day."""
    entry = Entry(when=Period(period), aspect="happened", text="", kind="deployment")
    assert (entry.span, entry.lasts) == (span, True)


def test_on_one_day_happening_comes_before_saying_and_publishing() -> None:
    """The order of a day is: it happens, it is derived, it is said, it is published."""
    said = gb.Statement(id="a", speaker="PRK", quote="Now.", on="2024-12-04")
    source = gb.Source(publisher="KCNA", published="2024-12-04")
    entries = brief_of(PACT, EXCHANGED, said, sources={"kcna": source}).timeline()
    assert [("derived" if each.derived else each.aspect) for each in entries] == [
        "happened",
        "derived",
        "said",
        "published",
    ]


@settings(max_examples=30)
@given(strategies.briefs())
def test_the_order_is_that_of_days(brief: gb.Brief) -> None:
    """Entries are ordered by their first possible day, then their last; each prints and turns plain."""
    entries = brief.timeline()
    assert all(one.sort_key <= other.sort_key for one, other in itertools.pairwise(entries))
    for entry in entries:
        assert str(entry).startswith(f"{entry.span}: ")
        assert entry.to_dict()["when"] == str(entry.when)


# -- filters ---------------------------------------------------------------------------


def test_actors_are_found_in_every_part() -> None:
    """An actor takes part as sender, host, accuser, accused or publisher."""
    brief = brief_of(
        TROOPS, ACCUSED, LAUNCH, sources={"y": gb.Source(publisher="Y", published="2024", actor="KOR")}
    )
    assert {entry.record for entry in brief.timeline(actor="RUS")} == {"troops"}
    assert {entry.record or entry.source for entry in brief.timeline(actor="KOR")} == {"accused", "y"}
    assert {entry.record for entry in brief.timeline(actor="PRK")} == {"troops", "accused", "launch"}


def test_who_speaks_for_a_state_is_that_state() -> None:
    """What a president says is found under the state and under the president, not under another person."""
    people = {name: gb.DeclaredActor(kind="person", name=name, of="RUS") for name in ("putin", "lavrov")}
    said = gb.Statement(id="s", speaker="putin", on="2024-06-19", quote="breakthrough document")
    brief = brief_of(said, actors=people)
    assert len(brief.timeline(actor="RUS")) == len(brief.timeline(actor="SUN")) == 1
    assert len(brief.timeline(actor="putin")) == 1
    assert brief.timeline(actor="lavrov") == ()


def test_kinds_are_classes_or_names() -> None:
    """A kind is given as a class or by its name in files; publications are of the kind source."""
    brief = brief_of(TROOPS, LAUNCH, sources={"y": gb.Source(publisher="Y", published="2024")})
    assert brief.timeline(kind=gb.WeaponsTest) == brief.timeline(kind="weapons_test")
    assert [entry.record for entry in brief.timeline(kind="weapons_test")] == ["launch"]
    assert [entry.source for entry in brief.timeline(kind="source")] == ["y"]


def test_places_are_names_or_codes() -> None:
    """A place is found by its name without regard to case, or by the code of its state."""
    brief = brief_of(TROOPS, LAUNCH)
    assert [entry.record for entry in brief.timeline(place="sariwon")] == ["launch"]
    assert [entry.record for entry in brief.timeline(place="PRK")] == ["launch"]
    assert [entry.record for entry in brief.timeline(place="RUS")] == ["troops"]
    assert brief.timeline(place="KOR") == ()


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"actor": "PRX"}, "PRX"),
        ({"actor": "kim-jung-un"}, "kim-jung-un"),
        ({"kind": "deploiment"}, "did you mean 'deployment'"),
        ({"place": "Sarivon"}, "no place is called 'Sarivon'; did you mean 'Sariwon'"),
        ({"place": "Sari"}, "no place is called 'Sari'"),
    ],
)
def test_a_slip_is_not_taken_for_nothing(asked: dict[str, str], message: str) -> None:
    """An actor, kind or place that nothing knows is refused, so that a slip is no empty story."""
    with pytest.raises(gb.NotFound, match=re.escape(message)):
        brief_of(TROOPS, LAUNCH).timeline(**asked)


def test_whoever_speaks_only_through_a_source_is_known() -> None:
    """The actor of a source is one of the brief, though no record names it."""
    source = gb.Source(publisher="Y", published="2024", actor="some-ministry")
    assert [entry.source for entry in brief_of(sources={"y": source}).timeline(actor="some-ministry")] == [
        "y"
    ]


def test_since_and_until_keep_what_may_lie_between() -> None:
    """Both days are included, and an imprecise entry stays while it may lie between them."""
    vague = gb.Statement(id="vague", speaker="PRK", on="2024-10", quote="Soon.")
    brief = brief_of(TROOPS, LAUNCH, vague)
    assert {entry.record for entry in brief.timeline(since="2024-10-31", until="2024-10-31")} == {
        "troops",
        "launch",
        "vague",
    }
    assert {entry.record for entry in brief.timeline(since="2024-11")} == {"troops"}
    assert {entry.record for entry in brief.timeline(until="2024-10-30")} == {"troops", "vague"}
    assert brief.timeline(until="2024-09-30") == ()
    assert brief.timeline(since="2025", until="2024") == ()


def test_at_gives_one_day() -> None:
    """What happened, lasted, was said and was published on a day, or may have been."""
    brief = gb.example("dprk-russia-2024")
    records = {entry.record or entry.source for entry in brief.at("2024-10-31")}
    assert {"hwasong-19-2024-10-31", "prk-troops-in-russia", "jcs-1031", "japan-mod-1031"} <= records
    assert "srbm-2024-11-05" not in records
    assert brief.at("2024-10-31") == brief.timeline(since="2024-10-31", until="2024-10-31")


@settings(max_examples=20)
@given(strategies.briefs(), strategies.whens())
def test_filters_only_leave_out(brief: gb.Brief, day: gb.When) -> None:
    """A filtered timeline is a part of the whole, in order; before and after make up the whole."""
    whole = brief.timeline()
    before, after = brief.timeline(until=day), brief.timeline(since=day)
    kept = set(before)
    assert before == tuple(entry for entry in whole if entry in kept)
    assert kept | set(after) == set(whole)


# -- plain data ------------------------------------------------------------------------


def test_an_entry_turns_into_plain_data() -> None:
    """Plain data hold what the entry holds, without what is empty."""
    (entry,) = brief_of(TROOPS).timeline()
    assert entry.to_dict() == {
        "when": "2024-10/..",
        "span": "since 2024-10",
        "lasts": True,
        "aspect": "happened",
        "text": "forces of North Korea in Russia",
        "kind": "deployment",
        "record": "troops",
        "actors": ["PRK", "RUS"],
        "places": ["RUS"],
        "alleged": True,
        "derived": False,
    }


def test_an_entry_explains_where_it_is_said() -> None:
    """The explanation of an entry names its sources, each once; without any it is the line itself."""
    cited = gb.Statement(
        id="s",
        speaker="PRK",
        on="2024",
        quote="No.",
        citations=[gb.Citation(source="a"), gb.Citation(source="a")],
    )
    (entry,) = brief_of(cited).timeline()
    assert entry.explain() == f"{entry}\n  - source a"
    (bare,) = brief_of(LAUNCH).timeline()
    assert bare.explain() == str(bare)
