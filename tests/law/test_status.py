"""What a status can be asked: imprecise days, periods, stages, what is awaited, the timeline."""

import copy
import pickle
import re
from datetime import date
from typing import Any

import pytest

import geobrief as gb
from geobrief.codec import examples
from geobrief.errors import Undetermined
from geobrief.law import TreatyStatus, status
from geobrief.model.condition import (
    Agreed,
    Condition,
    Consents,
    Exchange,
    FractionOf,
    MembersOf,
    NoObjections,
    OnDate,
    Share,
    Signed,
    TreatyInForce,
)
from geobrief.model.coverage import Coverage
from geobrief.model.entry_into_force import EntryIntoForce
from geobrief.model.exchange import InstrumentExchange, NoteExchange
from geobrief.model.extension import Extension
from geobrief.model.ratification import Instrument, Ratification, Step
from geobrief.model.signature import Signature
from geobrief.model.treaty import Duration, ProvisionalClause, Renewal, Treaty, WithdrawalClause
from geobrief.model.withdrawal import Withdrawal

AS_OF = "2020-12-31"


def consent(by: str, on: str, **more: Any) -> Ratification:
    """Make a consent by deposit."""
    return Ratification(treaty="t", by=by, instrument=Instrument(deposited=on), **more)


def of(
    upon: Condition, *acts: Any, after: str | None = None, told: Any = None, **fields: Any
) -> TreatyStatus:
    """Work out a status."""
    clause = EntryIntoForce(upon=upon, after=after, on_date_if_met_by=fields.pop("met_by", None))
    options: dict[str, Any] = {"as_of": AS_OF, **(told or {})}
    return status(Treaty(id="t", title="the treaty", entry_into_force=clause, **fields), acts, **options)


@pytest.fixture
def ten_years() -> TreatyStatus:
    """A treaty in force from 2001-05-01 to 2011-04-30."""
    return of(Consents(1), consent("AUT", "2001-05-01"), duration=Duration(term="10 years"))


@pytest.mark.parametrize(
    ("on", "value"),
    [
        ("2000", "no"),
        ("2001", "unknown"),
        ("2002", "yes"),
        ("2011-04", "yes"),
        ("2011", "unknown"),
        ("../2000", "no"),
        ("2012/..", "unknown"),
        (date(2005, 1, 1), "yes"),
    ],
)
def test_an_imprecise_day_is_one_unknown_day(ten_years: TreatyStatus, on: Any, value: str) -> None:
    """It must be yes only if it is on every possible day, and no only if on none."""
    answer = ten_years.in_force(on)
    assert str(answer.value) == value
    if str(on) == "2001":
        assert answer.missing[0].kind == "day"


@pytest.mark.parametrize(
    ("during", "value"),
    [
        ("2002/2010", "yes"),
        ("2000/2010", "no"),
        ("2001", "no"),
        ("2001-05-01/2011-04-30", "yes"),
        ("2001/2010", "unknown"),
        ("2005/2030", "no"),
        ("2005/2011", "unknown"),
    ],
)
def test_throughout_a_period(ten_years: TreatyStatus, during: str, value: str) -> None:
    """Throughout means on every day of the period, given all that is imprecise about its ends."""
    answer = ten_years.in_force(during=during)
    assert str(answer.value) == value
    assert answer.reasons
    assert ten_years.in_force_for("AUT", during=during).value is answer.value


def test_since_and_until(ten_years: TreatyStatus) -> None:
    """An answer must say from when to when it has been so."""
    answer = ten_years.in_force("2005-01-01")
    assert (str(answer.since), str(answer.until)) == ("2001-05-01", "2011-05-01")
    assert str(ten_years.in_force("1999-01-01").until) == "2001-05-01"
    assert ten_years.in_force("1999-01-01").since is None
    assert ten_years.in_force("2030-01-01").since is None


