"""Relevance: which statements bear on a question typed as people ask it, and how much of it they have."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, select

from onrecord.ask.among import among
from onrecord.ask.clauses import Clause, written
from onrecord.ask.query import Phrase, phrases_of
from onrecord.ask.ranking import COMMON, frequency
from onrecord.errors import EmptyQuery
from onrecord.judge.wordlist import word_set
from onrecord.store.live import is_live
from onrecord.store.sqlite import matching
from onrecord.store.tables import readings, statements
from onrecord.store.terms import WHO, WHOM
from onrecord.store.words import lemmas, tokens

MOST_TERMS = 6
"""Words of a question that are searched, the rarest of them: as many as a question on one matter has."""

MOST_FOUND = 5_000
"""Statements that are weighed, the latest read first."""

ENOUGH = 0.5
"""The share of a question's weight that a statement must have; and two of its words, where it has two."""

WORDS_BESIDE = 0.2
"""What a statement's share of the question's words adds to its likeness, in the order of those found by meaning: with
it the mean reciprocal rank of the first labelled answer is .392, without .368; on the half held out .502 and .481."""

_ALL = 2**62

ASKING = word_set("""
    will would shall should can could may might must do have be who whom whose what which when where why how whether if
    not no any there about into than then so more most very much many some also ever still going go get
    dont doesnt didnt wont wouldnt cant couldnt shouldnt isnt arent wasnt werent hasnt havent hadnt
""")
"""Lemmas that make a sentence a question, and others that are in every second statement: they are not searched."""


class Term(NamedTuple):
    """A word of the question, or words in quotation marks.

    Attributes:
        phrase: Its lemmas.
        names: Folded words by which a name has it.
        clause: What the full text index is asked for: said, or meant by a name, or naming the speaker.
        weight: By how rare it is in the record; all weights add up to 1.
    """

    phrase: Phrase
    names: frozenset[str]
    clause: Clause
    weight: float = 0.0

    @property
    def words(self) -> str:
        """The lemmas with spaces between."""
        return " ".join(self.phrase)


class Weighed(NamedTuple):
    """A statement with its weight.

    Attributes:
        row: Its key, block, confidence; its reading, document and date of publication.
        score: 0 to 1.
        matched: The terms that it has.
        meaning: Likeness of meaning, where it was found by that alone.
    """

    row: Row[Any]
    score: float
    matched: tuple[Term, ...]
    meaning: float | None = None


class Relevant(NamedTuple):
    """What was found, the best fitting first, and which words were searched and which not."""

    found: list[Weighed]
    terms: tuple[Term, ...]
    left_out: tuple[str, ...]
    capped: bool


def terms_of(asked: str) -> tuple[Term, ...]:
    """Cut a question into what is searched, in its order.

    Args:
        asked: As it was typed.

    Raises:
        EmptyQuery: There is no word to look for but those of asking.
    """
    raw: dict[Phrase, set[str]] = {}
    for token in tokens(asked):
        raw.setdefault(tuple(lemmas(token)), set()).add(token)
    phrases = [phrase for phrase in phrases_of(asked) if len(phrase) > 1 or phrase[0] not in ASKING]
    if not phrases:
        raise EmptyQuery(f"{asked!r}: there is no word to look for in this but those of asking")
    order = lemmas(asked)
    phrases.sort(key=lambda phrase: order.index(phrase[0]))
    return tuple(_term(phrase, raw.get(phrase, set())) for phrase in phrases)


def _term(phrase: Phrase, printed: set[str]) -> Term:
    """A term; only a single word is looked for in names, as it was typed and as it is in lemmas."""
    names = frozenset({phrase[0], *printed}) if len(phrase) == 1 else frozenset()
    of_names = tuple(family + name for family in (WHOM, WHO) for name in sorted(names))
    return Term(phrase, names, Clause(of_names, (phrase,)))


