"""Certainty: the words of a hedge on the main claim."""

import pytest
from judge.marked import judge_marked

HEDGED = [
    ("{She} [said] <the dam may leak>.", "may"),
    ("{She} [said] <the dam might well fail>.", "might well"),
    ("{Analysts} [said] <prices could rise>.", "could"),
    ("{He} [said] <the ferry could also be late>.", "could"),
    ("{He} [said] <it was very unlikely that she would come>.", "very unlikely"),
    ("{He} [said] <a strike is likely>.", "likely"),
    ("{He} [said] <a strike was more likely than a deal>.", "more likely"),
    ("{He} [said] <the seal was almost certainly broken by hand>.", "almost certainly"),
    ("{She} [said] <the ring was probably stolen>.", "probably"),
    ("{She} [said] <the ring was possibly stolen>.", "possibly"),
    ("<“Perhaps the wind did it,”> {she} [said].", "perhaps"),
    ("<“Maybe he forgot,”> {she} [said].", "maybe"),
    ("{Forecasters} [said] <there was a 30% chance of snow>.", "30 % chance"),
    ("{He} [said] <there was little chance of a deal>.", "little chance"),
    ("{He} [said] <there is a one in five chance of rain>.", "one in five chance"),
    ("{He} [said] <there is a realistic possibility of war>.", "realistic possibility"),
    ("{He} [said] <the driver appears to have slept>.", "appears to"),
    ("{He} [said] <the wall appeared to lean>.", "appeared to"),
    ("{He} [said] <the price seems low>.", "seems"),
    ("{He} [said] <the price seems to fall>.", "seems to"),
    ("{He} [said] <the fund will certainly grow>.", "certainly"),
    ("{He} [said] <the bridge would definitely hold>.", "definitely"),
    ("{He} [said] <it was possible that the well was dry>.", "possible"),
    ("{He} [said] <it was quite possible that the well was dry>.", "quite possible"),
    ("<“I think the vote was fair,”> {she} [said].", "i think"),
    ("<“I doubt he will come,”> {she} [said].", "i doubt"),
    ("<“My guess is that they will sell,”> {she} [said].", "my guess is"),
    ("<“I’m not sure the ice will hold,”> {she} [said].", "not sure"),
    ("<“There is no doubt the ice will hold,”> {she} [said].", "no doubt"),
    ("<“As far as I know, the gate was locked,”> {she} [said].", "as far as i know"),
    ("{Police} [said] <the man allegedly forged the will>.", "allegedly"),
    ("{He} [said] <the deal is bound to fail>.", "bound to"),
    ("{He} [said] <a march on the town would be costly and was “very unlikely at the moment”>.", "very unlikely"),
    ("{He} [said] <the outcome was inevitable>.", "inevitable"),
    ("{He} [said] <whether the fund survives remains to be seen>.", "remains to be seen"),
    ("<“Whether the fund survives after the vote remains to be seen,”> {he} [said].", "remains to be seen"),
    ("{She} [said] <how long the frost will last is unclear>.", "unclear"),
    ("{She} [said] <earnings should rise next year>.", "should"),
    ("{She} [said] <there should be no delay at the lock>.", "should"),
    ("{The board} [announced] <a possible sale of the mill>.", "possible"),
    ("<“My answer is that she was probably right,”> {she} [said].", "probably"),
    ("{She} [said] <the guard allegedly told him, “Who are you?”>", "allegedly"),
    ("{She} [said] <a new dam might, for once, be cheaper>.", "might"),
    ("{She} [said] <the dam, which cost a fortune, may not hold>.", "may not"),
    ("{She} [said] <this may mean a late harvest>.", "may"),
    ("{She} [said] <losses in May could be heavy>.", "could"),
    ("{She} [said] <takings should finally fall next year>.", "should"),
    ("{She} [said] <the toll should more than offset the loss>.", "should"),
    ("{She} [said] <we should see a small fall in rents>.", "should"),
    ("<“However, it may rain,”> {she} [said].", "may"),
    ("{She} [said] <the pier was dear and very unlikely to last>.", "very unlikely"),
    ("[:] <Tolls May Rise in the Spring>", "may"),
    ("{She} [said] <snow is possible because of cold air>.", "possible"),
    ("{She} [said] <it could have been any of the boats>.", "could"),
]
PLAIN = [
    "{She} [said] <the dam leaks>.",
    "{She} [said] <the fair opens on 3 May>.",
    "{She} [said] <the fair moved to early May, as before>.",
    "{She} [said] <certain laws were old>.",
    "{She} [said] <he appeared in court on Monday>.",
    "{She} [said] <he could not swim>.",
    "{She} [said] <she had studied a possible merger>.",
    "{She} [said] <the man who may have seen it is abroad>.",
    "{She} [said] <he may be young, but he is able>.",
    "{She} [said] <the firm plans a sale, possibly in May>.",
    "<“Could they have known?”> {she} [asked].",
    "{He} [asked] <if they might try again>.",
    "{He} [said] <it was a chance to learn>.",
    "{He} [said] <the town should pay for the pier>.",
    "{He} [said] <there should be an inquiry>.",
    "{He} [said] <the firm could no longer pay>.",
    "{He} [said] <the port could neither open nor close>.",
    "{He} [said] <May marked the third month of growth>.",
    "{He} [said] <he might not know it, but the pier is shut>.",
    "{The premier} [promised] <that tenants could stay>.",
    "{He} [wants] <a new bridge so that carts could cross>.",
    "<“Whether it may rain is what I asked,”> {she} [said].",
    "{She} [said] <sales fell between March and May of that year>.",
    "{She} [said] <Mrs Ada May believes the bridge is sound>.",
    "{She} [said] <whoever may have seen it kept silent>.",
    "{She} [said] <however dull such rules may be, the yard keeps them>.",
    "{She} [said] <two in three of likely rural voters had a car>.",
    "{She} [said] <the yard was fined for potentially harmful dust>.",
    "{She} [said] <police had found three men allegedly selling fake tickets>.",
    "{She} [said] <we should see this more often>.",
    "{She} [said] <anybody should be able to read the ledger>.",
    "{She} [said] <the school needs a roof and may need new doors>.",
    "{She} [said] <the pier was only possible due to a gift>.",
    "{She} [said] <the order could not have been any clearer>.",
    "{She} [said] <nobody thinks the order could have been any clearer>.",
]


