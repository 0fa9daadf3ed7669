"""What tests of legal practice say in short: the value of an answer, and a brief of a few records."""

import geobrief as gb

__all__ = ["brief_of", "value"]


def value(answer: gb.Answer) -> str:
    """Give an answer as yes, no or unknown."""
    return str(answer.value)


def brief_of(*records: gb.Record, as_of: str = "2025-12-31") -> gb.Brief:
    """Make a brief of records."""
    return gb.Brief(title="A brief", as_of=as_of, records=records)
