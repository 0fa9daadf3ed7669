"""Run every benchmark: ``python -m tests.benchmarks``."""

from tests.benchmarks import allied_dyads, decode, import_cost, law

decode.main()
print()
import_cost.main()
print()
law.main()
print()
allied_dyads.main()