def test_an_omitted_day_is_as_of_and_said() -> None:
    """The sentence must say which day was taken; without ``as_of``, the last on which anything changes."""
    found = of(Consents(1), consent("AUT", "2001-05-01"))
    assert "(as of 2020-12-31)" in str(found.in_force())
    unbounded = of(Consents(1), consent("AUT", "2001-05-01"), after="30 days", told={"as_of": None})
    assert unbounded.in_force().is_yes
    assert str(unbounded.in_force().on) == "2001-05-31"
    assert unbounded.in_force("2999-01-01").is_yes
    assert of(Consents(1), told={"as_of": None}).in_force().is_unknown


def test_an_open_answer_explains_itself_when_taken_for_a_bool() -> None:
    """The exception must hold the explanation."""
    found = of(Consents(2), consent("AUT", "2001-05-01"), consent("BEL", "2001"), after="1 month")
    with pytest.raises(Undetermined, match="exact day of entry into force"):
        bool(found.in_force("2001-08-01"))
    with pytest.raises(Undetermined, match="exact day"):
        bool(found.in_force_for("BEL", "2001-08-01"))


def test_sets_have_certain_and_possible_members() -> None:
    """Where it is open whether a state belongs, the size must not be guessed."""
    found = of(Consents(1), consent("AUT", "2001-05-01"), consent("BEL", "2001"))
    parties = found.parties("2001-08-01")
    assert sorted(parties.certain) == ["AUT"]
    assert sorted(parties.possible) == ["BEL"]
    with pytest.raises(Undetermined):
        len(parties)
    assert found.parties("2001").possible == {"AUT", "BEL"}


def test_stages() -> None:
    """The furthest stage reached by a day must be named."""
    steps = [
        Step(kind="lower_house_vote", on="2001-01-10", body="Assembly"),
        Step(kind="upper_house_vote", on="2001-01-20", result="rejected"),
        Step(kind="submission", on="2001-01-01"),
    ]
    act = Ratification(
        treaty="t",
        by="AUT",
        steps=steps,
        instrument=Instrument(executed="2001-02-01", deposited="2001-03-01"),
    )
    told = Ratification(treaty="t", by="BEL", instrument=Instrument(received="2001-03-01"))
    note = NoteExchange(treaty="t", between=["DNK", "FIN"], on="2001-03-01")
    signed = Signature(treaty="t", by="NOR", on="2001-03-01", effect="definitive")
    found = of(Consents(9), act, told, note, signed)
    days = ("2001-01-05", "2001-01-15", "2001-02-15", "2001-03-01")
    stages = ["none", "approved_domestically", "instrument_executed", "deposited"]
    assert [found.stage("AUT", day) for day in days] == stages
    assert [found.stage(who, "2001-04-01") for who in ("BEL", "DNK", "NOR", "SWE")] == [
        "notified",
        "exchanged",
        "signed",
        "none",
    ]
    answer = found.in_force("2001-01-15")
    assert any("Assembly, 2001-01-10" in reason.text for reason in answer.reasons)


def test_a_state_that_signed_and_did_not_consent_is_no_party() -> None:
    """The reasons must say what it did."""
    acts = [Signature(treaty="t", by="USA", on="1999-01-01"), consent("AUT", "2001-05-01")]
    answer = of(Consents(1), *acts).in_force_for("USA", "2005-01-01")
    assert str(answer) == "no: the United States signed on 1999-01-01 and has not consented to be bound"
    assert answer.missing[0].by == ("USA",)
    assert "has not consented" in str(of(Consents(1), *acts).in_force_for("CHN", "2005-01-01"))


@pytest.mark.parametrize(
    ("upon", "kind", "text"),
    [
        (Consents(3), "consent", "2 more consents"),
        (Consents(2), "consent", "1 more consent"),
        (MembersOf(group="club", at_least=2), "consent", "2 more consents by members of club"),
        (Signed(by=["BEL", "DNK"]), "signature", "signature by BEL (Belgium)"),
        (Share("nothing", at_least="1/2"), "records", "the table of nothing"),
        (OnDate("2030-01-01"), "day", "2030-01-01"),
        (Agreed(), "agreement", "agreement of the negotiating states on the day"),
        (TreatyInForce("other"), "treaty", "entry into force of other"),
        (Exchange("notes"), "exchange", "exchange of notes"),
        (NoObjections(within="20 years"), "day", "20 years without objection"),
    ],
)
def test_what_is_awaited_is_typed(upon: Condition, kind: str, text: str) -> None:
    """Each condition must say what it still needs."""
    found = of(upon, consent("AUT", "2001-05-01"), groups={"club": ["BEL", "DNK"]}, adopted="2015-01-01")
    missing = found.awaiting("2016-01-01")
    assert missing[0].kind == kind
    assert text in str(missing[0])


