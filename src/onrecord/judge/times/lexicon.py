"""Lexicon: the words that time expressions are made of, by class. Lists of this project's own."""

from __future__ import annotations

from onrecord.judge.wordlist import word_set


def _counted(words: str, first: int = 1, by: int = 1) -> dict[str, int]:
    """Words with the numbers that they stand for; a bar goes on to the next one's number, a space does not."""
    return {word: by * number for number, several in enumerate(words.split("|"), first) for word in several.split()}


def _named(**words: str) -> dict[str, str]:
    """Words with what they stand for."""
    return {word: name for name, several in words.items() for word in several.split()}


MONTHS = _counted(
    "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|"
    "november nov|december dec"
)
WEEKDAYS = _counted(
    "monday mon|tuesday tue tues|wednesday wed|thursday thu thur thurs|friday fri|saturday sat|sunday sun", 0
)
ABBREVIATED = word_set("jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun")
"""Short names; a full stop after one belongs to it. Without one they count only beside another word of time."""

DOUBTFUL = ABBREVIATED | word_set("may march")
"""Names that are other words or names too, and count only beside another word of time."""

UNITS = _named(
    second="second seconds sec secs",
    minute="minute minutes min mins",
    hour="hour hours hr hrs",
    day="day days",
    week="week weeks",
    fortnight="fortnight fortnights",
    month="month months",
    quarter="quarter quarters",
    year="year years yr yrs",
    decade="decade decades",
    century="century centuries",
    millennium="millennium millennia millenniums",
)
PLURALS = frozenset(name for name in UNITS if name.endswith("s") or name == "millennia")
PARTS = _named(
    TMO="morning mornings dawn",
    TAF="afternoon afternoons",
    TEV="evening evenings dusk",
    TNI="night nights overnight",
    TDT="daytime",
)
SEASONS = _named(SP="spring", SU="summer", FA="autumn fall", WI="winter")
FIXED_HOLIDAYS = {"christmas": (12, 25), "halloween": (10, 31), "hogmanay": (12, 31)}
HOLIDAYS = (*FIXED_HOLIDAYS, "thanksgiving", "easter")

RECURRING = _named(
    P1D="daily nightly", P1W="weekly", P2W="fortnightly biweekly", P1M="monthly", P2M="bimonthly",
    P1Y="yearly annually", PT1H="hourly",
)  # fmt: skip
"""Adverbs of what comes again → TIMEX3's value."""

NUMBERS = _counted(
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty",
    0,
)
TENS = _counted("twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety", 2, 10)
SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
ORDINALS = _counted(
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|"
    "sixteenth|seventeenth|eighteenth|nineteenth|twentieth"
) | {"thirtieth": 30, "fiftieth": 50, "hundredth": 100}
DECADES = _counted("twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties", 2, 10)

CLASSES: dict[str, str] = {
    "THE": "the",
    "A": "a an",
    "POSS": "'s its their his her our my your",
    "LAST": "last past previous preceding prior",
    "NEXT": "next coming upcoming forthcoming",
    "LATEST": "latest current present",
    "FOLLOWING": "following subsequent ensuing",
    "COMPARABLE": "same comparable corresponding similar like",
    "FEW": "few several many numerous couple dozens scores hundreds thousands",
    "OPENING": "beginning start outset onset opening",
    "CLOSING": "end close conclusion",
    "MIDDLE": "middle midst midpoint",
    "ABOUT": "about around approximately roughly circa approx",
    "NEARLY": "nearly almost",
    "EACH": "each every",
    "ON": "on in at for by since until till during from to through throughout before after over within of between "
    "about around past as than into and or with under beyond",
    "COUNTED": "people percent dead troops soldiers dollars miles km kilometres kilometers metres meters feet yards "
    "pounds euros tons tonnes barrels shares jobs homes houses acres hectares members employees workers votes points "
    "pages words seats cars units million billion men women children killed wounded others",
    "UNITS": " ".join(PLURALS),
    "UNIT": " ".join(UNITS),
    "PART": " ".join(PARTS),
    "SEASON": " ".join(SEASONS),
    "HOLIDAY": " ".join(HOLIDAYS),
    "RECUR": " ".join(RECURRING),
    "TZ": "est edt cst cdt mst mdt pst pdt gmt utc bst cet cest msk et ist jst z",
    "PERSON": "man woman boy girl son daughter student child mother father teenager veteran resident driver baby "
    "infant twins twin toddler puppy and who was is brother sister husband wife youth widow lawyer native",
}
"""Class of the grammar's patterns → its words. A word of a pattern in small letters is a class of its own."""
