"""Pooling: the same work on batch after batch, by several processes if there are many; results in order."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

Item = TypeVar("Item")
Result = TypeVar("Result")

PROCESSES = 2
AHEAD = 4  # batches in work or waiting to be taken, for each process; memory does not grow beyond them

_work: list[Callable[[Any], Any]] = []
"""In a process of the pool, what it does; handed over once, for it may be large."""


def in_order(work: Callable[[Sequence[Item]], Result], batches: Sequence[Sequence[Item]]) -> Iterator[Result]:
    """Yield the result for each batch; one batch alone is done in this process."""
    if len(batches) < PROCESSES:
        yield from map(work, batches)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  (slow to import)

    with ProcessPoolExecutor(PROCESSES, initializer=_keep, initargs=(work,)) as pool:
        waiting: deque[Future[Result]] = deque()
        for batch in batches:
            waiting.append(pool.submit(_do, batch))
            if len(waiting) == PROCESSES * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _keep(work: Callable[[Any], Any]) -> None:
    _work.append(work)


def _do(batch: Sequence[object]) -> Any:
    return _work[0](batch)
