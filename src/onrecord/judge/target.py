"""Target: who is accused or criticised, of whom something is demanded or asked, what is denied.

It is the object of the cue ("accused *the firm* of fraud", "urged *ministers* to act") or, where the cue is a neutral
one, the subject of what is said ("*The firm* is a disgrace," she said).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.judge.clause import AUXILIARIES
from onrecord.judge.inflect import forms
from onrecord.judge.said import Said
from onrecord.judge.wordlist import word_set
from onrecord.judge.words import Words
from onrecord.spans import Span
from onrecord.types import Act


def _forms(text: str) -> frozenset[str]:
    return frozenset(form for word in text.split() for form in forms(word))


AIMED: frozenset[Act] = frozenset({"accuse", "criticise", "deny", "demand", "ask", "propose", "warn", "threaten"})
"""Acts that may be aimed at somebody or something."""
OF_SUBJECT: frozenset[Act] = frozenset({"accuse", "criticise", "demand"})
"""Acts whose target is the subject of the content where the cue has no object."""
ADDRESSING = _forms(
    """
    advise appeal ask beg call caution challenge command counsel direct encourage force implore instruct invite order
    persuade press pressure push remind request urge warn
    """
)
"""Verbs whose object stands before the content: "urged *ministers* to act"."""
TELLING = _forms("tell")
"""Verbs of the same kind where "to" begins the content: "told *him* to stop"."""
TAKING = _forms(
    """
    accuse assail attack berate blame blast castigate censure charge chastise chide condemn criticise criticize decry
    denounce deplore deride describe dismiss fault implicate lambast lament mock oppose question rebuke reject
    reprimand ridicule savage scold scorn slam slate suspect
    """
) | word_set("lambasted lambasting lambaste lambastes called calls calling")
"""Verbs with whose object their content begins: "accused *X of Y*", "described *X as Y*"."""
DENYING = _forms("contradict deny dismiss dispute rebut refute reject")
"""Verbs whose whole content, or its beginning, is what is denied."""
OBJECT_ENDS = word_set("of for as over on after because about with following amid in at during when that to by a an")
"""Words after the target in such a content."""
LONGEST = 14
"""Words of the longest target."""
FRONTED = word_set("with in at for by from despite under after before given on as if when while once although because")
"""Words that open what may stand before a subject, up to a comma."""
LEADS = word_set("i we think believe know feel say said mean well so and but that now honestly look yes no also")
"""Words that may stand before the proposition: "Well, I think that"."""
NOBODY = word_set("""it this that there i we you what how who which here everyone nobody anyone one no not never our my
to of for all some if when as let lets""")
"""Words that begin no target."""
NOT_OBJECT = word_set(
    """that to whether if not in at during last yesterday today earlier this also again repeatedly publicly privately
    monday tuesday wednesday thursday friday saturday sunday on after before when for how what why me reporters"""
)
"""Words that begin no object of a cue."""
STOPS = word_set(
    "in on at during not to last when after for that monday tuesday wednesday thursday friday saturday sunday"
)
MARKS = word_set(', : ; . ( ) — – - " “ ” ‘ ? ! … [ ]')
BEFORE_CONTENT = MARKS | LEADS | {"'"}
"""What stands before a content's own words; the straight single mark of an opening quotation too."""
PHRASE_ENDS = MARKS | word_set("and but that")
QUOTES = frozenset('"“”')
PRONOUNS = word_set("he she they you it i we there who that this")
NO_NAMES = word_set("the a an this that these those his her its their our my your every each any some no")
BEING = word_set("is are was were been being be come received under")


class Target(NamedTuple):
    """Words for whom or what a statement is aimed at, and the rule that found them."""

    span: Span
    rule: str


def find_target(text: str, words: Words, said: Said, act: Act) -> Target | None:
    """Find at whom or what a statement is aimed.

    Args:
        text: The article's text.
        words: Its words.
        said: The statement.
        act: What its source does by it.

    Returns:
        The target; None where it has none, or none that its own words tell.
    """
    if act not in AIMED or not said.content:
        return None
    if any(low in TAKING for low in said.cue_lows):
        if any(low in BEING for low in said.cue_lows[:-1]):
            return _passive(words, said)
        taken = _object_of(words, said) if said.content[0] > said.cue[0] else None
        if taken is not None:
            return taken
    if act == "deny":
        return None
    return _beside(words, said) or (_subject_of(text, words, said) if act in OF_SUBJECT else None)


