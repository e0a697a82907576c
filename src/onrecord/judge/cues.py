"""Cues: which act a cue stands for, and which cues are not neutral. Data only; ``lexicon`` reads it.

A phrase begins with the base form of a verb or noun, and all its forms count; what follows stands as printed: "call
for" reads "called for" and "are calling for". Spelling is British; "-ise" also reads "-ize".

SURE cues decide the act by themselves. LEANING ones only suggest acts, the likeliest first; what is said decides.
"""

from __future__ import annotations

from onrecord.judge.wordlist import word_set
from onrecord.types import Act

SURE: dict[Act, str] = {
    "assert": """report, testify, testimony, cite, recount, recall, show, attest, chronicle, put on record, go on
        record, spell out""",
    "assess": """assess, assessment, conclude, conclusion, explain, explanation, attribute, ascribe, analyse,
        analysis, diagnose, surmise, infer, theorise, put down to, size up, draw a parallel, draw a
        comparison""",
    "deny": """deny, denial, dispute, rebut, refute, disavow, disclaim, debunk, contradict, dispel, gainsay,
        repudiate, plead not guilty, pooh-pooh, scotch, call false, call untrue, dismiss as false, dismiss
        as untrue, dismiss as baseless, reject as false, reject as baseless, pour cold water on, profess
        innocence, protest innocence, quash, call a lie, call fake, brand false, maintain his innocence,
        maintain her innocence, maintain their innocence, protest his innocence, protest her innocence, set
        the record straight, pour scorn on claims, disown""",
    "refuse": """refuse, refusal, rebuff, spurn, veto, turn down, balk, rule out, stonewall, withhold, snub, baulk,
        say no to, close the door on, shut the door on, slam the door on, defy, give the cold shoulder,
        stand firm against, resistance, be unwilling""",
    "admit": """admit, admission, acknowledge, acknowledgement, acknowledgment, concede, concession, confess,
        confession, own up, come clean, plead guilty, accept responsibility, take responsibility, take the
        blame, fess up, make no secret, plead no contest, accept blame, accept the blame, make a confession,
        admit defeat""",
    "agree": """agree, agreement, concur, assent, consent, sign off, go along, nod, acquiesce, be in agreement, see
        eye to eye, be of one mind, echo, accede, come to terms, reach agreement, reach an agreement, reach
        a deal, side with, sign on to""",
    "accuse": """accuse, accusation, allege, allegation, blame, charge, implicate, incriminate, indict, indictment,
        insinuate, insinuation, impute, point the finger, point a finger, level charges, hold responsible,
        lay the blame, put the blame, point fingers, cast blame, lay blame, pin the blame, shift the blame,
        put the blame on, hold accountable, cry foul, smear as""",
    "criticise": """criticise, criticism, condemn, condemnation, denounce, denunciation, slam, blast, decry, deride,
        mock, mockery, ridicule, attack, assail, lambast, lambaste, rebuke, scold, chide, chastise, rip,
        bash, knock, pan, trash, complain, complaint, deplore, censure, admonish, castigate, excoriate,
        fault, pillory, scoff, sneer, snipe, rail, fume, gripe, grumble, moan, whine, bemoan, disparage,
        belittle, berate, take aim, take issue, take to task, hit out, lash out, take a swipe, object,
        objection, reprimand, reproach, savage, flay, skewer, tear into, lay into, call out, jeer, carp,
        find fault, be critical of, be scathing, be dismissive, roast, upbraid, vilify, demonise, smear,
        revile, sound off, rubbish, speak out against, come under fire, poke fun, make fun, scorn, grouse,
        inveigh, take exception, heckle, insult, diatribe, tirade, eviscerate, pummel, hammer, taunt,
        critique, distance itself, distance himself, distance herself, distance themselves, take a shot at,
        take a dig at, take a jab at, take potshots, heap scorn, heap criticism, be unimpressed, rant, dress
        down, haul over the coals, cast aspersions, come out against, raise objections, voice criticism,
        seethe""",
    "praise": """praise, laud, hail, applaud, commend, commendation, congratulate, congratulation, compliment, tout,
        extol, salute, celebrate, pay tribute, tribute, honour, honor, cheer, acclaim, admire, admiration,
        sing the praises, heap praise, shower with praise, speak highly, speak warmly, speak positively,
        rave, gush, enthuse, eulogise, lionise, appreciate, felicitate, herald, welcome, be full of praise,
        be complimentary, give credit, give props, give kudos, have high praise, have nothing but praise,
        single out for praise, give a shout-out, be impressed, toast""",
    "warn": """warn, warning, caution, alert, forewarn, raise the alarm, sound the alarm, raise alarm, sound alarm,
        sound a warning, sound a note of caution, urge caution, raise concern, raise concerns, raise fears,
        raise the spectre, raise the specter, ring alarm bells, strike a note of caution, flag up""",
    "threaten": """threaten, threat, ultimatum, menace, vow revenge, vow to retaliate, swear revenge, issue a threat,
        put on notice, promise retaliation, vow retaliation, vow to respond, promise revenge""",
    "predict": """predict, prediction, forecast, foresee, foretell, prophesy, prophecy, anticipate, project,
        projection, envisage, envision, bet, prognosticate, expectation, expect, augur, be bullish, be
        bearish, see coming""",
    "estimate": """estimate, estimation, put at, calculate, calculation, reckon at, value at, tally, quantify,
        extrapolate, revise down, revise up""",
    "promise": """promise, pledge, vow, swear, guarantee, assurance, reassurance, commit, commitment, undertake,
        undertaking, give his word, give her word, give their word, make a pledge, make a promise, offer
        assurances, give assurances, be committed, give its word""",
    "announce": """announce, announcement, unveil, proclaim, proclamation, decree, give notice, make public, lay out
        plans, outline plans, set out plans, break the news, reveal plans, confirm plans""",
    "demand": """demand, call for, call on, call upon, urge, order, insist on, press, press for, push, push for,
        direct, instruct, instruction, command, require, implore, exhort, lobby, pressure, clamour, clamor,
        insistence, entreat, compel, enjoin, mandate, prod, agitate, campaign for, dictate, stipulate,
        summon, tell to, call to, insist upon, cry out for, rally for, march for, set a deadline, issue a
        call, nag, nudge, directive""",
    "propose": """propose, proposal, recommend, recommendation, advise, advice, float, put forward, argue for, make
        the case, counsel, moot, broach, pitch, champion, promote, prescribe, raise the possibility,
        nominate, raise the idea, put forth, raise the prospect, sketch out""",
    "ask": """ask, inquire, enquire, query, wonder, request, invite, invitation, plead, plead for, plea, beg,
        beseech, petition, solicit, pose, raise the question, raise questions, appeal for, quiz, grill, want
        to know, pray""",
    "thank": """thank, express gratitude, express thanks, express appreciation, be grateful, give thanks, gratitude,
        convey thanks, send thanks, offer thanks, extend thanks, be thankful, express his gratitude, express
        her gratitude, express their gratitude, express his thanks, express her thanks, express their thanks""",
    "apologise": """apologise, apology, full apology, say sorry, express remorse, ask for forgiveness, beg forgiveness,
        beg pardon, offer an apology, issue an apology, make an apology, ask forgiveness, seek forgiveness,
        make amends""",
    "express": """express, voice, fret, rejoice, mourn, grieve, exult, gloat, weep, sob, sigh, vent, regret, love,
        adore, loathe, hate, dread, marvel, delight, be delighted, be thrilled, be shocked, be horrified, be
        outraged, be furious, be angry, be upset, be saddened, be disappointed, be proud, be happy, be
        unhappy, be pleased, be glad, be sad, be relieved, be excited, be surprised, be stunned, be
        dismayed, be heartbroken, be devastated, look forward to, sympathise, commiserate, frustration,
        condolence, anger, outrage, dismay, relief, sorrow, joy, disappointment, angry, furious, upset,
        unhappy, terrified, nervous, disturbed, troubled, jubilant, ecstatic, elated, overjoyed, grief,
        dissatisfaction, scare""",
    "think": """think, believe, belief, consider, regard, view, see, know, suspect, suspicion, doubt, assume,
        assumption, understand, imagine, suppose, support, favour, favor, approve, disapprove, disagree,
        trust, distrust, perceive, perception, conviction, theory, realise, feel, feeling, dislike, be
        convinced, be certain, be sure, be skeptical, be sceptical, be aware, be wary, be unsure, be
        persuaded, be undecided, be against, be pessimistic, be optimistic, be worried, be concerned, be
        appalled, be frustrated, take the view, not sure, not convinced, of the opinion, have confidence,
        have doubts, have misgivings, mull, resent, respect, fear, worry, afraid, unconvinced, cognisant, sceptical,
        skeptical, wary, frustrated, worried, concerned, aware, presume, misgiving, attitude, hold the view,
        be of the view, have no doubt, have faith, harbour doubts, outlook""",
    "want": """want, plan, intend, intention, intent, hope, wish, aim, seek, desire, aspire, aspiration, strive, be
        keen, be eager, be willing, be prepared, would like, would love, would rather, would prefer, yearn,
        crave, ambition, look to, dream, goal, be hopeful, be seeking, be looking, be bent on, be intent on,
        strategy, objective, preference, be considering, contemplate, determination, be determined,
        opposition, be planning, be hoping, prefer, long for, set out to, set its sights on, set his sights
        on, set her sights on, be desperate, be interested, be inclined, eye, toy with, be gearing up, be
        anxious to, target""",
    "decline": """decline comment, decline to comment, no comment, refuse to comment, plead the fifth, remain silent,
        keep quiet, have no comment, refuse comment, refuse to discuss, give nothing away, be coy, sidestep,
        not confirm or deny, neither confirm nor deny, neither confirmed nor denied, neither confirms nor denies,
        refuse to confirm or deny, decline to confirm or deny""",
}

