"""A successor gets what its predecessor had, for its territory, on its own day (VCSS, and practice)."""

import attrs
import pytest

import geobrief as gb
from tests.law.given import ratified, treaty_of, withdrew
from tests.law.practice.said import brief_of, value


def succeeded(by: str, on: str, effective: str | None = None) -> gb.Ratification:
    """Make a notification of succession."""
    instrument = gb.Instrument(deposited=on, effective=effective)
    return gb.Ratification(treaty="t", by=by, means="succession", instrument=instrument)


def convention(*acts: gb.Record, **fields: object) -> gb.TreatyStatus:
    """Make an open treaty to which Germany is a party since 1951."""
    return treaty_of(gb.Consents(1), ratified("DEU", "1951-01-12"), *acts, **fields)


YUGOSLAVIA = ratified("YUG", "1961-01-01")
CZECHOSLOVAKIA = ratified("CSK", "1961-01-01")


@pytest.mark.parametrize(
    ("state", "predecessor", "notice", "day"),
    [
        ("MNE", "SCG", "2006-10-23", "2006-06-03"),
        ("HRV", "YUG", "1992-10-12", "1991-10-08"),
        ("SVN", "YUG", "1992-07-06", "1991-06-25"),
        ("BIH", "YUG", "1992-12-29", "1992-03-06"),
        ("MKD", "YUG", "1994-01-18", "1991-11-17"),
        ("CZE", "CSK", "1993-02-22", "1993-01-01"),
        ("SVK", "CSK", "1993-05-28", "1993-01-01"),
    ],
)
def test_the_day_of_succession(state: str, predecessor: str, notice: str, day: str) -> None:
    """A succession works from the day on which the successor took over its territory (VCSS 2(1)(e), 22)."""
    had = [ratified("YUG", "1961-01-01"), ratified("SCG", "2001-03-12")] if predecessor == "SCG" else []
    had = had or [ratified(predecessor, "1961-01-01")]
    found = convention(*had, succeeded(state, notice))
    first = gb.When(day)
    assert not found.in_force_for(state, first.plus(days=-1)).is_yes  # another depositary may count earlier
    assert value(found.in_force_for(state, first)) == "yes"


def test_montenegro_of_1868_does_not_answer_for_that_of_2006() -> None:
    """Montenegro, a successor since 2006-06-03, is no party in 1990 or in 2000 (VCSS 2(1)(d), 22)."""
    found = convention(YUGOSLAVIA, ratified("SCG", "2001-03-12"), succeeded("MNE", "2006-10-23"))
    for day in ("1990-01-01", "2000-01-01", "2006-06-02"):
        assert value(found.in_force_for("MNE", day)) == "no"


def test_kenya_succeeds_in_2005() -> None:
    """A succession notified in 2005 works from the independence of 1963-12-12 (VCSS 23(1), practice)."""
    found = convention(ratified("GBR", "1957-01-01"), succeeded("KEN", "2005-06-01"))
    assert not found.in_force_for("KEN", "1970-01-01").is_no
    assert value(found.in_force_for("KEN", "1963-12-11")) == "no"
    assert value(found.in_force_for("KEN", "2005-06-01")) == "yes"


def test_a_predecessor_that_was_never_a_party() -> None:
    """A successor gets nothing where its predecessor had nothing; its notice proves no more (VCSS 17, 34)."""
    found = convention(succeeded("CZE", "1993-02-22"))
    assert not found.in_force_for("CZE", "1993-01-15").is_yes
    assert not found.in_force_for("CZE", "1994-01-01").is_yes


def test_a_predecessor_that_had_left() -> None:
    """A treaty that Yugoslavia left in 1985 was none of its own on the days of succession (VCSS 34(1))."""
    notice = gb.Withdrawal(treaty="t", by="YUG", received="1985-01-01")
    found = convention(
        YUGOSLAVIA, notice, succeeded("HRV", "1992-10-12"), withdrawal=gb.WithdrawalClause(notice="1 year")
    )
    assert value(found.in_force_for("YUG", "1990-01-01")) == "no"
    assert not found.in_force_for("HRV", "1992-01-01").is_yes
    assert not found.in_force_for("HRV", "1994-01-01").is_yes


