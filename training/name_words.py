"""What the words of names lean to, and how often a word is written small, counted over unlabelled articles.

Nobody labelled these articles: a name's label is what surroundings that leave little doubt say of it somewhere (a title
before it, an age after it, "Inc", "in X"), and holds then for all places where the archive has the name.
"""

from __future__ import annotations

import gzip
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.resolve.casing import Casing
from onrecord.resolve.figure import Figure
from onrecord.resolve.figures import Figures
from onrecord.resolve.gazetteer import CAPITALS, PLACES
from onrecord.resolve.lexicon import ORG_ENDINGS, ORG_WORDS
from onrecord.resolve.name_words import INNER, LEANINGS
from onrecord.resolve.names import find_names
from onrecord.resolve.words import Words
from onrecord.segment import segment
from training.data import data_folder


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ARTICLES = 8000
"""Articles of the archive that are read; more change little."""
LONGEST = 12_000
"""Characters of an article that are read."""
SURE = 0.8
"""Share of a name's labels that must be one."""
LABELLED = 0.2
"""Share of a name's articles that must label it, or ..."""
VOTES = 4
"""... how many must."""
NAMES, ARTICLES_ALONE = 2, 4
"""Names that a word must be in, or articles that a name of one word must be in, to be kept."""
MOST = 10
"""Articles of one name that are counted."""
PRIOR = 2.0
"""Weight of what is usual where little was counted."""
COUNTED, SMALL_COUNTED = 30, 5
"""Uses of a word, and uses of it written small, from which its share is kept."""
THINGS = _words(
    """
    act agreement amendment award awards bill championship championships code conference convention crisis cup day
    deal era express festival games hurricane law massacre movie olympics plan prize revolution scandal season
    series show storm summit theory tour tournament treaty war week
    """
)
"""Last words of names of events, works and laws."""
BODIES_FOLLOW = _words(
    """
    ceo correspondent employees executive executives headquarters shareholders shares spokesman spokesperson
    spokeswoman subscribers
    """
)
"""Nouns that a firm's or other body's name describes."""


class Counts(NamedTuple):
    """What was counted.

    Attributes:
        votes: Name in lower case → label → articles.
        articles: Name → articles that have it.
        small, capital: Word → uses without and with a capital, where none is owed to the place.
    """

    votes: defaultdict[str, Counter[str]]
    articles: Counter[str]
    small: Counter[str]
    capital: Counter[str]


