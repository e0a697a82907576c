"""Casing: whether a word's capital makes it a name's, by how the article writes the word elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from onrecord.resolve.gazetteer import BEGUN, CAPITALS, DEMONYMS, STATES
from onrecord.resolve.lexicon import (
    ADJECTIVAL_TAILS,
    BODIES_WITH_OF,
    CALENDAR,
    COMMON_ENDINGS,
    FUNCTION_WORDS,
    NAME_PARTICLES,
    NOUN_STARTERS,
    OPENERS,
    ORG_WORDS,
    PARTY_WORDS,
    SPEECH_VERBS,
    TITLE_MODIFIERS,
    TITLE_NOUNS,
)
from onrecord.resolve.media import AGENCIES
from onrecord.resolve.nouns import noun_kind
from onrecord.resolve.spelling import JOINED_ARTICLES
from onrecord.resolve.words import CAPITAL, HEADING, INITIAL, SHOUTED, Words
from onrecord.spans import Span

PARTY_LETTERS = ("r-", "d-", "i-")
"""How a politician's party begins: R-Ohio."""
PEOPLES = ((None, "n"), (-1, "ian"), (None, "ian"), (None, "ese"), (-1, "ese"), (None, "i"), (None, "ic"), (-1, "ish"))
"""How a people's name comes from its state's: what is cut off and what put on."""
COMPASS = frozenset({"north", "south", "east", "west", "upper", "lower"})
"""Words that are part of the name of the place behind them."""
STATIONS = frozenset({"abc", "cbs", "channel", "fox", "nbc"})
"""Words before a station's number that letters for its town may follow: Fox 5 *DC*."""
NUMBERED = ORG_WORDS | {"action", "eyewitness", "imports", "investigates", "live", "news", "online", "sports"}
"""Words behind a number in a body's name: Channel 5 *News*, Pier 1 *Imports*."""
SHORTEST_STATE = 3
"""Letters that a state's name has at least, and one more."""
SHORT_DATE = 3
"""Letters of the days and months that are given names as well."""
SHOUTED_NAMES = frozenset({"us", "it", "who"})
"""Words of the grammar that are names in capitals."""
VERBS_TOO = frozenset({"will", "may"})
NAMES_TOO = VERBS_TOO | {"per"}
"""Words of the grammar that are given names or surnames as well."""
SAID = frozenset({"added", "insisted", "promised", "said", "says", "told", "tweeted", "urged", "warned", "wrote"})
"""Verbs of which such a word is the subject: May said."""


def is_numbered_body(words: Words, index: int) -> bool:
    """Whether a body's word is among the capitals behind a number: Channel 5 *News*, Quay 9 *Harbour Lines*; no Game 3.

    Args:
        words: The article's words.
        index: The number's.
    """
    placed = index > 0 and words.lows[index - 1] in STATIONS and words.flags[index + 1] & SHOUTED
    if placed and words.adjacent(index):
        return True
    for after in range(index + 1, min(index + 4, len(words))):
        if not words.flags[after] & CAPITAL or not words.adjacent(after - 1):
            return False
        if words.lows[after] in NUMBERED:
            return True
    return False