def test_a_predecessor_that_joined_later() -> None:
    """Pakistan's accession of 1980 is nothing that Bangladesh, separate since 1971, takes over (VCSS 35)."""
    found = convention(ratified("PAK", "1980-01-01"), succeeded("BGD", "1985-01-01"))
    assert not found.in_force_for("BGD", "1982-01-01").is_yes
    assert not found.in_force_for("BGD", "1975-01-01").is_yes


@pytest.mark.parametrize(
    ("state", "predecessor", "day"),
    [
        ("CZE", "CSK", "1995-01-01"),
        ("HRV", "YUG", "1995-01-01"),
        ("MNE", "SCG", "2010-01-01"),
        ("SSD", "SDN", "2015-01-01"),
        ("UZB", "SUN", "1995-01-01"),
    ],
)
def test_separated_and_silent(state: str, predecessor: str, day: str) -> None:
    """A state that separated keeps the treaties (34); the depositary waits for a notice: it is unknown."""
    found = convention(ratified(predecessor, "1961-01-01" if predecessor != "SCG" else "2001-03-12"))
    assert value(found.in_force_for(state, day)) == "unknown"


@pytest.mark.parametrize("state", ["KEN", "MUS", "JAM"])
def test_newly_independent_and_silent(state: str) -> None:
    """A newly independent state is not bound by what applied to its territory unless it says so (VCSS 16)."""
    found = convention(ratified("GBR", "1951-01-01"))
    assert value(found.in_force_for(state, "1990-01-01")) == "no"


def test_party_and_not_operative_between_independence_and_notice() -> None:
    """Until it notifies, a newly independent state is a party to what is not operative (VCSS 23(2))."""
    act = succeeded("KEN", "1975-06-01", "1963-12-12")
    found = convention(ratified("GBR", "1951-01-01"), act)
    assert value(found.in_force_between("KEN", "DEU", "1970-01-01")) == "yes"
    assert value(found.operative_between("KEN", "DEU", "1970-01-01")) == "no"
    assert value(found.operative_between("KEN", "DEU", "1975-06-01")) == "yes"


def test_nothing_is_owed_until_the_notice() -> None:
    """Duties under a treaty whose operation is suspended are not owed (VCSS 23(2), VCLT 72)."""
    treaty = gb.Treaty(
        id="t",
        title="Convention",
        entry_into_force=gb.EntryIntoForce(upon=gb.Consents(1)),
        provisions=[gb.Provision(article="1", kind="cooperation")],
    )
    acts = [ratified("DEU", "1951-01-12"), ratified("GBR", "1951-01-12")]
    brief = brief_of(treaty, *acts, succeeded("MUS", "1973-07-01", "1968-03-12"))
    assert not any(owed.value.is_yes for owed in brief.obligations("MUS", "DEU", "1970-01-01"))
    assert any(owed.value.is_yes for owed in brief.obligations("MUS", "DEU", "1974-01-01"))


RESERVED = gb.Ratification(
    treaty="t",
    by="CSK",
    instrument=gb.Instrument(deposited="1961-01-01"),
    reservations=[gb.Reservation(articles=["IX"])],
)
PRECLUDES = gb.Objection(treaty="t", by="DEU", to="CSK", on="1961-06-01", precludes_entry=True)


@pytest.mark.parametrize("state", ["CZE", "SVK"])
def test_reservations_are_kept(state: str) -> None:
    """A successor keeps the reservations of its predecessor, and the objections to them hold (VCSS 20(1))."""
    found = convention(RESERVED, PRECLUDES, succeeded(state, "1993-05-28", "1993-01-01"))
    assert value(found.in_force_between("CSK", "DEU", "1990-01-01")) == "no"
    assert value(found.in_force_between(state, "DEU", "1994-01-01")) == "no"
    assert value(found.in_force_for(state, "1994-01-01")) == "yes"


