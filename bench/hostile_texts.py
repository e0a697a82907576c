"""Hostile texts: for each stage, those that would take it the most time, were a pattern or a loop of it not linear.

A text is a function of its length in characters, which it keeps to within a few.
"""

from __future__ import annotations

from collections.abc import Callable

Make = Callable[[int], str]


def repeated(piece: str, before: str = "", after: str = "") -> Make:
    """A piece over and over.

    Args:
        piece: What is repeated.
        before: What stands before all of it, once.
        after: What stands after all of it, once.
    """
    return lambda n: before + piece * (n // len(piece)) + after


def pieces(*all_of_them: str) -> dict[str, Make]:
    """Texts of one piece each, named by it as Python spells it."""
    return {repr(piece): repeated(piece) for piece in all_of_them}


def named(piece: str) -> Make:
    """A piece over and over, ``{}`` in it a surname that differs each time."""
    length = len(piece.replace("{}", _surname(0)))
    return lambda n: "".join(piece.replace("{}", _surname(place)) for place in range(n // length))


def _surname(place: int) -> str:
    letters = "abcdefghij"
    return "K" + "".join(letters[place // 10**digit % 10] for digit in range(4)) + "n"


CLEAN: dict[str, Make] = {
    "opening marks": repeated("“"),
    "closing marks": repeated("”a"),
    "turned marks": repeated(", ”he said. “A"),
    "straight marks": repeated(' " a'),
    "spaces": repeated(" ", after="»"),
    "spaces before marks": repeated("a" + " " * 300 + "” "),
    "graves": repeated("`a"),
    "pairs": repeated("``a''"),
    "apostrophes": repeated("’s ‘"),
    "stops": repeated(". "),
    "possessives": repeated("a", after="’s. b"),
    "names": repeated("A", before='. "'),
    "headlines on names": repeated("Aa AaA ", after=" MORE"),
    "names and the end of headlines": repeated("Aa-", after=" MORE"),
    "ends of headlines": repeated("Aa AaA MORE "),
    "many names": repeated(', "A b'),
    "long words": lambda n: "the " + "a" * (n // 2) + ' , "' + "the " + "a" * (n // 2),
    "first bytes": repeated("Â"),
    "nested bytes": repeated("Ãƒ"),
    "later bytes": repeated("â€"),
    "joiners": repeated("Ã\u200b"),
    "line breaks": repeated("\r\n"),
    "doubtful bytes": repeated("É”’"),
    "never settles": lambda n: "Â" * (n // 2) + "©" + "''" * (n // 5),
    "a much mended report": repeated(
        "“They need boats, ”she said. The harbour’s council met, in the ’90s. . . as ever.\n"
    ),
}

SEGMENT: dict[str, Make] = {
    "straight marks": repeated('"'),
    "straight marks and spaces": repeated('" '),
    "opening marks": repeated("“"),
    "half of them opening": lambda n: "“" * (n // 2) + "”" * (n // 2),
    "apostrophes": repeated("a' 'b "),
    "guillemets": repeated("»«"),
    "stops": repeated("."),
    "stops and spaces": repeated(". "),
    "initials": repeated("A. "),
    "stops and marks": repeated('?" '),
    "one word": repeated("a"),
    "one line": repeated('The minister said "go" to Ann Lee. '),
    "spaces inside a line": repeated(" ", before="a", after="b"),
    "empty lines": repeated("\n"),
    "lines of spaces": repeated(" \n"),
    "bylines": repeated("By Ann Lee\n"),
    "turns": repeated("Ann Lee: So?\n"),
    "lists of links": repeated("Related stories\n"),
    "the same quotation": repeated('"we will go to the sea now"\n'),
    "one quotation of repeated words": lambda n: (
        "we go to the sea now\n" * (n // 64) + '"' + "we go to the sea now " * (n // 32) + '"'
    ),
    "slashes": repeated("A/" * 190 + "\n"),
    "share bars": repeated("email" * 79 + "q\n"),
    "brackets": repeated("(" * 190 + "\n"),
    "labels of summaries": repeated("Story highlights A\n"),
    "clock times": repeated("10:15 am A\n"),
}

PAGE: dict[str, Make] = pieces(
    *("<div>", "<b>", "<blockquote>", "<ul><li>a", "<table><tr><td>", "<font><p>a ", '<a href="', "<!--", "<"),
    *("<span>a</span>", "<td>a</td>", "1", "2020-01-01 ", "“"),
)

BYTES: dict[str, Make] = pieces("\x80", "\xe2\x80", "a\x93") | {
    "every high byte": repeated("".join(map(chr, range(128, 256))))
}
"""A character is a byte."""

NAMES: dict[str, Make] = {
    "capitals": repeated("Moscow and "),
    "ties": repeated("ties between Moscow and Ankara "),
    "one name": repeated("Ada Lund of the Halm Institute "),
    "scores": repeated("Kenya 1–0 Chad. "),
    "captions": repeated("General Ada Lund inspects the ferry near the pier. Photograph: Al Orr/Norpress\n\n"),
}

SPEAKERS: dict[str, Make] = {
    "one run of capitals": repeated("Aa "),
    "one surname, many people": named("{} Smith said he would go.\n\n"),
    "an ambiguous surname": repeated("Smith said no. ", before="Ann Smith left. Bob Smith left. "),
    "many holders of one office": named("Minister {} Lo spoke. The minister said no. "),
    "he said, he said": repeated("He said it was so. ", before="Ann Lee left. "),
    "pairs": repeated("The pair said it was so. ", before="Ann Lee and Bob Ray left. "),
    "bodies with one last word": named("The {} Bank fell. The Bank said no. "),
    "commas": repeated("Ann Lee, "),
    "of, of, of": repeated("Bank of "),
    "open quotation marks": repeated("“Ann "),
    "apostrophes": repeated("a'"),
    "full stops": repeated("a."),
    "surnames that differ by a letter": named("Ann {}son left. {}sen said no. "),
    "the administration": repeated("The Lo administration left. The administration said no. "),
    "one ministry of many owners": named("The Foreign Ministry of {} fell. The Foreign Ministry said no. "),
    "ministries of two lands": repeated("Norway's Foreign Ministry said no. The Foreign Ministry of Peru said no. "),
    "presidents of many lands": named("The president of {} left. The president said no. "),
    "a list of lawyers": named("Ann {}, a lawyer for Bob Ray, and "),
    "companies by name": named("The company, {} Marine, fell. The company said no. "),
    "party members": named("Ann {} (R-Ohio) left. House Republicans said no. "),
    "a surname and a wife": repeated("Park said no. ", after="His wife Ann Park said yes. Park said no. "),
    "many wives": repeated("Park said no. His wife Ann Park said yes. "),
    "mayors on stage": repeated("The mayor rose. He said no. ", before="Mayor Ann Lee left. "),
    "a page's links": repeated("“No,” she said.\n\nREAD MORE NEWS\n\n", before="Ann Lee left. "),
    "letters": repeated("I say so.\n\nYours sincerely,\nAnn Lee\n\n", before="Dear Bob Ray,\n\n"),
    "introductions": repeated("I'm Ann Lee, and I say no.\n\n"),
    "calls in a hearing": repeated("Ms. Lee?\n\nI say no, Your Honor.\n\n"),
    "replies": repeated("you ", before="I'm Ann Lee.\n\n", after="?"),
    "departments of two tasks": repeated("Health and Human Services and "),
    "panels": named("The {} Committee fell. The panel said no. "),
}

CONTENT: dict[str, Make] = {
    "not un-": repeated("not un-", after="known"),
    "not": repeated("not ", before="it is not ", after="so"),
    "very": repeated("very ", before="it is ", after="likely"),
    "1 chance": repeated("1 ", after="chance"),
    "and he fell?": repeated("and he fell ", before="“", after="?”"),
    "remains to be seen": repeated("what it is, what he was, ", after="remains to be seen"),
} | pieces(
    *("may ", "he may, but ", "not only, ", "if not, ", ", which ", "— he — ", "I think that ", "a.", "x", "don't "),
    *("“", "he rose and she fell and ", "the bank fell, while the price rose, ", "if it rains, but if he goes, "),
    *("nor is it so ", "that is why and that was how and ", "the aim is to is to ", "no evidence no sign any proof "),
    *("we will never and they will be going to ", "had the should, were it, ", "by the end of by the next "),
)

CERTAINTY: dict[str, Make] = {
    "a long number": repeated("1", after=" chance"),
    "1 chance": repeated("1 ", after="chance"),
    "very": repeated("very ", after="likely"),
} | pieces(
    *("1 to 1 to odds ", "one in five chance ", "not un-", "likely that ", "unlikely, he said, that "),
    *("which not , ", "“may” ", "(", "no one is likely to ", "cannot be ruled out but "),
)

QUANTITIES: dict[str, Make] = pieces(
    *("1", "1 ", "1,111,", "000 ", "½", "1.1.1.", "1:", "1-", "a@", "$", "$1 ", "million ", "five million "),
    *("one hundred and ", "twenty-", "tens of thousands of ", "and a half ", "at least about "),
    *("rose by just about ", "from 1 to 2 ", "up from 5 to ", "one in ", "5% of the ", "5 armed men killed and "),
    *("US $", "\n \n", "one-third of the ", "by a third ", "8 or $9 million ", "30-some "),
)

TIMES: dict[str, Make] = pieces(
    *("1", "2022-03-", "1,234,", "the last ", "two ", "twenty ", "nineteen ninety ", "last week of the ", "on Monday "),
    *("until ", "may ", "a.m.", "5 p.m. ", "7:15 ", "a year earlier ", "in ", "'s ", "-", "U.", "\n", " \n"),
    *("of the year ", "2 1/2 ", "every ", "is due to open on 1 May "),
)
