from datetime import date

import pytest

from geobrief import actors
from geobrief.actors import System
from geobrief.errors import NotFound


@pytest.mark.parametrize(
    ("code", "system", "on", "expected"),
    [
        (255, "cow", date(1900, 1, 1), "DEU"),
        (255, "cow", date(1995, 1, 1), "DEU"),
        (260, "cow", date(1970, 1, 1), "DEU"),
        (260, "gw", date(1995, 1, 1), "DEU"),
        ("365", "gw", date(1970, 1, 1), "SUN"),
        ("365", "cow", date(1914, 8, 1), "RUS"),
        (365, "cow", date(1991, 12, 26), "RUS"),
        (345, "cow", date(1900, 1, 1), "cow-340"),
        (345, "cow", date(1980, 5, 4), "YUG"),
        (345, "gw", date(1999, 3, 24), "SCG"),
        (345, "cow", date(2010, 1, 1), "SRB"),
        (970, "cow", date(2000, 1, 1), "NRU"),
        (970, "gw", date(2000, 1, 1), "KIR"),
        (816, "gw", date(1973, 1, 27), "VDR"),
        (816, "gw", date(1980, 1, 1), "VNM"),
        (678, "gw", date(2000, 1, 1), "YEM"),
        ("CS", "iso2", date(1980, 1, 1), "CSK"),
        ("CS", "iso2", date(1992, 6, 1), "CSK"),
        ("CS", "iso2", date(2004, 1, 1), "SCG"),
        ("YUG", "iso3", date(1980, 1, 1), "YUG"),
        ("YUG", "iso3", date(1995, 1, 1), "SCG"),
        ("XKX", "iso3", date(2020, 1, 1), "XKX"),
        ("HKG", "iso3", date(2020, 1, 1), "HKG"),
        ("SUHH", "iso3166-3", date(1980, 1, 1), "SUN"),
        ("West Germany", "name", date(1970, 1, 1), "DEU"),
    ],
)
def test_a_code_means_one_state_on_a_day(code: str | int, system: System, on: date, expected: str) -> None:
    """The system and the day decide which state a code means."""
    assert actors.find(code, system, on).code == expected


@pytest.mark.parametrize(
    ("code", "system", "expected"),
    [
        ("NA", "iso2", "NAM"),
        ("NAM", "iso3", "NAM"),
        ("ZAR", "iso3", "COD"),
        ("ZRCD", "iso3166-3", "COD"),
        ("ROM", "iso3", "ROU"),
        (365, "cow", "RUS"),
        (255, "gw", "DEU"),
        ("300", "cow", "cow-300"),
    ],
)
def test_without_a_day_a_code_of_one_person_gives_its_newest_code(
    code: str | int, system: System, expected: str
) -> None:
    """A code that only one person in law has held needs no day."""
    assert actors.find(code, system).code == expected


@pytest.mark.parametrize(
    ("code", "system"), [("CS", "iso2"), (345, "cow"), (816, "gw"), ("YUCS", "iso3166-3"), (970, "gw")]
)
def test_without_a_day_a_code_of_several_is_ambiguous(code: str | int, system: System) -> None:
    """A code that several states have held is refused unless the day decides."""
    if (code, system) == (970, "gw"):
        assert actors.find(code, system).code == "KIR"  # another state has the number only in COW
    else:
        with pytest.raises(NotFound, match="ambiguous without a day; it was held by"):
            actors.find(code, system)


@pytest.mark.parametrize(
    ("code", "system", "on", "message"),
    [
        (255, "gw", date(1995, 1, 1), r"no state had .* 255 on 1995-01-01; .* DEU \(1816-01-01/1945-05-07\)"),
        (
            "RUS",
            "iso3",
            date(1970, 1, 1),
            r"on 1970-01-01; .* RUS \(1816-01-01/1922-12-29, 1991-12-26/\.\.\)",
        ),
        ("DDR", "iso3", date(1990, 10, 3), "DDR"),
        (8152, "cow", date(1900, 1, 1), "no state has the cow code 8152"),
        ("", "cow", None, "is a number such as 365, got ''"),
        ("NA", "gw", None, "is a number such as 365, got 'NA'"),
        (True, "cow", None, "is a number such as 365, got True"),
        (-2, "cow", None, "no state has the cow code -2"),
        ("²", "cow", None, "is a number"),
        ("NA", "iso3", None, r"no state has the iso3 code 'NA'; did you mean 'NAM' \(Namibia\)"),
        ("na", "iso2", None, "no state has the iso2 code 'na'"),
        ("NATO", "name", None, "no state has the name code 'NATO'"),
        ("", "iso3", None, "no state has the iso3 code ''$"),
    ],
)
def test_nothing_is_guessed(code: str | int, system: System, on: date | None, message: str) -> None:
    """A code that meant no state then is refused with what it did mean or what is near."""
    with pytest.raises(NotFound, match=message):
        actors.find(code, system, on)


