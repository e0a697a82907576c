"""Property tests: no clock decides, and every run has the same examples, so that a failure is of the change at hand.

``pytest --hypothesis-profile=search`` looks for new ones.
"""

from hypothesis import settings

settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None)
settings.load_profile("same")
