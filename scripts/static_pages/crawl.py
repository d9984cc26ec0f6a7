"""The walk over the site: from some files to all that their links lead to, each once."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

from static_pages.file_addresses import FileAddress

Render = Callable[[FileAddress], Awaitable[tuple[bytes, list[FileAddress]]]]

BATCH_SIZE = 16
"""Files rendered at a time: the queries of one run while the template of another is filled."""


async def crawl(start: Sequence[FileAddress], render: Render) -> AsyncIterator[tuple[str, bytes]]:
    """Yield the path and content of every file; `render` returns a file's content and what it links to."""
    seen, waiting = {address.file for address in start}, [*start]
    while waiting:
        batch = [waiting.pop() for _ in waiting[:BATCH_SIZE]]
        for address, (content, targets) in zip(batch, await asyncio.gather(*map(render, batch)), strict=True):
            yield address.file, content
            for target in targets:
                if target.file not in seen:
                    seen.add(target.file)
                    waiting.append(target)