def test_an_unknown_system_is_a_mistake_of_the_caller() -> None:
    """A code system that is not known is a ValueError that lists those that are."""
    with pytest.raises(ValueError, match="expected one of iso3, iso2, iso3166-3, cow, gw, name, got 'fips'"):
        actors.find("RS", "fips")  # type: ignore[arg-type]  # the wrong word is the point


@pytest.mark.parametrize("code", ["NA", "ZAR", "prk", "Nato", "", "unknown", "North Korea"])
def test_get_takes_primary_codes_only(code: str) -> None:
    """Other codes, names, other case and missing markers are refused."""
    with pytest.raises(NotFound, match="no actor has the code"):
        actors.get(code)


def test_a_refusal_names_the_nearest_codes() -> None:
    """The message of a failed look-up tells what was probably meant."""
    with pytest.raises(NotFound, match=r"did you mean 'PRK' \(North Korea\)"):
        actors.get("North Korea")
    with pytest.raises(NotFound, match=r"'NA'; did you mean 'NAM' \(Namibia\)"):
        actors.by_name("NA")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("United Kingdom of Great Britain and Northern Ireland", "GBR"),
        ("viet nam", "VNM"),
        ("Democratic People's Republic of Korea", "PRK"),
        ("Democratic People\N{RIGHT SINGLE QUOTATION MARK}s Republic of  Korea", "PRK"),
        ("The former Yugoslav Republic of Macedonia", "MKD"),
        ("State of Palestine", "PSE"),
        ("European Union", "eu"),
        ("Cote d'Ivoire", "CIV"),
        ("Turkiye", "TUR"),
        ("Turkey", "TUR"),
        ("USSR", "SUN"),
        ("German Dem. Rep.", "DDR"),
        ("Republic of Viet-Nam", "cow-817"),
        ("Congo", "COG"),
        ("Democratic Republic of the Congo", "COD"),
    ],
)
def test_names_are_found_exactly(name: str, code: str) -> None:
    """Current, official, former and treaty-collection names lead to the actor."""
    assert actors.by_name(name).code == code


@pytest.mark.parametrize("name", ["Korea", "NK", "Hamas", "NA", "", "N/A", "none", "RUS", "Rusia"])
def test_similar_names_are_not_found(name: str) -> None:
    """What is not exactly a name is refused, however near it is."""
    with pytest.raises(NotFound, match="no actor has the name"):
        actors.by_name(name)


def test_suggestions_are_bounded_and_best_first() -> None:
    """Suggestions are at most n codes, each once; of an exact match that alone, of nothing none."""
    assert actors.suggest("Zaire") == ("COD",)
    assert [actors.suggest(code) for code in ("EU", "gb", "GDR")] == [
        ("eu",),
        ("GBR",),
        ("DDR",),
    ]
    assert actors.suggest("North Corea", n=1) == ("PRK",)
    assert actors.suggest("") == ()
    many = actors.suggest("Republic of", n=10)
    assert len(set(many)) == len(many) <= 10


def test_names_for_printing_are_short() -> None:
    """Answers print everyday names."""
    printed = [actors.name_of(code) for code in ("PRK", "RUS", "USA", "KOR", "GBR", "cow-300")]
    everyday = ["North Korea", "Russia", "United States", "South Korea", "United Kingdom", "Austria-Hungary"]
    assert printed == everyday


def test_states_of_a_day_are_those_that_then_existed() -> None:
    """The states of a day are sorted, without territories and without states of other times."""
    then = [state.code for state in actors.states(date(1980, 1, 1))]
    assert then == sorted(then)
    assert {"SUN", "DDR", "YUG", "CSK", "TWN", "VAT"} <= set(then)
    assert not {"RUS", "UKR", "CZE", "HKG", "cow-300"} & set(then)
    assert {"RUS", "SUN", "cow-300"} < {state.code for state in actors.states()}
