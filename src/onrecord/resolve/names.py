"""Names: where somebody or something is called by a proper name, found by capitals, closed lists and small words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.resolve.gazetteer import CAPITALS, DEMONYMS, PLACES, STATES
from onrecord.resolve.lexicon import (
    ADJECTIVAL_TAILS,
    CALENDAR,
    COMMON_ENDINGS,
    FORMER,
    FUNCTION_WORDS,
    GENERATION_SUFFIXES,
    NAME_PARTICLES,
    NOT_ALONE,
    OF_HEADS,
    OPENERS,
    ORG_WORDS,
    PARTY_WORDS,
    SURNAME_OFFICES,
    TITLE_MODIFIERS,
    TITLE_NOUNS,
)
from onrecord.resolve.nouns import noun_kind, singular
from onrecord.resolve.words import CAPITAL, HEADING, INITIAL, POSSESSIVE, SHOUTED, Words
from onrecord.spans import Span

LONGEST = 14
"""Words of the longest run that is read as one name; what is longer is a heading or noise."""

NICKNAME = re.compile(r"\s[“\"‘'(]([^\W\d_][\w’'-]{0,20}(?: [^\W\d_][\w’'-]{0,20})?)[”\"’')]\s")
DOUBLED = re.compile(r"([a-z])\1+")
FOLDED_FROM = 5
"""Letters above which a name's y, i and j, and single and double letters, are taken for spellings of one name."""
PEERS = frozenset({"lord", "lady", "baroness", "baron", "viscount", "earl", "duke", "duchess", "dame"})
"""Titles that a place may follow: Lord Park of Harrow."""
JOINED_ARTICLES = ("al-", "el-", "ul-")
PARTY_LETTERS = ("r-", "d-", "i-")
"""How a politician's party begins: R-Ohio."""
JOINERS = frozenset({"of", "for", "on", "and", "the", "to", "in"})


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name where it stands.

    Attributes:
        first, last: Numbers of its words.
        span: Without title and possessive ending.
        title: Numbers of the first and last word of an office before it in capitals ("Prime Minister"), or None.
        keys: Its words in lower case, without diacritics and small words: what names are compared by.
    """

    first: int
    last: int
    span: Span
    title: tuple[int, int] | None
    keys: tuple[str, ...]


class Casing:
    """How an article writes its words: with a capital where none is owed to the place, and in lower case."""

    def __init__(self, words: Words) -> None:
        self.capital: Counter[str] = Counter()
        self.lower: Counter[str] = Counter()
        for low, flags in zip(words.lows, words.flags, strict=True):
            if not flags & CAPITAL:
                self.lower[low] += 1
            elif not flags & (INITIAL | HEADING):
                self.capital[low] += 1

    def is_name(self, low: str, heading: bool) -> bool:
        """Whether a word that owes its capital to its place is a name's all the same."""
        capital, lower = self.capital[low], self.lower[low]
        if capital or lower:
            return capital > lower or (capital > 0 and not heading)
        if low in STATES or low in CAPITALS:
            return True
        if heading or low in OPENERS or low.endswith(COMMON_ENDINGS):
            return False
        return noun_kind(low) in (None, "person")


def find_names(words: Words, casing: Casing) -> list[Name]:
    """Find the proper names of an article.

    Args:
        words: Its words.
        casing: How it writes them.

    Returns:
        Names in order; none overlaps another. Places and works are among them: their kind is decided later.
    """
    names: list[Name] = []
    for run in _runs(words, casing):
        names.extend(_names_of(words, run))
    return _shorten(words, _without_offices(words, names))


def _without_offices(words: Words, names: list[Name]) -> list[Name]:
    """Drop offices that may be surnames, standing alone, where no full name ends with them: "the Judge", "Singer"."""
    surnames = {name.keys[-1] for name in names if len(name.keys) > 1 or name.title}
    return [
        name
        for name in names
        if len(name.keys) > 1 or name.keys[0] in surnames or words.lows[name.first] not in SURNAME_OFFICES
        or (words.flags[name.first] & SHOUTED and words.text[words.stops[name.first] : words.stops[name.first] + 1] == ":")
    ]  # fmt: skip


