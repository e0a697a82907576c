"""Claims: a statement's content cut into propositions, each with its polarity, mood, condition and hedge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.judge.certainty import Sure, conjuncts, find_numerals, name_months, normalise, read_clause
from onrecord.judge.certainty.lexicon import NOMINAL
from onrecord.judge.clause import clause_after, main_clause, second_predicate
from onrecord.judge.condition import find_condition, inverted_end
from onrecord.judge.hedging import Hedges, weigh_hedge
from onrecord.judge.mood import find_mood, is_question
from onrecord.judge.polarity import find_absence, find_negation
from onrecord.judge.propositions import propositions
from onrecord.judge.verbs import finite_verbs
from onrecord.judge.wordlist import word_set
from onrecord.judge.words import Words
from onrecord.spans import Span
from onrecord.types import Certainty, Claim, Step

BEFORE_NOUN = word_set("a an the of for on about to its his her their any this that some")
"""What stands before the first adjective of a content that is a noun."""

LONGEST_START = 4
"""Words and marks before that adjective."""

OF_A_PART = word_set("certainty.term certainty.stated")
"""Hedges that are read in a second predicate or a coordinated clause: words of a standard, and numbers. What else is
said there ("it needs money and *may* need men") does not hedge the whole: on the readings' train split and half of the
articles of ``training/labels`` 5 of 24 such words were the statement's hedge."""

SPEAKING = ("i think", "i believe", "we think", "we believe", "looks like", "look like")
"""What is hardly a hedge after the first sentence of a quotation: on the readings' train split and the articles of
``training/labels`` 14 of 83 were the statement's hedge."""

BUT = ("but",)
"""What a hedge's words are read with where it follows them: "may be young, *but*"."""


class Manner(NamedTuple):
    """How a statement is made, as far as its claims depend on it.

    Attributes:
        reversed: Whether the cue negates what is said ("denied", "does not believe").
        asked: Whether the source asks.
        later: Whether another claim of the statement comes before.
        quoted: Whether the words are the source's own.
        willed: Whether the cue wants, promises or demands: what is wanted that one "could" do is no guess.
        hedges: What the network holds to hedge the statement, each word with its probability; None where nobody asked.
    """

    reversed: bool = False
    asked: bool = False
    later: bool = False
    quoted: bool = False
    willed: bool = False
    hedges: Hedges | None = None


class Proposition(NamedTuple):
    """The words that a claim was read from.

    Attributes:
        places: Where they stand among the article's words, ascending.
        lows: In lower case.
        clause: Places in ``lows`` of the main clause's words.
    """

    places: Sequence[int] = ()
    lows: Sequence[str] = ()
    clause: Sequence[int] = ()


def find_claims(
    text: str, words: Words, content: Sequence[Span], places: Sequence[int], manner: Manner
) -> tuple[tuple[Claim, ...], tuple[Proposition, ...], tuple[Step, ...]]:
    """Read the claims of a statement's content: one for each full clause that is not part of another.

    Args:
        text: The article's text.
        words: Its words.
        content: The statement's content, sorted.
        places: Places of the content's words.
        manner: How it is said.

    Returns:
        The claims, at least one; the words of each, none where the content has none; and for each negative or hedged
        one the steps with the words that tell.
    """
    claims: list[Claim] = []
    read: list[Proposition] = []
    steps: list[Step] = []
    for sentence in _sentences(words, places):
        for part, conceded in _parts(words, sentence):
            lows = [words.lows[place] for place in part]
            read.append(Proposition(part, lows, clause_after(lows, inverted_end(lows))))
            asked = manner.asked and not claims
            claim, step = _claim(text, words, read[-1], manner._replace(asked=asked, later=bool(claims)), conceded)
            claims.append(claim)
            steps.extend(step)
    if not claims:
        whole = Span(content[0].start, content[-1].end)
        claims.append(Claim(span=whole, polarity="negative" if manner.reversed else "positive"))
        read.append(Proposition())
    return tuple(claims), tuple(read), tuple(steps)


def _sentences(words: Words, places: Sequence[int]) -> list[list[int]]:
    """The content's words by sentence; what has no word in it is none."""
    sentences: list[list[int]] = []
    for place in places:
        if not sentences or words.sentences[sentences[-1][-1]] != words.sentences[place]:
            sentences.append([])
        sentences[-1].append(place)
    return [sentence for sentence in sentences if any(words.lows[place][0].isalnum() for place in sentence)]


def _parts(words: Words, sentence: Sequence[int]) -> Iterator[tuple[Sequence[int], bool]]:
    """A sentence's words by proposition, and whether a "but" follows, which takes back what was granted."""
    lows = [words.lows[place] for place in sentence]
    for first, last in propositions(lows):
        yield sentence[first : last + 1], "but" in lows[last + 1 : last + 3]


