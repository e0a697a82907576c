"""Interviews printed without labels: questions and answers that take turns, where the bold type is lost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from onrecord.segment.article import Turn
from onrecord.spans import Span

_INTERVIEW = re.compile(
    r"\binterview(?:s|ed)?\b|\bQ\s?(?:&|and)\s?A\b"
    r"|\b(?:conversation|transcript)\b[^.]{0,60}\b(?:edited|condensed)\b"
    r"|\b(?:edited|condensed)\b[^.]{0,60}\b(?:conversation|transcript)\b"
    r"|\btranscript of (?:our|the|my|their|his|her) (?:conversation|talk)\b",
    re.IGNORECASE,
)
"""What an article says of itself before the first question. An explainer with questions for headings does not."""

_TALK = re.compile(
    r"\b(?:caught up|chat(?:s|ted)|sat down|sits down|speaks|spoke|talk(?:s|ed))\s(?:\w+\s){0,2}?(?:to|with)\b"
    r"|\btells\s[A-Z]\w+\s(?:about|how|what|why)\b|\bdiscuss(?:es|ed)\b[^.]{1,60}\bwith\b"
    r"|\banswer(?:s|ed) (?:\w+\s){0,2}questions\b"
)
"""What it may say instead: with whom somebody spoke. A report says so too, and asks and answers less."""

_ELSEWHERE = re.compile(r"\bin (?:an?|the|that|another|his|her|their) (?:[\w-]+ ){0,3}interview\b", re.IGNORECASE)
"""Another interview that an article tells of."""

QUESTION = re.compile(r"\?[”\"’'»)\]]*\Z")
"""The end of what asks."""
_ASKS = re.compile(r"\bI(?: just)? (?:want(?:ed)?|would like|['’]d like) to (?:ask|know)\b")
"""A question that is none by its form."""
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
_OPENING = ("“", '"', "‘", "'", "«", "„")
FIRST_PERSON = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Ww]e|[Uu]s|[Oo]ur)\b")
"""Words by which somebody speaks of himself, or of his own; "US" is none."""
_SECOND_PERSON = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)

_LONGEST_QUESTION = 900
"""Characters of the longest paragraph that is taken for a question, with what is said before it is asked."""
_REMARK = 100
"""Characters of the longest remark of who asks that is no question, behind the last one."""
_FEWEST_QUESTIONS = 3
"""One less where the headline says that it is an interview."""
_ANSWERED = 0.7
"""Share of the questions that a paragraph must follow that asks nothing, so that rows of rhetorical questions are left
out. Of 25,755 articles of the news archive twelve are taken for interviews without labels, ten of them rightly."""
_SPOKEN_TO, _OWN = 0.5, 0.33
"""Share of the questions with "you", or of the answers with "I" or "we", without which nobody is heard to answer: a
report that tells whom the police have interviewed, with questions for headings, has neither."""
_TALKING = 0.5
"""Share of the questions with "you", and of the answers with "I" or "we", where it only says that somebody spoke with
somebody: no article of the same archive is taken for an interview by that."""
_DENSITY = 0.15
"""Share of the paragraphs from the first question on that must ask one; answers of many paragraphs are common."""


def find_interview(text: str, paragraphs: Sequence[Span]) -> tuple[Turn, ...]:
    """Find the questions and answers of an interview whose turns bear no labels.

    Args:
        text: The text.
        paragraphs: Its paragraphs, sorted and disjoint.

    Returns:
        A turn without a name for each paragraph from the first question on, in order; none unless the text says before
        it that it is an interview, and then asks and answers.
    """
    words = [paragraph.of(text) for paragraph in paragraphs]
    asked = [number for number, one in enumerate(words) if number and _asks(one)]
    if not asked or len(asked) < _DENSITY * (len(paragraphs) - asked[0]):
        return ()
    before = [_ELSEWHERE.sub("", one) for one in words[: asked[0]]]
    told = [number for number, one in enumerate(before) if _INTERVIEW.search(one)]
    answers = [words[before + 1 : after] for before, after in pairwise([*asked, len(words)]) if after - before > 1]
    if len(answers) < max(_FEWEST_QUESTIONS - (0 in told), _ANSWERED * len(asked)):
        return ()
    spoken_to = sum(_SECOND_PERSON.search(words[number]) is not None for number in asked) / len(asked)
    own = sum(any(FIRST_PERSON.search(_QUOTED.sub("", one)) for one in answer) for answer in answers) / len(answers)
    heard = spoken_to >= _SPOKEN_TO or own >= _OWN
    if not (heard if told else min(spoken_to, own) >= _TALKING and any(map(_TALK.search, before))):
        return ()
    turns = []
    for number in range(_begin(words, asked[0], told), _end(words, asked[-1])):
        remark = words[number - 1 : number] and not _asks(words[number - 1]) and _addresses(words[number])
        between = number > asked[-1] + 1 and not _is_own(words[number])
        turns.append(Turn(name=None, span=paragraphs[number], asks=_asks(words[number]) or bool(remark) or between))
    return tuple(turns)


def _begin(words: Sequence[str], asked: int, told: Sequence[int]) -> int:
    """The first paragraph: an answer right behind what tells of the interview may stand before the first question."""
    before = asked - 1
    answers = before - 1 in told and before not in told and FIRST_PERSON.search(words[before])
    return before if answers and not words[before].startswith(_OPENING) else asked


def _end(words: Sequence[str], asked: int) -> int:
    """The paragraph after the last answer, which goes on as long as somebody speaks of himself; then notes follow.

    Remarks of who asks may stand between, if they are short.
    """
    end = min(asked + 2, len(words))
    while end < len(words) and not _INTERVIEW.search(words[end]):
        if not _is_own(words[end]):
            after = words[end + 1] if end + 1 < len(words) else ""
            goes_on = FIRST_PERSON.search(after) and not _INTERVIEW.search(after) and not after.startswith(_OPENING)
            if len(words[end]) > _REMARK or not goes_on:
                break
            end += 1
        end += 1
    return end


def _is_own(words: str) -> bool:
    """Whether somebody speaks of himself in a paragraph, or to another."""
    return FIRST_PERSON.search(words) is not None or _SECOND_PERSON.search(words) is not None


def _asks(words: str) -> bool:
    """Whether a paragraph is a question that stands by itself, not one that somebody is quoted with."""
    asks = QUESTION.search(words) is not None or _ASKS.search(words) is not None
    return asks and len(words) <= _LONGEST_QUESTION and not words.startswith(_OPENING)


def _addresses(words: str) -> bool:
    """Whether a paragraph speaks to somebody and of nobody else: a remark of who asks."""
    return _SECOND_PERSON.search(words) is not None and FIRST_PERSON.search(words) is None
