"""Open one file of strangers and say how it ended: its refusal, the seconds, the megabytes of us and of our child."""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from models.errors import UserError
from models.reading.doors.door import open_file

if __name__ == "__main__":
    start, said = time.perf_counter(), ""
    try:
        open_file(Path(sys.argv[1]))
    except UserError as error:
        said = str(error)
    seconds = time.perf_counter() - start
    used = [resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]  # fmt: skip
    sys.stdout.write(json.dumps([said, seconds, max(used)]))