def _shorten(words: Words, names: list[Name]) -> list[Name]:
    """Cut what runs into a name that stands alone elsewhere: "Navy SEAL Jo Park" where "Jo Park" or "Park" does."""
    alone = {name.keys for name in names}
    out: list[Name] = []
    for name in names:
        count = len(name.keys)
        if count < 3 or name.title or name.last - name.first + 1 != count or words.lows[name.last] in ORG_WORDS:
            out.append(name)
            continue
        acronym = any(words.flags[index] & SHOUTED for index in range(name.first, name.last - 1))
        if name.keys[-2:] in alone or (acronym and name.keys[-1:] in alone):
            before = _plain(words, list(range(name.first, name.last - 1)))
            out.extend(before)
            out.append(_name(words, [name.last - 1, name.last], None))
        else:
            out.append(name)
    return out


def _runs(words: Words, casing: Casing) -> Iterator[list[int]]:
    """Runs of words that may hold names with the offices before them."""
    index, count = 0, len(words)
    flags = words.flags
    while index < count:
        if not flags[index] & CAPITAL and words.lows[index] not in NAME_PARTICLES:
            index += 1
            continue
        run = _run_from(words, casing, index)
        if run:
            yield run
        index = max(index, run[-1] if run else index) + 1


def _run_from(words: Words, casing: Casing, index: int) -> list[int]:
    if not _belongs(words, casing, index) and not (
        _is_particle(words, index) and words.adjacent(index) and _belongs(words, casing, index + 1)
    ):
        return []
    run = [index]
    while len(run) < LONGEST:
        step = _next_of_run(words, casing, run)
        if not step:
            break
        run.extend(step)
    return run


def _belongs(words: Words, casing: Casing, index: int) -> bool:
    """Whether a word with a capital belongs to a name or to an office before one."""
    if index >= len(words):
        return False
    flags, low = words.flags[index], words.lows[index]
    if flags & SHOUTED and words.text[words.starts[index] - 1 : words.starts[index]] == "<":
        return False
    if not flags & CAPITAL:
        return low.startswith(JOINED_ARTICLES) and words.forms[index][3:4].isupper()
    if len(low) == 1 and words.forms[index][-1] == ".":
        return True
    if low in FUNCTION_WORDS:
        return (
            (bool(flags & SHOUTED)
            and not flags & HEADING
            and low in {"us", "it", "who"})
            or (
                low in {"will", "may"}
                and not flags & (INITIAL | HEADING)
                and words.adjacent(index)
                and bool(words.flags[index + 1] & CAPITAL)
            )
        )
    if low in CALENDAR or (low[:2] in PARTY_LETTERS and words.forms[index][2:3].isupper()):
        return False
    if "-" in low and low.rsplit("-", 1)[1] in ADJECTIVAL_TAILS:
        return False
    if flags & (INITIAL | HEADING):
        if low in TITLE_NOUNS or low in TITLE_MODIFIERS or low in DEMONYMS or low in PARTY_WORDS:
            return True
        return casing.is_name(low, bool(flags & HEADING))
    return True


def _is_particle(words: Words, index: int) -> bool:
    return words.lows[index] in NAME_PARTICLES and not words.flags[index] & CAPITAL


def _next_of_run(words: Words, casing: Casing, run: list[int]) -> list[int]:
    """The words by which a run goes on: the next one, or small words and the one after them."""
    last, following = run[-1], run[-1] + 1
    if following >= len(words) or words.sentences[last] != words.sentences[following]:
        return []
    low = words.lows[following]
    if words.flags[last] & POSSESSIVE:
        joins = words.adjacent(last) and words.flags[following] & CAPITAL and low in ORG_WORDS
        return [following] if joins and words.lows[last] not in STATES else []
    if not words.adjacent(last):
        return _over_a_mark(words, casing, last, following)
    if words.flags[following] & CAPITAL or low.startswith(JOINED_ARTICLES):
        if low == "may" and words.lows[last] not in TITLE_NOUNS and words.gap(following).strip() == "":
            return []
        return [following] if _belongs(words, casing, following) else []
    if _is_particle(words, following):
        return _over(words, casing, following, 3, NAME_PARTICLES)
    if low in JOINERS and _may_join(words, run, following):
        return _over(words, casing, following, 3, JOINERS)
    return []


def _over(words: Words, casing: Casing, index: int, most: int, small: frozenset[str]) -> list[int]:
    """Small words from ``index`` on with the name's word after them; none where no such word follows."""
    step: list[int] = []
    while len(step) < most and index < len(words) and words.lows[index] in small and not words.flags[index] & CAPITAL:
        if not words.adjacent(index):
            return []
        step.append(index)
        index += 1
    return [*step, index] if step and words.flags[index] & CAPITAL and _belongs(words, casing, index) else []


