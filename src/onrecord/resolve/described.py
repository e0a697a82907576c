"""Described: whom a source means that is no name: who is known by such a role, who is named later, or a new source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.attribution import Attribution
from onrecord.resolve.anonymous import anonymity_of
from onrecord.resolve.antecedents import AntecedentScorer
from onrecord.resolve.bodies import ShortBodies, are_members, is_party
from onrecord.resolve.called import CALLED, RULES, called, group_of, is_of_press
from onrecord.resolve.carrying import PARAGRAPHS
from onrecord.resolve.descriptions import PARTIES, Directory, is_of_another_land, land, lands_of, may_be_again
from onrecord.resolve.evidence import weigh_description
from onrecord.resolve.figure import Figure
from onrecord.resolve.findings import Found
from onrecord.resolve.gazetteer import DEMONYMS
from onrecord.resolve.introduced import INTRODUCED, Introductions
from onrecord.resolve.named_bodies import SORTS_OF_BODIES
from onrecord.resolve.names import Name
from onrecord.resolve.offices import described
from onrecord.resolve.phrases import DETERMINERS, Phrase
from onrecord.resolve.pseudonyms import goes_by
from onrecord.resolve.scene import Scene
from onrecord.resolve.vocabulary import UNIQUE_OFFICES
from onrecord.spans import Span
from onrecord.types import EntityKind

Last = tuple[Attribution, Found]
"""The statement that was heard last, and who was found to speak it."""
TOGETHER = frozenset(
    {"academics", "attorneys", "authors", "economists", "judges", "justices", "lawmakers", "lawyers", "ministers"}
    | {"professors", "researchers", "scientists", "senators", "writers"}
)
"""Nouns by which two who were heard together are called; not the protesters, whom two may tell of."""
PIECES = frozenset({"article", "report", "story"})
"""Nouns for what a paper or station that has just been heard has written."""
TAKEN_UP: dict[str, tuple[EntityKind, ...]] = {
    **dict.fromkeys(("analyst", "diplomat", "expert", "lawmaker", "minister", "official", "politician"), ("person",)),
    "statement": ("person", "organisation", "state"),
    **dict.fromkeys(PIECES, ("organisation",)),
}
"""Nouns by which whoever has just been heard is called once more, and what they may be: in 510 articles and the
readings' train split the named ones are the last speaker's in 11 of 14 cases."""

SORTS = frozenset(sort[-1] for sort in SORTS_OF_BODIES) - {"media"}
"""Nouns behind a body's name by which it is called again."""

SURE_OFFICE = 0.65
"""Probability from which somebody is given the office by which he is called."""
SURE_BODY = 0.7
"""Probability from which a body is called by a noun that another has in its name: three of three of 1,400 articles."""
SLIGHT = 1
"""Points for a person that a name may have from its form alone: four sources of 1,400 articles are found to be bodies
with so few, and all are right."""
GOING_ON = frozenset({"added", "adding", "adds", "continued", "continues", "continuing"})
"""Verbs by which whoever has just been heard goes on: of 1,400 articles' descriptions before them that nobody was found
for, ten of twelve are the last speaker's."""


