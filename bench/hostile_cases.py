"""Hostile cases: what each stage is given of a hostile text, and the stage itself, as the measure times it."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from bench import hostile_texts as texts
from bench.hostile import Case, Run
from onrecord.clean import clean
from onrecord.errors import UnreadableInput
from onrecord.extract.attribution import Attribution
from onrecord.ids import identify
from onrecord.judge import judge
from onrecord.judge.certainty import read_certainty
from onrecord.judge.quantities import read_quantities
from onrecord.judge.times import read_times
from onrecord.read.decode import decode
from onrecord.read.page import read_page
from onrecord.resolve import resolve
from onrecord.segment import segment
from onrecord.segment.article import Article
from onrecord.spans import Span
from onrecord.store.rows import cut
from onrecord.types import Document, Entity, Mention, Reading, Statement

PUBLISHED = "2022-03-18"
_PARAGRAPH = (
    "The ferry to the outer islands will run again from Monday, the harbour board said, and that is all it said."
)
_WORD = re.compile(r"\S+")


def cases() -> list[Case]:
    """All cases, in the order of the stages."""
    return [
        Case(stage, name, make, prepare) for stage, (prepare, made) in _STAGES.items() for name, make in made.items()
    ]


def _whole(stage: Callable[[str], object]) -> Callable[[str], Run]:
    """For a stage that takes the text as it is."""
    return lambda text: partial(stage, text)


def _bytes(text: str) -> Run:
    return partial(_read_or_refuse, partial(decode, text.encode("latin-1"), "a.txt"))


def _page(text: str) -> Run:
    body = f"{text}<p>{_PARAGRAPH}</p><p>{_PARAGRAPH}</p>"
    html = f"<!DOCTYPE html>\n<html><head><title>Ferry</title></head><body><article>{body}</article></body></html>"
    return partial(_read_or_refuse, partial(read_page, html.encode(), "a.html"))


def _read_or_refuse(read: Run) -> None:
    with suppress(UnreadableInput):
        read()


def _nobody_speaks(text: str) -> Run:
    return partial(resolve, segment(text), ())


def _every_sentence_speaks(text: str) -> Run:
    """Every sentence as a statement of its first word's, its second word the cue where there are three."""
    article = segment(text)
    found = []
    for sentence in article.sentences:
        words = [_span(match, sentence.start) for match in _WORD.finditer(sentence.of(text))]
        if len(words) > 1:
            cue = tuple(words[1:2]) if len(words) > 2 else ()
            content = Span(words[len(cue) + 1].start, sentence.end)
            found.append(Attribution(content=(content,), cue=cue, source=(words[0],)))
    return partial(resolve, article, tuple(found))


def _one_of_many_pieces(text: str) -> Run:
    """One statement of many pieces, and a way of saying between each two."""
    content = tuple(map(_span, re.finditer("so", text)))
    return partial(resolve, segment(text), (Attribution(content=content, cue=(Span(4, 8),), source=(Span(0, 3),)),))


def _many_of_one_content(text: str) -> Run:
    """Many statements in one sentence, all with the same content."""
    content = (Span(len(text) - 2, len(text)),)
    cues = map(_span, re.finditer("told", text))
    found = tuple(Attribution(content=content, cue=(cue,), source=(Span(0, 3),)) for cue in cues)
    return partial(resolve, segment(text), found)


def _one_statement(text: str) -> Run:
    said = f"He said {text} today."
    attribution = Attribution(content=(Span(8, len(said)),), cue=(Span(3, 7),), source=(Span(0, 2),))
    return partial(judge, segment(said), [attribution])


def _one_sentence_of_many(text: str) -> Run:
    """One sentence of many times and many statements."""
    found = [
        Attribution(source=(Span(at, at + 4),), cue=(Span(at + 5, at + 9),), content=(Span(at + 10, at + 25),))
        for at in (match.start() for match in re.finditer("Reyl", text))
    ]
    return partial(judge, _one_sentence(text), found, PUBLISHED)


def _one_sentence(text: str) -> Article:
    article = segment(text)
    if len(article.sentences) != 1:
        raise ValueError("the text is to be one sentence")
    return article


def _rows(text: str) -> Run:
    """A reading of a statement every ten characters and a mention every four."""
    spans = [Span(start, start + 9) for start in range(0, len(text) - 9, 10)]
    names = [Span(start, start + 3) for start in range(0, len(text) - 3, 4)]
    entities = tuple(Entity(id=f"e{place}", kind="person", named=True, name=f"Name {place}") for place in range(4))
    reading = Reading(
        id=identify("hostile", text),
        document=Document(id="hostile", origin="report.txt", language="en", sha256="0" * 64, text=text),
        blocks=(),
        mentions=tuple(
            Mention(id=f"m{place}", span=span, head=span, kind="name", entity_id=f"e{place % 4}")
            for place, span in enumerate(names)
        ),
        entities=entities,
        statements=tuple(
            Statement(id=f"s{place}", block="body", form="indirect", act="assert", content=(span,))
            for place, span in enumerate(spans)
        ),
        models={},
        rules="1",
    )
    return partial(cut, reading, 0)


def _span(match: re.Match[str], start: int = 0) -> Span:
    return Span(start + match.start(), start + match.end())


_STAGES: dict[str, tuple[Callable[[str], Run], dict[str, texts.Make]]] = {
    "decode": (_bytes, texts.BYTES),
    "page": (_page, texts.PAGE),
    "clean": (_whole(clean), texts.CLEAN),
    "segment": (_whole(segment), texts.SEGMENT),
    "names": (_nobody_speaks, texts.NAMES),
    "speakers": (_every_sentence_speaks, texts.SPEAKERS),
    "pieces": (
        _one_of_many_pieces,
        {"a statement of many pieces": texts.repeated("so in a statement ", before="Ann said ")},
    ),
    "crowd": (
        _many_of_one_content,
        {"statements of one content": texts.repeated("told reporters ", before="Ann said in a statement ", after="no")},
    ),
    "judge": (_one_statement, texts.CONTENT),
    "sentence": (
        _one_sentence_of_many,
        {
            "many times, many statements": texts.repeated(
                "on Monday Reyl said it broke in May, ", "Well, ", "and so on."
            )
        },
    ),
    "certainty": (_whole(read_certainty), texts.CERTAINTY),
    "quantities": (_whole(read_quantities), texts.QUANTITIES),
    "times": (_whole(partial(read_times, published=PUBLISHED)), texts.TIMES),
    "store": (_rows, {"statements and mentions": texts.repeated("word ")}),
}
"""Stage → what it does with a text, and its texts."""