def test_reservations_withdrawn_before_are_not_kept() -> None:
    """A reservation that the predecessor withdrew is nothing that its successor keeps (VCSS 20(1))."""
    withdrawn = gb.Ratification(
        treaty="t",
        by="CSK",
        instrument=gb.Instrument(deposited="1961-01-01"),
        reservations=[gb.Reservation(articles=["IX"], withdrawn="1991-04-26")],
    )
    found = convention(withdrawn, PRECLUDES, succeeded("CZE", "1993-02-22", "1993-01-01"))
    assert value(found.in_force_between("CZE", "DEU", "1994-01-01")) == "yes"


@pytest.mark.parametrize("day", ["1990-05-22", "1995-01-01", "2020-01-01"])
def test_yemen_keeps_what_the_south_joined(day: str) -> None:
    """Yemen is a party to what either of its predecessors joined (VCSS 31(1); its letter of 1990-05-19)."""
    found = convention(ratified("YMD", "1987-02-09"))  # the Covenant of 1966: the South alone
    assert value(found.in_force_for("YEM", day)) == "yes"


def test_yemen_and_the_earlier_day() -> None:
    """The united Yemen has what either had; until then its code is the North's, which had joined later.

    That the letter of 1990 counts it from the earlier day, the South's, makes the North no party of 1980.
    """
    found = convention(
        ratified("YMD", "1972-10-18"), ratified("YEM", "1989-04-06")
    )  # CERD: South, then North
    days = ("1980-01-01", "1989-04-06", "1995-01-01")
    assert [value(found.in_force_for("YEM", day)) for day in days] == ["no", "yes", "yes"]
    assert [value(found.in_force_for("YMD", day)) for day in ("1980-01-01", "1995-01-01")] == ["yes", "no"]
    assert "1972-10-18" in found.in_force_for("YEM", "1995-01-01").explain()
    assert "1972-10-18" not in found.in_force_for("YEM", "1990-05-21").explain()


def test_tanzania_keeps_what_zanzibar_joined() -> None:
    """What Zanzibar alone joined goes on in its region under Tanzania (VCSS 31(2)): never a flat no."""
    found = convention(ratified("cow-511", "1964-01-15"))
    assert not found.in_force_for("TZA", "1964-06-01").is_no


def test_the_united_arab_republic_keeps_what_syria_joined() -> None:
    """What Syria alone joined bound the United Arab Republic in its region from 1958 to 1961 (VCSS 31(2))."""
    found = convention(ratified("SYR", "1955-06-25"))
    assert not found.in_force_for("EGY", "1960-01-01").is_no
    assert value(found.in_force_for("EGY", "1962-01-01")) == "no"


def test_syria_resumes_and_does_not_succeed() -> None:
    """Syria took up its own treaties again in 1961, without any notice of succession (practice)."""
    found = convention(ratified("SYR", "1955-06-25"))
    assert [value(found.in_force_for("SYR", day)) for day in ("1957-01-01", "1962-01-01")] == ["yes", "yes"]
    assert not found.in_force_for("SYR", "1960-01-01").is_no


def test_what_the_united_arab_republic_joined() -> None:
    """What the United Arab Republic joined in 1960 goes on for Egypt; for Syria no flat no is known (34)."""
    found = convention(ratified("EGY", "1960-03-01"))
    assert value(found.in_force_for("EGY", "1965-01-01")) == "yes"
    assert not found.in_force_for("SYR", "1965-01-01").is_no


@pytest.mark.parametrize("predecessor", ["VDR", "cow-817"])
def test_viet_nam_is_unknown(predecessor: str) -> None:
    """Whether Viet Nam of 1976 keeps what either part joined, no position of its own tells: unknown (31)."""
    found = convention(ratified(predecessor, "1957-06-28"))
    assert value(found.in_force_for("VNM", "1980-01-01")) == "unknown"