class Casing:
    """How an article writes its words.

    Args:
        words: Its words.
        sources: The source words of its statements: of a heading, too, they name somebody.

    Attributes:
        capital: How often a word has a capital where none is owed to its place.
        lower: How often it has none.
        shouted: Words that stand in capitals outside of headings.
        numbered: Words with capitals, and a number behind them that a body's word follows: Channel 5 News.
        pairs: Words with capitals that stand together outside of headings.
        firsts: Their first words.
    """

    def __init__(self, words: Words, sources: Iterable[Span] = ()) -> None:
        self.words = words
        self._speaking = {index for span in sources for index in words.inside(span) if words.flags[index] & HEADING}
        self.shouted: set[str] = set()
        self.capital: Counter[str] = Counter()
        self.lower: Counter[str] = Counter()
        for low, flags in zip(words.lows, words.flags, strict=True):
            if not flags & CAPITAL:
                self.lower[low] += 1
            elif not flags & (INITIAL | HEADING):
                self.capital[low] += 1
            if flags & SHOUTED and not flags & HEADING:
                self.shouted.add(low)
        self.pairs = {
            (low, words.lows[index + 1])
            for index, (low, flags) in enumerate(zip(words.lows[:-1], words.flags, strict=False))
            if flags & CAPITAL and not flags & HEADING and words.flags[index + 1] & CAPITAL and words.adjacent(index)
        }
        self.numbered = {
            (words.lows[index - 1], low)
            for index, low in enumerate(words.lows[:-1])
            if low.isdigit() and index and words.adjacent(index - 1) and words.adjacent(index)
            if words.flags[index - 1] & CAPITAL and not words.flags[index] & HEADING and is_numbered_body(words, index)
        }
        self.firsts = {low for low, _ in self.pairs}

    def belongs(self, index: int) -> bool:
        """Whether a word is part of a name, or of an office in capitals before one.

        Args:
            index: Number of the word; one past the last is none.
        """
        words = self.words
        if index >= len(words) or self._is_ticker(index):
            return False
        flags, low, form = words.flags[index], words.lows[index], words.forms[index]
        if not flags & CAPITAL:
            return low.startswith(JOINED_ARTICLES) and form[3:4].isupper()
        if len(low) == 1 and form[-1] == ".":
            return True
        if low in FUNCTION_WORDS:
            return self._is_name_all_the_same(index)
        if self._is_date(index) or (low[:2] in PARTY_LETTERS and form[2:3].isupper()):
            return False
        if "-" in low and low.rsplit("-", 1)[1] in ADJECTIVAL_TAILS:
            return False
        if low in AGENCIES and index + 1 < len(words) and not self._has_capital(index + 1):
            return True
        if not flags & (INITIAL | HEADING) or self._begins_place(index) or self._begins_body(index):
            return True
        return self._owes_nothing(low, bool(flags & HEADING) and index not in self._speaking) or self._is_paired(index)

    def _begins_place(self, index: int) -> bool:
        """Whether a common word that opens a sentence opens a place's name too: *New* York, *West* Harwick."""
        words = self.words
        if not words.adjacent(index) or not self._has_capital(index + 1):
            return False
        low, following = words.lows[index], words.lows[index + 1]
        compass = low in COMPASS and following not in TITLE_NOUNS and following not in DEMONYMS
        return compass or (low, following) in BEGUN

    def _is_paired(self, index: int) -> bool:
        """Whether a heading's word stands beside another as in the text, with capitals there: *Harbour Trust* Wins."""
        words = self.words
        if not words.flags[index] & HEADING:
            return False
        lows = words.lows
        behind = words.adjacent(index) and (lows[index], lows[index + 1]) in self.pairs
        return behind or (index > 0 and words.adjacent(index - 1) and (lows[index - 1], lows[index]) in self.pairs)

    def _begins_body(self, index: int) -> bool:
        """Whether a noun that opens a sentence opens a body's name, too: *Bank* of Norland."""
        words = self.words
        if words.lows[index] not in BODIES_WITH_OF or words.lows[index + 1 : index + 2] != ["of"]:
            return False
        return index + 2 < len(words) and self._has_capital(index + 2) and not words.flags[index] & HEADING

    def has_people(self, low: str) -> bool:
        """Whether the article has a people's name that comes from a word: Norvanian from Norvania.

        Args:
            low: In lower case.
        """
        return len(low) > SHORTEST_STATE and any(self.capital[low[:cut] + ending] for cut, ending in PEOPLES)

    def is_adjective(self, index: int) -> bool:
        """Whether a word is a people's name that comes from a name in the article and describes the next word."""
        words, low = self.words, self.words.lows[index]
        if not words.adjacent(index) or words.flags[index + 1] & CAPITAL or words.lows[index + 1] in NOUN_STARTERS:
            return False
        return any(
            self.capital[low.removesuffix(ending) + vowel]
            for cut, ending in PEOPLES
            if low.endswith(ending) and len(low) > SHORTEST_STATE + len(ending)
            for vowel in ("aeiouy" if cut else ("",))
        )

    def is_subject(self, index: int) -> bool:
        """Whether a word is followed by a verb of saying: *May* said."""
        return self.words.adjacent(index) and self.words.lows[index + 1] in SAID

    def is_particle(self, index: int) -> bool:
        """Whether a word is a small one that names are joined by: bin, van der, de la."""
        return self.words.lows[index] in NAME_PARTICLES and not self.words.flags[index] & CAPITAL

    def _is_date(self, index: int) -> bool:
        """Whether a word is a day's or month's name; a short one (Jan, Sun) only before a full stop or number."""
        words, low = self.words, self.words.lows[index]
        if low not in CALENDAR:
            return False
        after = min(index + 1, len(words) - 1)
        dated = words.gap(index)[:1] == "." and words.sentences[index] == words.sentences[after]  # not: Loh Hoon Sun.
        dated = dated or words.lows[after].isdigit()
        return len(low) > SHORT_DATE or dated

    def _is_ticker(self, index: int) -> bool:
        """Whether a word is a firm's sign on the stock exchange: <ACME.L>."""
        start = self.words.starts[index]
        return bool(self.words.flags[index] & SHOUTED) and self.words.text[start - 1 : start] == "<"

    def _is_name_all_the_same(self, index: int) -> bool:
        """Whether a word of the grammar is a name here: US, WHO, Will before another name."""
        flags, low = self.words.flags[index], self.words.lows[index]
        if low in SHOUTED_NAMES:
            return bool(flags & SHOUTED) and not flags & HEADING
        if low == "today":  # Velmora Today, a paper
            return not flags & (INITIAL | HEADING) and self.words.adjacent(index - 1) and self._has_capital(index - 1)
        if low in VERBS_TOO and self.is_subject(index):
            return True
        if low == "may" and not flags & (INITIAL | HEADING) and self.words.adjacent(index - 1):
            return self._has_capital(index - 1) and self.words.lows[index - 1] not in FUNCTION_WORDS
        if low not in NAMES_TOO or flags & (INITIAL | HEADING) or not self.words.adjacent(index):
            return False
        return self._has_capital(index + 1)

    def _has_capital(self, index: int) -> bool:
        return bool(self.words.flags[index] & CAPITAL)

    def _owes_nothing(self, low: str, heading: bool) -> bool:
        """Whether a word that begins a sentence, or stands in a heading, would have its capital anywhere."""
        if low in TITLE_NOUNS or low in TITLE_MODIFIERS or low in DEMONYMS or low in PARTY_WORDS:
            return True
        capital, lower = self.capital[low], self.lower[low]
        if capital or lower:
            return capital > lower or (capital > 0 and not heading)
        if low in STATES or low in CAPITALS:
            return True
        if heading and low in self.firsts:
            return True
        if heading or low in OPENERS or low in SPEECH_VERBS or low.endswith(COMMON_ENDINGS):
            return False
        return noun_kind(low) in (None, "person")
