"""The front of the package: names that do not exist are no Any."""

from typing import assert_type

import geobrief as gb
from geobrief import Treeaty  # expect: attr-defined

gb.Treeaty  # expect: attr-defined
gb.lod("a.yaml")  # expect: attr-defined
assert_type(gb.load("a.yaml"), gb.Brief)
assert_type(gb.check("a.yaml"), gb.Report)
assert_type(gb.__version__, str)
gb.load(3)  # expect: arg-type