def test_viet_nam_by_its_own_accession() -> None:
    """An act of its own decides from its day on, whatever was open before (VCLT 15)."""
    found = convention(ratified("cow-817", "1971-09-10"), ratified("VNM", "1982-06-14", means="accession"))
    assert value(found.in_force_for("VNM", "1982-06-14")) == "yes"


def test_germany_is_no_uniting() -> None:
    """The GDR acceded in 1990: the Federal Republic's treaties extend to it (VCSS 15), its own end."""
    found = treaty_of(gb.Consents(1), ratified("FRA", "1970-01-01"), ratified("DDR", "1973-01-01"))
    assert value(found.in_force_for("DDR", "1990-10-02")) == "yes"
    assert value(found.in_force_for("DEU", "1991-01-01")) == "no"
    assert value(convention().in_force_for("DEU", "1991-01-01")) == "yes"


@pytest.mark.parametrize("state", ["EST", "LTU", "LVA"])
def test_the_baltic_states_resume(state: str) -> None:
    """The Baltic states are the same persons as before 1940: their own acts stand, without succession."""
    found = treaty_of(gb.Consents(1), ratified(state, "1929-05-18"), ratified("SUN", "1961-01-01"))
    assert value(found.in_force_for(state, "1995-01-01")) == "yes"


@pytest.mark.parametrize("state", ["EST", "LTU", "LVA"])
def test_the_baltic_states_do_not_succeed_to_the_soviet_union(state: str) -> None:
    """What the Soviet Union alone joined is nothing to a state that was occupied: no."""
    found = convention(ratified("SUN", "1961-01-01"))
    assert value(found.in_force_for(state, "1995-01-01")) == "no"


@pytest.mark.parametrize("state", ["BLR", "KAZ", "UKR"])
@pytest.mark.parametrize("done", ["1972-10-03", "1988-06-01"])  # the ABM and the INF Treaty
def test_successors_beside_the_continuing_state(state: str, done: str) -> None:
    """Whether Belarus, Kazakhstan and Ukraine became parties to ABM and INF was disputed: unknown (34)."""
    exchange = gb.InstrumentExchange(treaty="t", on=done)
    found = treaty_of(gb.Exchange(), exchange, between=["SUN", "USA"])
    assert value(found.in_force_for("RUS", "1995-01-01")) == "yes"
    assert value(found.in_force_for(state, "1995-01-01")) == "unknown"
    assert value(found.in_force_between(state, "USA", "1995-01-01")) == "unknown"


@pytest.mark.parametrize("state", ["CZE", "SVK"])
def test_a_bilateral_treaty_of_a_dissolved_state(state: str) -> None:
    """A treaty with Czechoslovakia goes on by article 34, and in practice as agreed: unknown (VCSS 34)."""
    exchange = gb.InstrumentExchange(treaty="t", on="1970-01-01")
    found = treaty_of(gb.Exchange(), exchange, between=["AUT", "CSK"])
    assert value(found.in_force_for(state, "1995-01-01")) == "unknown"
    assert value(found.in_force("1995-01-01")) == "unknown"
    assert value(found.in_force_between("AUT", state, "1995-01-01")) == "unknown"


@pytest.mark.parametrize("state", ["CZE", "SVK"])
def test_what_the_records_do_not_cover_may_have_passed_on(state: str) -> None:
    """Where no act on a treaty with Czechoslovakia is recorded, its successors are no flat no either (34)."""
    found = treaty_of(gb.Exchange(), between=["AUT", "CSK"])
    assert value(found.in_force_for(state, "1995-01-01")) == "unknown"
    assert value(found.in_force_between("AUT", state, "1995-01-01")) == "unknown"
    assert value(found.in_force_for("HUN", "1995-01-01")) == "no"