def test_after_the_trigger_only_the_day_is_awaited() -> None:
    """Once the condition is met, time is all that is missing; after entry nothing is."""
    found = of(Consents(1), consent("AUT", "2001-05-01"), after="30 days")
    assert [str(each) for each in found.awaiting("2001-05-10")] == ["2001-05-31"]
    assert str(found.in_force("2001-05-10")).endswith("it enters into force on 2001-05-31")
    assert found.awaiting("2001-05-31") == ()


def test_a_fraction_says_how_many_are_lacking() -> None:
    """The number must follow from the size of the set, where that is known."""
    signed = [Signature(treaty="t", by=who, on="2001-01-01") for who in ("AUT", "BEL", "DNK", "FIN")]
    found = of(FractionOf(of="signatories", more_than="1/2"), *signed, consent("AUT", "2001-02-01"))
    assert found.awaiting("2002-01-01")[0].count == 2
    open_set = [*signed, Signature(treaty="t", by="NOR", on="2001-06/2003-06")]
    vague = of(FractionOf(of="signatories", more_than="1/2"), *open_set, consent("AUT", "2001-02-01"))
    assert vague.awaiting("2002-01-01")[0].count is None


def test_timeline_prints_one_stretch_a_line(ten_years: TreatyStatus) -> None:
    """The timeline must cover all days and print them."""
    lines = str(ten_years.timeline()).splitlines()
    assert [line.split(": ")[0] for line in lines] == [
        ".. to 2001-05-01",
        "2001-05-01 to 2011-05-01",
        "2011-05-01 to 2021-01-01",
        "2021-01-01 to ..",
    ]
    assert ten_years.timeline().on(date(2005, 1, 1)).value.is_yes


def test_explain_is_one_page(ten_years: TreatyStatus) -> None:
    """It must hold the answer with its reasons and the three sets of states."""
    page = ten_years.explain("2005-01-01")
    assert page.startswith("is the treaty in force")
    assert "yes: in force since 2001-05-01" in page
    assert page.endswith("signatories: none\ncontracting states: AUT\nparties: AUT")


def test_answers_pickle(ten_years: TreatyStatus) -> None:
    """An answer must survive pickling, so that it can travel between processes."""
    answer = ten_years.in_force("2005-01-01")
    assert pickle.loads(pickle.dumps(answer)) == answer


@pytest.mark.parametrize(
    ("extensions", "day"),
    [
        ([{"agreed": "2010-01-01", "lengthened": "20 years"}], "2016-05-01"),
        ([{"agreed": "2010-01-01"}], "2016-05-01"),
        ([{"agreed": "2010-01-01", "until": "2013-01-01"}], "2013-01-01"),
        ([{"agreed": "2010-01-01", "until": "2019-01-01"}], "2016-05-01"),
        ([{"agreed": f"201{n}-01-01", "lengthened": "1 year", "id": f"e{n}"} for n in (0, 1)], "2013-05-01"),
        ([{"agreed": f"201{n}-01-01", "lengthened": "4 years", "id": f"e{n}"} for n in (0, 3)], "2016-05-01"),
    ],
)
def test_extensions_go_no_further_than_the_text_allows(extensions: list[Any], day: str) -> None:
    """What the parties may extend by agreement is bounded by the clause, all extensions together."""
    found = of(
        Consents(1),
        consent("AUT", "2001-05-01"),
        *(Extension(treaty="t", **extension) for extension in extensions),
        duration=Duration(term="10 years", extendable_by="5 years"),
    )
    assert str(found.in_force("2005-01-01").until) == day


