"""Treaties with a life story, from the public record: each question with its answer and deciding act."""

from datetime import date

import geobrief as gb
from geobrief.answer import Answer
from geobrief.law import TreatyStatus, status
from geobrief.model.act import Act, Contest
from geobrief.model.condition import Consents, Exchange, FractionOf, Named
from geobrief.model.entry_into_force import SAME, EntryIntoForce, LaterParties
from geobrief.model.exchange import InstrumentExchange
from geobrief.model.extension import Extension
from geobrief.model.ratification import Instrument, Ratification
from geobrief.model.signature import Signature
from geobrief.model.suspension import Suspension
from geobrief.model.treaty import Duration, Renewal, Treaty, WithdrawalClause
from geobrief.model.withdrawal import Withdrawal
from geobrief.values.delay import Days, Months, Years

ON_EXCHANGE = EntryIntoForce(upon=Exchange())


def says(answer: Answer, value: str, decisive: str, *others: str) -> None:
    """Check an answer and that its reasons name the deciding act, or the treaty where its text decides."""
    assert str(answer.value) == value, answer.explain()
    named = {name for reason in answer.reasons for each in reason.walk() for name in each.records}
    assert named.issuperset({decisive, *others}), answer.explain()


def lacks(answer: Answer, kind: str, *by: str) -> None:
    """Check that an answer is no for want of an act, which must be what is missing."""
    assert answer.is_no, answer.explain()
    assert (kind, by) in [(missing.kind, missing.by) for missing in answer.missing], answer.explain()


def partnership(*acts: Act, as_of: str = "2025-01-01") -> TreatyStatus:
    """Build the DPRK–Russia treaty of 2024."""
    treaty = Treaty(
        id="partnership",
        title="Comprehensive Strategic Partnership",
        between=["PRK", "RUS"],
        entry_into_force=ON_EXCHANGE,
        withdrawal=WithdrawalClause(notice=Years(1)),
        supersedes=["friendship-2000"],
    )
    return status(
        treaty,
        [
            Signature(treaty="partnership", by="PRK", on="2024-06-19"),
            Signature(treaty="partnership", by="RUS", on="2024-06-19"),
            Ratification(treaty="partnership", by="RUS", instrument=Instrument(executed="2024-11-09")),
            Ratification(treaty="partnership", by="PRK", instrument=Instrument(executed="2024-11-11")),
            *acts,
        ],
        as_of=as_of,
    )


EXCHANGED = InstrumentExchange(treaty="partnership", on="2024-12-04")


def test_dprk_russia_before_the_exchange() -> None:
    """Instruments that are executed and not exchanged must be a stage, not consent."""
    found = partnership(EXCHANGED)
    answer = found.in_force("2024-11-12")
    says(answer, "no", "ratification-partnership-rus", "ratification-partnership-prk")
    assert str(answer) == "no: instruments of ratification have not been exchanged"
    [missing] = answer.missing
    assert (missing.kind, missing.by) == ("exchange", ("PRK", "RUS"))
    assert str(missing) == "exchange of instruments between PRK (North Korea) and RUS (Russia)"
    assert len(found.contracting_states("2024-11-12")) == 0
    assert found.stage("PRK", "2024-11-12") == "instrument_executed"
    for day in ("2024-06-01", "2024-12-03"):
        says(found.in_force(day), "no", "partnership")
        lacks(found.in_force(day), "exchange", "PRK", "RUS")


def test_dprk_russia_after_the_exchange() -> None:
    """The exchange must bring the treaty into force on that day."""
    found = partnership(EXCHANGED)
    says(found.in_force("2024-12-04"), "yes", "instrument-exchange-partnership")
    says(found.entered_into_force, "yes", "instrument-exchange-partnership")
    assert str(found.entered_into_force.since) == "2024-12-04"
    assert sorted(found.parties("2024-12-04")) == ["PRK", "RUS"]
    assert found.in_force("2025-01-02").is_unknown
    assert partnership(as_of="2024-11-12").in_force("2024-12-25").missing[0].kind == "records"


def test_dprk_russia_supersedes_the_treaty_of_2000() -> None:
    """The treaty of 2000 must end once all its parties are parties to the new one (59)."""
    old = Treaty(
        id="friendship-2000", title="Friendship 2000", between=["PRK", "RUS"], entry_into_force=ON_EXCHANGE
    )
    new = partnership(EXCHANGED)
    found = status(
        old,
        [InstrumentExchange(treaty="friendship-2000", on="2000-10-04")],
        as_of="2025-01-01",
        treaties={"partnership": new},
    )
    says(found.in_force("2024-12-03"), "yes", "instrument-exchange-friendship-2000")
    answer = found.in_force("2024-12-04")
    says(answer, "no", "partnership")
    assert "superseded by Comprehensive Strategic Partnership" in str(answer)


