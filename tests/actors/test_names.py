"""Names as the field's data write them: found exactly, by the day where it decides, or not at all."""

import csv
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from geobrief import actors
from geobrief.actors import System
from geobrief.actors._table import read_entries, table
from geobrief.actors.names import bearers, words
from geobrief.errors import NotFound
from tests.shared_data import SHARED, needs_shared

DATA = SHARED / "data"


def _code(name: str, on: date | None = None) -> str | None:
    try:
        return actors.by_name(name, on).code
    except NotFound:
        return None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Congo, Dem. Rep.", "COD"),
        ("Congo, Rep.", "COG"),
        ("Congo, Democratic Republic of (Zaire)", "COD"),
        ("Congo (Zaire)", "COD"),
        ("Korea, South", "KOR"),
        ("Korea, Dem. People's Rep.", "PRK"),
        ("Korea, Dem. Rep.", "PRK"),
        ("Korea, People's Republic of", "PRK"),
        ("Korea (the Republic of)", "KOR"),
        ("S. Korea", "KOR"),
        ("N Korea", "PRK"),
        ("Egypt, Arab Rep.", "EGY"),
        ("Micronesia (Fed. States of)", "FSM"),
        ("Micronesia, Fed. Sts.", "FSM"),
        ("Kosovo (under UNSCR 1244/99)", "XKX"),
        ("Trinidad & Tobago", "TTO"),
        ("Cote D Ivoire", "CIV"),
        ("COTE D`IVOIRE", "CIV"),
        ("Gambia, The", "GMB"),
        ("Bahamas, The", "BHS"),
        ("Myanmar (Burma)", "MMR"),
        ("Yemen (Arab Republic of Yemen)", "YEM"),
        ("Yemen, People's Republic of", "YMD"),
        ("Vietnam, Democratic Republic of", "VDR"),
        ("Vietnam, Republic of", "cow-817"),
        ("Germany (Prussia)", "DEU"),
        ("Germany, East", "DDR"),
        ("Germany, Dem. Rep.", "DDR"),
        ("East Germany (GDR)", "DDR"),
        ("Italy/Sardinia", "ITA"),
        ("Samoa/Western Samoa", "WSM"),
        ("Turkey (Ottoman Empire)", "TUR"),
        ("Russia (Soviet Union)", "RUS"),
        ("Republic of China", "TWN"),
        ("Taiwan, China", "TWN"),
        ("China, Taiwan Province of China", "TWN"),
        ("Hong Kong SAR, China", "HKG"),
        ("Virgin Islands (U.S.)", "VIR"),
        ("Sint Maarten (Dutch part)", "SXM"),
        ("Kyrgyz Republic", "KGZ"),
        ("Yemen, Rep.", "YEM"),
        ("Iran, Islamic Rep.", "IRN"),
        ("Venezuela, RB", "VEN"),
        ("West Bank and Gaza", "PSE"),
        ("St.Lucia", "LCA"),
        ("Solomon Is.", "SLB"),
        ("Central African Rep.", "CAF"),
        ("Bosnia & Herzegovina", "BIH"),
        ("Serbia/Montenegro", "SCG"),
        ("U.S. Virgin Islands", "VIR"),
        ("United_Kingdom", "GBR"),
        ("Wuerttemburg", "cow-271"),
        ("World Health Organisation (WHO)", "who"),
        ("The International Labor Organization", "ilo"),
        ("Organization for Economic Cooperation and Development", "oecd"),
        ("League of Arab States (LAS)", "arab-league"),
        ("Nations, United", "un"),
    ],
)
def test_names_of_the_field_are_found(name: str, code: str) -> None:
    """What COW, Gleditsch-Ward, the World Bank, the UN and others write means the actor, alone."""
    assert actors.by_name(name).code == code
    assert actors.suggest(name) == (code,)
    if code in table().states:
        assert actors.find(name, "name").code == code