def _beside(words: Words, said: Said) -> Target | None:
    """The cue's object between it and the content: "urged *ministers* to act"."""
    if not said.cue or said.content[0] < said.cue[-1]:
        return None
    first, stop = said.cue[-1] + 1, said.content[0]
    if first < stop and words.lows[first] in ("on", "upon", "to"):
        first += 1
    own = range(first, min(stop, first + LONGEST))
    telling = said.cue_lows[-1] in TELLING and words.lows[stop] == "to"
    if not telling and not any(low in ADDRESSING for low in said.cue_lows):
        return None
    if not own or stop - first > LONGEST or words.lows[first] in NOT_OBJECT | MARKS:
        return None
    if not set(own).isdisjoint(said.source):
        return None
    last = next((index - 1 for index in own[1:] if words.lows[index] in STOPS | MARKS), own[-1])
    return Target(words.span(first, last), "target.object")


def _passive(words: Words, said: Said) -> Target | None:
    """The subject of a passive cue: "*Roe* has been accused of fraud"."""
    last = said.cue[0] - 1
    first = last
    while first > 0 and last - first < LONGEST and _is_beside(words, first):
        first -= 1
    if last < 0 or words.sentences[last] != words.sentences[said.cue[0]] or last - first >= LONGEST:
        return None
    nobody = words.lows[first] in NOBODY or not words.lows[first][0].isalnum()
    return None if nobody else Target(words.span(first, last), "target.passive")


def _is_beside(words: Words, first: int) -> bool:
    """Whether the word before another goes on the same phrase."""
    before = first - 1
    return words.sentences[before] == words.sentences[first] and words.lows[before] not in PHRASE_ENDS


def _object_of(words: Words, said: Said) -> Target | None:
    """The target that a content begins with, up to what it is accused of; whom something is blamed "on"."""
    content = _bare(words, said.content)
    if not content or words.lows[content[0]] in NOBODY | {"a", "an"} or said.cue_lows[-1] == "for":
        return None
    if any(low.startswith("blam") for low in said.cue_lows):
        on = next((place for place, index in enumerate(content[:-1]) if words.lows[index] == "on"), None)
        content = content if on is None else content[on + 1 :]
    last = content[0]
    for before, index in pairwise(content):
        ends = index != before + 1 or index - content[0] >= LONGEST or words.lows[index] in MARKS - QUOTES
        if ends or (words.lows[index] in OBJECT_ENDS and not _goes_on(words, before, index)):
            break
        last = index
    if words.lows[last] in MARKS:
        last -= 1
    return Target(words.span(content[0], last), "target.content") if last >= content[0] else None


def _goes_on(words: Words, before: int, index: int) -> bool:
    """Whether "of" carries the target on: "the leader *of* the party", not "accused the party of fraud"."""
    return words.lows[index] == "of" and words.lows[max(0, before - 1)] == "the"


def _subject_of(text: str, words: Words, said: Said) -> Target | None:
    """The subject of a content's first clause, if it is neither the source itself nor nobody in particular."""
    content = _past_fronted(words, _bare(words, said.content))
    stop = _subject_length(text, words, content[: LONGEST + 1])
    lows = [words.lows[index] for index in content[:stop]]
    if (
        not lows
        or lows[0] in NOBODY
        or lows[-1] in ("that", "who", "which")
        or not MARKS.isdisjoint(lows)
        or said.names_source(lows)
    ):
        return None
    own = not said.direct and lows[0] in ("he", "she", "they", "its", "his", "her", "their")
    return None if own else Target(words.span(content[0], content[stop - 1]), "target.subject")


def _bare(words: Words, content: Sequence[int]) -> Sequence[int]:
    """A content without marks, "that" and words such as "I think" at its beginning."""
    place = 0
    while place < len(content) and words.lows[content[place]] in BEFORE_CONTENT:
        place += 1
    own = place and words.lows[content[place - 1]] in ("i", "we")
    return () if own else content[place:]


def _past_fronted(words: Words, content: Sequence[int]) -> Sequence[int]:
    """Past what stands before the subject: "With this plan, *the party* is trying"."""
    if not content or words.lows[content[0]] not in FRONTED:
        return content
    lows = [words.lows[index] for index in content[: 2 * LONGEST]]
    return _bare(words, content[lows.index(",") + 1 :]) if "," in lows else ()


def _subject_length(text: str, words: Words, content: Sequence[int]) -> int:
    """How many words a clause's subject has: up to its verb, as far as auxiliaries and spelling tell; else 0."""
    capital = False
    for place, index in enumerate(content):
        low, upper = words.lows[index], text[words.starts[index]].isupper()
        if place and low in AUXILIARIES and (low != "'s" or words.lows[index - 1] in PRONOUNS):
            return place
        if place and words.lows[index - 1] in PRONOUNS and low[0].isalpha():
            return place
        if place and low.endswith("ed") and low != "need" and words.lows[index - 1] not in NO_NAMES:
            return place
        if (
            capital
            and not upper
            and low[0].isalpha()
            and low not in ("of", "and", "the")
            and words.lows[index - 1] != "'s"
        ):
            return place if low.endswith("s") else 0
        capital = (upper and low not in NO_NAMES) or (capital and low == "'s")
    return 0
