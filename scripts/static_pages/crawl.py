"""Crawling: from some places to all that can be reached from them, each once."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

from static_pages.file_addresses import Place

Make = Callable[[Place], Awaitable[tuple[bytes, list[Place]]]]


async def crawl(start: Sequence[Place], make: Make) -> AsyncIterator[tuple[str, bytes]]:
    """Yield every file with its content; `make` gives the content of a place and the places it leads to."""
    seen, waiting = {place.file for place in start}, [*start]
    while waiting:
        place = waiting.pop()
        content, leads_to = await make(place)
        yield place.file, content
        for each in leads_to:
            if each.file not in seen:
                seen.add(each.file)
                waiting.append(each)
