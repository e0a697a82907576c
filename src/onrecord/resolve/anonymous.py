"""Anonymous: sources that ask not to be named, whom no name in the report may be given."""

from __future__ import annotations

import re

from onrecord.resolve.phrases import Phrase
from onrecord.resolve.words import Words
from onrecord.spans import Span

_BETWEEN = frozenset(
    {
        *("who", "and", "also", "has", "had", "is", "was", "were", "said", "says", "added", "spoke", "speaking"),
        *("talked", "talking", "told", "reporters", "with", "to", "by", "over", "phone", "telephone", "on", "under"),
        *("the", "yesterday", "today"),
    }
)
"""Words that may stand between a source and its wish: that it spoke, to whom and how; names may too."""

_OWN_NAME = r"(?:give|disclose|provide|reveal)\s+(?:his|her|their|its)\s+(?:(?:full|last|real|own)\s+)?names?"
_KNOWN = r"be\s+(?:further\s+)?(?:named|identified)"
_WISH = re.compile(
    r"(?:strict\s+)?conditions?\s+of\s+anonymity|anonymously\b"
    r"|(?:ask|request|demand)(?:s|ed|ing)\s+(?:for\s+)?anonymity"
    rf"|(?:ask|prefer|request|insist)(?:s|r?ed|r?ing)\s+not\s+to\s+{_KNOWN}"
    rf"|(?:declin|refus)(?:es|ed|ing)\s+to\s+(?:{_KNOWN}|{_OWN_NAME})"
    rf"|(?:did|does|do)(?:\s+not|n[’']t)\s+(?:want|wish)\s+to\s+(?:{_KNOWN}|{_OWN_NAME})"
    r"|(?:ask|request)(?:s|ed|ing)\s+that\s+(?:his|her|their|its)\s+names?\s+(?:not\s+be|be\s+withheld)"
    r"|(?:wish|want)(?:es|s|ed|ing)\s+to\s+remain\s+anonymous",
    re.IGNORECASE,
)


def anonymity_of(words: Words, phrase: Phrase) -> Span | None:
    """Where a source is said, right behind it, to ask not to be named: "The nurse, who *declined to be identified*".

    Args:
        words: The article's words.
        phrase: The source, a description.
    """
    word = phrase.last + 1
    while (
        word < len(words.lows)
        and words.sentences[word] == words.sentences[phrase.last]
        and (words.lows[word] in _BETWEEN or words.forms[word][:1].isupper())
    ):
        word += 1
    wish = _WISH.match(words.text, words.starts[word]) if word < len(words.lows) else None
    return Span(*wish.span()) if wish is not None else None
