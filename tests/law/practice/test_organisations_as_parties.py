"""An organisation that is itself a party counts as the text says (Convention of 1986, 2(1)(a), 16, 24)."""

import geobrief as gb
from tests.law.given import notified, ratified, signed, treaty_of
from tests.law.practice.said import value


def test_two_consents_of_which_one_is_an_organisations() -> None:
    """The EU and Japan are the two parties of their agreement: both consents count (1986, 24(1))."""
    found = treaty_of(
        gb.Consents(2), ratified("eu", "2018-12-20"), ratified("JPN", "2018-12-21"), between=["eu", "JPN"]
    )
    assert value(found.in_force("2018-12-21")) == "yes"
    assert sorted(found.parties("2019-02-01")) == ["JPN", "eu"]


def test_notifications_of_an_organisation() -> None:
    """The EU–Japan agreement of 2018 enters on the first of the second month after both notified (23.3)."""
    found = treaty_of(
        gb.Notifications(),
        notified("eu", "2018-12-21"),
        notified("JPN", "2018-12-21"),
        between=["eu", "JPN"],
        after=gb.Months(1),
        rounding="first_of_following_month",
    )
    assert [value(found.in_force(day)) for day in ("2019-01-31", "2019-02-01")] == ["no", "yes"]


def test_all_of_three_is_not_met_without_the_organisation() -> None:
    """All of the EU, Japan and France is not met by Japan and France (1986, 24(1))."""
    for condition in (
        gb.FractionOf(of="negotiating_states", at_least=1),
        gb.Named(["eu", "JPN", "FRA"]),
    ):
        acts = [ratified("JPN", "2018-12-21"), ratified("FRA", "2018-12-22")]
        without = treaty_of(condition, *acts, between=["eu", "JPN", "FRA"])
        assert value(without.in_force("2019-02-01")) == "no"
        complete = treaty_of(condition, *acts, ratified("eu", "2019-01-15"), between=["eu", "JPN", "FRA"])
        assert [value(complete.in_force(day)) for day in ("2019-01-14", "2019-01-15")] == ["no", "yes"]


def test_no_clause_at_all_waits_for_the_organisation_too() -> None:
    """Without a clause all negotiating states and organisations must consent (1986, 24(2))."""
    who = ["un", "USA"]
    one = treaty_of(
        gb.FractionOf(of="negotiating_states", at_least=1),
        ratified("USA", "1947-08-04"),
        negotiating_states=who,
    )
    assert value(one.in_force("1947-12-01")) == "no"
    treaty = gb.Treaty(id="t", title="Headquarters Agreement", negotiating_states=who, adopted="1947-06-26")
    both = [ratified("USA", "1947-11-21"), ratified("un", "1947-11-21")]
    assert value(gb.status(treaty, both[:1], as_of="1950-01-01").in_force("1948-01-01")) == "no"
    assert value(gb.status(treaty, both, as_of="1950-01-01").in_force("1948-01-01")) == "yes"


def test_a_named_organisation_and_one_of_several_states() -> None:
    """The Lugano Convention of 2007 needs the EU and one state of EFTA (art. 69(4))."""
    clause = gb.Named(["eu"]) & gb.MembersOf(group="efta-states", at_least=1)
    groups = {"efta-states": ["CHE", "ISL", "NOR"]}
    acts = [ratified("eu", "2009-05-18"), ratified("NOR", "2009-07-01")]
    found = treaty_of(clause, *acts, groups=groups)
    assert [value(found.in_force(day)) for day in ("2009-06-30", "2009-07-01")] == ["no", "yes"]
    assert value(treaty_of(clause, acts[1], groups=groups).in_force("2010-01-01")) == "no"


def test_signature_of_an_organisation_binds_where_the_text_says_so() -> None:
    """A definitive signature of an organisation that is one of two parties is its consent (1986, 12)."""
    found = treaty_of(
        gb.Consents(2),
        signed("iaea", "1992-01-30", effect="definitive"),
        ratified("PRK", "1992-04-10"),
        between=["iaea", "PRK"],
    )
    assert [value(found.in_force(day)) for day in ("1992-04-09", "1992-04-10")] == ["no", "yes"]