def _over_a_mark(words: Words, casing: Casing, last: int, following: int) -> list[int]:
    """Over an ampersand, over the comma before "Jr", over a nickname in quotation marks."""
    gap = words.gap(last)
    if gap.strip() == "&" and words.flags[following] & CAPITAL:
        return [following]
    if gap == ", " and words.lows[following] in GENERATION_SUFFIXES and words.flags[following] & CAPITAL:
        return [following]
    if gap[:1] == " " and gap[1:2] in "“\"‘'(" and words.flags[following] & CAPITAL:
        nickname = NICKNAME.match(words.text, words.stops[last])
        if nickname:
            after = words.at(nickname.end())
            whole = after < len(words) and words.starts[after] == nickname.end()
            if whole and words.flags[after] & CAPITAL and words.lows[after] not in FUNCTION_WORDS:
                return [*range(following, after), after] if nickname.group()[1] != "(" else []
    return []


def _may_join(words: Words, run: list[int], joiner: int) -> bool:
    """Whether "of" and the like may carry a name on: after a word such as Bank, Centre or Secretary."""
    low, last = words.lows[joiner], words.lows[run[-1]]
    if low in ("to", "in", "the"):
        return False
    if low == "and":
        joined = any(words.lows[index] in ("of", "for", "on") for index in run)
        return (joined and _ends_alike(words, joiner)) or _org_follows(words, run, joiner)
    if low == "of" and words.lows[run[0]] in PEERS:
        return True
    if low == "for" and last in TITLE_NOUNS:
        return False
    return last in OF_HEADS


def _ends_alike(words: Words, joiner: int) -> bool:
    """Whether what follows "and" is one plain word more of a body's field: Trade and Industry."""
    after = joiner + 1
    if after >= len(words) or not words.flags[after] & CAPITAL:
        return False
    low = words.lows[after]
    return low not in STATES and low not in TITLE_NOUNS and not words.flags[after] & SHOUTED


def _org_follows(words: Words, run: list[int], joiner: int) -> bool:
    """Whether a body's noun follows within two words of "and": Food and Drug Administration."""
    if len(run) > 2 or words.lows[run[0]] in STATES or words.lows[run[0]] in DEMONYMS:
        return False
    before = run[0] - 1
    if before < 0 or words.lows[before] != "the":
        return False
    for after in range(joiner + 1, min(joiner + 4, len(words))):
        if not words.flags[after] & CAPITAL or not words.adjacent(after - 1):
            return False
        if after > joiner + 1 and words.lows[after] in ORG_WORDS:
            return True
    return False


# ----------------------------------------------------------------------------------------------------------------------
# A run's parts


def _names_of(words: Words, run: list[int]) -> list[Name]:
    """The names in a run: what stands before an office in it, and who holds the office."""
    run = _trim(words, run)
    if not run:
        return []
    if (
        len(run) > 1
        and words.lows[run[0]] in STATES
        and words.lows[run[-1]] not in ORG_WORDS
        and not _is_office(words, run)
    ):
        return [_name(words, run[:1], None), *_names_of(words, run[1:])]
    office = _office_end(words, run)
    if office is None:
        return _plain(words, run)
    title = run[: office + 1]
    holder = run[office + 1 :]
    out = _plain(words, _modifier(words, title))
    out.append(_name(words, holder, (title[0], title[-1])))
    return out


def _plain(words: Words, run: list[int]) -> list[Name]:
    run = _trim(words, _without_adjectives(words, run))
    if not run:
        return []
    if not _is_office(words, run):
        return [_name(words, run, None)]
    joiner = next((place for place, index in enumerate(run) if words.lows[index] in JOINERS), None)
    return [] if joiner is None else _plain(words, run[joiner:])


def _name(words: Words, run: Sequence[int], title: tuple[int, int] | None) -> Name:
    keys = tuple(
        key for index in run if (key := plain(words.lows[index])) and (key not in NAME_PARTICLES and key not in JOINERS)
    )
    return Name(run[0], run[-1], words.span(run[0], run[-1]), title, keys or (plain(words.lows[run[0]]),))


def _trim(words: Words, run: list[int]) -> list[int]:
    """Without small words at its ends, "the", former, and days of the week."""
    start, stop = 0, len(run)
    while start < stop and _is_trimmed(words, run[start]):
        start += 1
    while stop > start and (words.lows[run[stop - 1]] in CALENDAR or words.lows[run[stop - 1]] in JOINERS):
        stop -= 1
    return run[start:stop]


