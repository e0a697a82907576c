"""What holds for every reading, whatever the report."""

from functools import partial
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.pipeline import Reader, load_reader
from onrecord.read import make_document
from onrecord.segment.article import READ
from onrecord.spans import Span
from onrecord.types import Reading

EXAMPLES = sorted(Path(__file__).parents[1].glob("examples/*.txt"))


def read(text: str) -> Reading:
    return load_reader().read(make_document(text, origin="test"))


def spans_in(value: object) -> list[Span]:
    """Every span in a record, at any depth."""
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple):
        return [span for item in value for span in spans_in(item)]
    if isinstance(value, msgspec.Struct):
        return [span for name in value.__struct_fields__ for span in spans_in(getattr(value, name))]
    return []


def check(reading: Reading) -> None:
    """The invariants of DESIGN: spans, partition, references."""
    text = reading.document.text
    assert all(0 <= span.start < span.end <= len(text) for span in spans_in(reading))
    edges = [0, *(block.span.end for block in reading.blocks)]
    assert [block.span.start for block in reading.blocks] == edges[:-1]
    assert not text or edges[-1] == len(text)
    entities = {entity.id for entity in reading.entities}
    statements = {statement.id for statement in reading.statements}
    assert len(entities) == len(reading.entities)
    assert len(statements) == len(reading.statements)
    for mention in reading.mentions:
        assert mention.entity_id is None or mention.entity_id in entities
    for statement in reading.statements:
        assert statement.block in READ
        assert set(statement.speaker_ids) <= entities
        assert statement.parent is None or statement.parent in statements
        assert statement.claims
        for spans in (statement.content, statement.cue, statement.source):
            assert all(left.end < right.start for left, right in pairwise(spans))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_invariants_on_the_examples(path: Path) -> None:
    reading = read(path.read_text("utf-8"))
    check(reading)
    assert len(reading.statements) >= 5


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_same_document_gives_the_same_bytes(path: Path) -> None:
    text = path.read_text("utf-8")
    assert msgspec.json.encode(read(text)) == msgspec.json.encode(read(text))


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(
            ["“", "”", '"', "'", "’", "‘", "«", "»", "\n\n", "\n", " ", ". ", ", ", "said", "he", "Ann Lee", "Mr. Roe"]
            + ["The mayor", "denied", "that it may rain", "â€œ", "\u200b", "\u00ad", "\u00a0", "``", "''", "Q.", ": "]
        ),
        max_size=60,
    ).map("".join)
)
def test_invariants_on_rubble(text: str) -> None:
    check(read(text))


def test_shifting_the_grid_of_windows_changes_little(monkeypatch: pytest.MonkeyPatch) -> None:
    """No statement is cut or doubled at a seam: over the examples together, at most 1 in 100 changes."""
    text = "\n\n".join(path.read_text("utf-8") for path in EXAMPLES) * 3
    reader = Reader()
    encode = reader.model.encode
    document = make_document(text, origin="test")
    reference = {statement.id for statement in reader.read(document).statements}
    changed = []
    for shift in (40, 90, 150):
        monkeypatch.setattr(reader.model, "encode", partial(encode, shift=shift))
        shifted = {statement.id for statement in reader.read(document).statements}
        changed.append(len(reference ^ shifted) / 2)
    assert len(reference) > 200
    assert max(changed) <= 0.01 * len(reference)


def test_a_report_without_statements_has_none() -> None:
    assert read("It rained. The river rose.").statements == ()
    assert read("").statements == ()
