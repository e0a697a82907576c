"""A real server over a real record, and Chromium in front of it, with no way to anything else."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, sync_playwright

CHROMIUM = Path(os.environ.get("ONRECORD_CHROMIUM", "/usr/bin/chromium"))
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
START_S = 90.0
"""Seconds that the server may take to start on a machine that does other things."""
SCROLL_S = 10.0
"""Seconds that an element may take to scroll."""


@contextmanager
def serving(record: Path, *more: str) -> Iterator[str]:
    """Run ``onrecord serve`` until done.

    Args:
        record: The record.
        more: More options.

    Yields:
        Its address.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "onrecord", "serve", "--record", str(record), "--port", str(port), *more]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        _wait(f"http://127.0.0.1:{port}/static/style.css", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=30)


@contextmanager
def browsing() -> Iterator[Browser]:
    """Run Chromium until done."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        try:
            yield browser
        finally:
            browser.close()


def context_of(browser: Browser, address: str, width: int, scheme: str, *, script: bool = True) -> BrowserContext:
    """A window that reaches the server and nothing else.

    Args:
        browser: Chromium.
        address: The server's.
        width: In pixels.
        scheme: "light" or "dark".
        script: Whether scripts run.
    """
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
        java_script_enabled=script,
    )
    context.set_default_timeout(20_000)

    def only_ours(route: Route) -> None:
        if route.request.url.startswith(address):
            route.continue_()
        else:
            route.abort()

    context.route("**/*", only_ours)
    return context


def watch(page: Page) -> list[str]:
    """Keep what a page complains of, and any box that it opens.

    Args:
        page: The page.
    """
    heard: list[str] = []
    page.on("console", lambda said: heard.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("dialog", lambda box: heard.append(f"a box: {box.message}") or box.dismiss())  # type: ignore[func-returns-value]
    return heard


def axe(page: Page) -> list[str]:
    """What axe finds serious or critical on a page.

    Args:
        page: The page.
    """
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{one['id']} ({one['impact']}): {one['help']}: {[node['html'][:200] for node in one['nodes'][:3]]}"
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
    ]


def _wait(address: str, process: subprocess.Popen[str]) -> None:
    end = time.monotonic() + START_S
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended: {process.stderr.read() if process.stderr else ''}")
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError("the server did not start")


def wait_until_scrolled(place: Locator, side: Literal["scrollLeft", "scrollTop"]) -> None:
    """Wait until an element has scrolled, which it may do smoothly.

    Asked from here: Playwright's ``wait_for_function`` evaluates a string in the page when the first answer is no, and
    the reader's policy forbids that.

    Args:
        place: The element.
        side: By which it scrolls.
    """
    end = time.monotonic() + SCROLL_S
    while not place.evaluate("(one, side) => one[side] > 0", side):
        assert time.monotonic() < end, f"{side} is still 0 after {SCROLL_S} s"
        place.page.wait_for_timeout(20)
