"""Names as people and data sets write them, and which actors they may mean.

Two names are the same where they consist of the same words, whatever their order, case,
accents, punctuation, articles and usual abbreviations: ``Korea, Dem. People's Rep.``.  A
name with brackets or slashes means what all its parts mean: ``Myanmar (Burma)``.  Spellings
that neither rule reaches, and names that an actor bore for a time only, stand in
``names.json``.  Nothing here compares names that are merely similar.
"""

import functools
import unicodedata
from collections.abc import Collection, Iterator, Mapping

from geobrief.actors._table import Actor, read_entries, table
from geobrief.actors.spell import Spell

__all__ = ["Bearers", "bearer", "bearers", "fold", "proper", "words"]

Bearers = Mapping[str, Spell | None]
"""The code of each actor that bears a name, and for how long; None where for all its life."""

_SILENT = frozenset({"and", "of", "the"})
_WRITTEN_OUT = {
    "afr": "african",
    "cent": "central",
    "dem": "democratic",
    "e": "east",
    "eq": "equatorial",
    "equat": "equatorial",
    "fed": "federal",
    "federated": "federal",
    "gov": "government",
    "is": "islands",
    "isds": "islands",
    "labor": "labour",
    "n": "north",
    "organisation": "organization",
    "peo": "peoples",
    "rep": "republic",
    "s": "south",
    "soc": "socialist",
    "st": "saint",
    "sts": "states",
    "terr": "territory",
    "utd": "united",
    "w": "west",
}
_OF_MANY = frozenset(
    (
        *("arab", "bolivarian", "commonwealth", "democratic", "duchy", "empire", "federal", "federation"),
        *("former", "grand", "islamic", "islands", "kingdom", "organization", "peoples", "principality"),
        *("province", "republic", "socialist", "state", "states", "sultanate", "territory", "union"),
    )
)


def fold(name: str) -> str:
    """Reduce a name to what must agree: no case, accents, curly quotes or doubled spaces.

    >>> fold("Côte  d’Ivoire") == fold("cote d'ivoire")
    True
    """
    if not name.isascii():
        plain = unicodedata.normalize("NFKD", name.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
        name = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(name.casefold().split())


def words(name: str) -> tuple[str, ...]:
    """Give the words that make a name, written out and in one order.

    >>> words("Congo, Dem. Rep.") == words("The Democratic Republic of the Congo")
    True
    >>> words("St. Kitts & Nevis"), words("U.S.S.R."), words("S. Korea")
    (('kitts', 'nevis', 'saint'), ('ussr',), ('korea', 'south'))
    """
    import re  # noqa: PLC0415 - a name written as the table writes it needs none

    text = re.sub(r"\b(\w)\.(?=\w\b)", r"\1", fold(name))  # the full stops of U.S.S.R.
    text = re.sub(r"[`'\u00b4\u2018](?=s\b)|(?<=\bco)-(?=op)", "", text)
    written: list[str] = re.findall(r"[^\W_]+", text)
    return tuple(sorted(_WRITTEN_OUT.get(word, word) for word in written if word not in _SILENT))


def proper(name: tuple[str, ...]) -> tuple[str, ...]:
    """Give those words of a name that tell it from others: no ``republic`` where there is more.

    >>> proper(words("Egypt, Arab Rep.")), proper(words("United States"))
    (('egypt',), ('united',))
    """
    return tuple(word for word in name if word not in _OF_MANY) or name


def bearer(name: str) -> Actor | None:
    """Give the actor that the table itself calls by this name: the short way for nearly all names."""
    return _called().get(fold(name))


def bearers(name: str) -> Bearers:
    """Give every actor that has borne this name; of a compound name those on which its parts agree.

    >>> bearers("Turkey (Ottoman Empire)"), bearers("Congo (Dominica)"), bearers("Rusia")
    ({'TUR': None}, {}, {})
    """
    whole = _index().get(words(name))
    if whole is not None:
        return whole
    import re  # noqa: PLC0415 - likewise

    parts = [_index().get(words(part), {}) for part in re.split(r"[/()\[\]]", name) if words(part)]
    return _agreed(parts) if len(parts) > 1 else {}


def _agreed(parts: Collection[Bearers]) -> Bearers:
    """Give the persons that every part may mean, always where one part means them always."""
    persons = table().persons
    meant = [{persons.get(code, code): spell for code, spell in part.items()} for part in parts]
    shared = set.intersection(*(set(each) for each in meant))
    return {code: _longest([each[code] for each in meant]) for code in sorted(shared)}


def _longest(spells: list[Spell | None]) -> Spell | None:
    return None if None in spells else spells[0]


@functools.cache
def _called() -> Mapping[str, Actor]:
    return {fold(name): actor for actor in table() for name in (actor.name, *actor.aliases)}


@functools.cache
def _index() -> Mapping[tuple[str, ...], Bearers]:
    index: dict[tuple[str, ...], dict[str, Spell | None]] = {}
    for name, code, spell in _written():
        index.setdefault(words(name), {}).setdefault(code, spell)
    return index


def _written() -> Iterator[tuple[str, str, Spell | None]]:
    """Give every name with the code of its bearer; those borne for all its life come first."""
    written = read_entries("names.json")
    for actor in table():
        yield from ((name, actor.code, None) for name in (actor.name, *actor.aliases))
    for entry in written:
        yield from ((name, entry["code"], None) for name in entry.get("names", ()))
    for entry in written:
        yield from ((name, entry["code"], Spell.parse(text)) for name, text in entry.get("for", {}).items())
