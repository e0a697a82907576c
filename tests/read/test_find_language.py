"""English or not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from read.samples import GERMAN, REPORT, RUSSIAN

from onrecord.read import language
from onrecord.read.language import find_language

PLAIN = [
    REPORT,
    # A British paper.
    "Plans for a tunnel under Marrow Hill have been thrown out after residents complained that nobody had asked them. "
    "Cllr Dev Anand branded the scheme “bonkers” and said the council ought to be ashamed of itself.",
    # Foreign names in every line.
    "“Wir bleiben hier,” said Jürgen Großmann of the Bürgerinitiative Schöneberg-Süd e.V., who spoke after Zdeněk "
    "Dvořáček and Małgorzata Święcicka of the Stowarzyszenie Mieszkańców. The Ministère de l'Intérieur had no comment.",
    # Machine-translated.
    "On this, informed the press service of the administration. According to him, in result of the incident nobody has "
    "suffered, the emergency services are working on place, the circumstances are being established.",
    # A table of share prices.
    "Shr profit 21 cts vs loss 14 cts. Net profit 1,204,000 vs loss 803,000. Revs 31.2 mln vs 28.8 mln. Avg shrs "
    "5,733,000 vs 5,735,000. NOTE: Full name is Orrin Valve Co Ltd. Year ends Sept 30. Prior year restated.",
    "MAYOR QUITS OVER BRIDGE: “I HAVE NOTHING TO HIDE,” SHE SAYS, AS COUNCIL ORDERS AN INQUIRY INTO THE MONEY THAT WAS "
    "SPENT ON THE CROSSING AT LOWER WEXCOMBE",
]

FOREIGN = {
    "de": GERMAN,
    "ru": RUSSIAN,
    "fr": "Le ministre a déclaré jeudi que la réforme serait votée avant la fin du mois de mars, malgré les critiques "
    "de l'opposition. « Nous irons jusqu'au bout », a-t-il ajouté devant les journalistes.",
    "es": "El ministro dijo el jueves que la reforma se votaría antes de que termine marzo, pese a las críticas de la "
    "oposición. «Llegaremos hasta el final», añadió ante los periodistas.",
    "nl": "De minister zei donderdag dat de hervorming voor eind maart zal worden aangenomen, ondanks kritiek van de "
    "oppositie. 'We gaan tot het einde', voegde hij eraan toe tegenover journalisten.",
    "da": "Ministeren sagde torsdag, at reformen vil blive vedtaget inden udgangen af marts trods kritik fra "
    "oppositionen. »Vi går hele vejen,« tilføjede han over for journalister i København.",
    "pl": "Minister powiedział w czwartek, że reforma zostanie przegłosowana przed końcem marca mimo krytyki ze strony "
    "opozycji. „Pójdziemy do końca” – dodał w rozmowie z dziennikarzami.",
    "cs": "Ministr ve čtvrtek řekl, že reforma bude schválena do konce března navzdory kritice opozice. „Půjdeme až do "
    "konce,“ dodal před novináři v Praze a odmítl odpovídat na další otázky.",
    "uk": "Міністр заявив у четвер, що реформу ухвалять до кінця березня попри критику опозиції.",
    "ja": "大臣は木曜日、野党の批判にもかかわらず、改革案は三月末までに採決されると述べた。",
    "ar": "قال الوزير يوم الخميس إن الإصلاح سيُقر قبل نهاية مارس رغم انتقادات المعارضة.",
    "el": "Ο υπουργός δήλωσε την Πέμπτη ότι η μεταρρύθμιση θα ψηφιστεί πριν από το τέλος Μαρτίου.",
}


@pytest.mark.parametrize("text", PLAIN, ids=lambda text: text[:20])
def test_english(text: str) -> None:
    assert find_language(text) == "en"


@pytest.mark.parametrize(("code", "text"), FOREIGN.items(), ids=FOREIGN)
def test_other_languages(code: str, text: str) -> None:
    assert find_language(text) == code


@pytest.mark.parametrize("text", ["Oui.", "“Nein,” said Vane.", "Ja, natürlich.", "12.5 %"])
def test_a_short_text_passes(text: str) -> None:
    assert find_language(text) == "en"


def test_a_short_text_in_another_script_does_not() -> None:
    assert find_language("Нет, — сказал он.") != "en"


def test_a_quotation_in_another_language_does_not_make_the_report_foreign() -> None:
    assert find_language(f"{REPORT}\n\n{GERMAN[:150]}\n\n{REPORT}") == "en"


def test_the_beginning_alone_does_not_decide() -> None:
    menu = "Startseite Politik Wirtschaft Sport Kultur Wissen Reise Anmelden Abonnement Newsletter " * 20
    assert find_language(menu + "\n" + f"{REPORT}\n" * 40) == "en"
    assert find_language(REPORT + "\n" + f"{GERMAN}\n" * 200) == "de"


def test_a_plain_report_does_not_load_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(sample: str) -> tuple[str, float]:
        raise AssertionError(sample)

    monkeypatch.setattr(language, "_classify", refuse)
    assert find_language(REPORT) == "en"


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    assert find_language(text).isalpha()
