"""Acts: what somebody does by a statement, four cases or more for each of the twenty-four."""

import pytest
from judge.marked import judge_marked

from onrecord.types import ACTS

CASES = {
    "assert": [
        "{Police} [said] <the lorry left the road near Harrowby at about 6am>.",
        "{The Fenwick Gazette} [reported] <that two barges sank in the estuary on Monday>.",
        "{Court papers} [show] <Mr Oduya was paid twice for the same survey>.",
        "<The bridge was closed on Friday>, [according to] {a council notice}.",
        "{Ms Tarrant} [testified] <that she had found the ledger in a drawer>.",
        "{The ministry} [confirmed] <that the convoy crossed the border on Tuesday>.",
    ],
    "deny": [
        "{The mayor} [denied] <that he had met the developers>.",
        "{The company} [has repeatedly denied] <any wrongdoing>.",
        "{Orlen Pike} [disputed] <the coroner's account>.",
        "{The minister} [rejected] <claims that the tests had been faked>.",
        "{A spokesman} [dismissed] <the allegations as gossip>.",
        "{Kestria} [refuted] <the report of a build-up along the river>.",
    ],
    "refuse": [
        "{The bank} [refused] <to lend the club another penny>.",
        "{Kestria} [declined] <to join the embargo>.",
        "{The union} [rejected] <the offer of two per cent>.",
        "{The governor} [ruled out] <an early election>.",
        "{Her} [refusal] <to hand over the keys> angered the tenants.",
    ],
    "decline": [
        "{A spokeswoman for the airline} [declined to comment] <on the leaked memo>.",
        "{The detective} [declined] <to name the suspect>.",
        "{The hospital} [declined] <to give details of the operation>.",
        "{Mr Sallow} [refused] <to comment on the inquiry>.",
        "{The envoy} [declined] <to say when the talks would begin>.",
        '<"We cannot comment on individual cases,"> {the department} [said].',
    ],
    "admit": [
        "{The driver} [admitted] <that he had fallen asleep>.",
        "{Ministers} [conceded] <that the figures were out of date>.",
        "{The firm} [has acknowledged] <leaks at three of its wells>.",
        "{He} [confessed] <to taking the silver cup>.",
    ],
    "agree": [
        "{Both sides} [agreed] <on a truce until the spring>.",
        "{The two councils} [have agreed] <to share the cost of the ferry>.",
        "{Professor Lindqvist} [concurred] <that the samples were too small>.",
        "{The owners} [consented] <to a second survey of the hull>.",
    ],
    "accuse": [
        "{Kestria} [accused] <its neighbour of shelling a school>.",
        "{The widow} [blamed] <the contractor for the collapse of the wall>.",
        "{Prosecutors} [allege] <that she forged eleven invoices>.",
        "{The league's} [accusation] <that the votes were bought> was repeated on Sunday.",
    ],
    "criticise": [
        "{Teachers} [criticised] <the new timetable>.",
        "{The bishop} [condemned] <the eviction of the families>.",
        "{Farmers} [slammed] <the tax on seed>.",
        "{Residents} [complained] <that the buses never came>.",
        "{The captain} [lambasted] <the referee>.",
    ],
    "praise": [
        "{The queen} [praised] <the courage of the lifeboat crew>.",
        "{The coach} [hailed] <a fine young side>.",
        "{Shopkeepers} [welcomed] <the cut in rates>.",
        "{The chancellor} [paid tribute] <to the late Sir Odo Brack>.",
        "{She} [congratulated] <him on his victory>.",
    ],
    "warn": [
        "{Doctors} [warned] <that the ward would soon be full>.",
        "{The harbour master} [cautioned] <against sailing before noon>.",
        "{Engineers} [have warned] <of a second landslide>.",
        "{An auditor} [raised concerns] <about the missing receipts>.",
    ],
    "threaten": [
        "{The generals} [threatened] <to close the strait>.",
        "{The landlord's} [threat] <to cut off the water> was carried out.",
        "{Kestria's leader} [vowed] <to retaliate against every port>.",
        "{The landlords} [have threatened] <to sue the tenants>.",
    ],
    "predict": [
        "{Forecasters} [predicted] <a wet harvest>.",
        "{The institute} [forecast] <growth of two per cent>.",
        "{Analysts} [expect] <the price of tin to fall>.",
        "{Traders} [said] <the port was likely to stay shut until May>.",
        "{He} [said] <he expected the vote to be close>.",
    ],
    "estimate": [
        "{The aid agency} [estimated] <that 4,000 people had lost their homes>.",
        "{The society} [estimates] <there are 900 pairs of herons left>.",
        "{Officials} [put] the cost [at] <$3m>.",
        "{Surveyors} [calculated] <that the wall leaned by eleven degrees>.",
    ],
    "assess": [
        "{The inquiry} [concluded] <that the crew had been badly trained>.",
        "{The economist Rui Valdez} [explained] <that wages lag behind because contracts last two years>.",
        "{The historian} [described] <the treaty as a turning point>.",
        "{Researchers} [attributed] <the decline to warmer winters>.",
    ],
    "promise": [
        "{The premier} [promised] <to rebuild the school by winter>.",
        "{The airline} [pledged] <full refunds>.",
        "{She} [vowed] <to visit every village>.",
        "{The bank} [guaranteed] <all deposits>.",
    ],
    "announce": [
        "{The ministry} [announced] <a ban on night fishing>.",
        "{The publisher} [unveiled] <a new edition of the atlas>.",
        "{The sisters} [have announced] <that the bakery will close in June>.",
        "{The railway's} [announcement] <of four new lines> surprised investors.",
    ],
    "demand": [
        "{The strikers} [demanded] <better boots>.",
        "{The senator} [called for] <an inquiry>.",
        "{Neighbours} [urged] the council <to mend the road>.",
        "{The judge} [ordered] <the release of the papers>.",
        "{She} [told] the crowd <to go home>.",
        "{The commissioner} [insisted] <that the fleet must leave the bay>.",
    ],
    "propose": [
        "{The panel} [proposed] <a tax on empty houses>.",
        "{A committee} [recommended] <that the dam be lowered>.",
        "{He} [suggested] <moving the market to the square>.",
        "{The opposition} [put forward] <a plan to merge the two schools>.",
    ],
    "ask": [
        '<"Who took the key?"> {the inspector} [asked].',
        "{Parents} [asked] <whether the pool would open>.",
        "{The court} [requested] <a second opinion>.",
        "{He} [wondered] <if anyone had read the contract>.",
    ],
    "thank": [
        "{The widow} [thanked] <the divers who had searched all night>.",
        '<"Thank you for coming so far,"> {she} [said].',
        "{The team} [expressed gratitude] <to its supporters>.",
        '<"Thanks to everybody who sent blankets,"> {Mr Abara} [wrote].',
    ],
    "apologise": [
        "{The editor} [apologised] <for printing the wrong name>.",
        "{The airline's} [apology] <for the lost luggage> came late.",
        '<"I apologise to every family that waited,"> {the director} [said].',
        "{The club} [expressed remorse] <over the chant>.",
    ],
    "express": [
        "{The envoy} [expressed] <alarm at the delay>.",
        "{She} [said] <she was delighted with the result>.",
        "{The minister} [said] <he hoped the ferry would sail by Easter>.",
        '<"I am very proud of this village,"> {the mayor} [said].',
        "{Delegates} [voiced] <sorrow at the news>.",
    ],
    "think": [
        "{Villagers} [believe] <the lake is haunted>.",
        "{Many voters} [think] <the tax is unfair>.",
        "{The coach} [doubts] <that the striker will recover>.",
        "{Nurses} [support] <the strike>.",
    ],
    "want": [
        "{The council} [wants] <to sell the old baths>.",
        "{The firm} [plans] <to open forty shops>.",
        "{Students} [are hoping] <for a later start>.",
        "{Kestria} [intends] <to leave the pact>.",
    ],
}