LEANING: dict[Act, str] = {
    "assert": """claim, insist, argue, reveal, confirm, disclose, relate, mention, maintain, contend, assert, reply,
        respond, answer, counter, retort, quote, boast, brag, joke, quip, indicate, detail, document,
        record, certify, verify, clarify, narrate, publish, refer, point out, point to, imply, stress,
        emphasise, underline, underscore, highlight, reiterate, note, defend, make clear, make it clear,
        make known, talk about, list, name, identify, leak, portray, pronounce, profess, affirm, teach,
        preach, outline, introduce, assure, inform, suggestion, rhetoric, assertion, narrative, argument,
        aver, specify, contention, response, defence, defense, rumour, rumor, email, e-mail, text,
        recognise, let it be known, make the point, position""",
    "assess": """describe, description, characterise, determine, judge, judgment, judgement, interpret, call, dub,
        label, liken, compare, comparison, chalk up, observe, observation, opine, reason, reckon, remark,
        suggest, find, finding, reflect, evaluate, muse, brand, term, play down, downplay, shrug off, rank,
        credit, speculate, paint, depict, cast, frame, posit, put, sum up, deduce, argument, speculation,
        notion, idea, consensus, equate, implication, link, opinion, deem, guess""",
    "criticise": """question, challenge, dismiss, hit back, fire back, snap, lament, protest, shout, yell, tease, argue
        against, oppose, be opposed, distance, label, chant""",
    "announce": """declare, rule, launch, hint, signal, notify, resolve, decide, decision, release, issue, reveal,
        schedule""",
    "propose": "offer, advocate, encourage, urge consideration, vision, present",
    "promise": "offer, assure, reassure",
    "refuse": "reject, rejection, decline, resist, say no",
    "deny": "reject, dismiss, brush off, brush aside, push back",
    "express": "concern, like, lament, confide, exclaim, cry, laugh, scream, smile",
    "think": """back, accept, like, hold, share, identify as, mind, rate, notion, position, figure, idea, oppose,
        be opposed, recognise, stand by, guess, care, care about""",
    "demand": "outcry, call, remind, ask to, dare, appeal, ask for",
    "agree": "accept, endorse, second, sign up, back",
    "praise": "endorse, endorsement, credit, defend, single out, stand by",
    "warn": "discourage",
    "accuse": "claim, contention, link, label",
    "predict": "speculation, be confident",
    "want": "vision, oppose",
    "ask": "appeal, ask for",
    "decline": "dodge, deflect, duck, evade",
    "admit": "recognise",
    "estimate": "guess",
}

