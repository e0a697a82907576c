"""Vocabulary: classes of words that tell what a statement does, and the stems that bring their forms together. Data."""

from __future__ import annotations

from functools import cache, lru_cache

CLASSES: dict[str, str] = {
    "harm": """alarming attack backlash bankruptcy bloodshed burden casualty catastrophe catastrophic chaos
        collapse consequence contaminate crisis critical cut damage danger dangerous death default delay
        destabilise destabilize destroy destruction deteriorate devastate devastating die dire disaster
        disastrous disease disrupt disruption drought emergency endanger escalate escalation explosive
        expose extinction famine fatal flood grave harm hazard hazardous hunger hurt infection inflation
        instability invade invasion jeopardise jeopardize jeopardy kill layoff lose loss nuclear
        outbreak peril perilous pollution pressure radiation recession risk serious severe shortage
        shutdown spread starvation strain struggle suffer suffering threat toxic undermine unemployment
        unrest unsafe victim violence violent vulnerable war weaken worse worsen""",
    "wrong": """abduct abuse abuser assault atrocity attempt betray betrayal blackmail blame bomb breach bribe
        bribery cheat collude collusion complicit complicity conceal conspiracy conspire corrupt
        corruption cover-up crime criminal deceit deceive deception deliberately deport discriminate
        discrimination dishonest disinformation embezzle exploit extort fabricate fail failure fault
        forge fraud fraudulent genocide guilty hack harass harassment hide hoax ignore illegal illegally
        intentionally interfere interference intimidate intimidation kidnap knowingly launder liar lie
        loot manipulate massacre meddle misconduct misinformation mislead murder murderer negligence
        negligent obstruct obstruction orchestrate persecute plot propaganda racism racist rape refuse
        responsible retaliate rig sabotage sexist shell smear smuggle steal terrorism terrorist theft
        thief threaten torture traffic treason try unlawful violate violation""",
    "bad": """absurd appalling arrogance arrogant awful bad betrayed bigot bigoted broken callous clueless
        counterproductive coward cowardly crazy cruel cynical debacle deplorable despicable
        disappointing disappointment disgrace disgraceful disgusting divisive draconian dumb
        dysfunctional excessive extreme extremist fake farce fiasco flawed foolish greed greedy harmful
        hate hateful heartless horrible hypocrisy hypocrite hypocritical ill-conceived immoral
        inadequate incompetence incompetent inexcusable inhumane insane insanity insensitive
        insufficient insult insulting irresponsible joke lazy loser ludicrous lunacy madness mess
        misguided mockery naive neglect nightmare nonsense offensive outrage outrageous pathetic phony
        pointless poor poorly preposterous punitive radical reckless ridiculous rigged scandal
        scandalous sham shame shameful shameless short-sighted slap stupid terrible tone-deaf
        unacceptable unconstitutional undemocratic unethical unfair unfit unjust unnecessary
        unprecedented unqualified useless vile waste wasteful weak weakness worst wrong""",
    "good": """accomplish accomplishment achievement admire amazing beautiful beloved best bold brave
        breakthrough brilliant champion class committed congratulation courage courageous decent
        decisive dedicated dedication effective excellent exceptional exemplary experienced
        extraordinary fair fantastic finest gem generosity generous good gracious great hero heroic
        historic honest honorable honourable impressive improve improvement incredible inspiration
        inspire inspiring integrity kind knowledgeable leader leadership legend legendary milestone
        outstanding perfect pride professional progress proud qualified remarkable respect sensible
        skilled smart strength strong success successful superb talented terrific thoughtful tireless
        tremendous triumph victory visionary welcome wise wonderful""",
    "feeling": """afraid amazed anger angry anxious ashamed comfortable concern concerned condolence confident
        cry delight delighted devastated disappointed disappointing dream embarrassed embarrassing
        emotional enjoy enjoyed excited exciting fan fear feel feeling felt frustrated frustration fun
        glad grateful happy heart heartbroken honored honoured hope hopeful horrified humbled joy love
        miss nervous optimistic overwhelmed pessimistic pleased prayer privilege privileged proud regret
        relief relieved sad saddened scared shock shocked sorrow sorry stunned surprised sympathy tear
        thought thrilled uncomfortable unhappy upset wish worried worry""",
    "thank": "appreciate appreciation grateful gratitude indebted thank thankful thanks",
    "sorry": "apologise apologize apology forgive forgiveness regret remorse sorry",
    "must": """call crucial demand deserve end essential expect immediately imperative insist let let's must
        necessary need ought require should step stop time urge urgent urgently vital""",
    "plan": """acquire acquisition aim announce appoint ban begin bid build buy campaign candidate close cut
        decide decision deploy expand hold intend introduce invest investigate investigation join launch
        lift meet merge merger nominate offer open plan prepare propose publish release resign retire
        review run schedule sell send set sign start step suspend table travel unveil visit vote
        withdraw""",
    "future": """ahead become coming continue eventually expect expected forecast future later likely month
        next outlook probably prospect remain soon tomorrow unlikely upcoming week year""",
    "cause": """because cause demonstrate drive driven due evidence explain factor indicate key lead led mean
        owing pattern point reason reflect result sense show sign signal suggest thanks therefore trend
        why""",
    "judge": """advantage always appear balance benefit better big bigger biggest challenge clear common
        complex complicated critical crucial different difficult easy effective fact hard impact
        importance important impossible interesting issue key kind less major matter more most never
        opportunity political popular possible potential powerful problem question quite rare really
        role seem significance significant similar strategic strong thing typical unclear unique unusual
        very way weak""",
    "number": """about almost approximately around average billion cent cost dozen estimate estimated half
        hundred least million nearly number pct per percent quarter rate roughly third thousand total
        trillion value worth""",
    "event": """arrested arrived attended began believed born came captured charged crashed decreased destroyed
        detained died discovered dropped entered evacuated fell fired found gained grew happened hit
        identified increased injured killed left lost made met moved occurred received recovered
        released reported rescued rose seen sent served shelled started taken told used went won worked
        wounded""",
    "offer": """commit commitment committed deliver ensure fight guarantee never pledge promise protect ready
        vow willing""",
    "deny": """accurate baseless denied deny evidence fabricate fake false fiction hoax inaccurate incorrect
        innocent knowledge lie mistaken myth nobody not nothing rumor rumour unaware unfounded untrue
        wrongdoing""",
    "comment": """answer comment confirm details disclose discuss elaborate question specifics speculate
        statement""",
    "agree": "absolutely accept agree endorse exactly join right share support yes",
    "admit": "acknowledge admit although error fault guilty indeed mistake though wrong yes",
    "retaliate": """attack consequence crush destroy force impose kill pay price punish punishment respond
        response retaliate retaliation revenge sanction shoot strike sue tariff veto walk""",
}
"""Class → base forms, from general knowledge of English news; the scorer learns what each is worth."""

SHORTEST = 4
"""Letters from which a word is cut to a stem."""


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """Cut a word to a stem, roughly: forms of one word meet, and few others do.

    Args:
        word: In lower case.
    """
    if len(word) < SHORTEST:
        return word
    if word.endswith("ies") and len(word) > SHORTEST:
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending, longer_than in (("ing", 5), ("ed", 4), ("ly", 5)):
        if word.endswith(ending) and len(word) > longer_than:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    return word[:-1] + "i" if len(word) > SHORTEST and word.endswith("y") else word


@cache
def class_table() -> dict[str, tuple[str, ...]]:
    """Stem → the classes that it is in, built once."""
    table: dict[str, tuple[str, ...]] = {}
    for name, text in CLASSES.items():
        for word in text.split():
            held = table.get(stem(word), ())
            table[stem(word)] = held if name in held else (*held, name)
    return table
