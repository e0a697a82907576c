"""The page of a dossier: what opens, and in which words changes are told."""

from __future__ import annotations

import re
from pathlib import Path

from conftest import Client

from onrecord import read_text
from onrecord.store import open_store

FIRST = """Gate log of Corran weir in dispute

Odile Marsh accused the canal board of opening the weir at night. The canal board denied opening the weir at night.
"""
LATER = """Corran weir: board under pressure

Odile Marsh said the weir had been opened at night. The canal board admitted opening the weir at night.

Jonas Pryce asked who had opened the weir at night.
"""


def test_every_position_opens_its_statements_and_changes_are_told_in_words(serve: Client, record: Path) -> None:
    with open_store(record) as store:
        store.add_many([read_text(FIRST, published="2026-02-01"), read_text(LATER, published="2026-03-01")])
    page = serve().get("/dossier", params={"asked": "Was the weir opened at night?", "since": "2026-02-15"}).text
    positions = dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", page))
    assert "Not told by the words" in positions
    for listed in positions.values():
        count = int(listed.split()[0])
        assert listed.count('<a href="#x-') == count > 0
        assert all(f'id="{place}"' in page for place in re.findall(r'href="#(x-\d+)"', listed))
    changed = re.findall(r"</span>: (.*?) \(.*? → (.*?) \(", page)
    assert ("accused", "said") in changed
