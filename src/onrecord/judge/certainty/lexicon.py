"""Lexicon: the words that hedge, and those that belong to a hedge."""

from __future__ import annotations

from onrecord.judge.wordlist import word_set

NEGATORS = word_set("not n't never")
DEGREES = word_set(
    """very highly extremely quite almost nearly virtually practically most more less least rather fairly
    increasingly exceptionally overwhelmingly entirely absolutely only just really pretty somewhat
    so too all even equally roughly reasonably vanishingly hardly scarcely near far completely totally wholly"""
)
"""Words before a word of probability that belong to it ("very unlikely", "almost certainly")."""

ARTICLES = word_set("a an the")
UNSAID = ARTICLES | word_set("only just even really still also now yet")
"""What a normalised phrase leaves out: articles, and before its first word what changes no band."""

ADJECTIVES = word_set(
    """likely unlikely likelier likeliest probable improbable conceivable plausible implausible doubtful inevitable
    inconceivable uncertain"""
)
ADVERBS = word_set(
    """probably conceivably doubtless certainly definitely surely undoubtedly unquestionably inevitably perhaps maybe
    possibly presumably potentially apparently allegedly reportedly supposedly seemingly ostensibly arguably
    purportedly necessarily improbably"""
)
PREDICATES = word_set("possible certain unclear impossible remote slight")
"""Words of probability only as a predicate: "certain laws" and "a possible swap" say nothing of certainty."""

OF_CHANCE = word_set("remote slight")
"""Of these, the ones that say something of a chance alone ("the chances of a deal are remote")."""

LOCAL = word_set("perhaps maybe possibly probably potentially purportedly allegedly certainly")
BEFORE_LOCAL = word_set(", and or to into for from towards toward of about with against by as")
"""After these, an adverb hedges one phrase ("an annexation, possibly in May"), not the proposition."""

OF_PARTICIPLES = word_set("allegedly potentially possibly reportedly supposedly purportedly")
"""Before a word in "-ing" these hedge what describes a noun, not the proposition."""

QUOTES = word_set('“ " ‘')

NOT_HEDGED = word_set(
    """voter voters caucusgoers candidate candidates suspect suspects buyer buyers bidder bidders supporter supporters
    contender contenders nominee nominees customers lad lads lass story targets donors"""
)
"""After an attributive "likely", these make a name of a kind ("40% of likely voters")."""

BEFORE_KIND = word_set("of against with among for by percent cent pct %")
"""Before "likely", these tell that it describes a noun ("of likely female voters", "against likely lawsuits")."""

BE = word_set("is 's are 're was were be been being it seems looks seem look seemed looked remains remain")
LINKING = BE | word_set(
    """appear appears appeared considered thought deemed seen judged become becomes became made make makes now also
    still always all at any means by longer being yet far from as"""
)
"""Words that may stand between a negation and the hedge that it belongs to ("does not look likely")."""

MODALS = word_set("may might could")
AFTER_MODALS = word_set("well also just possibly easily conceivably yet still even very")
AT_BEST = ("best", "most", "worst", "least")
"""After "at", these qualify the hedge before them ("unlikely at best")."""

CONCESSION = 10
"""Words within which "but" takes back what a "may" grants."""

SEEMING = word_set("seem seems seemed appear appears appeared")
NOT_SEEMING = word_set("on in for before at as with . , ”")

OPINIONS = ("think", "guess", "suspect", "suppose", "doubt", "believe")
SUSPECTING = word_set("doubt doubts doubted suspect suspects suspected")
"""With "that" after them, whoever says it is unsure of it."""

JUDGING = word_set("should need needs must ought important shame right wrong great good bad time")
"""What "I think" judges, without being unsure of it ("I think we should go")."""

DOUBTING = word_set("doubt doubts doubted doubtful doubting dispute disputes disputed")
UNBELIEVING = word_set("think believe expect see consider say regard foresee")

