"""Judging: every statement of an article, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.extract.attribution import Attribution
from onrecord.judge.acts import decide_act, is_silent
from onrecord.judge.claims import Manner, find_claims
from onrecord.judge.counting import Quantities
from onrecord.judge.cues import DENYING
from onrecord.judge.forecasts import Telling, with_forecasts
from onrecord.judge.form import Quoted, find_form
from onrecord.judge.lexicon import colour_reasons, colour_table, find_phrases
from onrecord.judge.negation import find_cue_negation
from onrecord.judge.said import Said, read_said
from onrecord.judge.target import find_target
from onrecord.judge.timing import Times
from onrecord.judge.words import Words
from onrecord.segment.article import Article
from onrecord.spans import Span
from onrecord.types import ACTS, Act, Claim, Form, Step, Time

WILLED: frozenset[Act] = frozenset({"want", "promise", "demand", "decline"})
"""Acts by whose cue a "could" is what somebody is to be able to do. On the readings' train split and the articles of
``training/labels`` 1 of 11 such modals was a hedge."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What kind of statement it is. Spans are of the article's text, the cleaned view.

    Attributes:
        form: Whether it is quoted.
        act: What the source does by it.
        negated: Whether the reporter says that it was not said.
        colour: The base form of a cue that is not neutral; None of a neutral one.
        said_at: When it was said, where its sentence tells.
        target: The words for whom or what it is aimed at.
        claims: Its propositions, one or more a sentence; at least one.
        steps: The rules that decided, with the words that they rest on.
    """

    form: Form
    act: Act
    negated: bool
    colour: str | None
    said_at: Time | None
    target: Span | None
    claims: tuple[Claim, ...]
    steps: tuple[Step, ...]


def judge(article: Article, attributions: Sequence[Attribution], published: str | None = None) -> tuple[Judged, ...]:
    """Judge the statements of an article.

    Args:
        article: The cleaned view, cut.
        attributions: Its statements.
        published: The day of publication in ISO 8601, from which times are reckoned; None where it is not known.

    Returns:
        One judgement a statement, in the same order.
    """
    words = Words(article)
    quoted = Quoted(article.quotations)
    times = Times(article, published)
    quantities = Quantities(article)
    return tuple(_judge(article.text, words, quoted, times, quantities, attribution) for attribution in attributions)


def _judge(
    text: str, words: Words, quoted: Quoted, times: Times, quantities: Quantities, attribution: Attribution
) -> Judged:
    said = read_said(words, attribution)
    verdict = decide_act(said, dict(zip(ACTS, attribution.acts, strict=bool(attribution.acts))))
    negation = find_cue_negation(words, said.cue, said.source, frozenset(said.content), said.match)
    if is_silent(said, verdict.act):
        negation = None
    denied = said.phrase is not None and said.phrase.words in DENYING
    reversed_ = denied or (negation is not None and negation.kind == "thought")
    form = find_form(text, ((words.starts[place], words.ends[place]) for place in said.content), quoted)
    by_cue = verdict.rule == "act.cue"
    manner = Manner(
        reversed=reversed_,
        asked=verdict.act == "ask",
        quoted=form == "direct",
        willed=by_cue and verdict.act in WILLED,
        hedges=attribution.hedges,
    )
    claims, read, claim_steps = find_claims(text, words, attribution.content, said.content, manner)
    claims, time_steps = times.of_claims(claims, attribution.content)
    unsaid = negation is not None and negation.kind == "unsaid"
    telling = Telling(verdict.act, by_cue, unsaid, form == "direct", times.published)
    claims, forecast_steps = with_forecasts(text, words, claims, read, telling)
    claims, quantity_steps = quantities.of_claims(claims, attribution.content)
    said_at, said_at_steps = times.said_at(attribution)
    colour, colour_steps = _colour(words, said)
    target = find_target(text, words, said, verdict.act)
    target_steps = () if target is None else (Step(rule=target.rule, spans=(target.span,)),)
    steps = [Step(rule=verdict.rule, spans=_evidence(words, said), score=verdict.score, note=verdict.note)]
    if negation is not None:
        steps.append(Step(rule=f"negated.{negation.kind}", spans=(words.span(negation.first, negation.last),)))
    return Judged(
        form=form,
        act=verdict.act,
        negated=unsaid,
        colour=colour,
        said_at=said_at,
        target=None if target is None else target.span,
        claims=claims,
        steps=(
            *steps,
            *colour_steps,
            *target_steps,
            *said_at_steps,
            *claim_steps,
            *time_steps,
            *quantity_steps,
            *forecast_steps,
        ),
    )


def _evidence(words: Words, said: Said) -> tuple[Span, ...]:
    """The words that an act rests on: the cue's phrase."""
    return () if said.match is None else (words.span(said.match.first, said.match.last),)


def _colour(words: Words, said: Said) -> tuple[str | None, tuple[Step, ...]]:
    """The first phrase of the cue that is not neutral, and why it is not."""
    for match in find_phrases(words, said.cue, colour_table()):
        name = match.phrase.words
        step = Step(rule="colour.cue", spans=(words.span(match.first, match.last),), note=colour_reasons()[name])
        return name, (step,)
    return None, ()