@pytest.mark.parametrize(
    "name",
    [
        "Congo (Dominica)",
        "Congo (Sudan)",
        "Guinea (Conakry, Bissau)",
        "Sudan/South Sudan",
        "Guinea/Equatorial Guinea",
        "Kosovo (Serbia)",
        "Ireland, Northern",
        "EU (Member States)",
        "West Indies",
        "Virgin Islands",
        "China, Japan",
        "Republic",
        "Democratic Republic",
        "People's Republic of",
        "South",
        "St.",
        "the",
        "()",
        "/",
    ],
)
def test_what_only_resembles_a_name_is_not_found(name: str) -> None:
    """Parts that disagree, parts that are unknown and words that many states share mean nobody."""
    with pytest.raises(NotFound, match="no actor has the name"):
        actors.by_name(name)


@pytest.mark.parametrize(
    ("name", "day", "code"),
    [
        ("Serbia", "1900-01-01", "cow-340"),
        ("Serbia", "2003-06-01", "SCG"),
        ("Serbia", "2010-01-01", "SRB"),
        ("Germany", "1900-01-01", "DEU"),
        ("Germany", "1970-01-01", "DEU"),
        ("East Germany", "1970-01-01", "DDR"),
        ("Russia", "1914-08-01", "RUS"),
        ("Russia", "1970-01-01", "SUN"),
        ("Russia (Soviet Union)", "1970-01-01", "SUN"),
        ("Russia (Soviet Union)", "2000-01-01", "RUS"),
        ("Yugoslavia", "1970-01-01", "YUG"),
        ("Yugoslavia", "1999-03-24", "SCG"),
        ("Korea", "1890-01-01", "cow-730"),
        ("Vietnam", "1850-01-01", "cow-815"),
        ("Vietnam", "1990-01-01", "VNM"),
        ("Republic of China", "1930-01-01", "CHN"),
        ("Republic of China", "1960-01-01", "TWN"),
        ("Colombia", "1825-01-01", "cow-99"),
        ("Austria", "1850-01-01", "cow-300"),
        ("Congo", "1990-01-01", "COG"),
        ("Italy/Sardinia", "1850-01-01", "ITA"),
        ("Ukrainian SSR", "1950-01-01", "UKR"),
        ("Greenland", "1990-01-01", "GRL"),
        ("Estonia", "1970-01-01", "EST"),
        ("European Community", "1970-01-01", "eu"),
        ("OPEC", "1970-01-01", "opec"),
    ],
)
def test_the_day_tells_who_bore_a_name(name: str, day: str, code: str) -> None:
    """A name means the actor that bore it and existed on the day, under its code of that day."""
    assert actors.by_name(name, on=date.fromisoformat(day)).code == code


@pytest.mark.parametrize(
    ("name", "day", "message"),
    [
        ("Serbia", "1930-01-01", r"'Serbia' on 1930-01-01; it was borne by SRB \(2006.* cow-340 \(1878"),
        ("Soviet Union", "2020-01-01", "no actor has the name 'Soviet Union' on 2020-01-01"),
        ("Czechia", "1980-01-01", "no actor has the name"),
        ("East Germany", "1991-01-01", "no actor has the name"),
        ("Vietnam", "1960-01-01", "the name 'Vietnam' is ambiguous on 1960-01-01; .*VDR .*cow-817"),
        ("Congo", "1962-01-01", "ambiguous on 1962-01-01; it was borne by .*COG .*COD"),
        ("Republic of the Congo", "1962-01-01", "ambiguous on 1962-01-01"),
        ("European Union", "1950-01-01", "no actor has the name"),
        ("Korea", "1990-01-01", "no actor has the name"),
        ("Korea", None, r"without a day; it was borne by cow-730 \(1816.*did you mean .*KOR"),
    ],
)
def test_who_is_meant_is_never_guessed(name: str, day: str | None, message: str) -> None:
    """Where nobody bore a name on the day, or several did, the refusal says who bore it when."""
    with pytest.raises(NotFound, match=message):
        actors.by_name(name, on=date.fromisoformat(day) if day else None)


