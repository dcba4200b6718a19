"""Little memory and little time for a process that handles what strangers made: set by the process itself."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    from models.reading.doors.windows_job import limit_this_process
else:
    import resource

    def limit_this_process(memory: int, seconds: int) -> None:
        """From now on at most `memory` bytes and `seconds` of processor time; past them the system ends the process."""
        for which, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds)):
            _, hard = resource.getrlimit(which)
            soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(which, (soft, hard))


__all__ = ["limit_this_process"]