def test_a_term_may_end_on_a_fixed_day_and_months_may_renew_years() -> None:
    """A day fixed in the text is the first day out; boundaries of mixed units are counted in turn."""
    until = of(Consents(1), consent("AUT", "2001-05-01"), duration=Duration(until="2006-01-01"))
    assert until.in_force("2005-12-31").is_yes
    assert until.in_force("2006-01-01").is_no
    renewing = Duration(term="2 years", renewal=Renewal(each="6 months", times=3))
    mixed = of(Consents(1), consent("AUT", "2001-05-01"), duration=renewing)
    assert str(mixed.in_force("2004-01-01").until) == "2004-11-01"
    assert any(
        "renewed on 2003-11-01 for 6 months" in reason.text for reason in mixed.in_force("2004-01-01").reasons
    )


def test_an_extension_that_may_be_late_leaves_it_open() -> None:
    """Whether it took effect by the day of expiry must be known."""
    late = Extension(treaty="t", agreed="2003", lengthened="1 year")
    found = of(Consents(1), consent("AUT", "2001-05-01"), late, duration=Duration(term="2 years"))
    assert found.in_force("2003-04-30").is_yes
    assert found.in_force("2003-08-01").is_unknown
    vague = Extension(treaty="t", agreed="2002-01-01")
    assert (
        of(Consents(1), consent("AUT", "2001-05-01"), vague, duration=Duration(term="2 years"))
        .in_force("2010-01-01")
        .is_unknown
    )


def test_withdrawal_that_is_not_allowed_or_may_be_premature() -> None:
    """A text may forbid withdrawal; a notice that may be premature leaves it open."""
    acts = [consent("AUT", "2001-01-01"), Withdrawal(treaty="t", by="AUT", received="2003-07")]
    never = of(Consents(1), *acts, withdrawal=WithdrawalClause(allowed=False))
    assert never.in_force_for("AUT", "2010-01-01").is_yes
    clause = WithdrawalClause(notice="0 days", not_before="912 days", not_before_from="party")
    assert of(Consents(1), *acts, withdrawal=clause).in_force_for("AUT", "2010-01-01").is_unknown


def test_a_notice_that_may_have_been_revoked_in_time_leaves_it_open() -> None:
    """Revocation works only before the notice takes effect (68)."""
    clause = WithdrawalClause(notice="1 year")
    notice = Withdrawal(treaty="t", by="AUT", received="2003-01-01", revoked="2003/2004")
    found = of(Consents(1), consent("AUT", "2001-01-01"), notice, withdrawal=clause)
    assert found.in_force_for("AUT", "2003-12-31").is_yes
    assert found.in_force_for("AUT", "2004-06-01").is_unknown


def test_a_stated_day_of_effect_is_taken() -> None:
    """What the record says of the day of effect must hold, with or without a clause."""
    notice = Withdrawal(treaty="t", by="AUT", notified="2003-01-01", effective="2003-06-01")
    found = of(Consents(1), consent("AUT", "2001-01-01"), notice)
    assert found.in_force_for("AUT", "2003-05-31").is_yes
    assert found.in_force_for("AUT", "2003-06-01").is_no


@pytest.mark.parametrize(
    ("since", "day"), [("2001-09-01", "2001-09-01"), ("adoption", "2001-05-01"), ("notification", None)]
)
def test_provisional_application_by_clause(since: str, day: str | None) -> None:
    """A clause may apply a treaty to signatories from a day, from adoption, or as each notifies."""
    found = of(
        Consents(5),
        Signature(treaty="t", by="AUT", on="2001-05-01"),
        adopted="2001-04-01",
        provisional_application=ProvisionalClause(since=since),
    )
    answer = found.provisionally_applied("AUT", "2002-01-01")
    assert answer.is_yes is (day is not None)
    assert str(answer.since) == str(day)


def test_an_imprecise_bound_of_the_clause_is_a_world_too() -> None:
    """Where the fixed day itself is imprecise, entry must lie within both outcomes."""
    found = of(Consents(1), consent("AUT", "2001-05-10"), after="30 days", met_by="2001-05")
    assert found.in_force("2001-05-09").is_no
    assert found.in_force("2001-05-20").is_unknown
    assert found.in_force("2001-06-09").is_yes