def test_a_clause_that_counts_states_alone() -> None:
    """The Convention of 1986 enters upon the 35th consent of States, and no organisation's counts (85(1))."""
    states = [
        "ARG",
        "AUS",
        "AUT",
        "BEL",
        "BGR",
        "CHE",
        "COL",
        "CYP",
        "CZE",
        "DEU",
        "DNK",
        "ESP",
        "EST",
        "FIN",
        "GAB",
        "GBR",
        "GRC",
        "HUN",
    ]
    acts = [ratified(who, f"19{86 + index:02}-03-21") for index, who in enumerate(states[:13])]
    acts += [ratified(who, "2000-01-01") for who in ("un", "iaea", "imo", "who", "wipo", "icao")]
    found = treaty_of(gb.Consents(18), *acts, after=gb.Days(30), then=gb.SAME)
    assert value(found.in_force("2020-01-01")) == "no"
    assert "13 of the 18" in str(found.in_force("2020-01-01"))


def test_additional_counting_stays_off_in_an_open_treaty() -> None:
    """In a treaty open to states and organisations, one of these adds no consent (Basel, 25(3))."""
    acts = [ratified("FRA", "2001-01-01"), ratified("eu", "2001-02-01")]
    assert value(treaty_of(gb.Consents(2), *acts).in_force("2002-01-01")) == "no"
    whole = treaty_of(gb.Consents(2), *acts, ratified("JPN", "2001-03-01"))
    assert value(whole.in_force_for("eu", "2001-03-01")) == "yes"


def test_a_clause_that_says_otherwise_of_a_named_organisation() -> None:
    """Where the clause says how an organisation counts, that goes before its being named (1986, 24(1))."""
    acts = [ratified("eu", "2001-01-01"), ratified("FRA", "2001-02-01")]
    who = ["eu", "FRA", "JPN"]
    rule = {"organisations": "unless_a_member_counts"}
    found = treaty_of(gb.Consents(2), *acts, negotiating_states=who, **rule)
    assert value(found.in_force("2002-01-01")) == "no"
    group = treaty_of(gb.Consents(2, of="states"), *acts, negotiating_states=who, groups={"states": who[1:]})
    assert value(group.in_force("2002-01-01")) == "no"


FOUNDERS = {"founders": ["eu", "FRA", "JPN"]}


def test_an_organisation_that_a_list_of_the_treaty_names() -> None:
    """One that a list of the treaty names counts among those on it, whatever the condition (1986, 24)."""
    acts = [ratified("FRA", "2001-02-01"), ratified("eu", "2001-03-01")]
    for condition in (
        gb.Consents(2, of="founders"),
        gb.MembersOf("founders", 2),
        gb.FractionOf(of="founders", at_least="2/3"),
    ):
        found = treaty_of(condition, *acts, groups=FOUNDERS)
        assert [value(found.in_force(day)) for day in ("2001-02-28", "2001-03-01")] == ["no", "yes"]
        assert "European Union" in found.in_force("2001-03-01").explain()


def test_an_organisation_on_a_list_is_missed_in_a_fraction_of_it() -> None:
    """All of a list that names an organisation is not met without it (1986, 24)."""
    acts = [ratified("FRA", "2001-02-01"), ratified("JPN", "2001-03-01")]
    found = treaty_of(gb.FractionOf(of="founders", at_least=1), *acts, groups=FOUNDERS)
    assert value(found.in_force("2002-01-01")) == "no"


def test_being_on_a_list_counts_only_there() -> None:
    """Where another number is counted besides, of all, one that only a list names adds nothing to it."""
    clause = gb.Consents(3) & gb.MembersOf("founders", 2)
    acts = [ratified("FRA", "2001-02-01"), ratified("eu", "2001-03-01"), ratified("CHE", "2001-03-01")]
    assert value(treaty_of(clause, *acts, groups=FOUNDERS).in_force("2002-01-01")) == "no"
    whole = treaty_of(clause, *acts, ratified("NOR", "2001-04-01"), groups=FOUNDERS)
    assert value(whole.in_force("2001-04-01")) == "yes"


def test_an_organisation_in_a_table_of_weights() -> None:
    """One to which a table of the treaty gives a weight carries it (1986, 24)."""
    table = gb.WeightTable(weights={"eu": 60, "JPN": 40}, total=100)
    found = treaty_of(
        gb.Share("emissions", at_least="0.55"), ratified("eu", "2001-03-01"), weights={"emissions": table}
    )
    assert [value(found.in_force(day)) for day in ("2001-02-28", "2001-03-01")] == ["no", "yes"]


def test_a_clause_that_says_otherwise_of_an_organisation_on_a_list() -> None:
    """Where the clause says how an organisation counts, that goes before its being on a list (1986, 24)."""
    acts = [ratified("eu", "2001-03-01"), ratified("FRA", "2001-02-01")]
    rule = {"organisations": "unless_a_member_counts"}
    found = treaty_of(gb.Consents(2, of="founders"), *acts, groups=FOUNDERS, **rule)
    assert value(found.in_force("2002-01-01")) == "no"