def new_start(*, extended: bool = True, position_of: str | None = None) -> TreatyStatus:
    """Build New START."""
    treaty = Treaty(
        id="new-start",
        title="New START",
        between=["USA", "RUS"],
        entry_into_force=ON_EXCHANGE,
        duration=Duration(term=Years(10), extendable_by=Years(5)),
    )
    acts: list[Act] = [
        Signature(treaty="new-start", by="USA", on="2010-04-08"),
        Signature(treaty="new-start", by="RUS", on="2010-04-08"),
        InstrumentExchange(treaty="new-start", on="2011-02-05"),
        Suspension(
            treaty="new-start",
            by="RUS",
            notified="2023-02-28",
            contested=[Contest(by="USA", ground="legally invalid")],
        ),
    ]
    if extended:
        acts.append(Extension(treaty="new-start", agreed="2021-02-03", lengthened="5 years"))
    return status(treaty, acts, as_of="2026-03-01", position_of=position_of)


def test_new_start() -> None:
    """It must run ten years and five, and its suspension must stay a dispute."""
    found = new_start()
    says(found.in_force("2011-02-04"), "no", "new-start")
    lacks(found.in_force("2011-02-04"), "exchange", "USA", "RUS")
    says(found.in_force("2012-01-01"), "yes", "instrument-exchange-new-start")
    says(found.in_force("2021-03-01"), "yes", "extension-new-start")
    assert str(found.in_force("2021-03-01")) == (
        "yes: in force since 2011-02-05, extended by agreement on 2021-02-03 until 2026-02-05"
    )
    unextended = new_start(extended=False)
    says(unextended.in_force("2021-02-04"), "yes", "instrument-exchange-new-start")
    for day in ("2021-02-05", "2021-03-01"):
        says(unextended.in_force(day), "no", "new-start")  # by its text, which gives it ten years
        assert unextended.in_force(day).reasons[0].rule == "VCLT 54(a)"
    says(found.in_force("2024-01-01"), "yes", "extension-new-start")
    answer = found.operative_between("USA", "RUS", "2024-01-01")
    says(answer, "unknown", "suspension-new-start-rus")
    assert answer.missing[0].kind == "legal_effect"
    assert "contested by the United States" in str(answer.missing[0])
    assert new_start(position_of="RUS").operative_between("USA", "RUS", "2024-01-01").is_no
    assert new_start(position_of="USA").operative_between("USA", "RUS", "2024-01-01").is_yes
    says(found.in_force("2026-02-04"), "yes", "extension-new-start")
    says(found.in_force("2026-02-05"), "no", "extension-new-start")


def test_abm_treaty() -> None:
    """A continuing state must stay the party, and notice must run for six months."""
    treaty = Treaty(
        id="abm",
        title="ABM Treaty",
        between=["USA", "SUN"],
        entry_into_force=ON_EXCHANGE,
        withdrawal=WithdrawalClause(notice=Months(6)),
    )
    acts = [
        Signature(treaty="abm", by="USA", on="1972-05-26"),
        Signature(treaty="abm", by="SUN", on="1972-05-26"),
        InstrumentExchange(treaty="abm", on="1972-10-03"),
        Withdrawal(treaty="abm", by="USA", notified="2001-12-13"),
    ]
    found = status(treaty, acts, as_of="2003-01-01")
    says(found.in_force("1972-06-01"), "no", "abm")
    lacks(found.in_force("1972-06-01"), "exchange", "USA", "SUN")
    says(found.in_force_between("USA", "RUS", "1995-01-01"), "yes", "instrument-exchange-abm")
    says(found.in_force("2002-05-01"), "yes", "withdrawal-abm-usa")
    says(found.in_force("2002-06-13"), "no", "withdrawal-abm-usa")
    assert sorted(found.parties("1980-01-01")) == ["SUN", "USA"]
    assert sorted(found.parties("1995-01-01")) == ["RUS", "USA"]


