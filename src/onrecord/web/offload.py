"""Offload: what waits for the disk is done in another thread, so that the server goes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from starlette.concurrency import run_in_threadpool

T = TypeVar("T")


async def apart(work: Callable[[], T]) -> T:
    """Do something in another thread and wait for it.

    Args:
        work: What is done.
    """
    return await run_in_threadpool(work)
