"""The ranges of a reading's hedges are put in when it is printed, on the scale asked for."""

from __future__ import annotations

from bridge import QuotationReader
from msgspec import structs

from onrecord.cli.scaled import scaled
from onrecord.read import make_document
from onrecord.show.wording import range_words
from onrecord.spans import Span
from onrecord.types import Certainty, Claim, Reading

TEXT = "“It is very unlikely that the bridge will open on Friday,” the mayor of the town said, and the council agreed."


def hedged(certainty: Certainty) -> Reading:
    reading = QuotationReader().read(make_document(TEXT, origin="bridge.txt"))
    claim = Claim(span=Span(1, 57), polarity="positive", certainty=certainty)
    plain = Claim(span=Span(1, 57), polarity="positive")
    (statement,) = reading.statements
    return structs.replace(reading, statements=(structs.replace(statement, claims=(claim, plain)),))


def test_ranges_are_those_of_the_scale_and_the_rest_stays() -> None:
    reading = hedged(Certainty(span=Span(7, 20), phrase="very unlikely"))
    on_icd203, on_phia = scaled(reading, "icd203"), scaled(reading, "phia")
    first, second = on_icd203.statements[0].claims
    assert first.certainty is not None
    assert (first.certainty.scale, first.certainty.low, first.certainty.high) == ("icd203", "5", "20")
    assert second.certainty is None
    assert on_phia.statements[0].claims[0].certainty == Certainty(
        span=Span(7, 20), phrase="very unlikely", scale="phia"
    )
    assert structs.replace(on_phia, statements=()) == structs.replace(reading, statements=())


def test_ranges_in_words() -> None:
    span = Span(0, 1)
    told = Certainty(span=span, phrase="likely", stated=("70", "70"), scale="icd203", low="55", high="80")
    assert range_words(told) == "70% as stated, 55–80% on icd203"
    assert range_words(Certainty(span=span, phrase="may", scale="icd203")) == ""