@pytest.mark.parametrize(("day", "answer"), [("1992-12-31", "no"), ("1993-01-01", "unknown")])
def test_nothing_passes_before_the_day_of_succession(day: str, answer: str) -> None:
    """A silent successor is open from its day of succession on, and not before (VCSS 2(1)(e), 34)."""
    assert value(convention(CZECHOSLOVAKIA).in_force_for("SVK", day)) == answer


def test_what_was_not_in_force_passes_to_nobody_who_is_silent() -> None:
    """A treaty that entered into force after the succession binds no silent successor (VCSS 36)."""
    found = treaty_of(
        gb.Consents(2), CZECHOSLOVAKIA, ratified("DEU", "1995-01-01"), ratified("AUT", "1995-01-01")
    )
    assert value(found.in_force_for("SVK", "1996-01-01")) == "no"


def test_who_renounces_keeps_nothing() -> None:
    """A successor that makes clear that it will be no party is open only until then (VCSS 34(2))."""
    renounced = gb.Renunciation(treaty="t", by="SVK", on="1994-01-01")
    found = convention(CZECHOSLOVAKIA, renounced)
    days = ("1993-06-01", "1994-06-01")
    assert [value(found.in_force_for("SVK", day)) for day in days] == ["unknown", "no"]


def test_singapore_takes_over_from_either() -> None:
    """Singapore notified successions to treaties of the United Kingdom to which Malaysia was no party."""
    found = convention(ratified("GBR", "1957-01-01"), succeeded("SGP", "1966-01-01"))
    assert value(found.in_force_for("SGP", "1965-08-09")) == "yes"
    assert value(found.in_force_for("SGP", "1965-08-08")) == "no"


def test_a_succession_completes_no_number() -> None:
    """A succession is no consent towards a number unless the clause says so (practice; VCSS 18 differs)."""
    acts = [CZECHOSLOVAKIA, succeeded("CZE", "1993-02-22", "1993-01-01"), ratified("AUT", "1994-01-01")]
    assert value(treaty_of(gb.Consents(3), *acts).in_force("1995-01-01")) == "no"


def test_what_was_done_before_the_day_of_succession_is_no_answer() -> None:
    """Yemen keeps what the South was party to, also where the North had left it before they united (31)."""
    found = treaty_of(
        gb.Consents(1),
        ratified("YMD", "1980-01-01"),
        ratified("YEM", "1980-01-01"),
        withdrew("YEM", "1985-01-01"),
        withdrawal=gb.WithdrawalClause(notice=gb.Months(6)),
    )
    assert value(found.in_force_for("YEM", "1989-01-01")) == "no"
    assert value(found.in_force_for("YEM", "1991-01-01")) == "yes"


def test_a_notice_alone_brings_nothing_into_force() -> None:
    """Where only a successor acted, and none shows that its predecessor had consented, entry is open."""
    found = treaty_of(gb.OnDate("1993-05-01"), succeeded("ERI", "1993-06-01"))
    assert value(found.in_force("1993-07-01")) == "unknown"
    had = ratified("ETH", "1990-01-01")
    consented = treaty_of(gb.OnDate("1993-05-01"), had, succeeded("ERI", "1993-06-01"))
    assert value(consented.in_force("1993-07-01")) == "yes"


def test_a_notice_says_to_whom_it_succeeds() -> None:
    """Singapore's notice as successor of the United Kingdom gets nothing that Malaysia alone had (17)."""
    notice = succeeded("SGP", "1966-01-01")
    acts = [ratified("MYS", "1960-01-01"), ratified("GBR", "1970-01-01")]
    assert value(convention(*acts, notice).in_force_for("SGP", "1967-01-01")) == "yes"
    british = attrs.evolve(notice, predecessor="GBR")
    assert not convention(*acts, british).in_force_for("SGP", "1967-01-01").is_yes
    malaysian = attrs.evolve(notice, predecessor="MYS")
    assert value(convention(*acts, malaysian).in_force_for("SGP", "1967-01-01")) == "yes"


