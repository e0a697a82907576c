"""Form: direct, mixed or indirect, in every style of quotation marks."""

import pytest
from judge.marked import judge_marked

DIRECT = [
    '<"The well is dry,"> {she} [said].',
    "<“The well is dry,”> {she} [said].",
    "<‘The well is dry,’> {she} [said].",
    "<'The well is dry,'> {she} [said].",
    "<«The well is dry»>, {she} [said].",
    "<„The well is dry“>, {she} [said].",
    '<"The well is dry,"> {she} [said]. <"We shall dig again.">',
    "<“He told me ‘the well is dry’,”> {she} [said].",
    "{She} [said]: <“The well is dry and nobody came.>",
]
MIXED = [
    '{She} [said] <the well was "bone dry">.',
    "{She} [said] <the well was “bone dry”>.",
    "{She} [said] <that “the well is dry”>.",
    "{She} [said] <the well was ‘bone dry’ and the pump old>.",
    "{She} [said] <the well was «bone dry» again>.",
]
INDIRECT = [
    "{She} [said] <the well was dry>.",
    "{She} [said] <the farmer's well was dry>.",
    "{Farmers} [want] <to dig another well>.",
    "The “rain king” {himself} [said] <the well was dry>.",
]


@pytest.mark.parametrize(
    ("marked", "form"),
    [(case, "direct") for case in DIRECT]
    + [(case, "mixed") for case in MIXED]
    + [(case, "indirect") for case in INDIRECT],
)
def test_form(marked, form):
    assert judge_marked(marked)[1].form == form
