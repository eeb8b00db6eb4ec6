"""What the kernel holds a worker to, so that no question can take the machine, whatever the server is doing.

Guarantees: a worker that asks for more memory than it may have ends, by the allocator's own hand (SIGABRT); one
that runs past its time ends by an alarm (SIGALRM), even where the server is gone. No file of its memory is left.
The memory counted is what the worker allocates itself (RLIMIT_DATA), so that files of the store that are mapped
into it count for nothing. Linux holds this limit; macOS does not, and there the time limit is the only one.
"""

from __future__ import annotations

import os
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["alarm", "confine_memory", "ignore_interrupt"]

_STATM = Path("/proc/self/statm")
_DATA = 5
"""Which number of ``statm`` counts the pages of data and stack."""


def ignore_interrupt() -> None:
    """Leave Ctrl-C, which a terminal sends to every process of a group, to the server."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def confine_memory(size: int) -> None:
    """Allow `size` bytes more than are allocated now."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if _STATM.exists():
        pages = int(_STATM.read_text(encoding="ascii").split()[_DATA])
        limit = pages * os.sysconf("SC_PAGE_SIZE") + size
        resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))


@contextmanager
def alarm(seconds: float) -> Iterator[None]:
    """End this process where the block takes longer."""
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
