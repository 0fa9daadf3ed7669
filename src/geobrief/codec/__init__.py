"""Files to records and back: the only room that knows cattrs and file formats."""

from geobrief.codec.append import append
from geobrief.codec.check import check
from geobrief.codec.dump import dump, dumps
from geobrief.codec.load import example, examples, load, loads, stream

__all__ = ["append", "check", "dump", "dumps", "example", "examples", "load", "loads", "stream"]
