"""Claims: one a full clause; their moods, conditions and hedges; no evidence for something is no denial of it."""

import pytest
from judge.marked import judge_marked

SPLIT = [
    ("<Prices rose and wages fell>", ["Prices rose", "wages fell"]),
    ("<the bridge was shut, and the ferry had stopped>", ["the bridge was shut", "the ferry had stopped"]),
    ("<that the bridge was shut and that the ferry had stopped>",
     ["that the bridge was shut", "the ferry had stopped"]),
    ("<Tarsk has agreed to pay, but Velmora wants more>", ["Tarsk has agreed to pay", "Velmora wants more"]),
    ("<Sales fell in May; the bank blamed the weather>", ["Sales fell in May", "the bank blamed the weather"]),
    ("<wages rose, while prices fell>", ["wages rose", "prices fell"]),
    ("<the plan costs $3m, although the council has only $1m>", ["the plan costs $3m", "the council has only $1m"]),
    ("<the firm did not pay, nor did the bank ask>", ["the firm did not pay", "nor did the bank ask"]),
    ("<It is out of our reach, there is little we can do>", ["It is out of our reach", "there is little we can do"]),
    ("<the fire destroyed four barns and two men were hurt>", ["the fire destroyed four barns", "two men were hurt"]),
    ("<there were no deaths and the damage is small>", ["there were no deaths", "the damage is small"]),
    ("<the road was shut, so nobody came>", ["the road was shut", "nobody came"]),
    ("<the clerk has resigned and almost certainly will not return>",
     ["the clerk has resigned", "almost certainly will not return"]),
    ("<the pilot erred, and probably knew it>", ["the pilot erred", "probably knew it"]),
    ("<she hoped to lose, but if she won, she would resign>", ["she hoped to lose", "if she won, she would resign"]),
]  # fmt: skip
WHOLE = [
    "the house and the garden are small",
    "he feared the army and the police would fight",
    "the man who came and the woman were friends",
    "if it rains and the river rises, the town floods",
    "the mayor resigned and left the town",
    "he met the bishop and the mayor, who was ill",
    "he left while eating",
    "he met the clerk, who left and probably knew it",
    "the shells hit the school and possibly the bridge",
    "it will cost jobs and possibly lives",
    "in May, we left the town",
    "when the rain came, we left",
    "it was, he thought, a mistake",
    "it destroyed four barns and two houses owned by the council",
    "the judge and jury heard the case",
    "the plan will hit the bank and the ministry in May",
    "a man and his son were killed",
    "it is unlikely that the strike will go on and the port will stay shut",
    "the trains are late because the road was shut and the drivers are ill",
    "these damaged ships and the pier were sold",
]


@pytest.mark.parametrize(("content", "claims"), SPLIT)
def test_full_clauses_are_claims_of_their_own(content: str, claims: list[str]) -> None:
    text, judged = judge_marked(f"{{She}} [said] {content}.")
    assert [claim.span.of(text) for claim in judged.claims] == claims


@pytest.mark.parametrize("content", WHOLE)
def test_what_is_one_proposition_is_one_claim(content: str) -> None:
    assert len(judge_marked(f"{{She}} [said] <{content}>.")[1].claims) == 1


def test_each_claim_has_its_own_polarity_hedge_and_quantity() -> None:
    _, judged = judge_marked("{She} [said] <the pier may fall but the tower is not old, and 40 men will mend it>.")
    assert [(claim.polarity, claim.certainty and claim.certainty.phrase) for claim in judged.claims] == [
        ("positive", "may"),
        ("negative", None),
        ("positive", None),
    ]
    assert [[q.low for q in claim.quantities or ()] for claim in judged.claims] == [[], [], ["40"]]


def test_a_hedge_is_on_the_clause_it_stands_in() -> None:
    _, judged = judge_marked("{She} [said] <the strike will go on and the port is likely to stay shut>.")
    assert [claim.certainty and claim.certainty.phrase for claim in judged.claims] == [None, "likely"]


def test_what_a_but_takes_back_is_granted() -> None:
    judged = judge_marked("{She} [said] <it may not be new, but it works well>.")[1]
    assert [claim.certainty for claim in judged.claims] == [None, None]


MOODS = [
    ('<"Who paid for the bridge?"> {she} [said].', "interrogative"),
    ("{She} [asked] <whether the pool would open>.", "interrogative"),
    ("{She} [asked] <if the pool would open>.", "interrogative"),
    ("{She} [asked] <how many had come>.", "interrogative"),
    ("{She} [did not say] <whether the pool would open>.", "interrogative"),
    ('<"If I were mayor, I would sell it,"> {she} [said].', "hypothetical"),
    ("{She} [said] <had he come, they would have won>.", "hypothetical"),
    ("{She} [said] <the wall would have held if it had been mended>.", "hypothetical"),
    ('<"If we left now, we would regret it,"> {she} [said].', "hypothetical"),
    ('<"Imagine that the dam broke,"> {she} [said].', "hypothetical"),
    ("{She} [said] <the ferry would sail if the wind dropped>.", "declarative"),
    ('<"If the wind drops, we will sail,"> {she} [said].', "declarative"),
    ('<"It is late, isn\'t it?"> {she} [said].', "declarative"),
    ("{She} [said] <he asked the clerk, “Who paid?”>", "declarative"),
    ("{She} [explained] <why the pool was shut>.", "declarative"),
    ("{She} [asked] <for a loan>.", "declarative"),
    ("{She} [said] <the pool is open>.", "declarative"),
]


@pytest.mark.parametrize(("marked", "mood"), MOODS)
def test_mood(marked: str, mood: str) -> None:
    assert judge_marked(marked)[1].claims[0].mood == mood


ABSENT = [
    ("<there were no indications that Kestria was arming>", "no indications", "positive", "no indications"),
    ("<there is no evidence that the seal was broken>", "no evidence", "positive", "no evidence"),
    ("<they had not seen any sign that he was ill>", "no sign", "positive", "not seen any sign"),
    ("<there was no clear proof that he had paid>", "no proof", "positive", "no clear proof"),
    ("<there was no evidence to suggest that it leaked>", "no evidence", "positive", "no evidence"),
    ("<there is no evidence that it did not leak>", "no evidence", "negative", "no evidence"),
]


@pytest.mark.parametrize(("content", "phrase", "polarity", "words"), ABSENT)
def test_no_evidence_is_no_denial(content: str, phrase: str, polarity: str, words: str) -> None:
    text, judged = judge_marked(f"{{She}} [said] {content}.")
    claim = judged.claims[0]
    assert claim.certainty is not None
    assert (claim.certainty.phrase, claim.polarity, claim.certainty.span.of(text)) == (phrase, polarity, words)
    assert "certainty.absence" in {step.rule for step in judged.steps}


@pytest.mark.parametrize("content", ["there was no evidence of tampering", "there was no sign that pleased her"])
def test_that_there_is_none_of_something_is_denied(content: str) -> None:
    (claim,) = judge_marked(f"{{She}} [said] <{content}>.")[1].claims
    assert (claim.polarity, claim.certainty) == ("negative", None)


def test_a_question_that_is_said_to_be_open_is_put_forward() -> None:
    claims = judge_marked("{She} [said] <whether it lasts remains to be seen>.")[1].claims
    assert [claim.mood for claim in claims] == ["declarative"]
