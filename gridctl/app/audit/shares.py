"""Shares: the cases of a long history, dealt out to as many processes as there are cores.

Each process goes along all edges; what is judged most often, the cases, is judged by one of them.
"""

import contextlib
import gc
import os
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeVar
from zlib import crc32

T = TypeVar("T")
_WORTH_A_PROCESS = 1500  # commits; starting one costs about as much as judging 200
_MOST = 8


class Share(NamedTuple):
    """One of several shares; the first one has everything beside the cases as well."""

    number: int = 0
    of: int = 1

    @property
    def is_first(self) -> bool:
        """Whether what is no case falls to this share."""
        return self.number == 0

    def has(self, path: str) -> bool:
        """Whether a case falls to this share. Every commit on it does, so that each is read as it grows."""
        return (
            self.of == 1 or crc32(path.encode("utf-8", "surrogateescape")) % self.of == self.number
        )


def shares(commits: int) -> tuple[Share, ...]:
    """How a history of so many commits is dealt out."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    of = max(1, min(cores, commits // _WORTH_A_PROCESS, _MOST))
    return tuple(Share(number, of) for number in range(of))


@contextlib.contextmanager
def nothing_collected() -> Iterator[None]:
    """Let Python not look for circles meanwhile: there are none, and cases by the thousand to look at."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@contextlib.contextmanager
def beside(
    work: Callable[..., T], calls: Sequence[tuple[object, ...]]
) -> Iterator[Callable[[], list[T]]]:
    """Have each call of `work` done by a process of its own; what is yielded waits for the answers."""
    if not calls:
        yield list
        return
    from multiprocessing import Pool

    with Pool(len(calls)) as pool:
        waiting = [pool.apply_async(work, call) for call in calls]
        yield lambda: [each.get() for each in waiting]
