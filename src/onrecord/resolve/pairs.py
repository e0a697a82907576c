"""Pairs: whom "they", "the two", "both", "the pair", "the former" and "the latter" mean when two have been named.

Only where no others are in play: two names and no third, and for "they" no people without a name either. Else nobody
is named.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.resolve.described import Last
from onrecord.resolve.figure import Figure
from onrecord.resolve.findings import Found
from onrecord.resolve.gazetteer import DEMONYMS
from onrecord.resolve.nouns import is_plain_person_noun, noun_kind, singular
from onrecord.resolve.phrases import Phrase
from onrecord.resolve.scene import SUBJECT, Mentioned, Scene
from onrecord.types import EntityKind

PAIRS = {"pair": 2, "couple": 2, "duo": 2, "two": 2, "both": 2, "trio": 3, "three": 3, "four": 4}
"""Words for several who are known → how many they are."""
COUNTING = frozenset({"two", "both", "three", "four"})
"""Those of them that stand before a noun."""
FORMER, LATTER = "former", "latter"
OF_KIND: dict[str, EntityKind] = {
    **dict.fromkeys(("country", "nation", "state", "government"), "state"),
    **dict.fromkeys(("company", "firm"), "organisation"),
}
"""Nouns behind "the two" → of what kind they are; other nouns are people's."""
WINDOW = 2
"""Sentences before the words in which names are in play."""
FAR = 6
"""Sentences before "the pair" in which two may have been named together, and nobody since."""
NOT_TOLD = "which two is not told"
"""The rule where nobody is found."""