def test_suggestions_look_at_what_tells_names_apart() -> None:
    """A misspelt republic is compared by its own name, not by the words that republics share."""
    assert actors.suggest("Congo, Democ. Rep.", n=2) == ("COD", "COG")
    assert actors.suggest("Kongo, Dem. Rep.", n=2) == ("COD", "COG")
    assert actors.suggest("Untied States", n=1) == ("USA",)
    assert {"KOR", "PRK"} < set(actors.suggest("Korea"))
    assert actors.suggest("and") == ("AND",)
    assert "DDR" not in actors.suggest("Konga, Dem. Rep.", n=10)


def test_further_names_are_read_when_one_is_asked_for() -> None:
    """A name that the table itself has opens no further file; one that it has not does."""
    program = (
        "import sys\n"
        "seen = []\n"
        "sys.addaudithook(lambda event, args: seen.append(str(args[0])) if event == 'open' else None)\n"
        "import geobrief.actors as actors\n"
        "actors.by_name('Russia')\n"
        "assert not [name for name in seen if name.endswith('names.json')], seen\n"
        "actors.by_name('Korea, South')\n"
        "assert [name for name in seen if name.endswith('names.json')], seen\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def _own_names() -> Iterator[tuple[str, str]]:
    for actor in table():
        yield from ((name, actor.code) for name in (actor.name, *actor.aliases))
    for entry in read_entries("names.json"):
        yield from ((name, entry["code"]) for name in entry.get("names", ()))


def test_no_two_actors_share_a_name() -> None:
    """A name means one actor also when only its words are compared, and resolves to it."""
    holders: dict[tuple[str, ...], set[str]] = {}
    for name, code in _own_names():
        holders.setdefault(words(name), set()).add(code)
        assert actors.by_name(name).code == code
    assert not {name: codes for name, codes in holders.items() if len(codes) > 1}


def test_further_names_are_sorted_and_needed() -> None:
    """Each entry has an actor, stands in order, and holds no name that resolves without it."""
    entries = read_entries("names.json")
    codes = [entry["code"] for entry in entries]
    assert codes == sorted(set(codes))
    assert not [code for code in codes if table().actor(code) is None]
    assert not [entry for entry in entries if set(entry) - {"code", "names", "for"} or len(entry) < 2]
    known = {words(name) for actor in table() for name in (actor.name, *actor.aliases)}
    further = [words(name) for entry in entries for name in entry.get("names", ())]
    assert len(further) == len(set(further))
    assert not known & set(further)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "na", "NA", "n/a", "N.A.", "nan", "none", "null", "unknown", "Unknown", "not available"),
        *("Not available", "-", "--", ".", "other", "World", "0", "999", "?"),
    ],
)
def test_missing_markers_are_no_names(text: str) -> None:
    """No actor can be reached by the name of a missing value."""
    assert not bearers(text)
    assert _code(text) is None
    assert _code(text, date(1990, 1, 1)) is None


class _Row(NamedTuple):
    number: str
    name: str
    start: date
    end: date


def _listed(file: str, column: str) -> list[_Row]:
    with (DATA / "states" / file).open(encoding="utf-8", newline="") as lines:
        return [
            _Row(
                row[column].removesuffix(".0"),
                row["country_name"],
                date.fromisoformat(row["start"]),
                min(date(2020, 1, 1), date.fromisoformat(row["end"])),
            )
            for row in csv.DictReader(lines)
        ]


LISTS: tuple[tuple[System, str, str], ...] = (
    ("cow", "cowstates.csv", "cowcode"),
    ("gw", "gwstates.csv", "gwcode"),
)
NOT_BY_THE_LISTS = {
    ("cow", "484", "Congo"): "both Congos bore the name until 1971: ambiguous",
    ("gw", "484", "Congo"): "likewise",
    ("cow", "816", "Vietnam"): "the list writes the name for the North before 1976: ambiguous",
    ("cow", "345", "Yugoslavia"): "the list keeps the name for Serbia since 2006",
    ("gw", "816", "Vietnam, Democratic Republic of"): "the list keeps the name for the state united in 1976",
}