def friendship_1961(*, contested: bool) -> TreatyStatus:
    """Build the Soviet–North Korean treaty of 1961."""
    treaty = Treaty(
        id="friendship-1961",
        title="Treaty of Friendship of 1961",
        between=["PRK", "SUN"],
        entry_into_force=ON_EXCHANGE,
        duration=Duration(term=Years(10), renewal=Renewal(each=Years(5), notice=Months(12))),
    )
    notice = Withdrawal(
        treaty="friendship-1961",
        by="RUS",
        notified="1995-08-01/1995-09-09",
        contested=[Contest(by="PRK", ground="not in time")] if contested else [],
    )
    acts = [InstrumentExchange(treaty="friendship-1961", on="1961-09-10"), notice]
    return status(treaty, acts, as_of="1997-01-01")


def test_friendship_treaty_of_1961() -> None:
    """It must renew itself by five years until notice is given twelve months before the end of a term."""
    found = friendship_1961(contested=False)
    says(found.in_force("1971-12-01"), "yes", "instrument-exchange-friendship-1961")
    says(found.in_force("1996-03-01"), "yes", "withdrawal-friendship-1961-rus")
    says(found.in_force("1996-12-01"), "no", "withdrawal-friendship-1961-rus")
    says(found.in_force("1996-09-09"), "yes", "withdrawal-friendship-1961-rus")
    says(found.in_force("1996-09-10"), "no", "withdrawal-friendship-1961-rus")
    disputed = friendship_1961(contested=True)
    says(disputed.in_force("1996-12-01"), "unknown", "withdrawal-friendship-1961-rus")
    says(disputed.in_force("1996-03-01"), "yes", "instrument-exchange-friendship-1961")


NATO = "north-atlantic-treaty"
NAMED = ("BEL", "CAN", "FRA", "LUX", "NLD", "GBR", "USA")


def test_north_atlantic_treaty() -> None:
    """It must enter into force on the last of the deposits it names, and for each later party on its own."""
    treaty = Treaty(
        id=NATO,
        title="North Atlantic Treaty",
        entry_into_force=EntryIntoForce(
            upon=Named(NAMED) & FractionOf(of="signatories", more_than="1/2"), then=LaterParties()
        ),
    )
    found = status(treaty, gb.example(NATO).acts_on(NATO), as_of="2024-12-31")
    lacks(found.in_force("1949-08-23"), "consent", "FRA")
    says(found.in_force("1949-08-24"), "yes", "ratification-north-atlantic-treaty-fra")
    assert str(found.entered_into_force.since) == "1949-08-24"
    assert len(found.parties("2023-05-01")) == 31
    assert len(found.parties("2024-04-01")) == 32
    lacks(found.in_force_between("FIN", "SWE", "2023-06-01"), "consent", "SWE")
    finland, sweden = (f"ratification-north-atlantic-treaty-{who}" for who in ("fin", "swe"))
    says(found.in_force_between("FIN", "SWE", "2024-06-01"), "yes", finland, sweden)
    says(found.in_force_for("FIN", "2023-06-01"), "yes", finland)


def _deposit(treaty: str, by: str, on: str, means: str = "ratification") -> Ratification:
    return Ratification(treaty=treaty, by=by, means=means, instrument=Instrument(deposited=on))  # type: ignore[arg-type]


def test_us_japan_security_treaty() -> None:
    """Notice that nobody gave must end nothing, though it may be given after ten years."""
    treaty = Treaty(
        id="us-japan",
        title="US–Japan Security Treaty",
        between=["USA", "JPN"],
        entry_into_force=ON_EXCHANGE,
        withdrawal=WithdrawalClause(notice=Years(1), not_before=Years(10)),
    )
    acts = [
        Signature(treaty="us-japan", by="USA", on="1960-01-19"),
        Signature(treaty="us-japan", by="JPN", on="1960-01-19"),
        InstrumentExchange(treaty="us-japan", on="1960-06-23"),
    ]
    found = status(treaty, acts, as_of="2024-12-31")
    says(found.in_force("1960-06-01"), "no", "us-japan", "signature-us-japan-usa")
    lacks(found.in_force("1960-06-01"), "exchange", "USA", "JPN")
    says(found.in_force("2024-01-01"), "yes", "instrument-exchange-us-japan")


