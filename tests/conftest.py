"""Property tests draw the same examples every time; `JIXIAO_RANDOM=1` lets them search."""

import os

from hypothesis import settings

settings.register_profile("same", derandomize=True, database=None, deadline=None)
settings.register_profile("random", deadline=None)
settings.load_profile("random" if os.environ.get("JIXIAO_RANDOM") else "same")
