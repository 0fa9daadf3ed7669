"""The headline names the act that decides on that day, not only the one that began it (VCLT 65, 67)."""

import geobrief as gb
from tests.law.given import parent, ratified, treaty_of, withdrew


def pact(*acts: gb.Record, **fields: object) -> gb.TreatyStatus:
    """Make a treaty between two that entered into force on 1961-09-10."""
    exchange = gb.InstrumentExchange(treaty="t", on="1961-09-10")
    return treaty_of(gb.Exchange(), exchange, *acts, between=["SUN", "USA"], **fields)


def says(answer: gb.Answer, *words: str) -> None:
    """Check that the headline of an answer holds each of some words."""
    headline = str(answer)
    assert all(word in headline for word in words), headline


def test_a_notice_that_is_running() -> None:
    """While a notice runs the headline says until when, whose it is and of which day (65(2), 54(a))."""
    found = pact(withdrew("USA", "2019-02-02"), withdrawal=gb.WithdrawalClause(notice="6 months"))
    says(
        found.in_force("2019-05-01"), "yes", "until 2019-08-02", "the United States gave notice", "2019-02-02"
    )


def test_a_notice_of_one_party_that_is_running() -> None:
    """The same for one party of an open treaty (54(a))."""
    acts = [ratified(who, "2016-03-01") for who in ("AUT", "USA")]
    found = treaty_of(
        gb.Consents(2),
        *acts,
        withdrew("USA", "2019-11-04"),
        withdrawal=gb.WithdrawalClause(notice="1 year"),
    )
    says(found.in_force_for("USA", "2020-01-01"), "yes", "until 2020-11-04", "2019-11-04")


def test_a_notice_that_was_revoked() -> None:
    """Where a notice was revoked in time the headline says so (68): South Africa and the ICC, 2017."""
    acts = [ratified(who, "2000-11-27") for who in ("AUT", "ZAF")]
    notice = withdrew("ZAF", "2016-10-19", revoked="2017-03-07")
    found = treaty_of(gb.Consents(2), *acts, notice, withdrawal=gb.WithdrawalClause(notice="1 year"))
    says(found.in_force_for("ZAF", "2018-01-01"), "yes", "revoked", "2017-03-07")


RENEWED = gb.Duration(term=gb.Years(20), renewal=gb.Renewal(each=gb.Years(20), notice=gb.Years(1)))


def test_a_tacit_renewal() -> None:
    """After a tacit renewal the headline says when it was renewed and for how long (54(a))."""
    found = pact(duration=RENEWED)
    says(found.in_force("2022-01-01"), "yes: in force since 1961-09-10", "renewed on 2021-09-10 for 20 years")


def test_the_last_of_several_renewals() -> None:
    """Of several renewals the last one decides (54(a))."""
    five = gb.Duration(term=gb.Years(10), renewal=gb.Renewal(each=gb.Years(5), notice=gb.Years(1)))
    found = pact(duration=five)
    says(found.in_force("1993-01-01"), "yes", "renewed on 1991-09-10 for 5 years")


def test_an_extension() -> None:
    """After an extension the headline names it (New START, 2021)."""
    found = pact(
        gb.Extension(treaty="t", agreed="1971-02-03", lengthened="5 years"),
        duration=gb.Duration(term=gb.Years(10)),
    )
    says(found.in_force("1972-01-01"), "yes", "extended", "1971-02-03", "1976-09-10")


def test_a_suspension() -> None:
    """A treaty that is in force and suspended says both where it is asked whether it is in force (72)."""
    stop = gb.Suspension(treaty="t", by="USA", notified="1980-01-01")
    found = pact(stop)
    says(found.in_force("1981-01-01"), "yes", "suspended", "1980-01-01")
    says(found.operative_between("SUN", "USA", "1981-01-01"), "no", "the United States", "1980-01-01")


def test_a_continued_state() -> None:
    """A party that continues another says so, and by which act it is bound (Russia and the Soviet Union)."""
    found = pact()
    says(found.in_force_for("RUS", "2000-01-01"), "yes", "Russia", "continues", "the Soviet Union")


def test_the_last_of_those_who_are_named() -> None:
    """Where named states complete a clause, the headline names the one whose consent did (24(1))."""
    acts = [ratified("GBR", "1968-11-27"), ratified("SUN", "1970-03-05"), ratified("USA", "1970-03-01")]
    found = treaty_of(gb.Named(["GBR", "SUN", "USA"]), *acts)
    says(found.in_force("1975-01-01"), "yes", "1970-03-05", "the Soviet Union")


def test_a_succession_that_completes_a_number() -> None:
    """Where a succession counts and completes the number, the headline names it (VCSS 18)."""
    act = gb.Ratification(
        treaty="t",
        by="CZE",
        means="succession",
        instrument=gb.Instrument(deposited="1993-02-22", effective="1993-01-01"),
    )
    condition = gb.Consents(2, means=["ratification", "succession"])
    found = treaty_of(condition, ratified("AUT", "1990-01-01"), act)
    says(found.in_force("2000-01-01"), "yes", "Czechia", "succession", "1993-02-22")


