"""Augmentation: an article as another desk would have printed it, or a bad scraper have kept it, labels and all.

Labels are carried over. Changes are drawn anew for every epoch. They take no words from anywhere: what is put in is
listed here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

from onrecord.extract.roles import ROLES
from onrecord.spans import Alignment, Span

Statement = dict[str, list[list[int]]]
Edit = tuple[int, int, str]
Changed = tuple[str, list[Statement]]
Change = Callable[[str, Sequence[Statement], Random], Changed]

HEDGES = "hedges"
"""Where a statement has the spans of the words that hedge its main claim; a corpus that marks none has no such key."""

CHANGED = 0.35
"""Share of articles that are changed in an epoch; the rest is read as printed."""

DOUBLE_MARKS = re.compile(r"[“”\"«»„]|''|``")
PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
BREAK = re.compile(r"(?<=\S)[ \t]*\n\s*(?=\S)")

STYLES = (("‘", "’"), ("«", "»"), ("„", "“"), ('"', '"'), ("»", "«"), ("“", "”"), ("« ", " »"))
"""Opening and closing marks of single-quote papers, of French, German, plain and curly typing."""

PRONOUNS = frozenset({"i", "he", "she", "it", "we", "they", "you", "this", "that", "who"})

NOISE = (
    "Share this article",
    "Read more",
    "Advertisement",
    "Story continues below",
    "Copy link",
    "Image caption",
    "Sign up to our newsletter",
    "Related topics",
    "Photo: Getty Images",
    "Listen (3 min)",
    "Follow us on social media",
    "File photo",
)


def strip_marks(text: str, statements: Sequence[Statement], chance: Random) -> Changed:
    """Lose the quotation marks of all or half of the paragraphs."""
    all_of_them = chance.random() < 0.5
    edits: list[Edit] = []
    for paragraph in PARAGRAPH.finditer(text):
        if all_of_them or chance.random() < 0.5:
            edits += [(*mark.span(), "") for mark in DOUBLE_MARKS.finditer(text, *paragraph.span())]
    return apply(text, statements, edits)


def swap_marks(text: str, statements: Sequence[Statement], chance: Random) -> Changed:
    """Set quotations in another paper's marks; paragraphs with marks that do not pair are left alone."""
    opening, closing = chance.choice(STYLES)
    edits: list[Edit] = []
    for paragraph in PARAGRAPH.finditer(text):
        marks = list(DOUBLE_MARKS.finditer(text, *paragraph.span()))
        if len(marks) % 2 == 0:
            edits += [(*mark.span(), (opening, closing)[number % 2]) for number, mark in enumerate(marks)]
    return apply(text, statements, edits)


def british_order(text: str, statements: Sequence[Statement], chance: Random) -> Changed:
    """Turn "Ann Lee said" after its content into "said Ann Lee"; not a pronoun, which British papers keep before."""
    swapped: dict[tuple[int, int], tuple[int, int]] = {}
    for statement in statements:
        if len(statement["source"]) != 1 or len(statement["cue"]) != 1 or not statement["content"]:
            continue
        (start, end), (cue, cue_end) = statement["source"][0], statement["cue"][0]
        follows = statement["content"][0][1] <= start and text[end:cue] == " " and text[cue:cue_end] == "said"
        if follows and text[start].isupper() and text[start:end].lower() not in PRONOUNS and chance.random() < 0.8:
            text = f"{text[:start]}said {text[start:end]}{text[cue_end:]}"
            swapped |= {(start, end): (start + 5, end + 5), (cue, cue_end): (start, start + 4)}
    moved = lambda span: list(swapped.get((span[0], span[1]), span))  # noqa: E731
    return text, [{**s, **{key: sorted(map(moved, s[key])) for key in _spans_of(s)}} for s in statements]


def join_paragraphs(text: str, statements: Sequence[Statement], chance: Random) -> Changed:
    """Lose some or all paragraph breaks."""
    share = chance.choice((0.3, 1.0))
    edits = [(*gap.span(), " ") for gap in BREAK.finditer(text) if chance.random() < share]
    return apply(text, statements, edits)


def put_noise_in(text: str, statements: Sequence[Statement], chance: Random) -> Changed:
    """Put what a page prints around a report between its paragraphs."""
    edits = [(*gap.span(), f"\n\n{chance.choice(NOISE)}\n\n") for gap in BREAK.finditer(text) if chance.random() < 0.2]
    return apply(text, statements, edits)


def change_case(text: str, statements: Sequence[Statement], chance: Random) -> Changed:
    """Lower-case the article, or change the case of single paragraphs, where that keeps their length."""
    whole = chance.random() < 0.4
    edits: list[Edit] = []
    for paragraph in PARAGRAPH.finditer(text):
        if whole or chance.random() < 0.2:
            words = paragraph.group()
            new = words.lower() if whole else chance.choice((words.title(), words.upper(), words.lower()))
            edits += [(*paragraph.span(), new)] if len(new) == len(words) else []
    return apply(text, statements, edits)


CHANGES: tuple[Change, ...] = (
    strip_marks,
    swap_marks,
    swap_marks,
    british_order,
    join_paragraphs,
    put_noise_in,
    change_case,
)


def augment(text: str, statements: Sequence[Statement], chance: Random) -> Changed:
    """Change an article, or leave it as it is.

    Args:
        text: The article.
        statements: Its statements; spans of the text.
        chance: Where the draws come from.

    Returns:
        The text and its statements, with spans of it.
    """
    if chance.random() >= CHANGED:
        return text, list(statements)
    for change in chance.sample(CHANGES, chance.choice((1, 1, 2))):
        text, statements = change(text, statements, chance)
    return text, list(statements)


def apply(text: str, statements: Sequence[Statement], edits: list[Edit]) -> Changed:
    """Apply edits of a text and carry its statements over; of edits that overlap the first is applied.

    Args:
        text: The text.
        statements: Its statements.
        edits: (start, end, new words), in any order. Equally long ones change letters one for one.
    """
    out, done, changes = [], 0, []
    for start, end, new in sorted(edits):
        if start < done:
            continue
        out += [text[done:start], new]
        done = end
        if len(new) != end - start:
            changes.append((Span(start, end), len(new)))
    out.append(text[done:])
    alignment = Alignment.of(changes, len(text))
    return "".join(out), [_carried(statement, alignment) for statement in statements]


def _carried(statement: Statement, alignment: Alignment) -> Statement:
    moved = {key: [list(alignment.to_view(Span(*span))) for span in statement[key]] for key in _spans_of(statement)}
    return {**statement, **{key: [span for span in spans if span[0] < span[1]] for key, spans in moved.items()}}


def _spans_of(statement: Statement) -> list[str]:
    return [key for key in (*ROLES, HEDGES) if key in statement]