def relevant(connection: Connection, every: Sequence[Term], alike: Sequence[tuple[float, int]] = ()) -> Relevant:
    """Find the statements that bear on a question.

    Args:
        connection: In a transaction.
        every: What a question asks for, as ``terms_of`` cut it.
        alike: Likeness and key of the statements that are most like it in meaning: those that have not enough of its
            words stand after those that have.
    """
    counts = {term: frequency(connection, term.clause, _ALL) for term in every}
    kept = sorted(every, key=lambda term: counts[term])[:MOST_TERMS]
    searched = _weighed([term for term in every if term in kept], counts)
    keys = connection.scalars(matching(_expression(searched), _ALL, MOST_FOUND + 1)).all()
    weighed_all = (_weigh(row, searched) for row in _rows(connection, keys[:MOST_FOUND]))
    found = sorted((one for one in weighed_all if _is_enough(one.matched, searched)), key=_rank)
    known = {one.row.key for one in found}
    others = {key: likeness for likeness, key in alike if key not in known}
    further = [_weigh(row, searched)._replace(meaning=round(others[row.key], 3)) for row in _rows(connection, others)]
    return Relevant(
        found=[*found, *sorted(further, key=_rank_alike)],
        terms=searched,
        left_out=tuple(term.words for term in every if term not in kept),
        capped=len(keys) > MOST_FOUND,
    )


def _weighed(terms: Sequence[Term], counts: dict[Term, int]) -> tuple[Term, ...]:
    """Give terms their weights: the logarithm of how rare they are (Spärck Jones 1972), as shares of the whole.

    Args:
        terms: In their order.
        counts: In how many statements each is.
    """
    rarity = [math.log1p(COMMON / (counts[term] + 0.5)) for term in terms]
    return tuple(term._replace(weight=one / sum(rarity)) for term, one in zip(terms, rarity, strict=True))


def _is_enough(matched: Sequence[Term], searched: Sequence[Term]) -> bool:
    """Whether terms are so many, and weigh so much, that a statement with them bears on the question."""
    return len(matched) >= min(2, len(searched)) and sum(term.weight for term in matched) >= ENOUGH - 1e-9


def _expression(searched: Sequence[Term]) -> str:
    """Every smallest choice of terms that is enough, for the full text index."""
    choices: list[frozenset[Term]] = []
    for size in range(1, len(searched) + 1):
        for choice in combinations(searched, size):
            if _is_enough(choice, searched) and not any(smaller < frozenset(choice) for smaller in choices):
                choices.append(frozenset(choice))
    return " OR ".join(f"({written([term.clause for term in searched if term in choice])})" for choice in choices)


def _rows(connection: Connection, keys: Iterable[int]) -> Sequence[Any]:
    columns = (statements.c.key, statements.c.block, statements.c.confidence, statements.c.lemmas, statements.c.terms)
    return connection.execute(
        select(*columns, readings.c.key.label("reading"), readings.c.document_id, readings.c.published)
        .join_from(statements, readings)
        .where(statements.c.key.in_(among(keys)), is_live())
    ).all()


def _weigh(row: Row[Any], searched: Sequence[Term]) -> Weighed:
    has, spaced = frozenset(row.terms.split()), f" {row.lemmas} "
    matched = tuple(term for term in searched if term.clause.holds(has, spaced))
    return Weighed(row, round(min(1.0, sum(term.weight for term in matched)), 3), matched)


def _rank(one: Weighed) -> tuple[float, str, int]:
    """The best fitting first; among equals the latest published, then the latest read."""
    newest = "".join(chr(0x10FFFF - ord(char)) for char in one.row.published or "")
    return -one.score, newest or "\U0010ffff", -one.row.key


def _rank_alike(one: Weighed) -> tuple[float, int]:
    """The most alike first; what it has of the question's words weighs a little."""
    return -(one.meaning or 0) - WORDS_BESIDE * one.score, -one.row.key
