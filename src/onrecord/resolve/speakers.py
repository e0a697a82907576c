"""Speakers: who says each statement: by its source words, or, where it has none, by what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.extract.attribution import Attribution
from onrecord.resolve.carrying import Said, beside, carry_on, turn_at, turn_speaker
from onrecord.resolve.descriptions import bodies, in_focus, matches, the_pair
from onrecord.resolve.figures import Figure, Figures
from onrecord.resolve.gazetteer import CAPITALS, DEMONYMS, STATES
from onrecord.resolve.pronouns import FOCUS_MARGIN, antecedents, is_clear
from onrecord.resolve.roles import described
from onrecord.resolve.scene import Scene
from onrecord.resolve.sources import Phrase, read_source
from onrecord.resolve.words import Words
from onrecord.segment.article import Article
from onrecord.spans import Span
from onrecord.types import Step

CONFIDENCE = {
    "name": 0.97,
    "people": 0.85,
    "joint": 0.9,
    "pair": 0.8,
    "participle": 0.85,
    "description": 0.9,
    "role": 0.85,
    "focus": 0.7,
    "body": 0.75,
    "pronoun": 0.85,
    "quoted pronoun": 0.5,
    "relative": 0.9,
    "nested": 0.8,
    "reporter": 0.8,
    "turn": 0.9,
    "continues": 0.8,
    "beside": 0.9,
    "sentence": 0.7,
}
"""Rule → how often it is right."""


RECENT = 12
"""Statements back among which the one that is carried on is looked for."""


@dataclass(slots=True)
class Found:
    """Who was found to speak.

    Attributes:
        figures: Empty where nobody was.
        rule: The rule that decided, a key of ``CONFIDENCE``; or why nobody was found.
        phrases: The source words as read, one for each figure or none.
    """

    figures: tuple[Figure, ...] = ()
    rule: str = "no source"
    confidence: float | None = None
    evidence: tuple[Span, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    means: list[Figure | None] = field(default_factory=list)


class SpeakerFinder:
    """Finds the speakers of an article's attributions, one after the other as the text goes.

    Args:
        article: The article.
        words: Its words.
        figures: Its figures; unnamed sources are added to them.
        attributions: Its attributions.
    """

    def __init__(self, article: Article, words: Words, figures: Figures, attributions: Sequence[Attribution]) -> None:
        self.article = article
        self.words = words
        self.figures = figures
        self.attributions = attributions
        self.scene = Scene(article, words, figures)
        self.found: list[Found] = [Found() for _ in attributions]
        self._unnamed: dict[str, list[Figure]] = {}
        self._narrator: Figure | None = None
        self._read: dict[tuple[int, int], Found] = {}

    def run(self) -> list[Found]:
        """Find all speakers.

        Returns:
            One finding for each attribution, in their order.
        """
        order = sorted(
            range(len(self.attributions)),
            key=lambda number: (self.attributions[number].content[0].start, -self.attributions[number].content[-1].end),
        )
        said: list[int] = []
        for number in order:
            attribution = self.attributions[number]
            if attribution.source:
                found = self._by_source(number, attribution)
            else:
                found = self._carried(attribution, said[-RECENT:])
            self.found[number] = found
            if found.figures:
                at = found.phrases[0].first if found.phrases else self.words.at(attribution.content[0].start)
                if attribution.parent is None:
                    self.scene.speaks(at, found.figures)
            if attribution.parent is None:
                said.append(number)
        return self.found

    # With source words

    def _by_source(self, number: int, attribution: Attribution) -> Found:
        phrases = read_source(self.words, self.figures, attribution.source)
        if not phrases:
            return Found(rule="empty source")
        parts = [self._by_phrase(number, attribution, phrase) for phrase in phrases]
        if len(parts) == 1:
            return parts[0]
        figures = tuple(figure for part in parts for figure in part.figures)
        return Found(
            figures, "joint", CONFIDENCE["joint"] if figures else None, phrases=phrases,
            means=[part.figures[0] if part.figures else None for part in parts],
        )  # fmt: skip

    def _by_phrase(self, number: int, attribution: Attribution, phrase: Phrase) -> Found:
        place = (phrase.first, phrase.last)
        if place in self._read:
            return self._read[place]
        if phrase.form == "name":
            found = self._by_name(phrase)
        elif phrase.form == "pronoun":
            found = self._by_pronoun(attribution, phrase)
        elif phrase.form == "people":
            found = self._by_people(phrase)
        else:
            found = self._by_description(phrase)
        self._read[place] = found
        return found

    def _one(self, figure: Figure | None, rule: str, phrase: Phrase, confidence: float | None = None) -> Found:
        if figure is None:
            return Found((), rule, None, (self.words.span(phrase.first, phrase.last),), (phrase,), [None])
        return Found(
            (figure,),
            rule,
            confidence or CONFIDENCE.get(rule),
            (self.words.span(phrase.first, phrase.last),),
            (phrase,),
            [figure],
        )

    def _by_name(self, phrase: Phrase) -> Found:
        name = phrase.name
        assert name is not None
        figure = self.figures.of.get(name.first)
        if figure is None:
            return self._one(None, "two bear the name", phrase)
        low = " ".join(self.words.lows[name.first : name.last + 1])
        if low in CAPITALS and figure.kind != "person" and len(name.keys) == len(figure.names[0].keys):
            state = self.figures.state_of(name)
            if state is not None:
                return self._one(state, "name", phrase)
            figure.kind = "state"
        if figure.kind is None:
            if low in STATES:
                figure.kind = "state"
            elif phrase.kind == "person" or _may_be_person(figure, len(name.keys)):
                figure.kind = "person"
            else:
                figure.kind = "organisation"
        return self._one(figure, "name", phrase)

    def _by_people(self, phrase: Phrase) -> Found:
        state = self.figures.by_state.get(DEMONYMS[self.words.lows[phrase.head]])
        return self._one(state, "people", phrase) if state is not None else self._by_description(phrase)

    def _by_pronoun(self, attribution: Attribution, phrase: Phrase) -> Found:
        pronoun = phrase.pronoun
        parent = self.found[attribution.parent] if attribution.parent is not None else None
        quoted = self.scene.is_quoted(self.words.starts[phrase.first])
        if pronoun in ("i", "we"):
            return self._by_first_person(attribution, phrase)
        if pronoun in ("who", "which"):
            return self._relative(phrase)
        barred = parent.figures[0] if parent is not None and parent.figures and quoted else None
        candidates = antecedents(self.scene, phrase, attribution.content, barred)
        if pronoun == "they" and quoted:
            candidates = [candidate for candidate in candidates if candidate.figure.plural]
        if not is_clear(candidates):
            return self._one(None, "two fit the pronoun" if candidates else "none fits the pronoun", phrase)
        return self._one(
            candidates[0].figure, "pronoun" if not (parent is not None and quoted) else "quoted pronoun", phrase
        )

    def _by_first_person(self, attribution: Attribution, phrase: Phrase) -> Found:
        """ "I" and "we": who speaks the statement, the turn or the quotation around; outside of them the reporter."""
        parent = self.found[attribution.parent] if attribution.parent is not None else None
        position = self.words.starts[phrase.first]
        turn = turn_at(self.article.turns, position)
        outer: Figure | None = None
        if parent is not None:
            outer = parent.figures[0] if parent.figures else None
        elif self.scene.is_quoted(position):
            around = beside(self.scene, self.scene.quotation_at(position))
            outer = around.figures[0] if around is not None else None
        elif turn is not None:
            outer = turn_speaker(self.words, self.figures, turn)
        elif phrase.pronoun == "i":
            return self._one(self._reporter(phrase), "reporter", phrase)
        if outer is None or (phrase.pronoun == "we" and outer.kind == "person"):
            return self._one(None, "no outer speaker", phrase)
        return self._one(outer, "nested", phrase)

    def _reporter(self, phrase: Phrase) -> Figure:
        """The reporter, who says "I" in the narration."""
        if self._narrator is None:
            self._narrator = Figure(kind="reporter", named=False, printed=self.words.forms[phrase.first])
            self.figures.all.append(self._narrator)
        return self._narrator

    def _relative(self, phrase: Phrase) -> Found:
        name = self.figures.at.get(phrase.first - 1)
        figure = self.figures.of.get(name.first) if name is not None else None
        return self._one(figure, "relative", phrase)

    def _by_description(self, phrase: Phrase) -> Found:
        pair = the_pair(self.scene, phrase)
        if pair:
            return Found(
                pair, "pair", CONFIDENCE["pair"], (self.words.span(phrase.first, phrase.last),), (phrase,), [None]
            )
        if phrase.definite:
            fitting = matches(self.scene, phrase)
            if len(fitting) == 1:
                return self._one(fitting[0], "role", phrase)
            if len(fitting) > 1:
                return self._one(fitting[0], "role", phrase, 0.7)
            candidates = in_focus(self.scene, phrase)
            if is_clear(candidates, FOCUS_MARGIN):
                return self._one(candidates[0].figure, "focus", phrase)
            candidates = bodies(self.scene, phrase)
            if is_clear(candidates, FOCUS_MARGIN):
                return self._one(candidates[0].figure, "body", phrase)
        return self._one(self._unnamed_figure(phrase), "description", phrase)

    def _unnamed_figure(self, phrase: Phrase) -> Figure:
        """The unnamed source that a description is: one met before where "the" or "that" points to it, else a new one."""
        head = self.words.lows[phrase.head]
        before = self._unnamed.setdefault(head, [])
        if phrase.definite and before:
            return before[-1]
        printed = self.words.text[self.words.starts[phrase.first] : self.words.ends[phrase.last]]
        if phrase.body and printed[:4].lower() == "the ":
            printed = printed[4:]
        figure = Figure(
            kind=phrase.kind or ("group" if phrase.plural else "person"), named=phrase.body, printed=printed,
            affiliation=None if phrase.body else phrase.affiliation, plural=phrase.plural,
        )  # fmt: skip
        if figure.kind == "person":
            role = described(self.words, self.figures, phrase.first, phrase.last)
            figure.roles = [role] if role is not None else []
        before.append(figure)
        self.figures.all.append(figure)
        return figure

    # Without source words

    def _carried(self, attribution: Attribution, said: Sequence[int]) -> Found:
        """Who says a statement without source words; ``said`` are the statements before it that are nested in none."""
        turn = turn_at(self.article.turns, attribution.content[0].start)
        if turn is not None and not attribution.cue:
            figure = turn_speaker(self.words, self.figures, turn)
            return (
                Found((figure,), "turn", CONFIDENCE["turn"], (turn.name,))
                if figure
                else Found(rule="turn without name")
            )
        if attribution.parent is not None or not said:
            return Found()
        if attribution.cue:
            return self._participle(attribution, said[-1])
        last = max(
            (number for number in said if self.attributions[number].content[-1].end <= attribution.content[0].start),
            key=lambda number: self.attributions[number].content[-1].end,
            default=None,
        )
        before = Said(self.attributions[last], self.found[last].figures) if last is not None else None
        carried = carry_on(self.scene, attribution, before)
        if carried is None:
            return Found()
        return Found(carried.figures, carried.rule, CONFIDENCE[carried.rule], carried.evidence)

    def _participle(self, attribution: Attribution, previous: int) -> Found:
        """The speaker of a cue in -ing without a source: who spoke before in the same paragraph: "…, adding that"."""
        words, cue = self.words, self.words.inside(attribution.cue[0])
        before = self.attributions[previous]
        last = words.at(before.cue[-1].end if before.cue else before.content[-1].end) - 1
        ing = any(words.lows[index].endswith("ing") for index in cue)
        if not ing or not self.found[previous].figures or words.paragraphs[last] != words.paragraphs[cue[0]]:
            return Found(rule="no source named")
        return Found(
            self.found[previous].figures, "participle", CONFIDENCE["participle"], (words.span(cue[0], cue[-1]),)
        )


def _may_be_person(figure: Figure, keys: int) -> bool:
    """Whether a speaker of unknown kind is likelier a person: by evidence, or a name of two or three words without any."""
    evidence = figure.evidence
    return evidence.is_person or (1 < keys < 4 and evidence.organisation <= 0 and evidence.place <= 0)


def steps_of(found: Found) -> tuple[Step, ...]:
    """The steps by which a speaker was found.

    Args:
        found: The finding.
    """
    return (Step(rule=f"speaker: {found.rule}", spans=found.evidence, score=found.confidence),)
