"""Run every benchmark: ``python -m tests.benchmarks``."""

from tests.benchmarks import decode, import_cost

decode.main()
print()
import_cost.main()
