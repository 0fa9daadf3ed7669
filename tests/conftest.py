"""How hard hypothesis searches: HYPOTHESIS_PROFILE is default, ci, deep or mutants."""

import os

from hypothesis import HealthCheck, Phase, settings

settings.register_profile("default", max_examples=50, deadline=None)
settings.register_profile("ci", max_examples=50, deadline=None, derandomize=True, print_blob=True)
settings.register_profile(
    "deep", max_examples=10_000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(  # the first failure is enough
    "mutants", max_examples=20, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
