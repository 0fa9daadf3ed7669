"""Constraints: what a field may hold, declared once in ``Annotated[T, ...]``.

The constructor, the codec, the schema and the generators all read the same
declaration.
"""

from geobrief.constraint.check import (
    Between,
    Check,
    KeyOf,
    NonEmpty,
    Number,
    OneLine,
    Passage,
    Pattern,
    PositiveInt,
    Refers,
    Text,
)
from geobrief.constraint.constrained import Constrained
from geobrief.constraint.problem import Invariant, Problem, Steps, Unread, path_text
from geobrief.constraint.shape import INTEGER_LIMIT, type_hints
from geobrief.constraint.validator import problems_with

__all__ = [
    "INTEGER_LIMIT",
    "Between",
    "Check",
    "Constrained",
    "Invariant",
    "KeyOf",
    "NonEmpty",
    "Number",
    "OneLine",
    "Passage",
    "Pattern",
    "PositiveInt",
    "Problem",
    "Refers",
    "Steps",
    "Text",
    "Unread",
    "path_text",
    "problems_with",
    "type_hints",
]
