"""Draw the screenshots of the documentation: ``python tests/web/screenshots.py docs/screenshots``.

A record of the examples is served and opened in Chromium; what is drawn is what a reader sees.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from browsing import browsing, context_of, serving
from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
MOST_BYTES = 300_000


def article(page: Page) -> None:
    """An article with the statement chosen whose speaker is explained."""
    page.goto("/")
    page.get_by_role("link", name="widow of dam engineer").click()
    page.wait_for_selector("#text")
    page.wait_for_load_state()
    for _ in range(10):
        page.keyboard.press("j")
    page.keyboard.press("Enter")


def text(page: Page) -> None:
    """The beginning of an article, as on a telephone."""
    page.goto("/")
    page.get_by_role("link", name="widow of dam engineer").click()
    page.wait_for_selector("#text")


def dossier(page: Page) -> None:
    """A dossier on a question."""
    page.goto("/dossier?asked=Was+the+Olen+dam+safe%3F")


SHOTS = (
    ("article-light", 1280, "light", article),
    ("article-dark-narrow", 390, "dark", text),
    ("dossier-light", 1280, "light", dossier),
)


def main(folder: Path) -> None:
    """Draw them.

    Args:
        folder: Where they go.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        record = Path(place) / "examples.db"
        read = [sys.executable, "-m", "onrecord", "read", "examples", "--record", str(record), "--json"]
        subprocess.run(read, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
        with serving(record) as address, browsing() as browser:
            for name, width, scheme, go in SHOTS:
                context = context_of(browser, address, width, scheme)
                page = context.new_page()
                go(page)
                page.wait_for_timeout(400)
                shot = page.screenshot()
                context.close()
                if len(shot) > MOST_BYTES:
                    raise SystemExit(f"{name} has {len(shot):,} bytes, over {MOST_BYTES:,}")
                (folder / f"{name}.png").write_bytes(shot)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
