"""What holds for all tests."""

from hypothesis import settings

# A busy machine must not fail a test, and a run must not find by luck what the run before it did not.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")