def test_a_departure_that_completes_a_count_of_members() -> None:
    """Where the last one missing left the organisation, the headline names that departure (24(1))."""
    union = [
        "AUT",
        "BEL",
        "BGR",
        "CYP",
        "CZE",
        "DEU",
        "DNK",
        "ESP",
        "EST",
        "FIN",
        "FRA",
        "GRC",
        "HRV",
        "HUN",
        "IRL",
        "ITA",
        "LTU",
        "LUX",
        "LVA",
        "MLT",
        "NLD",
        "POL",
        "PRT",
        "ROU",
        "SVK",
        "SVN",
        "SWE",
    ]
    acts = [ratified(who, "2019-01-01") for who in union]
    found = treaty_of(gb.FractionOf(of="eu", at_least=1), *acts)
    assert found.in_force("2019-06-01").is_no
    says(found.in_force("2021-01-01"), "yes", "2020-02-01", "the United Kingdom")


def test_a_member_that_lets_its_organisation_count() -> None:
    """Who left, or joined, an organisation whose consent counts by its members is named."""
    acts = [ratified("eu", "2012-01-01"), ratified("GBR", "2012-01-01")]
    found = treaty_of(gb.Consents(2), *acts, organisations="unless_a_member_counts")
    assert "on 2020-02-01, when the United Kingdom left the European Union" in str(
        found.in_force("2021-01-01")
    )
    found = treaty_of(gb.Consents(28), acts[0], organisations="as_its_members")
    assert "on 2013-07-01, when Croatia joined the European Union" in str(found.in_force("2014-01-01"))


def test_a_parents_entry_that_brings_a_protocol_in() -> None:
    """Where a protocol waited for its parent, the headline names the parent's entry (24(1))."""
    told = parent(ratified("AUT", "1997-02-01", treaty="p"))
    acts = [ratified("AUT", "1996-01-01")]
    found = treaty_of(gb.Consents(1), *acts, not_before=gb.TreatyInForce("p"), told=told)
    says(found.in_force("2000-01-01"), "yes", "1997-02-01", "the Parent")


def test_no_reason_that_does_not_bear_on_the_day() -> None:
    """An explanation of a day before a notice was given does not speak of that notice."""
    found = pact(withdrew("USA", "2019-02-02"), withdrawal=gb.WithdrawalClause(notice="6 months"))
    assert "2019-02-02" not in found.explain("2000-01-01")
    revoked = withdrew("USA", "2010-02-02", revoked="2010-03-01")
    found = pact(revoked, withdrawal=gb.WithdrawalClause(notice="6 months"))
    assert "2010-02-02" not in found.explain("2000-01-01")
    assert "1961-09-10" in found.explain("2000-01-01")


def test_no_extension_after_the_day() -> None:
    """An explanation of a day within the first term does not rest on an extension agreed after it."""
    found = pact(
        gb.Extension(treaty="t", agreed="1971-02-03", lengthened="5 years"),
        duration=gb.Duration(term=gb.Years(10)),
    )
    assert "1971-02-03" not in found.explain("1965-01-01")


def test_timelines_use_names() -> None:
    """The sentences of a timeline use the names of states, not their codes."""
    found = pact(withdrew("USA", "2019-02-02"), withdrawal=gb.WithdrawalClause(notice="6 months"))
    last = [stretch.reason for stretch in found.timeline() if stretch.value.is_no][-1]
    assert "the United States" in last
    assert "USA" not in last


TWICE = (
    gb.Extension(treaty="t", agreed="1971-02-03", lengthened="5 years"),
    gb.Extension(treaty="t", id="second", agreed="1976-02-03", lengthened="5 years"),
)


def test_the_last_of_several_extensions() -> None:
    """Of several extensions the one that covers the day decides, not the first (39, 54(b))."""
    found = pact(*TWICE, duration=gb.Duration(term=gb.Years(10)))
    says(found.in_force("1978-01-01"), "yes", "1976-02-03", "1981-09-10")


def test_no_extension_that_had_run_out() -> None:
    """An extension that had run out by the day does not bear on it: the next one does (54(b))."""
    found = pact(*TWICE, duration=gb.Duration(term=gb.Years(10)))
    assert "until 1976-09-10" not in found.explain("1978-01-01")


def test_another_treaty_that_is_not_recorded() -> None:
    """Where the entry of a treaty that is not recorded decides, the headline names that treaty (24(1))."""
    found = treaty_of(
        gb.Consents(1), ratified("AUT", "2000-01-01"), not_before=gb.TreatyInForce("other-pact")
    )
    says(found.in_force("2001-01-01"), "unknown", "other-pact")