def unlabelled() -> Iterator[str]:
    """The texts that are counted: articles of the archive and of PolNeAR's train part."""
    folder = data_folder()
    with gzip.open(folder / "articles" / "abp.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line, _ in zip(lines, range(ARTICLES), strict=False):
            yield json.loads(line)["text"][:LONGEST]
    for path in sorted((folder / "polnear" / "train" / "text").glob("*.txt")):
        yield path.read_text("utf-8")


def read_figures(text: str) -> tuple[Words, Casing, Figures]:
    """A text's words, how it writes them, and its figures, as ``resolve`` reads them."""
    words = Words(segment(text))
    casing = Casing(words)
    return words, casing, Figures(words, casing, find_names(words, casing))


def count() -> Counts:
    """Count over all unlabelled texts."""
    counts = Counts(defaultdict(Counter), Counter(), Counter(), Counter())
    for text in unlabelled():
        words, casing, figures = read_figures(text)
        counts.small.update(casing.lower)
        counts.capital.update(casing.capital)
        for figure in figures.all:
            lows = longest(words, figure)
            form = " ".join(lows)
            counts.articles[form] += 1
            if label := vote(words, figure, lows):
                counts.votes[form][label] += 1
                if label == "organisation" and len(lows) == 2 and lows[1] in ORG_ENDINGS:
                    counts.votes[lows[0]][label] += 1
    return counts


def longest(words: Words, figure: Figure) -> list[str]:
    """The words of a figure's longest name."""
    name = max(figure.names, key=lambda name: len(name.keys))
    return words.lows[name.first : name.last + 1]


def vote(words: Words, figure: Figure, lows: list[str]) -> str | None:
    """What the surroundings of a figure say that it is, where they leave little doubt."""
    form = " ".join(lows)
    if figure.kind == "state" or form in PLACES or form in CAPITALS:
        return "place"
    if len(lows) > 1 and lows[-1] in THINGS:
        return "thing"
    if lows[-1] in ORG_ENDINGS:
        return "organisation"
    if figure.kind == "person":
        return "person" if _is_surely_person(figure, lows) else None
    if len(lows) == 1 and any(_follows(words, name.last) for name in figure.names):
        return "organisation"
    evidence = figure.evidence
    before = [words.lows[n.first - 1] if n.first and words.adjacent(n.first - 1) else "" for n in figure.names]
    if figure.kind == "organisation":
        described = evidence.organisation - 2 * before.count("the")
        sure = (len(lows) > 1 and lows[-1] in ORG_WORDS) or (described > 2 and not evidence.place)
        return "organisation" if sure else None
    placed = sum(low in ("in", "near", "outside", "across") for low in before)
    if evidence.organisation or evidence.person:
        return None
    return "place" if evidence.place > 1 or (len(before) > 1 and 2 * placed > len(before)) else None


def _is_surely_person(figure: Figure, lows: list[str]) -> bool:
    evidence = figure.evidence
    if evidence.titled:
        return True
    called = 3 if len(lows) > 1 and figure.surnamed else 4
    return evidence.person >= called and not evidence.organisation


def _follows(words: Words, last: int) -> bool:
    return last + 1 < len(words) and words.adjacent(last) and words.lows[last + 1] in BODIES_FOLLOW


def labels(counts: Counts) -> dict[str, str]:
    """Name → what it names, for those that are sure; a word mostly written small is a thing."""
    out = {}
    for form, articles in counts.articles.items():
        votes = counts.votes.get(form, Counter())
        label, most = votes.most_common(1)[0] if votes else (None, 0)
        sure = most >= SURE * votes.total() and (most >= LABELLED * articles or most >= VOTES)
        small = counts.small[form]
        if " " not in form and small > max(SMALL_COUNTED, counts.capital[form]) and not (sure and most > 2):
            out[form] = "thing"
        elif label and sure:
            out[form] = label
    return out


def lean(counts: Counts) -> dict[str, dict[str, list[float]]]:
    """Place in a name → word → log odds of each label against what is usual in that place, as far as they are known."""
    seen: dict[str, dict[str, Counter[str]]] = {}
    names: Counter[tuple[str, str]] = Counter()
    for form, label in labels(counts).items():
        lows = form.split()
        articles = min(MOST, counts.articles[form])
        ends = [("single", lows[0])] if len(lows) == 1 else [("first", lows[0]), ("last", lows[-1])]
        for place, low in [*ends, *((INNER, low) for low in lows[1:-1])]:
            seen.setdefault(place, {}).setdefault(low, Counter())[label] += articles
            names[place, low] += 1
    out: dict[str, dict[str, list[float]]] = {}
    for place, table in sorted(seen.items()):
        usual: Counter[str] = Counter()
        for tally in table.values():
            usual.update(tally)
        out[place] = {
            low: [_odds(tally, usual, label) for label in LEANINGS]
            for low, tally in sorted(table.items())
            if (tally.total() >= ARTICLES_ALONE if place == "single" else names[place, low] >= NAMES)
        }
    return out


def _odds(tally: Counter[str], usual: Counter[str], label: str) -> float:
    expected = (usual[label] + 1) / (usual.total() + len(LEANINGS))
    chance = (tally[label] / 3 + PRIOR * expected) / (tally.total() / 3 + PRIOR)
    return math.log(chance / (1 - chance)) - math.log(expected / (1 - expected))


def small_shares(counts: Counts) -> dict[str, float]:
    """Word → share of its uses that are small, in tenths, for words that are met often."""
    out = {}
    for low in sorted(counts.small.keys() | counts.capital.keys()):
        small, capital = counts.small[low], counts.capital[low]
        if low.isalpha() and small + capital >= COUNTED and (capital > 1 or small > 200):
            out[low] = round(small / (small + capital), 1)
    return out
