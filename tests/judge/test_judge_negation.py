"""Negation: what the reporter says was not said, against acts that are said and only sound like a no."""

import pytest
from judge.marked import judge_marked

UNSAID = [
    "{The minister} [did not say] <when the talks would begin>.",
    "{The bank} [has not said] <how much was lost>.",
    "{She} [has never claimed] <to be a doctor>.",
    "{He} [didn't mention] <the second boat>.",
    "{The report} [does not accuse] <any officer of theft>.",
    "{Officials} [have yet to confirm] <the death>.",
    "{The general} [stopped short of accusing] <Kestria of the raid>.",
    "{The general} [stopped short of saying] <that Kestria had fired first>.",
    "{He} [fell short of admitting] <that he had lied>.",
    "{The minister} [held back from accusing] <the firm of theft>.",
    "{The bishop} [shied away from condemning] <the raid>.",
    "{The coroner} [refrained from blaming] <the crew for the fire>.",
    "{The report} [made no claim] <that the bridge was unsafe>.",
    "{The firm} [failed to mention] <its own share in the mine>.",
    "{The firm} [refused to admit] <that the valve was faulty>.",
    "{The clerk} [refused to say] <who had signed the order>.",
    "{The court} [neither confirmed] <the date>.",
    "{The mayor} did not [say] <whether he would stand again>.",
    "{She} has never publicly [accused] <her brother of the theft>.",
    "{He} left without [saying] <where he would go>.",
    "{None of the witnesses} [said] <that the gate was open>.",
    "{Not a single guest} [complained] <of the cold>.",
    "{Nobody} [said] <that the road was closed>.",
    "{The inquiry} [has not yet concluded] <that the crew was to blame>.",
    "{The owner} [did not want to say] <that the mill would close>.",
    "{The owner} [did not wish to confirm] <that the mill would close>.",
    "{The owner} [did not say he wanted] <to sell the mill>.",
    "{The owner} [has not said whether he plans] <to sell the mill>.",
    "{The mayor} [did not outline a plan] <for the harbour>.",
]
SAID = [
    "{The company} [won't confirm] <that the mine will close>.",
    "{The council} [would not confirm or deny] <the claim>.",
    "{The council} [neither confirmed nor denied] <the claim>.",
    "{The mayor} [denied] <that he had met the developers>.",
    "{The bank} [refused] <to lend the club another penny>.",
    "{A spokeswoman} [declined to comment] <on the memo>.",
    "{The union} [rejected] <the offer>.",
    "{She} [said] <she did not know the man>.",
    '<"I never said that,"> {he} [replied].',
    "{He} [does not believe] <the lake is haunted>.",
    "{The residents} [don't want] <a second runway>.",
    "{The firm} [doesn’t care] <about the noise>.",
    "{The firm} [does not care about] <the noise>.",
    "{He} [said], not for the first time, <that the ferry was late>.",
    "{The minister} [doubted] <that the bridge would hold>.",
    "{He}, who does not drink, [said] <the wine was poor>.",
    "{No 10} [said] <the bill would pass>.",
]


@pytest.mark.parametrize("marked", UNSAID)
def test_unsaid(marked):
    assert judge_marked(marked)[1].negated


@pytest.mark.parametrize("marked", SAID)
def test_said(marked):
    assert not judge_marked(marked)[1].negated


def test_what_was_not_said_is_shown():
    text, judged = judge_marked("{The general} [stopped short of accusing] <Kestria of the raid>.")
    step = next(step for step in judged.steps if step.rule == "negated.unsaid")
    assert [span.of(text) for span in step.spans] == ["stopped short of"]
    assert judged.act == "accuse"


def test_a_negated_belief_is_a_belief_in_the_contrary():
    judged = judge_marked("{Villagers} [do not believe] <the lake is haunted>.")[1]
    assert (judged.act, judged.negated, judged.claims[0].polarity) == ("think", False, "negative")
