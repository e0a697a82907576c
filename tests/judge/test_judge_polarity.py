"""Polarity of the first claim: whether its main proposition is negated."""

import pytest
from judge.marked import judge_marked

NEGATIVE = [
    "{She} [said] <the dam did not leak>.",
    "{The clerk} [said] <nobody had opened the safe>.",
    '<"We won\'t sell the mill,"> {he} [said].',
    "<“I have never met Mr Orrin,”> {the broker} [said].",
    "{Officials} [said] <there was no evidence of tampering>.",
    "{He} [said] <none of the boats was insured>.",
    "{The firm} [said] <it no longer makes glass>.",
    "{The vicar} [said] <neither church would close>.",
    "{The pilot} [said] <he cannot see at night>.",
    '<"Nothing was stolen,"> {the curator} [said].',
    "{She} [said] <she does not think the plan will work>.",
    '<"I don\'t believe a word of it,"> {he} [said].',
    '<"I think that it isn\'t fair,"> {she} [said].',
    "{He} [said] <that those who paid late would not be fined>.",
    "{The captain} [said] <that, in spite of the storm, no sail was lost>.",
    '<"If it rains, the fair won\'t open,"> {she} [said].',
    "{Doctors} [urged] patients <not to panic>.",
    "{The aim}, {he} [said], <is not to punish anyone>.",
    "{The mayor} [denied] <that he had met the developers>.",
    "{Kestria} [rejected] <the accusation>.",
    "{The mayor} [does not believe] <the lake is haunted>.",
    "{Voters} [disagree] <with the tax>.",
    '<"The museum — and I say this with regret — is not safe,"> {she} [said].',
    "{He} [said] <it was hardly a success>.",
    "{The residents} [don't want] <a second runway>.",
    "{The firm} [doesn’t care] <about the noise>.",
    "{The bank} [said] <there was no mistake in the count>.",
    "{The bank} [said] <nothing more would be built>.",
    "{The bank} [said] <there was nothing more it could do>.",
]
POSITIVE = [
    "{She} [said] <the dam leaked>.",
    '<"Not only did the roof leak, the walls were damp,"> {he} [said].',
    '<"There is no doubt that the seal was broken,"> {she} [said].',
    "{The minister} [said] <he could not rule out a second strike>.",
    "{The envoy} [said] <her side would not exclude talks>.",
    '<"I can\'t deny that we were late,"> {he} [said].',
    '<"I couldn\'t agree more,"> {she} [said].',
    "{He} [asked] <whether or not the pier was safe>.",
    "{She} [said] <people who do not vote are to blame>.",
    "{He} [said] <the lights failed because nobody had paid the bill>.",
    "{The club} [said] <it won the match but did not deserve to>.",
    "{He} [blamed] <the driver for not stopping>.",
    "{She} [said] <the money was a gift, not a loan>.",
    "<\"It's a fine day, isn't it?\"> {he} [said].",
    "{The guide} [said] <the tower is old, and no one knows who built it>.",
    "{The mayor} [denied] <that he had not paid>.",
    '<"No matter what they say, the school will open,"> {she} [said].',
    "{The coach} [said] <he was happy with nothing less than a medal>.",
    "{He} [said] <the ferry sails unless the wind is not from the west>.",
    "{The board} [said] <it had sold the ships that were not in use>.",
    '<"Why didn\'t the harbour master ring the bell?"> {she} [asked].',
    '<"Have we not paid enough?"> {the miller} [said].',
    "{The herald} [said] <she was No. 2 in the guild>.",
    '<"Make no mistake, the dam is old,"> {she} [said].',
    "{The envoys} [wanted] <nothing more than a quiet word>.",
    "{The three men} [said] <they would plead not guilty>.",
    "{The bank} [said] <it would be a quiet year with no change in prices>.",
    '<"Whilst the war isn\'t over, it is important to play,"> {the nurse} [said].',
]


@pytest.mark.parametrize("marked", NEGATIVE)
def test_negative(marked):
    assert judge_marked(marked)[1].claims[0].polarity == "negative"


@pytest.mark.parametrize("marked", POSITIVE)
def test_positive(marked):
    assert judge_marked(marked)[1].claims[0].polarity == "positive"


@pytest.mark.xfail(reason="a clause that no word announces is taken for the main one's words", strict=True)
def test_unannounced_clause():
    assert (
        judge_marked("{She} [said] <the ring she wore was not hers to sell, but it was sold>.")[1].claims[0].polarity
        == "positive"
    )


def test_the_negating_word_is_the_evidence():
    text, judged = judge_marked("{She} [said] <the dam didn’t leak>.")
    spans = [span.of(text) for step in judged.steps if step.rule == "polarity.negation" for span in step.spans]
    assert spans == ["n’t"]


def test_each_sentence_is_a_claim_with_its_own_polarity():
    text, judged = judge_marked('<"The roof is safe. The tower is not. Nobody will be hurt,"> {she} [said].')
    assert [(claim.span.of(text), claim.polarity) for claim in judged.claims] == [
        ('"The roof is safe.', "positive"),
        ("The tower is not.", "negative"),
        ('Nobody will be hurt,"', "negative"),
    ]
