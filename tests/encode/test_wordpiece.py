"""WordPiece equals the ``tokenizers`` package's cut, the reference implementation."""

import unicodedata
from functools import cache
from importlib.resources import files

from hypothesis import example, given
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from onrecord.encode.wordpiece import MAX_WORD_LENGTH, WordPiece


@cache
def vocabulary() -> tuple[str, ...]:
    path = files("onrecord") / "models" / "words" / "vocab.txt"
    return tuple(path.read_text("utf-8").rstrip("\n").split("\n"))


@cache
def ours() -> WordPiece:
    return WordPiece(vocabulary())


@cache
def reference() -> Tokenizer:
    numbers = {piece: number for number, piece in enumerate(vocabulary())}
    tokenizer = Tokenizer(models.WordPiece(numbers, unk_token="[UNK]", max_input_chars_per_word=MAX_WORD_LENGTH))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return tokenizer


SCRIPTS = "".join(
    chr(code)
    for low, high in ((0x0, 0x24F), (0x370, 0x52F), (0x5D0, 0x5EA), (0x620, 0x64A), (0x1E00, 0x1EFF), (0x2010, 0x20BF))
    for code in range(low, high + 1)
    if unicodedata.category(chr(code)) != "Cn"
)
PROSE = st.text(alphabet=SCRIPTS, max_size=60)
"""The scripts that news prints. Elsewhere Python's and the reference's Unicode versions disagree on what is a mark."""


@given(PROSE)
@example("The mayor’s “plan” — costed at £4.5bn — won’t fly, Zoë Łukasz-O’Neil said.")
@example("x" * 101)
@example("AΣ")
@example("東京 and 서울 and İstanbul and naïve café")
@example("tab\tnew\nline\u00a0nbsp\u200bzero\ufffd\x00")
@example("foo_bar a+b=c $5 ^caret `tick`")
def test_equals_the_reference(text: str) -> None:
    assert list(ours().pieces(text)) == reference().encode(text, add_special_tokens=False).ids


def test_a_word_is_cut_into_known_pieces() -> None:
    numbers = ours().pieces("Unquotable")
    assert "".join(vocabulary()[number].removeprefix("##") for number in numbers) == "unquotable"


def test_the_cache_gives_what_a_fresh_cut_gives() -> None:
    first = ours().pieces("spokeswoman")
    assert ours().pieces("spokeswoman") == first == WordPiece(vocabulary()).pieces("spokeswoman")
