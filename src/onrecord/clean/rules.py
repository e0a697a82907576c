"""Rules: the table of everything that cleaning does, and the order of its passes.

How often each acts over 3,000 texts of news (1,994 of the articles, PolNeAR's train, the readings; 2.6 million words),
and how many edits were wrong by eye, of 25 or more drawn at random, or of all where there were fewer:

=======================  ======  =====  =====
rule                     edits   texts  wrong
=======================  ======  =====  =====
apostrophe               28,075  1,931  0
typewriter marks         3,639   132    0
odd space                1,479   243    0
stray space at a mark    141     104    0
invisible character      125     29     0
spaced ellipsis          90      64     0
missing space at a mark  84      44     0
turned mark              49      39     0
control character        25      11     18
mojibake                 19      13     0
=======================  ======  =====  =====

The others did not act there; headlines on names are of one paper and its guests (``links``). The control characters
that were wrong are halves of mojibake whose other halves somebody had decomposed (A and a combining tilde for Ã): the
letter of a name is wrong with and without it. The outer quotations found in PolNeAR's train and the readings, about
10,600, differ from those found without cleaning in 44 places, counting lost and won; each was looked at, and each is
for the better.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from onrecord.clean import apostrophes, characters, links, marks, mojibake, punctuation
from onrecord.clean.edits import Edit


class Rule(NamedTuple):
    """What an edit of a name is for.

    Attributes:
        purpose: In a few words.
        before, after: An example.
    """

    purpose: str
    before: str
    after: str


RULES: dict[str, Rule] = {
    characters.LINE_BREAK: Rule(
        r"Windows' and old Mac's line breaks, page breaks and Unicode's separators become \n.",
        "The bridge is shut.\r\nIt opens on Monday.",
        "The bridge is shut.\nIt opens on Monday.",
    ),
    characters.ODD_SPACE: Rule(
        "Non-breaking, thin and other spaces become plain ones.",
        "Mr\xa0Aldous said 30\u2009km.",
        "Mr Aldous said 30 km.",
    ),
    characters.INVISIBLE: Rule(
        "Soft hyphens, zero-width characters, byte-order marks and marks of writing direction are dropped.",
        "The har\xadbour\u200b board met.",
        "The harbour board met.",
    ),
    characters.CONTROL: Rule(
        "Control characters are read as the Windows-1252 marks that they were, the others dropped.",
        "\x93We won,\x94 she said.\x07",
        "“We won,” she said.",
    ),
    mojibake.MOJIBAKE: Rule(
        "UTF-8 that was read as Windows-1252 or Latin-1 is decoded.",
        "â€œIt wasnâ€™t RenÃ©,â€ she said.",
        "“It wasn't René,” she said.",
    ),
    apostrophes.APOSTROPHE: Rule(
        "An apostrophe that looks like a quotation mark becomes ', where it is surely none.",
        "The drivers’ union didn‘t exist in the ’90s.",
        "The drivers' union didn't exist in the '90s.",
    ),
    links.LINKED_HEADLINES: Rule(
        "Headlines of other reports that a page hangs on a name are dropped.",
        "Mayor Ilse Varga Ilse Anna VargaOlen votes on the dam Harbour plan is late MORE said no.",
        "Mayor Ilse Varga said no.",
    ),
    links.SUMMARY_LABEL: Rule(
        "The label that runs into the first line of a summary is dropped.",
        "Story highlights The mayor says no.",
        "The mayor says no.",
    ),
    punctuation.TYPEWRITER_MARKS: Rule(
        "Quotation marks typed as two characters become one.",
        "``We won,'' she said.",
        "“We won,” she said.",
    ),
    punctuation.SPACED_ELLIPSIS: Rule(
        "Full stops with spaces between them become an ellipsis.",
        "He was. . . not at home.",
        "He was… not at home.",
    ),
    punctuation.POSSESSIVE_STOP: Rule(
        "A full stop between a possessive and what it has is dropped.",
        "The town's. council met on Friday.",
        "The town's council met on Friday.",
    ),
    punctuation.BULLET: Rule(
        "A » that begins a line as a bullet is dropped.",
        "» The ferry is late again",
        "The ferry is late again",
    ),
    marks.TURNED: Rule(
        "A closing mark where an opening one belongs is turned, and the other way round.",
        "”We won,“ she said.",
        "“We won,” she said.",
    ),
    marks.STRAY_SPACE: Rule(
        "A space between quotation marks and the words in them is dropped.",
        "“ We won, ” she said.",
        "“We won,” she said.",
    ),
    marks.MISSING_SPACE: Rule(
        "A space is put in after a closing mark or before an opening one.",
        '"We won,"she said.',
        '"We won," she said.',
    ),
}
"""Name of an edit → what it is for."""


class Pass(NamedTuple):
    """One look over a line.

    Attributes:
        suspicious: A cheap test: where it finds nothing, ``find`` would find nothing.
        find: Finds the edits of a line, sorted and disjoint.
    """

    suspicious: re.Pattern[str]
    find: Callable[[str], list[Edit]]


PASSES: tuple[Pass, ...] = (
    Pass(mojibake.SUSPICIOUS, mojibake.decode_mojibake),
    Pass(characters.INVISIBLES, characters.drop_invisible),
    Pass(characters.CONTROLS, characters.mend_controls),
    Pass(characters.ODD_SPACES, characters.space_out),
    Pass(links.MORE, links.drop_linked_headlines),
    Pass(links.SUMMARY, links.drop_summary_label),
    Pass(punctuation.PAIRS, punctuation.double_marks),
    Pass(apostrophes.SUSPICIOUS, apostrophes.straighten_apostrophes),
    Pass(punctuation.SPACED_STOPS, punctuation.close_ellipses),
    Pass(punctuation.BULLETS, punctuation.drop_bullets),
    Pass(marks.SUSPICIOUS, marks.mend_marks),
    Pass(punctuation.STOPPED, punctuation.drop_possessive_stops),
)
"""In this order: bytes before characters, for odd spaces, soft hyphens and control characters are parts of mojibake;
characters before marks; pairs of marks before apostrophes."""
