"""Names: digits that are part of a name or label, and number words that are pronouns or part of an idiom."""

from __future__ import annotations

from onrecord.judge.quantities.nouns import STOPS
from onrecord.judge.quantities.number import DASHES, Number
from onrecord.judge.quantities.tokens import Tokens
from onrecord.judge.wordlist import word_set

LABELS = word_set(
    """section row article chapter title rule game group room page pages route highway interstate flight class phase
    level type model mark number no nos part lot gate act volume vol bill proposition resolution amendment paragraph
    clause line figure table appendix week day round season episode stage district ward precinct zone sector block unit
    platform platforms track terminal runway pier exit channel camp line-up grade form key step option question item
    exhibit count case verse psalm division formula apollo windows pro iphone galaxy covid boeing airbus plan version
    tier category studio bus train street avenue area station point"""
)
"""Words in the singular whose number is a name ("Section 427", "page 3"), where no unit or noun follows it."""

ALWAYS_NAMES = word_set(
    """boeing airbus iphone ipad ios windows covid ftse stoxx nasdaq nikkei cac dax russell fortune apollo boeing's
    airbus's xbox playstation nexus pixel galaxy s&p p interstate highway no nos article section resolution flight
    euro mp3 mig su opus version mach"""
)
"""Of these, the names that may stand before a noun as well: "Boeing 737 jets", "Fortune 500 firms"."""

RESOLUTIONS = ("480", "720", "1080", "1440", "2160")
EMERGENCY = ("911", "999", "112")
CALLS = word_set("call calls caller callers operator dispatcher")

BRANDS = word_set(
    """boeing airbus iphone ipad ios covid ftse stoxx nasdaq nikkei dax russell xbox playstation galaxy pixel"""
)
"""Of these, the ones that are names in small letters too."""

STREETS = word_set("street road avenue lane drive square place way boulevard court close row terrace crescent hill")

PRONOUN_BEFORE = word_set(
    """the this that no every each any which another a same big new good last next previous latest bad better
    best first second right wrong old young such everyone someone"""
)

IDIOMS = word_set(
    """day thing side hand way point another another's time who that which to by on and with for is was has had at as in
    way's moment"""
)
"""Words after "one" where it counts nothing ("one day", "one another", "one on one")."""

HYPHENED = word_set("legged way sided handed edged pronged dimensional off on liner stop hit armed eyed lane")
"""After a number word and a hyphen, these make an adjective of it."""


def is_name(tokens: Tokens, number: Number, has_unit: bool, noun: bool) -> bool:
    """Whether a number is part of a name or a label: "F-16", "Section 427", "Big 12", "787 Dreamliner", "Dak (4)"."""
    first, end = number.first, number.end
    before = tokens.low(first - 1)
    if _joined(tokens, first) or is_code(tokens, end):
        return True
    if tokens.low(first) in EMERGENCY and tokens.low(end) in CALLS:
        return True
    if before in ("#", "№") or (before == "." and tokens.low(first - 2) in ("no", "nos", "vol", "art", "sec")):
        return True
    if has_unit or not number.bare:
        return not has_unit and number.rule == "number.words" and _word_name(tokens, first, before, noun)
    if tokens.touches(end) and tokens.is_word(end) and not noun:
        return True
    if tokens.touches(end) and tokens.low(end) in DASHES and tokens.touches(end + 1) and tokens.is_capital(end + 1):
        return not noun
    if before in BRANDS or (before in ALWAYS_NAMES and tokens.printed(first - 1) != before):
        return True
    if noun:
        return before in LABELS and tokens.is_capital(first - 1) and before not in ("day", "week", "count", "no")
    return _bare_name(tokens, first, end, before)


def _bare_name(tokens: Tokens, first: int, end: int, before: str) -> bool:
    """A bare numeral beside a capital: the digits of a name."""
    if before in LABELS or before in ("age", "ages", "aged"):
        return True
    if before == "the" and not tokens.is_word(end):
        return True  # "lighter than the 787."
    if before == "(" and tokens.low(end) == ")" and tokens.is_capital(first - 2):
        return True
    begins = (
        first == 0
        or tokens.kind(first - 1) == "break"
        or "\n" in tokens.text[tokens.ends[first - 1] : tokens.starts[first]]
    )
    if begins and tokens.low(end) in (".", ")"):
        return True
    if tokens.is_capital(first - 1) and before not in STOPS and not tokens.touches(first):
        return True
    return _leads_name(tokens, first, end)


