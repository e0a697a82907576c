"""What cleaning makes of a line, case by case; half of the cases must stay as they are."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from onrecord.clean import clean


class Case(NamedTuple):
    """A text, what it is an example of, and the view expected of it where that is another."""

    label: str
    comment: str
    text: str
    view: str | None = None


CHANGED = [
    # bytes
    Case(
        "mojibake-1252",
        "UTF-8 read as Windows-1252",
        "â€œWe canâ€™t wait,â€\x9d said RenÃ©e Ostrava.",
        "“We can't wait,” said Renée Ostrava.",
    ),
    Case(
        "mojibake-latin-1",
        "the same read as Latin-1: control characters",
        "â\x80\x9cNo,â\x80\x9d he said â\x80\x93 twice.",
        "“No,” he said – twice.",
    ),
    Case(
        "mojibake-twice",
        "text that went wrong twice",
        "The harbour isnÃ¢â‚¬â„¢t safe.",
        "The harbour isn't safe.",
    ),
    Case(
        "mojibake-twice-latin-1",
        "and by both encodings",
        "The harbour isnÃ¢Â\x80Â\x99t safeÃ¢Â\x80Â¦",
        "The harbour isn't safe…",
    ),
    Case("mojibake-lost-byte", "the third byte of ” is lost", "â€œWe won,â€ she said.", "“We won,” she said."),
    Case("mojibake-lost-hyphen", "and that of a hyphen", "a longâ€term plan", "a long-term plan"),
    Case("mojibake-straightened", "a dash whose third character was straightened", 'Peaceâ€"at last', "Peace—at last"),
    Case("mojibake-replacement", "the lost byte became U+FFFD", "â€œWe won,â€\ufffd he said.", "“We won,” he said."),
    Case("mojibake-space", "a non-breaking space", "The Ministry ofÂ\xa0Works", "The Ministry of Works"),
    Case("mojibake-pound", "a currency", "It cost Â£4m.", "It cost £4m."),
    Case("mojibake-name", "letters that ftfy has to vouch for", "Ivo TomiÅ¡iÄ‡ resigned.", "Ivo Tomišić resigned."),
    Case("mojibake-cyrillic", "a word of them", "the Ð”Ð½ÐµÐ¿Ñ€ paper", "the Днепр paper"),
    Case("mojibake-emoji", "four bytes, with a quotation mark among them", "Snow ðŸ”¥ at last", "Snow 🔥 at last"),
    Case("mojibake-byte-order-mark", "decoded, then dropped", "ï»¿The council met.", "The council met."),
    # characters
    Case("c1-marks", "Windows-1252 read as Latin-1", "\x93It\x92s over,\x94 he said.", "“It's over,” he said."),
    Case("c1-nothing", "a byte that means nothing", "The\x81 council", "The council"),
    Case("c0", "control characters", "The \x02council\x00 met.\x1b", "The council met."),
    Case("non-breaking", "spaces of other widths", "Mr\xa0Aldous\u2003walked 3\u202fkm.", "Mr Aldous walked 3 km."),
    Case("soft-hyphen", "hyphenation left in", "The com\xadmit\xadtee", "The committee"),
    Case("zero-width", "joiners and spaces without width", "Vil\u200blage\u200d hall\ufeff", "Village hall"),
    Case(
        "direction",
        "overrides of direction would show the words in another order",
        "\u202e“No,”\u202c he said.",
        "“No,” he said.",
    ),
    Case("object", "the place of a picture", "\ufffcThe bridge", "The bridge"),
    Case("line-windows", "", "One.\r\nTwo.\r\n\r\nThree.", "One.\nTwo.\n\nThree."),
    Case("line-old-mac", "", "One.\rTwo.", "One.\nTwo."),
    Case(
        "line-unicode", "separators, a page break", "One.\u2028Two.\u2029Three.\x0cFour.", "One.\nTwo.\nThree.\nFour."
    ),
    # links
    Case(
        "headlines-on-a-name",
        "headlines of other reports behind a name, its possessive after them",
        "The vote on Mayor Ilse Varga Ilse Anna VargaOlen votes on the dam Harbour: late again MORE's plan is open.",
        "The vote on Mayor Ilse Varga's plan is open.",
    ),
    Case(
        "headlines-on-two-names",
        "two in a sentence, a nickname in brackets, a headline that begins with a figure",
        "Reyl Tomas (Tom) Reyl12 takeaways from the hearing MORE told Lunt Petra LuntLunt 'sorry' for flood MORE no.",
        "Reyl told Lunt no.",
    ),
    # apostrophes
    Case(
        "apostrophe",
        "in a word, every glyph of it",
        "don’t can‘t wonʼt isn′t hasn`t didn´t",
        "don't can't won't isn't hasn't didn't",
    ),
    Case("apostrophe-name", "", "O’Hara and D‘Angelo", "O'Hara and D'Angelo"),
    Case("apostrophe-years", "", "in the ’90s and the ‘80s, or ’68", "in the '90s and the '80s, or '68"),
    Case("apostrophe-left-out", "", "Tell ’em ‘twas fine.", "Tell 'em 'twas fine."),
    Case("apostrophe-both", "", "rock ’n’ roll and rock ‘n’ roll", "rock 'n' roll and rock 'n' roll"),
    Case("apostrophe-plural", "nothing stands open", "The farmers’ union met.", "The farmers' union met."),
    Case("apostrophe-plural-turned", "as editors of some papers type it", "Mr. Banks‘ lawyer", "Mr. Banks' lawyer"),
    Case(
        "apostrophe-plural-double",
        "a double mark stands open, no single one",
        "“The farmers’ union,” he said.",
        "“The farmers' union,” he said.",
    ),
    Case("apostrophe-dropped-g", "", "They were goin’ home.", "They were goin' home."),
    Case("apostrophe-abbreviation", "", "the U.S.’s share", "the U.S.'s share"),
    Case("apostrophe-spaced", "", "the mayor ’s office", "the mayor 's office"),
    Case("apostrophe-in-british", "the marks stay", "‘I can’t,’ she said.", "‘I can't,’ she said."),
    # typewriter's marks
    Case("typewriter", "", "``We won,'' she said. ``At last.''", "“We won,” she said. “At last.”"),
    Case("typewriter-open", "it goes on in the next paragraph", "``We won.", "“We won."),
    Case("typewriter-apostrophes", "both marks", "''We won,'' she said.", '"We won," she said.'),
    Case("typewriter-nested", "three in a row", "''He said 'no''' was all.", "\"He said 'no'\" was all."),
    Case("typewriter-curly", "two single marks", "‘‘We won,’’ she said.", "“We won,” she said."),
    Case("typewriter-prime", "", "″We won,″ she said.", '"We won," she said.'),
    # spaced ellipses, stops, bullets
    Case("ellipsis", "", "He was. . . not in. He . . . left.", "He was… not in. He … left."),
    Case("ellipsis-stop", "the fourth stop ends the sentence", "He left. . . . She stayed.", "He left…. She stayed."),
    Case("ellipsis-non-breaking", "", "He .\xa0.\xa0. left.", "He … left."),
    Case("possessive-stop", "", "from the island’s. partners", "from the island's partners"),
    Case("bullet", "", "» Ferry cancelled", "Ferry cancelled"),
    Case("bullet-indented", "", "  »  Ferry cancelled", "Ferry cancelled"),
    # turned marks
    Case("turned-pair", "both", "”We won,“ she said.", "“We won,” she said."),
    Case(
        "turned-closing", "spaced as a closing one", "“We won,“ she said. “At last.”", "“We won,” she said. “At last.”"
    ),
    Case("turned-scare", "in the middle of a line", "a ”quiet“ sea", "a “quiet” sea"),
    Case("turned-end", "at the end of a line", "“We won.“", "“We won.”"),
    Case(
        "swapped-closing",
        "the space is before the mark",
        "“They need boats, ”she said. “Soon.”",
        "“They need boats,” she said. “Soon.”",
    ),
    Case(
        "swapped-turned",
        "and the glyph is wrong as well",
        "“It floats, “he said. “It does.”",
        "“It floats,” he said. “It does.”",
    ),
    Case(
        "swapped-straight",
        "words of attribution decide",
        '"It floats, "he said. "It does."',
        '"It floats," he said. "It does."',
    ),
    Case("swapped-name", "", "“It floats, ”Mr Ost said.", "“It floats,” Mr Ost said."),
    Case("swapped-inverted", "", "It floats, ”said Anna Ost.", "It floats,” said Anna Ost."),
    # spaces
    Case("stray-both", "", "“ It floats, ” she said.", "“It floats,” she said."),
    Case("stray-straight", "balance decides", 'It is " quite safe " there.', 'It is "quite safe" there.'),
    Case("stray-last", "", "It makes sense. ”", "It makes sense.”"),
    Case("stray-nested", "a thin space between two marks", "“He said ‘no’\u2009” was all.", "“He said ‘no’” was all."),
    Case("stray-stop", "", 'the word " maybe ".', 'the word "maybe".'),
    Case("missing-straight", "", '"It floats,"he said.', '"It floats," he said.'),
    Case("missing-curly", "", "“It floats,”he said.", "“It floats,” he said."),
    Case("missing-before", "", "He said,“It floats.”", "He said, “It floats.”"),
    Case(
        "missing-sentence",
        "a quotation after a full stop",
        'He left."It floats," he said.',
        'He left. "It floats," he said.',
    ),
    Case(
        "missing-next", "a sentence after a quotation", '"It floats."The crew agreed.', '"It floats." The crew agreed.'
    ),
    Case("missing-word", "", "the so-called“deal”fell through", "the so-called “deal” fell through"),
]

KEPT = [
    Case("rock", "straight apostrophes", "rock 'n' roll in the '90s"),
    Case("feet", "", "He is 6'2\" and she is 5' 10\" tall."),
    Case("feet-primes", "", "He is 6′2″ tall."),
    Case("feet-apostrophes", "", "It is 6'2'' high."),
    Case("o-clock", "", "at 5 o'clock"),
    Case("code", "", "Run ``make`` and then `ls`."),
    Case("possessive", "", "James' car and the boss' desk"),
    Case("british", "", "‘I won't,’ he said. ‘I never did.’"),
    Case("british-straight", "", "'I won't,' he said. 'I never did.'"),
    Case("british-plural", "may close the quotation", "‘Ask the drivers’ is all he said."),
    Case("nested", "", "“She told me ‘never’ and left,” he said."),
    Case("nested-end", "", "“She said, ‘Never.’”"),
    Case("nested-double", "a double mark inside a double one", "“The “deal” is off,” she said."),
    Case("nested-attributed", "", "“He told me, “she said yes,” and left,” Ann said."),
    Case("guillemets", "", "»Nein«, sagte er. «Non», dit-elle."),
    Case("guillemets-line", "a line of speech, not a bullet", "» Nein «, sagte er."),
    Case("low-high", "", "„Nein“, sagte er."),
    Case("dashes", "dialogue", "— I never said so, he replied."),
    Case("dash-inside", "", "“I never—” she began. “—said so,” he finished."),
    Case("dash-outside", "", "The deal—“a gift,” she said—is off."),
    Case("ordinary", "", "“We won,” she said. “At last.”"),
    Case("ordinary-straight", "", '"We won," she said. "At last."'),
    Case("quoted-attribution", "it is inside the quotation", 'She wrote, "He said it was safe."'),
    Case("quoted-attribution-open", "", "She wrote, “He said it was safe."),
    Case("continued", "a quotation over two paragraphs", "“We won.\n\n“We will win again,” she said."),
    Case("continued-line", "a line that begins inside a quotation", "was safe,” he said. “It is.”"),
    Case(
        "unclosed",
        "one closing mark is missing, not all turned",
        "“A. Ann Ost: “B.” Bo Ek: “C.” Di Fa: “D.” Ed Go: “E.”",
    ),
    Case("empty", "", 'He wrote "" and “” there.'),
    Case("back-to-back", "", "“Go.”“Now.”"),
    Case("brackets", "", '(“We won,” she said.) ["So what?"]'),
    Case("suffix", "", "the “maybe”s of the report"),
    Case("question", "", "“Did he say ‘yes’?” she asked."),
    Case("ellipsis-tight", "", "He was... not in… at all. ... She left."),
    Case("leader", "dots that lead to a page number", "Chapter 1 . . . . . . . 12"),
    Case("initials", "", "J. R. R. Ost of the U. S. navy"),
    Case("contraction-stop", "", "so that's it's. right"),
    Case("possessive-sentence", "", "It was the town's. Nobody minded."),
    Case("french", "", "Zoë’ and Café” are not mojibake: “CAFÉ”"),
    Case("accents", "", "São Tomé, MANHÃ, Ångström, Übersee"),
    Case("inverted", "", "¿Qué? ¡No! 5€ or £5 or 20°"),
    Case("title", "an opening mark before figures", "‘16 Lost Days’ is on."),
    Case("figures", "", "a ‘30 per cent chance’ of rain"),
    Case("html-curly", "", "<a href=”x”>It floats</a>"),
    Case("html", "marks of attributes", '<a href="x">"Yes"</a>'),
    Case("tab", "", "a\tb"),
    Case("emoji", "", "Great 👍🏽 news"),
    Case("nothing", "", ""),
]


def identify(case: Case) -> str:
    return case.label


@pytest.mark.parametrize("case", CHANGED, ids=identify)
def test_is_mended(case: Case) -> None:
    assert case.text != case.view
    assert clean(case.text).text == case.view, case.comment


@pytest.mark.parametrize("case", KEPT, ids=identify)
def test_is_left_alone(case: Case) -> None:
    assert clean(case.text).text == case.text, case.comment


@pytest.mark.parametrize("case", CHANGED, ids=identify)
def test_what_is_mended_stays(case: Case) -> None:
    assert clean(case.view).text == case.view


def test_there_are_cases_of_every_kind_and_labels_are_unique() -> None:
    labels = [case.label for case in CHANGED + KEPT]
    assert len(set(labels)) == len(labels) >= 100
