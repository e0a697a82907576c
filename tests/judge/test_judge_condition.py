"""Condition: the "if" or "unless" clause of a claim."""

import pytest
from judge.marked import judge_marked

CASES = [
    ("<“If the wind drops, the ferry will sail,”> {she} [said].", "If the wind drops"),
    ("{She} [said] <the ferry would sail if the wind dropped>.", "if the wind dropped"),
    ("{She} [said] <the ferry would sail even if the wind rose>.", "even if the wind rose"),
    ("{She} [said] <the pier stays shut unless the council pays>.", "unless the council pays"),
    ("{She} [said] <he could stay as long as he paid rent>.", "as long as he paid rent"),
    ("{She} [said] <it would be costly if they crossed and held the bank, as it was the only road>.",
     "if they crossed and held the bank"),
    ("{She} [said] <should the wind drop, the ferry would sail>.", "should the wind drop"),
    ("<“Had the wind dropped, the ferry would have sailed,”> {she} [said].", "Had the wind dropped"),
    ("{She} [wants] <to stop the ferry, by force if necessary>.", "if necessary"),
    ("{She} [said] <the ferry sailed>.", None),
    ("{She} [asked] <if the ferry had sailed>.", None),
    ("{She} was [not sure] <if the ferry would sail>.", None),
    ("{She} [said] <the crew did not know yet if they would sail>.", None),
    ("{She} [said] <the ferry had sailed, and should be back by noon>.", None),
    ("{She} [asked] <to see if the ferry had sailed>.", None),
    ("{He} [said] <nobody knew if the ferry had sailed>.", None),
    ("{He} [said] <she spoke as if she owned the pier>.", None),
    ("{He} [said] <few, if any, were hurt>.", None),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "words"), CASES)
def test_condition(marked, words):
    text, judged = judge_marked(marked)
    condition = judged.claims[0].condition
    assert (condition and condition.of(text)) == words
