"""Plain trees for the tests of the formats, and the paths into them."""

from collections.abc import Iterator

from hypothesis import strategies as st

from geobrief.constraint import Steps

AWKWARD = [
    "no",
    "NO",
    "y",
    "~",
    "null",
    "1e3",
    "0o7",
    "010",
    "1_000",
    "12:30:45",
    "2024-06-19",
    "2024-02-30",
    "=",
    "<<",
    "",
    " a",
    "a ",
    "a: b",
    "a #b",
    "- a",
    "\x85",
    "\u2028",
    "\ufeff",
    "\U0001f600",
    "a\nb\n",
    "a\n\n",
    "\n",
    "a\n b",
    "\t",
    "\r\n",
    "\x00",
    "\x7f",
    "\\",
    '"',
    "'",
    "{",
    "---",
    "...",
    ".inf",
    "%a",
    "é",
]

texts = st.sampled_from(AWKWARD) | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
integers = st.integers(-(2**63), 2**63 - 1)
numbers = integers | st.floats(allow_nan=False, allow_infinity=False)


def trees(leaves: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """Lists and mappings of the leaves given, some levels deep."""
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
        max_leaves=12,
    )


not_null = texts | st.booleans() | numbers
anything = trees(not_null | st.none())
mappings = st.dictionaries(texts, trees(not_null), max_size=5)
mappings_with_null = st.dictionaries(texts, anything, max_size=5)


def leaves(data: object, path: Steps = ()) -> Iterator[tuple[Steps, object]]:
    """Give every scalar of a tree with its path."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from leaves(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from leaves(value, (*path, index))
    else:
        yield path, data