_PHRASES = """my guess is|my sense is|as far as i know|as far as i am aware|as far as i 'm aware|to my knowledge
    |to the best of my knowledge|no doubt|without doubt|without a doubt|beyond doubt|for sure|bound to|sure to|not sure
    |n't sure|not even sure|percent sure|percent certain|percent confident|cent sure|cent certain|utmost confidence
    |in all likelihood|in all probability|as likely as not|about as likely as not|more likely than not|better than even
    |about even|by no means certain|far from certain|anything but certain|all but certain|not necessarily
    |n't necessarily|can n't be ruled out|can not be ruled out|could not be ruled out|could n't be ruled out
    |can n't rule out|can not rule out|could not rule out|could n't rule out|not ruling out|n't ruled out|not ruled out
    |n't rule out|can n't rule it out|can n't rule that out|can n't rule this out|can not rule it out
    |can not rule that out|can not rule this out|could n't rule it out|could n't rule that out
    |could not rule it out|could not rule that out
    |can n't be excluded|can not be excluded|can n't exclude|can not exclude|no guarantee|no guarantees
    |on the cards|a foregone conclusion|remains to be seen|a safe bet|a long shot|touch and go|a toss - up|a toss-up
    |a coin toss|in doubt|in the balance|everything indicates|all the signs are|an open question
    |not out of the question|n't out of the question|every chance|may or may not|might or might not|high confidence
    |moderate confidence|low confidence|reasonable grounds to|not clear|n't clear|anybody 's guess|anyone 's guess
    |looks set to|look set to|looked set to|looks like|look like|looks as if|not certain|n't certain|a certainty
    |near certainty|virtual certainty|almost a certainty"""
PHRASES: dict[str, list[tuple[str, ...]]] = {}
for _words in map(str.split, _PHRASES.split("|")):
    PHRASES.setdefault(_words[0], []).append(tuple(_words))
"""First word → the fixed phrases that it begins."""

WEAK_PHRASES = word_set("my as to high moderate low looks look looked")
"""First words of phrases that tell on what ground somebody judges; a word of probability says more."""

CHANCES = word_set("chance chances likelihood probability possibility odds prospect prospects risk")
OF_CHANCES = word_set(
    """a an no little slim good fair strong real realistic high low small remote even better great some any serious
    significant reasonable slight distinct outside fighting percent per cent pct % - one two three four five
    ten twenty hundred roughly about very almost virtually more less than only not highly
    most least every slimmest slightest remotest faint minimal negligible zero best decent growing considerable
    strongest
    the or equal definite clear excellent extremely"""
)
"""Words before a noun of chance that belong to it ("a 30 percent chance", "little likelihood")."""

BARE = word_set("about every a an the some any more less one two three four five ten - not or this")
"""With these alone a noun of chance says nothing of how likely: "a chance", "the odds"."""

OWED_TO = word_set("because due thanks")
MADE = word_set("been made only was were")
"""Behind and before "possible" where it has come to be: "was only possible due to"; but "snow is possible due to"."""

TAKING = word_set(
    "take takes took taken taking had have has get gets got give gives gave given missed miss stand stands"
)
"""Before "a chance", verbs after which it is an opening, not a likelihood."""

CLAIM_NEGATIONS = word_set("not n't never no none nobody nothing neither nor")
REPORTED = word_set("reportedly allegedly purportedly supposedly ostensibly")
"""Outside quotation marks these are the reporter's."""

SUBJECT_NEGATIONS = word_set("no nobody none neither nothing no-one")

WISHES = word_set("wish wished wishes hope hoped hopes fear fears feared")
"""After these, "could" and "might" are the wish's, not a doubt."""

ASKING = word_set("if whether how what why who when where which")
"""After "not clear" and "not sure", these ask; nothing is hedged."""

EXPECTED = word_set(
    """rise fall drop grow shrink reach last recover improve ease climb arrive suffice exceed become experience offset
    reduce result endanger total average decline widen narrow add"""
)
TO_BE = word_set("over enough back complete completed finished fine higher lower better easier safe")
"""After "should (be)" these are what is expected ("earnings should *drop*", "it should be *over* by May")."""

SEEN = word_set("this that these those it them him her you me us to the")
"""After "should see" these are what somebody ought to look at, not what is to be expected."""

SOFTENING = word_set("not n't just about also soon now then finally eventually more than still at least again")
"""Words between a "should" and what is expected ("should *finally* fall", "should *more than* offset")."""

WHICHEVER = word_set("whatever whoever whichever however wherever")
"""After these in its clause, a "may" leaves open which one, and doubts nothing."""

NOMINAL = word_set("possible potential likely probable")
"""Before the noun of a content that is no clause, these hedge it ("announced *a possible sale*")."""

_OPEN = """remains to be seen|remain to be seen|is to be seen|is unclear|was unclear|remains unclear|is uncertain
    |was uncertain|remains uncertain|is not clear|is n't clear|was not clear|is in doubt|remains in doubt
    |is anyone 's guess|is anybody 's guess|is an open question|remains an open question"""
OPEN: tuple[tuple[str, ...], ...] = tuple(tuple(phrase.split()) for phrase in _OPEN.split("|"))
"""What a question that is the subject of a clause is left as ("how long it lasts *is unclear*")."""

OPENING = word_set("if whether unless when what how why where who")
"""A clause that opens with one of these asserts nothing of its own."""