def is_of_two(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase means one or all of several that are known: "both", "the two leaders", "the latter".

    Args:
        scene: The stage.
        phrase: It.
    """
    return phrase.last == phrase.head and (_number(scene, phrase) > 0 or _is_one_of_two(scene, phrase))


def of_two(scene: Scene, phrase: Phrase, last: Last | None) -> Found:
    """Whom a phrase means that stands for one or all of several.

    Args:
        scene: The stage.
        phrase: It.
        last: What was heard last.
    """
    if _is_one_of_two(scene, phrase):
        pair = _named_last(scene, phrase.first)
        means = pair[:1] if scene.words.lows[phrase.head] == FORMER else pair[1:]
    else:
        number, kind = _number(scene, phrase), _kind(scene, phrase)
        means = _heard(scene, phrase, last, number) or _together(scene, phrase.first, number, kind)
    return _found(scene, phrase, means) or Found(rule=NOT_TOLD, mentions=((phrase, None),))


def they(scene: Scene, phrase: Phrase, last: Last | None, others: Sequence[int]) -> Found | None:
    """Whom "they" means where it stands for several who were named one by one, or for a body that has just spoken.

    Args:
        scene: The stage.
        phrase: The pronoun, outside of quotations.
        last: What was heard last.
        others: Words where sources that are many were last mentioned, which it may mean as well.
    """
    body = _body_heard(scene, phrase, last)
    if body is not None:
        return _found(scene, phrase, (body,), "heard again")
    means = _heard(scene, phrase, last, 0)
    if not means:
        names = _in_play(scene, phrase.first, "person")
        means = tuple(one.figure for one in names)
        if len(means) != 2 or any(word >= names[0].word for word in others) or not _belong(scene, phrase, names):
            return None
    return _found(scene, phrase, means)


def _found(scene: Scene, phrase: Phrase, means: Sequence[Figure], rule: str = "pair") -> Found | None:
    if not means:
        return None
    names = [name.span for one in means for name in one.names if name.first == _last_word(one, phrase.first)]
    own = scene.words.span(phrase.first, phrase.last)
    return Found(tuple(means), rule, (own, *names), ((phrase, means[0] if len(means) == 1 else None),))


# What the words are


def _is_one_of_two(scene: Scene, phrase: Phrase) -> bool:
    lows = scene.words.lows[phrase.first : phrase.last + 1]
    return len(lows) == 2 and lows[0] == "the" and lows[1] in (FORMER, LATTER)


def _number(scene: Scene, phrase: Phrase) -> int:
    """How many a phrase means: "the pair", "both", "the two leaders", "both men"; 0 for another phrase."""
    lows = scene.words.lows[phrase.first : phrase.last + 1]
    own = lows[1:] if lows[0] == "the" else lows
    if not own or own[0] not in PAIRS or (own is lows and own[0] != "both"):
        return 0
    if len(own) == 1:
        return PAIRS[own[0]]
    noun = singular(own[-1])
    many = own[0] in COUNTING and noun != own[-1] and (noun in OF_KIND or is_plain_person_noun(noun))
    return PAIRS[own[0]] if len(own) == 2 and many else 0


def _kind(scene: Scene, phrase: Phrase) -> EntityKind:
    return OF_KIND.get(singular(scene.words.lows[phrase.head]), "person")


# Whom they may mean


def _heard(scene: Scene, phrase: Phrase, last: Last | None, number: int) -> tuple[Figure, ...]:
    """Who spoke last, if several did, and nobody has been named since but in what they said; ``number``: how many."""
    figures = _last_voices(scene, phrase, last)
    return figures if len(figures) > 1 and number in (0, len(figures)) else ()


def _body_heard(scene: Scene, phrase: Phrase, last: Last | None) -> Figure | None:
    """The body that spoke last, if it tells of no people whom "they" may mean: "the club denied it … *They* said"."""
    figures = _last_voices(scene, phrase, last)
    if last is None or len(figures) != 1 or figures[0].kind != "organisation":
        return None
    told = [scene.words.inside(span) for span in last[0].content]
    people = any(one and _has_people(scene, one[0], one[-1] + 1) for one in told)
    return None if people else figures[0]


def _last_voices(scene: Scene, phrase: Phrase, last: Last | None) -> tuple[Figure, ...]:
    """Who spoke last, not more than a sentence before a phrase, if nobody has been named or told of since."""
    if last is None:
        return ()
    words = scene.words
    end = words.at(max(span.end for span in (*last[0].content, *last[0].cue))) - 1
    if end >= phrase.first or words.sentences[phrase.first] - words.sentences[end] > 1:
        return ()
    since = scene.is_peopled(end + 1, phrase.first) or _has_people(scene, end + 1, phrase.first)
    return () if since else last[1].figures


def _in_play(scene: Scene, before: int, kind: EntityKind) -> list[Mentioned]:
    """Those of a kind who are named shortly before a word, in its paragraph or the one before it, each where last."""
    words = scene.words
    found: dict[int, Mentioned] = {}
    for mention in scene.names_before(before):
        near = words.sentences[before] - words.sentences[mention.word] <= WINDOW
        if not near or words.paragraphs[before] - words.paragraphs[mention.word] > 1:
            break
        if mention.figure.kind == kind and not mention.figure.plural:
            found.setdefault(id(mention.figure), mention)
    return list(found.values())[::-1]


def _belong(scene: Scene, phrase: Phrase, names: Sequence[Mentioned]) -> bool:
    """Whether two are told of together: named as one, or as who does and to whom, or both heard; and no people beside.

    Args:
        scene: The stage.
        phrase: The pronoun.
        names: The two, in order of the text.
    """
    words, (left, right) = scene.words, (one.word for one in names)
    first = next(at for at in range(left, -1, -1) if not at or words.sentences[at - 1] != words.sentences[left])
    if _has_people(scene, first, phrase.first):
        return False
    if scene.are_joined(left, right):
        return True
    near = words.sentences[phrase.first] - words.sentences[left] <= 1
    one_sentence = near and words.sentences[left] == words.sentences[right]
    subject = any(one.weight == SUBJECT for one in names)
    heard = all(one.figure.spoke for one in names) and words.paragraphs[left] == words.paragraphs[phrase.first]
    return (one_sentence and subject) or heard


def _together(scene: Scene, before: int, number: int, kind: EntityKind) -> tuple[Figure, ...]:
    """Those last named together, "A and B", if nobody of their kind has been named since; or the only ones in play."""
    words = scene.words
    names = [one for one in scene.names_before(before) if one.figure.kind == kind]
    row = names[:1]
    for mention in names[1:]:
        if not _in_row(scene, mention.word, row[-1].word):
            break
        row.append(mention)
    joined = {id(one.figure): one.figure for one in reversed(row)}
    near = bool(row) and words.sentences[before] - words.sentences[row[0].word] <= FAR
    if near and len(joined) == number:
        return tuple(joined.values())
    means = tuple(one.figure for one in _in_play(scene, before, kind))
    return means if len(means) == number else ()


def _in_row(scene: Scene, left: int, right: int) -> bool:
    """Whether two names stand in one row: "*A, B* and C", "A, *B and C*"."""
    last = scene.figures.at[left].last
    own = [index for index in range(last + 1, right) if index not in scene.figures.titles]
    comma = not own and scene.words.gap(last) == ", " and right - last < FAR
    return comma or scene.are_joined(left, right)


def _named_last(scene: Scene, before: int) -> tuple[Figure, ...]:
    """The two who are named in the last sentence that names anybody; nobody where they are not two."""
    words = scene.words
    names = scene.names_before(before)
    here = [one for one in names if words.sentences[one.word] == words.sentences[names[0].word]]
    if not here or words.paragraphs[before] - words.paragraphs[here[0].word] > 1:
        return ()
    found = {id(one.figure): one.figure for one in reversed(here)}
    alike = all(figure.kind in ("person", "organisation", "state") for figure in found.values())
    return tuple(found.values()) if len(found) == 2 and alike else ()


def _last_word(figure: Figure, before: int) -> int:
    """Number of the word where a figure was last named before a word."""
    return max((name.first for name in figure.names if name.first < before), default=before)


def _has_people(scene: Scene, start: int, stop: int) -> bool:
    """Whether people without a name are told of in a stretch of words: "farmers", "Norlanders", "the police"."""
    for low in scene.words.lows[start:stop]:
        many = singular(low) != low
        if noun_kind(low) == "group" or (many and (low in DEMONYMS or is_plain_person_noun(low))):
            return True
    return False