@needs_shared
@pytest.mark.parametrize(("system", "file", "column"), LISTS)
def test_names_mean_what_the_lists_number(system: System, file: str, column: str) -> None:
    """On the first and the last day of every row, the name means the state that has the number."""
    rows = _listed(file, column)
    assert len(rows) > 200
    wrong: dict[tuple[str, str, str], set[str | None]] = {}
    for row in rows:
        for day in (row.start, row.end):
            expected = actors.find(row.number, system, day).code
            if (found := _code(row.name, day)) != expected:
                wrong.setdefault((system, row.number, row.name), set()).add(found)
    assert set(wrong) == {key for key in NOT_BY_THE_LISTS if key[0] == system}
    assert set().union(*wrong.values()) == {None}  # refused, not taken for another


@needs_shared
def test_names_of_the_lists_need_no_day() -> None:
    """Every name of the two lists resolves without a day but Korea's, which no state bears today."""
    names = {row.name for _, file, column in LISTS for row in _listed(file, column)}
    assert {name for name in names if _code(name) is None} == {"Korea"}


def _column(path: Path, column: str) -> set[str]:
    with path.open(encoding="utf-8", newline="") as lines:
        return {row[column] for row in csv.DictReader(lines)}


@needs_shared
def test_names_of_treaty_collections_resolve() -> None:
    """Every participant that the depositaries' lists name is found under that name, with its footnotes."""
    files = [(path, "Participant") for path in sorted((DATA / "un-treaties" / "treaties").glob("*.csv"))]
    files.append((DATA / "wipo-treaties" / "membership.csv", "Contracting Party"))
    files.append((DATA / "paris-agreement" / "paris.csv", "Name"))
    files.append((SHARED / "cases" / "former_states.csv", "state"))
    names = {re.sub(r"[\s\d,]+$", "", name) for path, column in files for name in _column(path, column)}
    assert len(names) > 200
    assert not sorted(name for name in names if _code(name) is None)


@needs_shared
def test_countries_of_nuclear_explosions_resolve() -> None:
    """The seven countries of the SIPRI list are found, also the one that its column cuts off."""
    names = _column(DATA / "nuclear-explosions" / "sipri-report-explosions.csv", "country")
    assert {_code(name) for name in names} == {"USA", "SUN", "GBR", "FRA", "CHN", "IND", "PAK"}


PLACES = {
    *("Ascension Island", "Azores", "British West Indies", "Diego Garcia", "Easter Island", "Wake Island"),
    *("Eniwetok (J.T.F. 7)", "Johnston Island", "Kashmir", "Line Islands", "Mariana Islands", "Sarawak"),
    "Midway Islands",
}


@needs_shared
def test_hosts_of_troops_resolve_to_the_states_of_their_numbers() -> None:
    """Every host with an ISO code has a name that means the same state; islands and regions mean none."""
    path = DATA / "us-troops" / "troopdata-rebuild-country-year-quarter-format.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        hosts = {(row["countryname"], row["iso3c"]) for row in csv.DictReader(lines)}
    assert {name for name, _ in hosts if _code(name) is None} == PLACES
    pairs = {(iso3, _code(name)) for name, iso3 in hosts if iso3 != "NA"}
    assert len(pairs) > 170
    assert {pair for pair in pairs if pair[0] != pair[1]} == {("VNM", "cow-817")}  # before 1976


@needs_shared
def test_states_of_attributions_resolve() -> None:
    """Of what attributes cyber operations only regions, bands and missing values are not found."""
    path = DATA / "cyber-attributions" / "EuRepoC_Attribution_dataset_1.1.csv"
    cells = _column(path, "attributing_country") | _column(path, "attributed_initiator_country")
    names = {name.strip() for cell in cells for name in cell.split(";")}
    unknown = {name for name in names if _code(name) is None and not name.endswith("(region)")}
    assert unknown == {"", "ISIS", "Not available", "South America", "Unknown"}


