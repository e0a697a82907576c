"""Corrections outlive another model: fifty made on what one model read, the reports read again with the other."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from onrecord.pipeline import Reader
from onrecord.read import make_document
from onrecord.store import open_store
from onrecord.types import Spans

EXAMPLES = Path(__file__).parent.parent / "examples"


def alike(left: Spans, right: Spans) -> bool:
    """Whether two contents have four fifths of their characters in common."""
    one, other = ({place for span in spans for place in range(span.start, span.end)} for spans in (left, right))
    return len(one & other) >= 0.8 * len(one | other)


def test_fifty_corrections_outlive_another_model(tmp_path: Path) -> None:
    documents = [make_document(path.read_text("utf-8"), origin=path.name) for path in sorted(EXAMPLES.glob("*.txt"))]
    fast, accurate = Reader("fast"), Reader("accurate")
    with open_store(tmp_path / "record.db", create=True) as store:
        readings = [fast.read(document) for document in documents]
        store.add_many(readings)
        said = ((reading.document.id, one) for reading in readings for one in reading.statements if one.act != "warn")
        judged = {}
        for document_id, one in islice(said, 50):
            made = store.judge("change", one.id, {"act": "warn"}, document_id=document_id, author="ann")
            judged[made.id] = one
        for document in documents:
            assert store.add(accurate.read(document), rank=1)

        assert [one.id for one in store.judgements()] == list(judged)
        attached = {key: to for document in documents for key, to in store.attached(document.id).items()}
        assert attached.keys() == judged.keys()
        assert 0 < sum(to is None for to in attached.values()) < 10
        for document in documents:
            live = {one.id: one for one in store.reading(document.id).statements}
            for key, to in store.attached(document.id).items():
                likes = [one.id for one in live.values() if alike(one.content, judged[key].content)]
                assert to in likes or (to is None and len(likes) != 1), "alone: none is like it, or two are as like"
                assert to is None or live[to].act == "warn"