def _is_trimmed(words: Words, index: int) -> bool:
    low = words.lows[index]
    if low in JOINERS or low in FORMER:
        return True
    return low in FUNCTION_WORDS and not words.flags[index] & SHOUTED and low not in ("will", "may")


def _office_end(words: Words, run: list[int]) -> int | None:
    """Place in the run of the last word of an office that a holder's name follows, or None."""
    lows = [words.lows[index] for index in run]
    for place in range(len(run) - 2, -1, -1):
        if lows[place] not in TITLE_NOUNS:
            continue
        if words.flags[run[place]] & POSSESSIVE:
            return None
        after = place + 1
        if lows[after] in ("of", "for", "on"):
            tail = len(run) - 1
            while lows[tail] not in JOINERS:
                tail -= 1
            if len(run) - 1 - tail < 3 or lows[-1] in ORG_WORDS:
                return None
            return len(run) - 3
        holder = lows[after:]
        if any(low in ORG_WORDS for low in holder[-1:]) or len(holder) > 5 or holder[0] in ORG_WORDS:
            return None
        if "of" in holder and lows[place] not in PEERS:
            return None
        return place
    return None


def _modifier(words: Words, title: list[int]) -> list[int]:
    """What stands in an office before the office's own words: "White House" in "White House Press Secretary"."""
    stop = len(title)
    for place, index in enumerate(title):
        if words.lows[index] in TITLE_NOUNS or words.lows[index] in JOINERS:
            stop = place
            break
    while (
        stop
        and words.lows[title[stop - 1]] in TITLE_MODIFIERS
        and words.lows[title[stop - 1]] not in ("house", "senate")
    ):
        stop -= 1
    return title[:stop]


def _without_adjectives(words: Words, run: list[int]) -> list[int]:
    """Without a people's or party's name before another name: "French", "Labour"; not in a body's own name."""
    if not run:
        return run
    if len(run) < 3 or words.lows[run[-1]] in ORG_WORDS or any(words.lows[index] in JOINERS for index in run):
        return run if len(run) > 1 or words.lows[run[0]] not in DEMONYMS else []
    start = 0
    while start < len(run) - 2 and (words.lows[run[start]] in DEMONYMS or words.lows[run[start]] in PARTY_WORDS):
        start += 1
    return run[start:]


def _is_office(words: Words, run: list[int]) -> bool:
    """Whether a run is an office and no name: "Prime Minister", "House Speaker", "Secretary of State"."""
    lows = [words.lows[index] for index in run]
    if _is_many(lows[-1]) and not any(low in JOINERS for low in lows):
        return True
    if len(run) == 1:
        flags = words.flags[run[0]]
        if flags & INITIAL and lows[0] in OPENERS:
            return True
        if lows[0] in SURNAME_OFFICES:
            return False
        return (
            lows[0] in NOT_ALONE
            or lows[0] in DEMONYMS
            or lows[0] in TITLE_NOUNS
            or lows[0] in TITLE_MODIFIERS - ORG_WORDS
            or lows[0] in PARTY_WORDS
        )
    if any(low in JOINERS for low in lows):
        head = next(place for place, low in enumerate(lows) if low in JOINERS) - 1
        return head >= 0 and lows[head] in TITLE_NOUNS - SURNAME_OFFICES
    if lows[-1] not in TITLE_NOUNS:
        return lows[-1] in PARTY_WORDS and (lows[0] in PLACES or lows[0] in TITLE_MODIFIERS)
    if lows[-1] not in SURNAME_OFFICES:
        return True
    return all(low in TITLE_MODIFIERS or low in TITLE_NOUNS or low in DEMONYMS or low in STATES for low in lows[:-1])


def _is_many(low: str) -> bool:
    """Whether a word means people by their party, nation or office: Democrats, Norlanders, CEOs."""
    one = singular(low)
    return one != low and (one in PARTY_WORDS or one in TITLE_NOUNS - SURNAME_OFFICES or one in DEMONYMS)


def plain(low: str) -> str:
    """A lower-case word as names are compared: without diacritics, joined article (al-, el-) and, where it is long, the
    differences of transliteration: Zelensky, Zelenskyy, Zelenskiy.
    """
    if not low.isascii():
        low = "".join(char for char in unicodedata.normalize("NFKD", low) if not unicodedata.combining(char))
    if low[2:3] == "-" and low[:2] in ("al", "el", "ul"):
        low = low[3:]
    return DOUBLED.sub(r"\1", low.replace("y", "i").replace("j", "i")) if len(low) > FOLDED_FROM else low