NO_LISTED_STATE = {
    *("ACP STATES", "AFRICAN DEVELOPMENT BANK", "ANHALT-BERNBURG", "ANHALT-DESSAU-COETHEN"),
    *("ARGENTINE CONFEDERATION", "AUSTRALIAN TERRITORIES", "BELGO-LUXEMBOURG ECONOMIC UNION"),
    *("BORNEO", "BREMEN", "BRITISH EMPIRE", "BRUNSWICK", "DANZIG", "ELDO"),
    "EUROPEAN COAL AND STEEL COMMUNITY",
    *("EUROPEAN ORG FOR THE EXPLOITATION OF METEOROLOGICAL SATELLITES", "EUROPEAN SPACE AGENCY"),
    *("EUROPEAN SPACE RESEARCH ORGANISATION", "FRANKFORT", "FRANKFURT", "GERMANIC CONFEDERATION"),
    *("HAMBURG", "HANSE TOWNS", "HEJAZ", "HESSE", "INDO-CHINA", "INTER-AMERICAN DEVELOPMENT BANK"),
    *("INTERNATIONAL COCOA ORGANIZATION", "INTERNATIONAL COFFEE ORGANISATION"),
    *("INTERNATIONAL DEVELOPMENT ASSOCIATION", "INTERNATIONAL SUGAR ORGANISATION"),
    *("INTERNATIONAL WHALING COMMISSION", "INTERNATIONAL WHEAT COUNCIL", "JOHANNA", "KOREA"),
    *("LAUENBURG DUCHY OF", "LUBECK", "MECKLENBERG-STRELITZ", "MUSCAT", "NASSAU", "NEW GUINEA"),
    *("OLDENBURG", "PERSIAN GULF STATES", "REUSSELDER", "REUSSYOUNGER", "RWANDA-URUNDI"),
    *("SAAR TERRITORY", "SANDWICH ISLANDS", "SARAWAK", "SARDINIA", "SAXE-ALTENBURG"),
    *("SAXE-COBURG-GOTHA", "SAXE-MEININGEN", "SAXE-WEIMAR", "SCHWARTZBURG-RUDOLSTADT"),
    *("SCHWARTZBURG-SONDERSHAUSEN", "SHARJAH", "SICILY", "SOMALILAND"),
    *("SOUTH VIETNAM, PROV. REV. GOVT. OF REP.", "SWEDEN AND NORWAY", "SYRIA & GRAND LEBANON"),
    *("TANGANYIKA AND ZANZIBAR", "TANGIER", "TEXAS", "THURINGIA", "TRIESTE UK-US ZONE"),
    *("TRIESTE YUGOSLAVIA", "TRIPOLI", "TUNIS", "UN DEVELOPMENT PROGRAMME", "WORLD FOOD PROGRAMME"),
}
"""German states too small for the lists, territories, organisations, and groups of states."""


@needs_shared
def test_parties_of_the_british_register_resolve() -> None:
    """Every party that the register writes in capitals is found, but for those that no list of states has."""
    cells = _column(DATA / "uk-treaties" / "register.csv", "country_name")
    names = {name.strip() for cell in cells for name in cell.split(";")}
    parties = {name for name in names if name and name == name.upper()}
    assert len(parties) > 300
    assert {name for name in parties if _code(name) is None} == NO_LISTED_STATE


def test_names_of_iso_3166_resolve() -> None:
    """Every name of ISO 3166-1 means the state of the code beside it; of 3166-3 all but dependencies do."""
    pycountry = pytest.importorskip("pycountry")
    for country in pycountry.countries:
        names = {getattr(country, kind, None) for kind in ("name", "official_name", "common_name")}
        assert {_code(name) for name in names if name} == {country.alpha_3}
    unknown = {country.alpha_4 for country in pycountry.historic_countries if _code(country.name) is None}
    dependencies = {"BQAQ", "CTKI", "FXFR", "GEHH", "JTUM", "MIUM", "NQAQ", "NTHH", "PCHH", "PUUM", "PZPA"}
    assert unknown == dependencies | {"SKIN", "WKUM"}