NEUTRAL = """say, tell, state, add, note, write, comment, speak, talk, according to, go on to say, quote as saying,
    tweet, post, read, relay, statement, remarks, words, repeat, continue, begin, per, interject, chime in, blog,
    message"""

THINKING = word_set("think believe expect like support approve agree care care-about trust feel hope see be-optimistic")
"""Phrases (spaces as hyphens) whose negation is what the source thinks: "does not believe it will rain" believes that
it will not."""

WANTING = word_set("want wish plan intend")
"""The same where the negation stands right before them and the cue ends with them: "does not want a new road" wants
that there be none, "did not want to say" says nothing."""

DENYING = word_set(
    "deny denial dispute rebut refute disavow disclaim debunk contradict gainsay repudiate reject rejection disagree"
)
"""Phrases that negate what follows them: "denied involvement" says that there was none."""

COLOURS: dict[str, str] = {
    "it casts doubt on what is said": "claim, allege, purport, profess, insinuate, assert",
    "it takes what is said for true": """reveal, point out, expose, disclose, admit, acknowledge, concede,
        confess, own up, fess up""",
    "it shows pride": "boast, brag, tout, crow, gloat, trumpet",
    "it shows persistence": "insist, maintain, contend, double down, protest",
    "it shows temper": """fume, rage, rant, rail, thunder, snap, bristle, seethe, storm, explode, erupt, lash
        out, hit out, hit back, fire back, shoot back, sound off, vent""",
    "it shows force": """slam, blast, rip, bash, lambast, lambaste, savage, attack, assail, excoriate,
        castigate, tear into, lay into, trash, skewer, denounce, demonise, smear""",
    "it shows scorn": """scoff, sneer, mock, deride, ridicule, jeer, belittle, disparage, pooh-pooh, snipe,
        poke fun, taunt""",
    "it shows humour": "joke, quip, jest, tease, deadpan",
    "it shows complaint": "complain, grumble, gripe, moan, whine, lament, bemoan, grouse, carp, decry",
    "it tells how it sounded": """shout, yell, scream, whisper, mutter, mumble, cry, sob, sigh, exclaim, bark,
        growl, gush, enthuse, rave, laugh, boom, drone, stammer""",
    "it shows pleading": "plead, beg, implore, beseech",
    "it shows a threat": "threaten, vow, swear",
    "it shows evasion": """hint, imply, demur, hedge, dodge, deflect, shrug off, brush off, brush aside, play
        down, downplay, backtrack""",
}
"""Why a cue is not neutral → its phrases. "Said", "told", "added" and "according to" are; so are "warned" and "denied",
which tell the act and no more."""
