"""Words for the rules of a statement's steps: what each of them saw, in plain English.

A rule is looked up as it stands, and then without what follows its last dot or colon, so that a family of rules
(``time.date``, ``via``) may share its words.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Topic = Literal["speaker", "act", "way", "sure", "figure", "time"]
"""What a step is evidence of: who speaks, the act, through whom or at whom, how sure, a number, a time."""

TOPICS: dict[Topic, str] = {
    "speaker": "Why this speaker",
    "act": "Why this act",
    "way": "To whom, of whom, by what way",
    "sure": "How sure",
    "figure": "Numbers",
    "time": "Times",
}
"""Topics in the order in which they are told → their headings."""


class Words(NamedTuple):
    """What is told of a rule.

    Attributes:
        topic: What it is evidence of.
        told: In words; ``{own}`` is for the source words, ``{other}`` for the words elsewhere, ``{words}`` for all that
            the step rests on, ``{who}`` for the name of who was found.
    """

    topic: Topic
    told: str


PRONOUN = "{own} fits {who} best of those named before: {other}"
LAST_NAMED = "{own} is the last person named before: {other}"
"""In place of that where no other person is named between."""

_SPEAKER = {
    "name": "{own} is a name: {who}",
    "role": "{own} is the office or the role of {who}, and of nobody else here",
    "one of several roles": "{own} fits several people here; the likeliest is {who}",
    "continues": "No source stands beside it. It goes on from {words}, said by {who}",
    "pronoun": PRONOUN,
    "quoted pronoun": "Within the quotation " + PRONOUN,
    "turn": "It stands in a turn that is headed with a speaker, {words}: {who}",
    "interview": "It answers a question of an interview with {words}: {who}",
    "beside": "{words} is named right beside the quotation, with a verb of speech",
    "relative": "{own} stands right behind a name: {who}",
    "people": "{own} means the state or its people: {who}",
    "participle": "{words} goes on with what was said just before in its paragraph, by {who}",
    "joint": "Several speak together: {words}",
    "description": "{own} is told by what they are; no name is given for them",
    "members": "{own} is a party's members, by the party's name",
    "anonymous": "{own} asks not to be named: {other}",
    "author": "{own} is a text that {who} wrote",
    "focus": "{own} fits {who} best of those told of before: {other}",
    "introduced": "{own} is named a little later: {other}",
    "heard again": "{own} is who was heard last: {who}",
    "land": "{own} is the state last named: {who}",
    "pair": "{own} means those named together before: {other}",
    "reporter": "{own} stands in no quotation: it is the reporter",
    "own words": "{own} stands in no quotation, and the text is in the words of {who}: {other}",
    "body": "{own} is short for a name that was given before: {other}",
    "outer speaker": "{own} stands in a quotation: it is who speaks that, {who}",
    "whose turn": "{own} is who speaks there: {who}",
    "asked": "{own} stands in a question of an interview: it is who is asked, {who}",
    "addressed": "{own} is whom the text is addressed to there: {other}",
    "sentence": "{words} is whom the sentence before the quotation is about",
    "narrated": "{words} is whom the words around the quotation tell of",
    "no source": "No source is named, and nobody was heard right before",
    "label without name": "The line is headed with a word that names nobody",
    "nobody interviewed": "It answers a question of an interview, and with whom is not told",
    "no source named": "The words around it name no source",
    "no words in the source": "The words of the source tell nobody",
    "spoken to, not speaking": "Who is named before the verb is spoken to, and does not speak",
    "two bear the name": "Two here bear the name {own}: which is meant is not told",
    "two fit the pronoun": "More than one could be meant by {own}",
    "none fits the pronoun": "Nobody named before could be meant by {own}",
    "no outer speaker": "{own} is whoever speaks there, and who that is is not known",
    "which two is not told": "Which of those named before are meant is not told",
}
_ACT = {
    "cue": "The verb {words} tells the act",
    "scorer": "The likeliest act by the verb, its source and what is said",
    "decline": "By {words} they would not answer or do something",
    "keep_silent": "By {words} nothing was said",
    "reject": "By {words} they hold that it is not so",
    "tell_to": "By {words} they told somebody to do something",
    "request": "By {words} they asked for something",
    "suggest": "By {words} they proposed to do something",
    "put_at": "By {words} they put a figure on it",
    "threaten": "By {words} they said what they would do to somebody",
    "thank": "What is said thanks somebody",
    "clear": "What is said clears the source of something",
    "see_no_reason": "What is said is that there is no reason for it",
    "rule_nothing_out": "What is said is that it may still come",
    "question": "What is said is a question",
    "feel": "What is said is a hope or a feeling of the source's own",
    "expect": "What is said is what is expected or likely",
}
_TOLD: dict[str, Words] = {
    **{f"speaker: {rule}": Words("speaker", told) for rule, told in _SPEAKER.items()},
    **{f"act.{rule}": Words("act", told) for rule, told in _ACT.items()},
    "negated.unsaid": Words("act", "By {words} the reporter says that it was not said"),
    "negated.thought": Words("act", "By {words} what is believed is denied"),
    "colour.cue": Words("act", "The reporter's verb {words} judges"),
    "forecast": Words("act", "{words} tells what is to come"),
    "forecast.act": Words("act", "The act speaks of what is to come: {words}"),
    "via": Words("way", "It was said by way of {words}"),
    "via: told": Words("way", "It was told to the press: {words}"),
    "via: posted": Words("way", "{words} is to post it"),
    "basis": Words("way", "It rests on {words}"),
    "addressee": Words("way", "It was said to {words}"),
    "target": Words("way", "It is about {words}"),
    "target.object": Words("way", "It is about whom the verb is followed by: {words}"),
    "target.passive": Words("way", "It is about whom the verb is done to: {words}"),
    "target.content": Words("way", "It is about whom the words name: {words}"),
    "target.subject": Words("way", "It is about whom the sentence is of: {words}"),
    "target: meant": Words("way", "Whom that means was found from the text around: {words}"),
    "certainty": Words("sure", "{words} tells how sure they are"),
    "certainty.modal": Words("sure", "{words} leaves it open"),
    "certainty.opinion": Words("sure", "{words} says that it is an opinion"),
    "certainty.absence": Words("sure", "{words} says that nothing shows it"),
    "certainty.network": Words("sure", "The model takes {words} for a doubt"),
    "certainty.stated": Words("sure", "{words} states how likely it is"),
    "polarity.negation": Words("sure", "{words} says that it is not so"),
    "quantity": Words("figure", "{words} is read as a number"),
    "quantity.vague": Words("figure", "{words} is a number that is not exact"),
    "quantity.fraction": Words("figure", "{words} is a share"),
    "quantity.half": Words("figure", "{words} is a share"),
    "quantity.ratio": Words("figure", "{words} is a share"),
    "said_at": Words("time", "{words} is when it was said"),
    "time": Words("time", "{words} is a time that is spoken of"),
    "time.duration": Words("time", "{words} is a length of time"),
    "time.set": Words("time", "{words} is a time that comes again and again"),
    "time.vague": Words("time", "{words} is a time that is not exact"),
}
_JOINT = re.compile(r"[.:][^.:]*\Z")


def words_for(rule: str) -> Words | None:
    """What is told of a rule.

    Args:
        rule: Of a step; not that of a person's judgement, which tells itself.

    Returns:
        None where there are no words for it or its family.
    """
    while rule not in _TOLD:
        shorter = _JOINT.sub("", rule)
        if shorter == rule:
            return None
        rule = shorter
    return _TOLD[rule]