def test_the_day_is_that_of_the_predecessor_that_is_named() -> None:
    """Tanzania succeeds to what Zanzibar had from the union, to what the British had from 1961 (VCSS 22)."""
    notice = succeeded("TZA", "1964-10-30")
    acts = [ratified("GBR", "1957-01-01"), ratified("cow-511", "1964-01-15")]
    first = {
        predecessor: convention(*acts, attrs.evolve(notice, predecessor=predecessor))
        for predecessor in ("GBR", "cow-511")
    }
    assert value(first["GBR"].in_force_for("TZA", "1961-12-09")) == "yes"
    assert [value(first["cow-511"].in_force_for("TZA", day)) for day in ("1962-01-01", "1964-04-26")] == [
        "no",
        "yes",
    ]


def test_a_predecessor_that_no_table_names() -> None:
    """Whom no table of successions names may have been succeeded too, on a day that only the act can say."""
    act = gb.Ratification(
        treaty="t",
        by="HUN",
        means="succession",
        predecessor="AUH",
        instrument=gb.Instrument(deposited="1922-01-01"),
    )
    assert gb.Ratification(treaty="t", by="HUN", means="succession", predecessor="AUH").predecessor == "AUH"
    found = treaty_of(gb.Consents(1), ratified("AUH", "1906-01-01"), act)
    assert not found.in_force_for("HUN", "1925-01-01").is_no


def test_only_a_succession_has_a_predecessor() -> None:
    """Another consent takes over nothing (VCSS 2(1)(b), 17)."""
    with pytest.raises(gb.InvalidRecord, match="predecessor"):
        gb.Ratification(treaty="t", by="CZE", predecessor="CSK")


@pytest.mark.parametrize(
    ("state", "predecessor", "notice", "day"),
    [
        ("HRV", "YUG", "1992-10-12", "1991-10-08"),
        ("SVK", "CSK", "1993-05-28", "1993-01-01"),
        ("KEN", "GBR", "1964-10-30", "1963-12-12"),
    ],
)
def test_what_the_records_do_not_hold_of_a_predecessor(
    state: str, predecessor: str, notice: str, day: str
) -> None:
    """A notice that the depositary passed on shows that a predecessor's consent without a day stood (22)."""
    undated = gb.Ratification(treaty="t", by=predecessor, missing={"instrument": "unknown"})
    found = convention(undated, succeeded(state, notice))
    assert value(found.in_force_for(state, day)) == "yes"
    assert not found.in_force_for(state, gb.When(day).plus(days=-1)).is_yes
    assert value(found.in_force_for(predecessor, "1985-01-01")) == "unknown"
    assert not convention(succeeded(state, notice)).in_force_for(state, "1995-01-01").is_yes


def test_a_state_that_was_merged_and_resumed_its_place_is_unknown_in_between() -> None:
    """Syria in the United Arab Republic: its treaties held within its region, and that is all."""
    treaty = gb.Treaty(id="t", title="T", entry_into_force=gb.EntryIntoForce(upon=gb.Consents(2)))
    acts = [
        gb.Ratification(treaty="t", by=by, instrument=gb.Instrument(deposited="1955-01-01"))
        for by in ("SYR", "EGY", "FRA")
    ]
    status = gb.status(treaty, acts, as_of="2000-01-01")
    pact = attrs.evolve(treaty, between=["EGY", "SYR"])
    between = gb.status(pact, acts[:2], as_of="2000-01-01")
    for day, truth in (("1958-01-01", "yes"), ("1959-06-01", "unknown"), ("1962-01-01", "yes")):
        assert str(status.in_force_for("SYR", day).value) == truth
        assert status.in_force_for("EGY", day).is_yes
        assert status.in_force(day).is_yes
        assert str(between.in_force(day).value) == truth
    for answer in (status.in_force_for("SYR", "1959-06-01"), between.in_force("1959-06-01")):
        assert "Syria had united with another state" in str(answer)
        assert answer.reasons[0].rule == "VCSS 31(2)"