@pytest.mark.parametrize(("marked", "phrase"), HEDGED)
def test_hedge(marked, phrase):
    certainty = judge_marked(marked)[1].claims[0].certainty
    assert certainty is not None
    assert certainty.phrase.replace("30%", "30 %") == phrase


@pytest.mark.parametrize("marked", PLAIN)
def test_no_hedge(marked):
    assert judge_marked(marked)[1].claims[0].certainty is None


def test_a_hedge_belongs_to_its_own_claim():
    text, judged = judge_marked("<“The well is dry. The pump may be broken,”> {she} [said].")
    assert [claim.certainty and claim.certainty.span.of(text) for claim in judged.claims] == [None, "may"]


def test_i_think_is_a_manner_of_speech_once_a_quotation_has_begun():
    _, judged = judge_marked("<“The well is dry. I think the pump is worn,”> {she} [said].")
    assert [claim.certainty for claim in judged.claims] == [None, None]


def test_i_doubt_is_none():
    _, judged = judge_marked("<“The well is dry. I doubt the pump will last,”> {she} [said].")
    assert judged.claims[1].certainty.phrase == "i doubt"


def test_the_words_stay_as_printed_and_the_phrase_is_a_key():
    text, judged = judge_marked("{He} [said] <rain was Very\u00a0Unlikely>.")
    certainty = judged.claims[0].certainty
    assert certainty.span.of(text) == "Very\u00a0Unlikely"
    assert certainty.phrase == "very unlikely"
    assert (certainty.scale, certainty.low, certainty.high) == (None, None, None)


def test_not_sure_is_given_with_its_verb_when_contracted():
    text, judged = judge_marked("<“She isn’t sure of it,”> {he} [said].")
    certainty = judged.claims[0].certainty
    assert (certainty.span.of(text), certainty.phrase) == ("isn’t sure", "not sure")


def test_a_word_of_probability_says_more_than_a_modal_of_another_verb():
    certainty = judge_marked("{He} [said] <it was very likely that it could rain>.")[1].claims[0].certainty
    assert certainty.phrase == "very likely"


def test_a_claim_without_its_not():
    text, judged = judge_marked("{He} [said] <the ferry almost certainly won’t sail>.")
    (claim,) = judged.claims
    assert (claim.polarity, claim.certainty.phrase) == ("negative", "almost certainly not")
    assert claim.certainty.span.of(text) == "almost certainly won’t"


def test_a_chance_in_numbers_is_kept_beside_the_words():
    text, judged = judge_marked("{She} [said] <there was a one-in-five chance of snow>.")
    certainty = judged.claims[0].certainty
    assert certainty.span.of(text) == "a one-in-five chance"
    assert certainty.stated == ("20", "20")
