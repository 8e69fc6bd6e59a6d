"""Imported once by the server that worker processes are forked from: they find the pipeline loaded.

What to load stands in the environment, which is the one thing that the server is told. Whatever goes
wrong here goes wrong again, and is told, in the worker that loads for itself.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress

from extractor.batch.patterns import keep_problems_quiet
from extractor.cache import collector_at_rest, keep_what_is_loaded
from extractor.pipeline import load
from extractor.processes import LOADED_FIRST

if os.environ.get(LOADED_FIRST):
    keep_problems_quiet()
    with suppress(Exception), collector_at_rest():
        load(*json.loads(os.environ[LOADED_FIRST]))
    keep_what_is_loaded()
