"""Work done ahead by other processes: what they make is kept in a store, and so there when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from multiprocessing import Process


def begin(work: Callable[..., None], shares: Sequence[tuple[object, ...]]) -> Callable[[], None]:
    """Begin work in other processes, one for each share, which is what it is called with; gives what waits for them.

    What a process that failed leaves undone is done, or fails, in the one that asks for it.
    """
    helpers = [Process(target=work, args=share, daemon=True) for share in shares]
    for helper in helpers:
        helper.start()

    def wait() -> None:
        for helper in helpers:
            helper.join()

    return wait