ANNEX_2 = [
    "DZA", "ARG", "AUS", "AUT", "BGD", "BEL", "BRA", "BGR", "CAN", "CHL", "CHN", "COL", "PRK", "COD", "EGY",
    "FIN", "FRA", "DEU", "HUN", "IND", "IDN", "IRN", "ISR", "ITA", "JPN", "MEX", "NLD", "NOR", "PAK", "PER",
    "POL", "KOR", "ROU", "RUS", "SVK", "ZAF", "ESP", "SWE", "CHE", "TUR", "UKR", "GBR", "USA", "VNM",
]  # fmt: skip
NOT_RATIFIED = {"CHN", "EGY", "IND", "IRN", "ISR", "PAK", "PRK", "USA"}


def test_ctbt() -> None:
    """The states awaited must be those of Annex 2 that have not ratified, Russia again since 2023."""
    treaty = Treaty(
        id="ctbt",
        title="CTBT",
        groups={"annex-2": ANNEX_2},
        entry_into_force=EntryIntoForce(upon=Named(["annex-2"]), after=Days(180), not_before="1998-09-24"),
    )
    found = status(treaty, gb.example("ctbt").acts_on("ctbt"), as_of="2024-12-31")
    says(found.entered_into_force, "no", "ctbt", "withdrawal-ctbt-rus")
    assert len(found.contracting_states("2023-10-01").certain & set(ANNEX_2)) == 36
    before = found.awaiting("2023-10-01")
    assert {code for each in before for code in each.by} == NOT_RATIFIED
    unsigned = {code for each in before for code in each.by if each.text.startswith("signature and")}
    assert unsigned == {"IND", "PAK", "PRK"}
    after = found.awaiting("2023-12-01")
    assert {code for each in after for code in each.by} == NOT_RATIFIED | {"RUS"}
    assert "RUS" in found.signatories("2023-12-01")
    assert "RUS" in found.contracting_states("2023-10-01")
    assert "RUS" not in found.contracting_states("2023-12-01")
    says(found.bound_by_interim_obligation("RUS", "2023-12-01"), "yes", "signature-ctbt-rus")


def test_cwc() -> None:
    """Whoever deposits before entry must be bound from entry, whoever deposits later after thirty days."""
    codes = [chr(65 + i // 26) + chr(65 + i % 26) + "X" for i in range(64)]
    treaty = Treaty(
        id="cwc",
        title="CWC",
        entry_into_force=EntryIntoForce(
            upon=Consents(65, means=["ratification"]),
            after=Days(180),
            not_before="1995-01-13",
            then=LaterParties(after=Days(30), to="deposited_after_entry"),
        ),
    )
    acts = [_deposit("cwc", who, "1995-06-01") for who in codes]
    acts += [_deposit("cwc", "HUN", "1996-10-31"), _deposit("cwc", "USA", "1997-04-25")]
    acts += [_deposit("cwc", "CHN", "1997-04-25"), _deposit("cwc", "KWT", "1997-05-10")]
    found = status(treaty, acts, as_of="2000-01-01")
    says(found.entered_into_force, "yes", "ratification-cwc-hun")
    assert str(found.entered_into_force.since) == "1997-04-29"
    for who in ("USA", "CHN"):
        says(found.in_force_for(who, "1997-04-28"), "no", f"ratification-cwc-{who.lower()}")
        says(found.in_force_for(who, "1997-04-29"), "yes", f"ratification-cwc-{who.lower()}")
    says(found.in_force_for("KWT", "1997-06-08"), "no", "ratification-cwc-kwt")
    answer = found.in_force_for("KWT", "1997-06-09")
    says(answer, "yes", "ratification-cwc-kwt")
    assert str(answer.since) == "1997-06-09"


def test_iccpr_and_the_notice_of_north_korea() -> None:
    """A withdrawal from a treaty whose nature excludes it must be without effect (56)."""
    treaty = Treaty(
        id="iccpr",
        title="ICCPR",
        entry_into_force=EntryIntoForce(upon=Consents(1), after=Months(3), then=SAME),
        withdrawal=WithdrawalClause(allowed=False),
    )
    acts = [
        _deposit("iccpr", "FIN", "1975-12-23"),
        _deposit("iccpr", "PRK", "1981-09-14", "accession"),
        Withdrawal(treaty="iccpr", by="PRK", notified="1997-08-23"),
    ]
    found = status(treaty, acts, as_of="2000-12-31")
    answer = found.in_force_for("PRK", "2000-01-01")
    says(answer, "yes", "ratification-iccpr-prk", "withdrawal-iccpr-prk")
    assert any("does not allow it" in reason.text for reason in answer.reasons)
    assert answer.since is not None
    assert answer.since.earliest == date(1981, 12, 14)