def _leads_name(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a numeral begins a name: "787 Dreamliner", "10 Downing Street"; not "100 N" or "40 Airbus"."""
    if not tokens.is_capital(end) or tokens.low(end) in STOPS or len(tokens.low(end)) == 1:
        return False
    streets = any(tokens.low(here) in STREETS and tokens.is_capital(here) for here in range(end + 1, end + 4))
    listed = tokens.low(first - 1) in ("and", "or", "&") and tokens.is_capital(first - 2)  # "Nova and 5 Nova Plus"
    return streets or listed or len(tokens.low(first)) in (3, 4)


def _word_name(tokens: Tokens, first: int, before: str, noun: bool) -> bool:
    """Read "Group of Seven", "the Kick Six", "page two", "number one"."""
    if tokens.is_capital(first) and (tokens.is_capital(first - 1) and before not in STOPS):
        return True
    if tokens.is_capital(first) and before == "of" and tokens.is_capital(first - 2):
        return True
    return before == "number" or (before in LABELS and not noun)


def is_code(tokens: Tokens, end: int) -> bool:
    """Whether what touches a numeral's end makes a code or name of it: "24703L202", "401(k)", "1080p".

    Args:
        tokens: The text's tokens.
        end: The place after the numeral.
    """
    if tokens.low(end) == "(" and tokens.touches(end) and tokens.low(end + 2) == ")":
        return len(tokens.low(end + 1)) == 1 and tokens.is_word(end + 1)
    if tokens.low(end) == "p" and tokens.touches(end) and tokens.low(end - 1) in RESOLUTIONS:
        return True
    return tokens.touches(end) and tokens.is_word(end) and tokens.touches(end + 1) and tokens.is_number(end + 1)


def _joined(tokens: Tokens, first: int) -> bool:
    """Whether letters stand before the number without a space, or with a hyphen only: "S23", "COVID-19", "Cox-2"."""
    if not tokens.is_number(first) or not tokens.touches(first):
        return False
    if tokens.low(first - 1) == "-" and tokens.printed(first - 2).isupper() and len(tokens.low(first - 2)) > 2:
        return True  # "COVID -19"
    if tokens.is_word(first - 1):
        return True
    before = first - 2
    return (
        tokens.low(first - 1) in DASHES
        and tokens.touches(first - 1)
        and tokens.is_word(before)
        and tokens.low(before) not in ("minus", "plus", "to")
    )


def counts_nothing(tokens: Tokens, number: Number, has_unit: bool, noun: bool, bounded: bool) -> bool:
    """Whether a number word is a pronoun or part of an idiom: "no one", "one another", "the two met"."""
    first, end = number.first, number.end
    if not tokens.is_word(first) or number.rule != "number.words":
        return False
    before, after = tokens.low(first - 1), tokens.low(end)
    if after in DASHES and tokens.touches(end) and not has_unit:
        return number.value == 1 or tokens.low(end + 1) in HYPHENED
    if number.value == 1 and tokens.low(first) == "one":
        if bounded and (noun or has_unit):
            return False
        if before in DASHES and tokens.touches(first):
            return True
        if before in PRONOUN_BEFORE or after in ("point", "time", "thing", "another", "side"):
            return True
        if after == "day":
            return before not in ("in", "for", "within", "after", "just", "than")
        return not (has_unit or noun) or after in IDIOMS
    if number.value is not None and number.value <= 5 and before == "," == after:
        return not bounded  # "for two reasons, one, that …, and, two, that …"
    if number.value == 0:
        return not (has_unit or noun)
    pronoun = before in ("the", "these", "those", "other") and not (noun or has_unit or after == "of")
    return pronoun or (after == "sides" and before == "the")


def follows_name(tokens: Tokens, number: Number) -> bool:
    """Whether a capital stands before a numeral, which is then a name's ("flow through Coast Line 1 to 33m …")."""
    before = number.first - 1
    begins = (
        before == 0 or tokens.low(before - 1) in ("", ".", "?", "!", "“", '"') or tokens.kind(before - 1) == "break"
    )
    return tokens.is_capital(before) and not begins and tokens.low(before) not in STOPS


def is_slight(tokens: Tokens, number: Number, unit: str | None, bound: str | None) -> bool:
    """Whether "one" is hardly more than an article: "one caller said", "the rights of one country"."""
    return tokens.low(number.first) == "one" and number.value == 1 and unit is None and bound is None
