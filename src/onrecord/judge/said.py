"""Said: a statement as the rules and the scorer of acts look at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.extract.attribution import Attribution
from onrecord.judge.clause import AUXILIARIES, main_clause
from onrecord.judge.lexicon import Match, Phrase, choose, cue_table, find_phrases
from onrecord.judge.wordlist import word_set
from onrecord.judge.words import Words

OPENING = frozenset('“"‘«„')
SUBJECT_PRONOUNS = word_set("he she they it")
SUBJECT_WORDS = 4
"""Words at the beginning of a clause without an auxiliary among which its subject is looked for."""
EMPTY = word_set("""the a an of in on at for to and mr mrs ms his her their its who former from said that""")


@dataclass(frozen=True, slots=True)
class Said:
    """One statement in words.

    Attributes:
        match: The phrase that its cue was read as, with its place; None where it has no cue or none that is listed.
        cue, source, content: Places in the article's words.
        cue_lows, source_lows: Those words, in lower case.
        sentences: The content's words by sentence, in lower case; at least one, perhaps empty.
        clause: The words of the first sentence's main clause.
        verb: Place of the clause's first auxiliary in ``clause``; -1 where it has none.
        direct: Whether the content opens with a quotation mark.
        opening: The first sentence's words without marks and a leading "that".
    """

    match: Match | None
    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]
    cue_lows: tuple[str, ...]
    source_lows: tuple[str, ...]
    sentences: tuple[tuple[str, ...], ...]
    clause: tuple[str, ...]
    verb: int
    direct: bool
    opening: tuple[str, ...]

    @property
    def phrase(self) -> Phrase | None:
        """The phrase that the cue was read as."""
        return self.match.phrase if self.match else None

    @property
    def subject(self) -> tuple[str, ...]:
        """The words before the main clause's auxiliary; of a clause without one, the first few."""
        words = self.clause[: self.verb] if self.verb >= 0 else self.clause[:SUBJECT_WORDS]
        return tuple(word for word in words if word[0].isalnum())

    @property
    def of_self(self) -> bool:
        """Whether the source speaks of itself: "we", in the reporter's words "they", or its own name."""
        subject = self.subject
        if "i" in subject[:3] or "we" in subject[:3]:
            return True
        if not self.direct and subject and subject[0] in SUBJECT_PRONOUNS:
            return True
        return self.names_source(subject)

    def names_source(self, subject: Sequence[str]) -> bool:
        """Whether a word of a subject is one of those that name the source."""
        named = set(self.source_lows)
        return any(word in named for word in subject if len(word) > 2 and word not in EMPTY)


def read_said(words: Words, attribution: Attribution) -> Said:
    """Look up a statement's words.

    Args:
        words: The article's words.
        attribution: The statement.
    """
    roles = (attribution.cue, attribution.source, attribution.content)
    cue, source, content = (tuple(words.inside(spans)) for spans in roles)
    sentences = _sentences(words, content)
    clause = tuple(sentences[0][place] for place in main_clause(sentences[0]))
    return Said(
        match=choose(find_phrases(words, cue, cue_table())),
        cue=cue,
        source=source,
        content=content,
        cue_lows=tuple(words.lows[place] for place in cue),
        source_lows=tuple(words.lows[place] for place in source),
        sentences=sentences,
        clause=clause,
        verb=next((place for place, word in enumerate(clause) if word in AUXILIARIES), -1),
        direct=bool(sentences[0]) and sentences[0][0] in OPENING,
        opening=_opening(sentences[0]),
    )


def _opening(sentence: Sequence[str]) -> tuple[str, ...]:
    words = [word for word in sentence if word[0].isalnum() or word[0] == "'"]
    return tuple(words[1:] if words[:1] == ["that"] else words)


def _sentences(words: Words, content: Sequence[int]) -> tuple[tuple[str, ...], ...]:
    sentences: list[list[str]] = []
    last = -1
    for place in content:
        if not sentences or words.sentences[place] != last:
            sentences.append([])
            last = words.sentences[place]
        sentences[-1].append(words.lows[place])
    return tuple(map(tuple, sentences)) or ((),)
