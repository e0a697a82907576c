"""Cue classes: a few closed classes of the words that attribute, by lemma, to see where attribution is hard."""

from __future__ import annotations

import re
from functools import cache

from eval.task import Statement
from onrecord.judge.inflect import forms

NO_CUE, MARK, OTHER = "no cue", "mark", "other"
"""Classes of statements without a cue, of a cue without a letter (a colon, a dash), and of all other cues."""

CLASSES = {
    "say": "say",
    "tell": "tell inform assure remind",
    "according to": "according per",
    "add, note": "add note explain state comment remark observe continue stress emphasise reiterate",
    "write": "write tweet post read publish",
    "ask, answer": "ask question wonder answer reply respond",
    "argue, claim": "argue claim insist maintain assert contend allege suggest declare",
    "show, report": "show find indicate reveal report estimate cite",
    "announce, promise": "announce announcement promise pledge vow offer propose proposal agree confirm",
    "deny, refuse": "deny denial refuse refusal decline reject dismiss dispute rebut",
    "admit": "admit admission acknowledge concede confess",
    "accuse, criticise": "accuse accusation blame criticise criticism condemn attack slam complain complaint denounce",
    "urge, demand": "urge demand call order press recommend advise appeal",
    "warn, predict": "warn predict threaten threat forecast",
    "think, want": "think believe belief want hope expect fear feel support oppose wish prefer know see consider doubt "
    "desire like plan intend",
}
"""Class → its lemmas, each in one class only."""

_WORD = re.compile(r"[^\W\d_]+")


def cue_class(text: str, statement: Statement) -> str:
    """The class of a statement's cue: that of its first word that has one ("has not *denied*").

    Args:
        text: What the statement's spans index.
        statement: Of it, the cue.
    """
    spans = statement.get("cue") or []
    words = [word.lower() for start, end in spans for word in _WORD.findall(text[start:end])]
    if not words:
        return MARK if spans else NO_CUE
    return next((_table()[word] for word in words if word in _table()), OTHER)


@cache
def _table() -> dict[str, str]:
    return {form: name for name, lemmas in CLASSES.items() for lemma in lemmas.split() for form in forms(lemma)}