def test_a_dissolved_state_is_no_party_and_a_bilateral_treaty_with_it_is_open() -> None:
    """What becomes of a bilateral treaty is a question of succession, which is not decided."""
    exchange = InstrumentExchange(treaty="t", on="1970-01-01")
    found = of(Exchange(), exchange, between=["AUT", "CSK"])
    assert found.in_force("1990-01-01").is_yes
    assert found.in_force("1995-01-01").is_unknown
    assert list(found.parties("1995-01-01").certain) == []


def test_what_is_no_treaty_and_no_act_is_refused() -> None:
    """An id in place of a treaty, or a treaty among the acts, must be named as what is wrong."""
    with pytest.raises(TypeError, match=r"expected a Treaty, got 't'; by its id, ask brief.status"):
        status("t", [])  # type: ignore[arg-type]
    treaty = Treaty(id="t", title="T")
    with pytest.raises(TypeError, match="expected acts on a treaty, got Treaty"):
        status(treaty, [treaty])  # type: ignore[list-item]


def test_nothing_covered_is_unknown_throughout() -> None:
    """Where absence says nothing, neither a yes nor a no can be given."""
    found = of(Consents(1), consent("AUT", "2001-01-01"), told={"covered": Coverage(covered=False)})
    assert {str(stretch.value) for stretch in found.timeline()} == {"unknown"}
    assert found.entered_into_force.is_yes


@pytest.mark.parametrize(
    ("name", "given", "instead"),
    [
        ("computed_entry", (), "entered_into_force.since"),
        ("entry_span", (), "entry()"),
        ("party_span", ("RUS",), "entry(state)"),
        ("in_force_course", (), "timeline()"),
        ("party_course", ("RUS",), "in_force_for(state, on)"),
        ("consent_course", ("RUS",), "contracting_states(on)"),
        ("signed_course", ("RUS",), "signatories(on)"),
        ("standing", ("parties", 730_000), "parties(on)"),
    ],
)
def test_what_speaks_ordinals_of_days_warns(
    ten_years: TreatyStatus, name: str, given: tuple[Any, ...], instead: str
) -> None:
    """A name that will go must answer as before, and say what to ask instead."""
    with pytest.warns(DeprecationWarning, match=rf"TreatyStatus\.{name} will go: use {re.escape(instead)}"):
        assert getattr(ten_years, name)(*given) is not None


@pytest.mark.parametrize("name", examples())
def test_a_status_of_a_brief_pickles(name: str) -> None:
    """A status that was asked comes back from a pickle, and answers alike; so does a copy."""
    brief = gb.example(name)
    for treaty in brief.of_kind(gb.Treaty):
        for assumed in (False, True):
            asked = brief.status(treaty.id, assume_unchanged=assumed)
            said = [str(asked.in_force("2020-01-01")), asked.parties("2020-01-01"), asked.timeline()]
            for back in (pickle.loads(pickle.dumps(asked)), copy.deepcopy(asked)):
                assert [str(back.in_force("2020-01-01")), back.parties("2020-01-01"), back.timeline()] == said


def test_a_status_of_its_own_pickles() -> None:
    """A status that was made of a treaty and acts, with others to ask, comes back and answers alike."""
    parent = gb.Treaty(id="parent", title="Parent", entry_into_force=gb.EntryIntoForce(upon=gb.Consents(1)))
    child = gb.Treaty(
        id="child", title="Child", entry_into_force=gb.EntryIntoForce(upon=gb.TreatyInForce("parent"))
    )
    act = gb.Ratification(treaty="parent", by="BEL", instrument=gb.Instrument(deposited="2000-01-01"))
    asked = gb.status(child, [], as_of="2010", treaties={"parent": gb.status(parent, [act], as_of="2010")})
    said = asked.in_force("2005-01-01").explain()
    assert pickle.loads(pickle.dumps(asked)).in_force("2005-01-01").explain() == said