def _claim(text: str, words: Words, read: Proposition, manner: Manner, conceded: bool) -> tuple[Claim, list[Step]]:
    part, lows, clause = read
    condition = find_condition(lows, words.lows[part[0] - 1] if part[0] else "")
    hanging = [] if condition is None else lows[condition[0] : condition[1] + 1]
    mood = find_mood(lows, clause, hanging, asked=manner.asked, quoted=manner.quoted)
    absence = find_absence(lows, clause)
    if absence is not None:
        negation = _negation_after(lows, absence[2])
        sure: Sure | None = _absent(words, part, absence[0], absence[1])
    else:
        negation = find_negation(lows, clause)
        sure = _certainty(text, words, part, [*lows, *BUT[:conceded]], clause)
        if sure is not None and _is_manner(sure, manner):
            sure = None
    if manner.hedges is not None and not manner.later:
        sure = weigh_hedge(words, part, sure, manner.hedges)
    if is_question(lows):
        negation = -1
    if mood == "interrogative" and sure is not None and not is_question(lows):
        mood = "declarative"  # "Whether it lasts remains to be seen"
    claim = Claim(
        span=words.span(part[0], part[-1]),
        polarity="negative" if (negation >= 0) != manner.reversed else "positive",
        mood=mood,
        condition=None if condition is None else words.span(part[condition[0]], part[condition[1]]),
        certainty=None if sure is None else sure.certainty,
    )
    return claim, _steps(words, part, negation, sure)


def _is_manner(sure: Sure, manner: Manner) -> bool:
    """Whether a hedge doubts nothing: a modal of what is wanted, "I think" in a quotation that has already begun."""
    if sure.rule == "certainty.modal":
        return manner.willed
    return manner.later and sure.rule == "certainty.opinion" and sure.certainty.phrase in SPEAKING


def _steps(words: Words, part: Sequence[int], negation: int, sure: Sure | None) -> list[Step]:
    steps = []
    if negation >= 0:
        place = part[negation]
        steps.append(Step(rule="polarity.negation", spans=(words.span(place, place),)))
    if sure is not None:
        spans = (sure.certainty.span,) if sure.negation is None else (sure.negation, sure.certainty.span)
        steps.append(Step(rule=sure.rule, spans=tuple(sorted(spans)), note=sure.certainty.phrase))
    return steps


def _negation_after(lows: Sequence[str], first: int) -> int:
    """The place of the word that negates the proposition that begins at a place; -1 without."""
    rest = lows[first:]
    found = find_negation(rest, main_clause(rest)) if rest else -1
    return -1 if found < 0 else first + found


def _absent(words: Words, part: Sequence[int], first: int, last: int) -> Sure:
    """No evidence for a proposition, as a hedge without a range: "no indications", whatever verb stands between."""
    phrase = normalise([words.lows[part[first]], words.lows[part[last]]])
    if phrase.startswith("not "):
        phrase = "no " + phrase.removeprefix("not ")
    certainty = Certainty(span=words.span(part[first], part[last]), phrase=phrase)
    return Sure(certainty, None, "certainty.absence")


def _certainty(text: str, words: Words, part: Sequence[int], lows: Sequence[str], clause: Sequence[int]) -> Sure | None:
    """How sure a proposition is, by its main clause, else by a second predicate of the same subject."""
    numerals = find_numerals(text, words, part)
    lows = name_months(text, words, part, lows)
    nominal = _nominal(words, part, lows)
    if nominal is not None:
        return nominal
    for places in (clause, _complement(lows, clause)):
        sure = read_clause(words, part, lows, places, numerals, front=places is clause)
        if sure is not None:
            return sure
    for places in (second_predicate(lows, clause), *_coordinated(lows, clause)):
        sure = read_clause(words, part, lows, places, numerals)
        if sure is not None and sure.rule in OF_A_PART:
            return sure
    return None


def _nominal(words: Words, part: Sequence[int], lows: Sequence[str]) -> Sure | None:
    """The hedge of a content that is a noun with what belongs to it: "announced | a *possible* sale of the mill"."""
    first = next((place for place, low in enumerate(lows) if low[0].isalnum() and low not in BEFORE_NOUN), len(lows))
    if first > LONGEST_START or first + 1 >= len(lows) or lows[first] not in NOMINAL or any(finite_verbs(lows)):
        return None
    certainty = Certainty(span=words.span(part[first], part[first]), phrase=lows[first])
    return Sure(certainty, None, "certainty.noun")


def _complement(lows: Sequence[str], clause: Sequence[int]) -> list[int]:
    """The main clause of what is said to be so: "My advice is that *they are probably right*"."""
    place = clause[-1] + 1 if clause else len(lows)
    if list(lows[place : place + 1]) == ["that"] and lows[place - 1] in ("is", "was", "'s"):
        return [place + 1 + rest for rest in main_clause(lows[place + 1 :])]
    return []


def _coordinated(lows: Sequence[str], clause: Sequence[int]) -> Iterator[range]:
    """The clauses after the main one that "and" or "but" opens and that have a subject of their own."""
    last = clause[-1] if clause else len(lows)
    for stretch in conjuncts(lows):
        if stretch.start > last and lows[stretch.start - 1] in ("and", "but"):
            yield stretch
