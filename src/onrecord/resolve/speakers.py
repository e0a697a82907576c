"""Speakers: who says each statement: by its source words, or, where it has none, by what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from onrecord.extract.attribution import Attribution
from onrecord.resolve.antecedent_features import Around
from onrecord.resolve.antecedents import GROUPS, AntecedentScorer, load_scorer
from onrecord.resolve.authors import author_of
from onrecord.resolve.bodies import state_of_people
from onrecord.resolve.carrying import carry_on, has_question_mark, is_addressed, is_passive, is_question
from onrecord.resolve.described import DescribedFinder, Last
from onrecord.resolve.figure import Figure, speaking_kind
from onrecord.resolve.figures import Figures
from onrecord.resolve.findings import Found
from onrecord.resolve.gazetteer import CAPITALS, DEMONYMS, GOVERNED
from onrecord.resolve.narrators import Narrators
from onrecord.resolve.pairs import is_of_two, of_two, they
from onrecord.resolve.phrases import Phrase
from onrecord.resolve.pronouns import antecedents, is_clear
from onrecord.resolve.roles import PLAIN_HONORIFICS
from onrecord.resolve.scene import Candidate, Scene
from onrecord.resolve.sources import read_source
from onrecord.resolve.staged import stage_unnamed
from onrecord.resolve.turns import Turns
from onrecord.resolve.votes import Votes
from onrecord.resolve.words import POSSESSIVE, Words
from onrecord.segment.article import Article, Turn
from onrecord.spans import Span

SURELY = 0.75
"""Probability from which the likeliest antecedent is the answer though another is as salient; cross-validated, of 2,352
he and she with an antecedent 2,176 are right and 131 wrong so."""

OWN_WORDS = "own words"
"""The rule for whoever narrates."""
REPLIES = frozenset({"answered", "answers", "replied", "replies", "responded", "responds", "retorted"})
"""Verbs of whoever was spoken to, not of who spoke last."""
SAID = frozenset({"said", "says", "told", "tells"})
"""Verbs of whoever was asked, if a question was the last to be heard."""

RECENT = 12
"""Statements back among which the one that is carried on is looked for."""


class SpeakerFinder:
    """Finds the speakers of an article's attributions, one after the other as the text goes.

    Args:
        article: The article.
        words: Its words.
        figures: Its figures; unnamed sources are added to them.
        attributions: Its attributions.
        scorer: Of antecedents; the package's by default.
    """

    def __init__(
        self,
        article: Article,
        words: Words,
        figures: Figures,
        attributions: Sequence[Attribution],
        scorer: AntecedentScorer | None = None,
    ) -> None:
        self.words = words
        self.figures = figures
        self.attributions = attributions
        self.scorer = scorer or load_scorer()
        self.scene = Scene(article, words, figures)
        self.votes = Votes(self.scene)
        self.turns = Turns(article, words, figures)
        self._article = article
        self.described = DescribedFinder(self.scene, self.scorer, [span for one in attributions for span in one.source])
        stage_unnamed(self.scene, self.votes, self.described.directory)
        self.found: list[Found] = [Found() for _ in attributions]
        self._narrator: Figure | None = None
        self._author: Figure | None = None
        self._read: dict[tuple[int, int], Found] = {}
        self._heard: list[int] = []

    @cached_property
    def narrators(self) -> Narrators:
        """Whose words the article is; few say "I" or "you" outside of quotations."""
        return Narrators(self._article, self.words, self.figures, self.scene)

    def run(self) -> list[Found]:
        """Find all speakers.

        Returns:
            One finding for each attribution, in their order.
        """
        heard = self._heard
        for number in sorted(range(len(self.attributions)), key=self._place):
            attribution = self.attributions[number]
            if attribution.source:
                found = self._by_source(attribution)
            else:
                found = self._without_source(attribution, heard[-RECENT:])
            self.found[number] = replace(found, inferred=True) if attribution.inferred else found
            if attribution.parent is None:
                heard.append(number)
                start = self.words.at(attribution.content[0].start)
                heeded = found.figures or tuple(figure for _, figure in found.mentions if figure is not None)
                self.scene.speaks(found.mentions[0][0].first if found.mentions else start, heeded)
        return self.found

    def _place(self, number: int) -> tuple[int, int]:
        """Order of the statements: by where the content begins, an outer one before those nested in it."""
        content = self.attributions[number].content
        return (content[0].start, -content[-1].end)

    def _parent(self, attribution: Attribution) -> Found | None:
        return self.found[attribution.parent] if attribution.parent is not None else None

    def _without_source(self, attribution: Attribution, heard: Sequence[int]) -> Found:
        turn = self.turns.at(attribution.content[0].start)
        if turn is not None and all(span.end <= turn.span.start for span in attribution.cue):  # a label's colon
            return self._by_turn(turn)
        if attribution.parent is not None:
            return Found()
        if heard and self._answers_author(attribution, heard[-1]):
            heard = ()
        return carry_on(self.scene, attribution, [(self.attributions[one], self.found[one]) for one in heard])

    def _answers_author(self, attribution: Attribution, last: int) -> bool:
        """Whether a quotation stands a paragraph or a sentence behind one of whoever narrates: another answers."""
        words, before, start = self.words, self.attributions[last], attribution.content[0].start
        if self._author is None or self.found[last].figures != (self._author,) or not self.scene.is_quoted(start):
            return False
        end = words.at(max(span.end for span in (*before.content, *before.cue))) - 1
        first = words.at(start)
        return words.paragraphs[end] < words.paragraphs[first] or words.sentences[first] - words.sentences[end] > 1

    def _by_turn(self, turn: Turn) -> Found:
        """Who speaks a turn, by its label or as who is interviewed."""
        name = self.turns.name_of(turn)
        figure = self.turns.speaker(turn)
        if figure is None or name is None:
            return Found(rule="label without name" if turn.name is not None else "nobody interviewed")
        return Found((figure,), "turn" if turn.name is not None else "interview", (turn.name or name.span,))

    # With source words

    def _by_source(self, attribution: Attribution) -> Found:
        if attribution.inferred and is_passive(self.words, attribution.cue):
            return Found(rule="no source named")
        phrases = read_source(self.words, self.figures, attribution.source, attribution.cue)
        if not phrases:
            turn = self.turns.at(attribution.content[0].start)
            figure = self.turns.speaker(turn) if turn is not None else None
            return (
                Found(rule="no words in the source") if figure is None else Found((figure,), "turn", attribution.source)
            )
        parts = [self._by_phrase(attribution, phrase) for phrase in phrases]
        if is_addressed(self.words, attribution.cue) and attribution.source[-1].end <= attribution.cue[0].start:
            return Found(rule="spoken to, not speaking", mentions=tuple(one for part in parts for one in part.mentions))
        if len(parts) == 1:
            return parts[0]
        return Found(
            figures=tuple(figure for part in parts for figure in part.figures),
            rule="joint",
            evidence=tuple(span for part in parts for span in part.evidence),
            mentions=tuple(mention for part in parts for mention in part.mentions),
        )

    def _by_phrase(self, attribution: Attribution, phrase: Phrase) -> Found:
        """Whom a phrase means; the same where two statements share it."""
        place = (phrase.first, phrase.last)
        if place not in self._read:
            if phrase.name is not None:
                found = self._by_name(phrase)
            elif phrase.pronoun is not None:
                found = self._by_pronoun(attribution, phrase)
            elif phrase.form == "people":
                found = self._by_people(attribution, phrase)
            else:
                found = self._by_description(attribution, phrase)
            self._read[place] = found
        return self._read[place]

    def _one(self, figure: Figure | None, rule: str, phrase: Phrase, *evidence: Span) -> Found:
        """A finding from one phrase."""
        figures = (figure,) if figure is not None else ()
        return Found(figures, rule, (self.words.span(phrase.first, phrase.last), *evidence), ((phrase, figure),))

    def _by_name(self, phrase: Phrase) -> Found:
        name = phrase.name
        figure = self.figures.of.get(name.first) if name is not None else None
        if name is None or figure is None:
            return self._one(None, "two bear the name", phrase)
        low = " ".join(self.words.lows[name.first : name.last + 1])
        if low in CAPITALS and figure.kind != "person" and name.keys == figure.names[0].keys:
            figure = self.figures.state_of(name) or figure
            figure.kind = "state"
        if phrase.kind in ("person", "organisation"):  # told by a noun beside the name
            figure.kind = phrase.kind
        elif figure.kind is None and low in GOVERNED:
            figure.kind = "state"
        elif figure.kind is None:
            figure.kind = speaking_kind(figure, len(name.keys))
            figure.guessed = figure.kind == "organisation" and not figure.evidence.is_body
        if figure.kind == "organisation":
            self.described.remember(figure, name)
        self.described.give_office(figure, phrase, name)
        return self._one(figure, "name", phrase)

    def _by_people(self, attribution: Attribution, phrase: Phrase) -> Found:
        state = self.figures.by_state.get(DEMONYMS[self.words.lows[phrase.head]])
        return self._by_description(attribution, phrase) if state is None else self._one(state, "people", phrase)

    # Pronouns

    def _by_pronoun(self, attribution: Attribution, phrase: Phrase) -> Found:
        if phrase.pronoun in ("i", "we"):
            return self._by_first_person(attribution, phrase)
        if phrase.pronoun == "you":
            return self._by_second_person(phrase)
        if phrase.pronoun == "who":
            name = self.figures.at.get(phrase.first - 1)
            return self._one(self.figures.of.get(name.first) if name is not None else None, "relative", phrase)
        parent = self._parent(attribution)
        quoted = self.scene.is_quoted(self.words.starts[phrase.first])
        barred = parent.figures[0] if parent is not None and parent.figures and quoted else None
        candidates = antecedents(self.scene, phrase, attribution.content, barred, quoted)
        if self._author is not None and not quoted:
            candidates = self._told_of(candidates, phrase.first)
        candidates = self._who_replies(candidates, attribution)
        if phrase.pronoun == "they" and not quoted:
            several = they(self.scene, phrase, self._last(), [one.word for one in candidates])
            if several is not None:
                return several
        outer = parent.figures if parent is not None else ()
        # only one whom it may mean is meant from a lower probability; "they" may be people who are no candidates
        alone = [one.figure for one in candidates] if len(candidates) == 1 and not phrase.plural else []
        around = Around(outer, self.votes, focus=tuple(alone), clear=bool(alone), content=attribution.content)
        likely = self.scorer.choose(GROUPS[phrase.pronoun or ""], self.scene, phrase, candidates, around)
        if likely is None or not (is_clear(candidates) or likely.probability >= SURELY):
            return self._one(None, "two fit the pronoun" if candidates else "none fits the pronoun", phrase)
        figure = likely.candidate.figure
        if phrase.pronoun in ("he", "she"):
            figure.kind, figure.guessed = "person", False
        figure.kind = figure.kind or speaking_kind(figure, 1)
        figure.gender = figure.gender or {"he": "m", "she": "f"}.get(phrase.pronoun or "")
        rule = "quoted pronoun" if parent is not None and quoted else "pronoun"
        found = self._one(figure, rule, phrase, self.scene.evidence(likely.candidate, phrase.first))
        return replace(found, probability=likely.probability)

    def _told_of(self, candidates: list[Candidate], word: int) -> list[Candidate]:
        """Of whom a pronoun may mean those who neither say "I" where it stands nor are spoken to."""
        sides = (self.narrators.at(word), self.narrators.asked(word))
        apart = [side.figure for side in sides if side is not None]
        return [one for one in candidates if one.figure not in apart]

    def _who_replies(self, candidates: list[Candidate], attribution: Attribution) -> list[Candidate]:
        """Of whom a pronoun may mean who may reply: to a question another than who asked, else who was spoken to."""
        last, words = self._last(), self.words
        cue = [index for span in attribution.cue for index in words.inside(span)]
        lows = {words.lows[index] for index in cue}
        if last is None or not last[0].cue or lows.isdisjoint(REPLIES | SAID):
            return candidates
        end = words.at(max(span.end for span in (*last[0].content, *last[0].cue))) - 1
        start = min(cue[0], words.at(attribution.content[0].start))
        after = words.at(last[0].cue[-1].end)
        put = has_question_mark(words, last[0]) or after in self.figures.at or not lows.isdisjoint(REPLIES)
        near = words.sentences[start] - words.sentences[end] <= 1
        question = put and near and is_question(words, last[0])  # who only wondered may go on
        if question:
            candidates = [one for one in candidates if one.figure not in last[1].figures] or candidates
        if not question and lows.isdisjoint(REPLIES):
            return candidates
        while after < len(words) and (words.lows[after] in ("it", "to") or words.lows[after] in PLAIN_HONORIFICS):
            after += 1
        name = self.figures.at.get(after)
        if name is None or words.flags[name.last] & POSSESSIVE or words.sentences[cue[0]] - words.sentences[after] > 1:
            return candidates
        asked = self.figures.of.get(name.first)
        spoken_to = [one for one in candidates if one.figure is asked and asked not in last[1].figures]
        return spoken_to or candidates

    def _by_first_person(self, attribution: Attribution, phrase: Phrase) -> Found:
        """For "I" and "we": who speaks the statement, quotation or turn around; outside of them the reporter."""
        position = self.words.starts[phrase.first]
        parent, turn = self._parent(attribution), self.turns.at(position)
        outer: Figure | None = None
        if parent is not None:
            outer = parent.figures[0] if parent.figures else None
        elif self.scene.is_quoted(position):
            outer = self._speaker_of(attribution, self.scene.quotation_at(position))
        elif turn is not None and (not turn.asks or (turn.name is None and self.turns.speaker(turn) is not None)):
            outer = self.turns.speaker(turn)
        elif phrase.pronoun == "i":
            narrator = self.narrators.at(phrase.first) if turn is None else None
            if narrator is not None:
                self._author = self._heard_of(narrator.figure)
                return self._one(narrator.figure, OWN_WORDS, phrase, narrator.span)
            return self._one(self._reporter(phrase), "reporter", phrase)
        if outer is None or (phrase.pronoun == "we" and outer.kind == "person"):
            return self._one(None, "no outer speaker", phrase)
        heard = parent is None and not self.scene.is_quoted(position)
        return self._one(outer, "whose turn" if heard else "outer speaker", phrase)

    def _by_second_person(self, phrase: Phrase) -> Found:
        """For "you": in a question, who is interviewed."""
        position = self.words.starts[phrase.first]
        turn = self.turns.at(position)
        addressed = self.narrators.asked(phrase.first) if turn is None and not self.scene.is_quoted(position) else None
        if addressed is not None:
            return self._one(self._heard_of(addressed.figure), "addressed", phrase, addressed.span)
        if turn is None or not turn.asks or self.scene.is_quoted(position):
            return self._one(None, "none fits the pronoun", phrase)
        figure = self.turns.interviewed
        return self._one(figure, "nobody interviewed" if figure is None else "asked", phrase)

    def _speaker_of(self, attribution: Attribution, quotation: Span) -> Figure | None:
        """Who speaks a quotation: of the last statements one that it is content of; else as if it were one itself."""
        for number in self._heard[-RECENT:]:
            one, found = self.attributions[number], self.found[number]
            shared = any(map(quotation.overlaps, one.content))
            if shared and one is not attribution and len(found.figures) == 1 and found.rule != "outer speaker":
                return found.figures[0]
        heard = [(self.attributions[one], self.found[one]) for one in self._heard[-RECENT:]]
        around = carry_on(self.scene, Attribution(content=(quotation,)), heard)
        return around.figures[0] if len(around.figures) == 1 else None

    def _heard_of(self, figure: Figure) -> Figure:
        """A person who writes or is written to, and may be named only in a byline or a signature."""
        figure.kind = figure.kind or "person"
        if not figure.names and figure not in self.figures.all:
            self.figures.all.append(figure)
        return figure

    def _reporter(self, phrase: Phrase) -> Figure:
        """The reporter, who says "I" in the narration."""
        if self._narrator is None:
            self._narrator = Figure(kind="reporter", named=False, printed=self.words.forms[phrase.first])
            self.figures.all.append(self._narrator)
        return self._narrator

    # Descriptions

    def _by_description(self, attribution: Attribution, phrase: Phrase) -> Found:
        if is_of_two(self.scene, phrase):
            return of_two(self.scene, phrase, self._last())
        state = state_of_people(self.words, self.figures, phrase)
        if state is not None:
            return self._one(state, "people", phrase)
        author = author_of(self.words, self.figures, phrase)
        if author is not None:
            wrote = self._by_phrase(attribution, author)
            if wrote.figures and wrote.figures[0].named:
                return Found(wrote.figures, "author", (self.words.span(phrase.first, phrase.last),), wrote.mentions)
        parent = self._parent(attribution)
        outer = parent.figures if parent is not None else ()
        return self.described.find(phrase, attribution, outer=outer, last=self._last())

    def _last(self) -> Last | None:
        """The statement that was heard last, with who was found to speak it."""
        return (self.attributions[self._heard[-1]], self.found[self._heard[-1]]) if self._heard else None
