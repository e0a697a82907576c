"""Words: the words and marks of an article's sentences, as the rules of this stage look at them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.segment.article import Article
from onrecord.spans import Span

WORD = re.compile(
    r"(?=\S)(?:"  # a space is passed over at one look
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|\d+(?:[.,:]\d+)*"  # 2.5, 10,000
    r"|[^\W_]+(?:[-'’‑][^\W_]+)*"  # don’t, well-known
    r"|[^\w\s])"
)
BASES = {"ca": "can", "wo": "will", "sha": "shall", "ai": "is"}
ENDINGS = ("'s", "'ll", "'re", "'ve", "'d", "'m")


class Words:
    """The words and marks of the sentences of an article, as parallel lists.

    Contractions are split where a rule has to see the parts: "don't" is "do", "n't"; "we'll" is "we", "'ll".

    Attributes:
        starts, ends: Where a word stands in the article's text.
        lows: In lower case, with straight apostrophes.
        sentences: Number of the sentence that it stands in.
    """

    def __init__(self, article: Article) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.lows: list[str] = []
        self.sentences: list[int] = []
        text = article.text
        low = text.lower()
        if len(low) != len(text):  # "İ".lower() has two code points
            low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        for number, sentence in enumerate(article.sentences):
            for match in WORD.finditer(low, sentence.start, sentence.end):
                word = match.group()
                start, end = match.span()
                if "'" in word or "’" in word or word == "cannot":
                    self._add(word, start, end)
                else:  # as ``_put`` does, without a call a word
                    self.starts.append(start)
                    self.ends.append(end)
                    self.lows.append(word)
            self.sentences.extend([number] * (len(self.starts) - len(self.sentences)))

    def __len__(self) -> int:
        return len(self.starts)

    def _add(self, word: str, start: int, end: int) -> None:
        """Put a word with an apostrophe, cut in two where it is a contraction."""
        if len(word) > 2:
            word = word.replace("’", "'")
            if cut := _cut(word):
                self._put(BASES.get(word[:cut], word[:cut]), start, start + cut)
                self._put("n't" if word == "cannot" else word[cut:], start + cut, end)
                return
        self._put(word, start, end)

    def _put(self, word: str, start: int, end: int) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.lows.append(word)

    def at(self, position: int) -> int:
        """Number of the first word that starts at or after a position."""
        return bisect_left(self.starts, position)

    def inside(self, spans: Sequence[Span]) -> list[int]:
        """Numbers of the words that start inside any of some sorted spans."""
        return [i for span in spans for i in range(self.at(span.start), self.at(span.end))]

    def span(self, first: int, last: int) -> Span:
        """From the first word to the last."""
        return Span(self.starts[first], self.ends[last])


def _cut(word: str) -> int:
    """Where a contraction is cut in two; 0 where it is not one."""
    if word == "cannot":
        return 3
    if word.endswith("n't"):
        return len(word) - 3
    for ending in ENDINGS:
        if word.endswith(ending):
            return len(word) - len(ending)
    return 0