class DescribedFinder:
    """Finds whom descriptions mean, one after the other as the text goes.

    Args:
        scene: The stage.
        scorer: Of antecedents.
        sources: The source words of all statements.
    """

    def __init__(self, scene: Scene, scorer: AntecedentScorer, sources: Sequence[Span]) -> None:
        self.scene = scene
        self.words, self.figures = scene.words, scene.figures
        self.scorer = scorer
        self.directory = Directory(scene, self.figures.all)
        self.short_bodies = ShortBodies(self.words, self.figures)
        self.introductions = Introductions(scene, self.figures.all, sources)
        self._by_noun: dict[str, Figure] = {}
        self._members: dict[str, Figure] = {}
        self._by_land: dict[str, list[Figure]] | None = None
        self._several: dict[str, tuple[Figure, ...]] = {}

    def find(
        self, phrase: Phrase, attribution: Attribution, outer: tuple[Figure, ...] = (), last: Last | None = None
    ) -> Found:
        """Whom a description means.

        Args:
            phrase: The description.
            attribution: Its statement.
            outer: Who speaks the statement that it stands in.
            last: What was heard last.
        """
        wish = anonymity_of(self.words, phrase)
        if wish is not None:
            return self._unnamed(phrase, wish)
        several = self._spoke_together(phrase, last)
        if several:
            spans = (self.words.span(phrase.first, phrase.last), *(one.names[0].span for one in several))
            return Found(several, "pair", spans, ((phrase, None),))
        if are_members(self.words, phrase):
            return self._one(self._party_members(phrase), "members", phrase)
        if phrase.definite or self._is_bare_office(phrase):
            return self._by_known(phrase, attribution, outer, last)
        return self._first_met(phrase, attribution.content)

    def _spoke_together(self, phrase: Phrase, last: Last | None) -> tuple[Figure, ...]:
        """Those who were heard together last, or were called so then: "Park and Roos write … *The researchers*".

        Of 1,400 articles' such sources, by any noun for people, four of six are labelled so, the others, of one letter,
        as many without a name.
        """
        words, head = self.words, self.words.lows[phrase.head]
        bare = words.lows[phrase.first] == "the" and phrase.first + 1 == phrase.head == phrase.last
        if not bare or not phrase.plural or head not in TOGETHER or head in self._by_noun or last is None:
            return ()
        if head not in self._several:
            figures, end = last[1].figures, words.at(last[0].content[-1].end) - 1
            near = 0 <= words.paragraphs[phrase.first] - words.paragraphs[end] <= PARAGRAPHS
            people = all(one.named and one.names and one.kind == "person" for one in figures)
            if not near or not people or len(figures) < 2:
                return ()
            self._several[head] = figures
        return self._several[head]

    def _one(self, figure: Figure, rule: str, phrase: Phrase, *evidence: Span) -> Found:
        """A finding from one phrase."""
        return Found((figure,), rule, (self.words.span(phrase.first, phrase.last), *evidence), ((phrase, figure),))

    def _is_bare_office(self, phrase: Phrase) -> bool:
        """Whether an office without an article is one that somebody was given: "Defence secretary says no"."""
        first, head = self.words.lows[phrase.first], self.words.lows[phrase.head]
        if phrase.kind != "person" or phrase.plural or first in DETERMINERS or head in PARTIES:
            return False
        return self.words.lows[phrase.head] in UNIQUE_OFFICES and len(self.directory.matches(phrase)) == 1

    def _by_known(
        self, phrase: Phrase, attribution: Attribution, outer: tuple[Figure, ...], last: Last | None
    ) -> Found:
        """Whom a definite description means: who has the office, who is in focus, else an unnamed source."""
        fitting = self.directory.matches(phrase)
        if fitting and self._is_another(fitting, phrase, outer):
            fitting = []
        if fitting and not self._met_since(fitting, phrase):
            if phrase.last > phrase.head and len(fitting) == 1:
                self._give_role(fitting[0], phrase)
            return self._one(fitting[0], "role" if len(fitting) == 1 else "one of several roles", phrase)
        head = self.words.lows[phrase.head]
        if fitting and head in UNIQUE_OFFICES:
            return self._one(self._by_noun[head], "description", phrase)
        state = land(self.scene, phrase)
        if state is not None:
            return self._one(state, "land", phrase)
        court = self.directory.highest_court(phrase)
        if court is not None:
            return self._one(court, "body", phrase)
        going_on = self._going_on(phrase, head, attribution, last)
        if going_on is not None:
            self._give_role(going_on, phrase)
            return self._one(going_on, "heard again", phrase)
        likely = called(self.scorer, self.scene, phrase, outer, met=head in self._by_noun)
        if likely is not None:
            if likely.probability >= SURE_OFFICE:
                self._give_role(likely.candidate.figure, phrase)
            rule = RULES[group_of(self.scene, phrase) or ""]
            found = self._one(
                likely.candidate.figure, rule, phrase, self.scene.evidence(likely.candidate, phrase.first)
            )
            return replace(found, probability=likely.probability)
        body = self._body_heard(phrase, head, last)
        if body is not None:
            body.kind = "organisation"
            return self._one(body, "heard again", phrase)
        again = self._heard_again(phrase, head, last)
        if again is not None:
            return self._one(again, "heard again", phrase)
        full = self.short_bodies.full(head, phrase.first) if phrase.head - phrase.first == 1 else None
        if full is not None and head not in self._by_noun:
            return self._one(self._body(full), "body", phrase, full)
        known = self._by_noun.get(head)
        if known is None or not may_be_again(self.words, phrase, known):
            return self._first_met(phrase, attribution.content)
        if not known.named:
            known.affiliation = known.affiliation or phrase.affiliation
        return self._one(known, "description", phrase)

    def _is_another(self, fitting: Sequence[Figure], phrase: Phrase, outer: tuple[Figure, ...]) -> bool:
        """Whether another body is far likelier than those whose names have its noun: the FBI, no news *agency*."""
        if group_of(self.scene, phrase) != "body":
            return False
        likely = called(self.scorer, self.scene, phrase, outer, met=self.words.lows[phrase.head] in self._by_noun)
        return likely is not None and likely.candidate.figure not in fitting and likely.probability >= SURE_BODY

    def _unnamed(self, phrase: Phrase, wish: Span) -> Found:
        """A source that asks not to be named: one without a name that was met before, or a new one."""
        known = self._by_noun.get(self.words.lows[phrase.head])
        if not phrase.definite or known is None or known.named or not may_be_again(self.words, phrase, known):
            known = self._new(phrase)
        return self._one(known, "anonymous", phrase, wish)

    def _first_met(self, phrase: Phrase, content: Sequence[Span]) -> Found:
        """Whom a description means that nobody was called by before: who is named a little later, or a new source."""
        nickname = goes_by(self.words, phrase) if phrase.kind == "person" else None
        likely = self.introductions.find(self.scorer, phrase, content) if nickname is None else None
        if likely is None:
            return self._one(self._new(phrase), "description", phrase)
        figure = likely.candidate.figure
        self._by_noun[self.words.lows[phrase.head]] = figure
        found = self._one(figure, INTRODUCED, phrase, self.scene.figures.at[likely.candidate.word].span)
        return replace(found, probability=likely.probability)

    def _met_since(self, fitting: Sequence[Figure], phrase: Phrase) -> bool:
        """Whether a source without a name was heard under the same noun since those who have the office were named."""
        head = self.words.lows[phrase.head]
        known = self._by_noun.get(head)
        alone = head in UNIQUE_OFFICES and known is not None and known.affiliation is None
        if known is None or known.named or alone or not may_be_again(self.words, phrase, known):
            return False
        there = self.scene.candidates(phrase.first, lambda one: one is known or one in fitting)
        return bool(there) and max(there, key=lambda one: one.word).figure is known

    def _going_on(self, phrase: Phrase, head: str, attribution: Attribution, last: Last | None) -> Figure | None:
        """Who spoke last, where the cue says that this one goes on: "…", *the lawyer added*."""
        words = self.words
        cue = [words.lows[index] for span in attribution.cue for index in words.inside(span)]
        if last is None or phrase.plural or head in self._by_noun or GOING_ON.isdisjoint(cue[-2:]):
            return None
        figures, end = last[1].figures, words.at(last[0].content[-1].end) - 1
        near = words.paragraphs[phrase.first] - words.paragraphs[end] <= PARAGRAPHS
        kind = "organisation" if head in CALLED else phrase.kind
        fits = len(figures) == 1 and figures[0].named and figures[0].kind == kind
        return figures[0] if near and fits else None

    def _body_heard(self, phrase: Phrase, head: str, last: Last | None) -> Figure | None:
        """Who spoke a sentence before, called "the company", if little but its capitals made a person of it."""
        words = self.words
        bare = words.lows[phrase.first] == "the" and phrase.first + 1 == phrase.head == phrase.last
        if head not in CALLED or not bare or last is None:
            return None
        figures, end = last[1].figures, words.at(max(span.end for span in (*last[0].content, *last[0].cue))) - 1
        near = 0 <= words.sentences[phrase.first] - words.sentences[end] <= 1
        if len(figures) != 1 or not near or figures[0].kind != "person" or not figures[0].named:
            return None
        evidence = figures[0].evidence
        slight = evidence.person <= SLIGHT and not evidence.titled
        return figures[0] if slight and (evidence.is_body or not figures[0].roles) else None

    def _heard_again(self, phrase: Phrase, head: str, last: Last | None) -> Figure | None:
        """Who spoke last, where "the politician" or "the statement" takes up that speaker again."""
        generic = (
            phrase.head == phrase.last and phrase.head - phrase.first == 1 and self.words.lows[phrase.first] == "the"
        )
        by_nation = head in DEMONYMS and phrase.kind == "person"  # "the Swede", as sports pages have it
        kinds = ("person",) if by_nation else TAKEN_UP.get(head, ())
        if not generic or not kinds or head in self._by_noun or last is None:
            return None
        figures, end = last[1].figures, self.words.at(last[0].content[-1].end) - 1
        near = self.words.paragraphs[phrase.first] - self.words.paragraphs[end] <= (not by_nation)
        fits = len(figures) == 1 and figures[0].named and figures[0].kind in kinds
        fits = fits and (head not in PIECES or is_of_press(self.scene, figures[0]))
        if by_nation and (not fits or not near or is_of_another_land(replace(phrase, affiliation=head), figures[0])):
            return self._of_land(head, phrase)
        return figures[0] if near and fits else None

    def _of_land(self, demonym: str, phrase: Phrase) -> Figure | None:
        """The only one whose office is of a land, named before and near: "the Swede" for the Swedish minister."""
        if self._by_land is None:
            self._by_land = defaultdict(list)
            for one in self.figures.all:
                if one.named and one.kind == "person" and one.names:
                    for own in lands_of(one):
                        self._by_land[own].append(one)
        people = self._by_land.get(DEMONYMS[demonym], [])
        places = [place for one in people[:1] if (place := one.last_before(phrase.first)) is not None]
        paragraphs = self.words.paragraphs
        near = len(people) == 1 and any(paragraphs[phrase.first] - paragraphs[place] <= 1 for place in places)
        return people[0] if near else None

    def _body(self, full: Span) -> Figure:
        """The body that stands in full somewhere before: "Park administration"."""
        figure = Figure(kind="organisation", printed=full.of(self.words.text))
        self.figures.all.append(figure)
        self.directory.enter(figure)
        return figure

    def remember(self, figure: Figure, name: Name) -> None:
        """Remember what sort of body a name is told to be of: "the Halm *channel*" is "the channel" from then on.

        Args:
            figure: The body.
            name: Its name where it stands.
        """
        after = name.last + 1
        if after < len(self.words) and self.words.adjacent(name.last) and self.words.lows[after] in SORTS:
            self._by_noun[self.words.lows[after]] = figure

    def _party_members(self, phrase: Phrase) -> Figure:
        """The members of a party who go by its name: the same wherever the article calls them so."""
        first = phrase.first + (self.words.lows[phrase.first] == "the")
        span, name = self.words.span(first, phrase.last), " ".join(self.words.lows[first : phrase.last + 1])
        if name not in self._members:
            self._members[name] = Figure(kind="group", printed=span.of(self.words.text), plural=True)
            self.figures.all.append(self._members[name])
        return self._members[name]

    def give_office(self, figure: Figure, phrase: Phrase, name: Name) -> None:
        """Give somebody without an office the one that a source names before the name: "*the head of sales* Jo Park".

        Args:
            figure: Somebody.
            phrase: The source.
            name: The name at its end.
        """
        full = len(name.keys) > 1 and name.last == phrase.last
        if full and not figure.roles and name.first - phrase.first > 1:
            self._give_role(figure, replace(phrase, last=name.first - 1))

    def _give_role(self, figure: Figure, phrase: Phrase) -> None:
        """Give somebody the office by which he is called: "Jo Park … *the mayor* said"."""
        role = described(self.words, self.figures, phrase.first, phrase.last) if figure.kind == "person" else None
        told = {(known.title, known.organisation) for known in figure.roles}
        if role is not None and (role.title, role.organisation) not in told:
            figure.roles.append(role)
            self.directory.enter(figure)

    def _new(self, phrase: Phrase) -> Figure:
        """A new source without a name of its own; "the official" will mean the last official met."""
        printed = self.words.text[self.words.starts[phrase.first] : self.words.ends[phrase.last]]
        party = is_party(self.words, phrase)
        nickname = goes_by(self.words, phrase) if phrase.kind == "person" else None
        if nickname is not None:
            printed = nickname.of(self.words.text)
        figure = Figure(
            kind="organisation" if party else phrase.kind or ("group" if phrase.plural else "person"),
            named=phrase.body or party or nickname is not None,
            printed=printed[4:] if (phrase.body or party) and printed[:4].lower() == "the " else printed,
            affiliation=None if phrase.body else phrase.affiliation,
            plural=phrase.plural,
        )
        role = described(self.words, self.figures, phrase.first, phrase.last) if figure.kind == "person" else None
        figure.roles = [role] if role is not None else []
        if figure.kind == "person" and not figure.plural:
            weigh_description(self.words, phrase.first, phrase.head, figure.evidence)
        self._by_noun[self.words.lows[phrase.head]] = figure
        self.figures.all.append(figure)
        if figure.named:
            self.directory.enter(figure)
        return figure
