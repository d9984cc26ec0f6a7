"""Runs a function on batches in several processes, and yields the results in order."""

import os
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

Item = TypeVar("Item")
Result = TypeVar("Result")

PROCESSES = 2
WATCH_EVERY = 0.5  # seconds
AHEAD = 4  # batches submitted at a time per process, which bounds memory

_task: list[Callable[[Any], Any]] = []
"""In a process of the pool, the function it runs; sent once per process, since it may hold much data."""


def map_in_order(
    function: Callable[[Sequence[Item]], Result], batches: Sequence[Sequence[Item]]
) -> Iterator[Result]:
    """Yield the result for each batch; a single batch is processed without a pool."""
    if len(batches) < PROCESSES:
        yield from map(function, batches)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  (slow to import)

    with ProcessPoolExecutor(PROCESSES, initializer=_prepare, initargs=(function, os.getpid())) as pool:
        pending: deque[Future[Result]] = deque()
        for batch in batches:
            pending.append(pool.submit(_run_task, batch))
            if len(pending) == PROCESSES * AHEAD:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()


def split_batches(items: Sequence[Item], size: int) -> list[Sequence[Item]]:
    """Return the items in batches of `size`, the last of which may be shorter."""
    return [items[start : start + size] for start in range(0, len(items), size)]


def _prepare(function: Callable[[Any], Any], parent: int) -> None:
    _task.append(function)
    Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    """End this process when the one that started it is gone: the pool does not notice that it was killed."""
    while os.getppid() == parent:
        time.sleep(WATCH_EVERY)
    os._exit(1)


def _run_task(batch: Sequence[object]) -> Any:
    return _task[0](batch)