BY_CONTENT = [
    ("criticise", '<"It is a shameful and reckless plan,"> {the bishop} [said].'),
    ("accuse", '<"They bribed the inspectors and lied about it,"> {the farmer} [said].'),
    ("predict", "{Analysts} [said] <the mine would close within two years>."),
    ("demand", '<"The council must act now,"> {she} [said].'),
]

NOT_YET = [
    ("promise", '<"We will build a bridge here,"> {the premier} [said].'),
    ("warn", "{The harbour master} [said] <boats could be lost if the storm turned north>."),
    ("praise", "{The queen} [said] <she had never seen a finer garden>."),
]


@pytest.mark.parametrize(("act", "marked"), [(act, case) for act, cases in CASES.items() for case in cases])
def test_act(act, marked):
    assert judge_marked(marked)[1].act == act


@pytest.mark.parametrize(("act", "marked"), BY_CONTENT)
def test_act_by_content_alone(act, marked):
    assert judge_marked(marked)[1].act == act


@pytest.mark.xfail(reason="said with no cue to go by, by content alone: the scorer is right in 42 of 100", strict=True)
@pytest.mark.parametrize(("act", "marked"), NOT_YET)
def test_act_by_content_alone_missed(act, marked):
    assert judge_marked(marked)[1].act == act


def test_four_cases_for_every_act():
    assert set(CASES) == set(ACTS)
    assert min(map(len, CASES.values())) >= 4


def test_the_deciding_cue_is_the_evidence():
    text, judged = judge_marked("{The mayor}, asked twice, [has flatly denied] <that he met the developers>.")
    step = judged.steps[0]
    assert (step.rule, [span.of(text) for span in step.spans]) == ("act.cue", ["denied"])
    assert 0 <= step.score <= 1


def test_the_scorer_names_its_reasons():
    judged = judge_marked('<"The roof will be mended by the spring,"> {the vicar} [said].')[1]
    assert judged.steps[0].rule == "act.scorer"
    assert judged.steps[0].note


def test_a_statement_without_cue_is_judged():
    judged = judge_marked('The hall was full. <"Nobody told us that the ferry had been sold.">')[1]
    assert judged.act in ACTS
    assert judged.form == "direct"
