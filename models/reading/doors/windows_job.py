"""The limits of a process on Windows: a job object that holds it (kernel32, since Windows 2000)."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _EXTENDED = 9  # JobObjectExtendedLimitInformation
    _PROCESS_TIME, _PROCESS_MEMORY = 0x2, 0x100
    _TICKS = 10_000_000  # in a second

    class _Basic(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _Extended(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", _Basic),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    def limit_this_process(memory: int, seconds: int) -> None:
        """From now on at most `memory` bytes and `seconds` of processor time; past them the system ends the process.

        Raises:
            OSError: Windows would not have it.
        """
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        job = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))  # lives as long as the process
        limits = _Extended()
        limits.BasicLimitInformation.LimitFlags = _PROCESS_TIME | _PROCESS_MEMORY
        limits.BasicLimitInformation.PerProcessUserTimeLimit = seconds * _TICKS
        limits.ProcessMemoryLimit = memory
        size = ctypes.sizeof(limits)
        is_set = kernel.SetInformationJobObject(job, _EXTENDED, ctypes.byref(limits), size)
        process = wintypes.HANDLE(kernel.GetCurrentProcess())
        if not is_set or not kernel.AssignProcessToJobObject(job, process):
            raise ctypes.WinError(ctypes.get_last_error())
