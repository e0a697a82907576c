"""Nouns: what words can and cannot be part of the name of what is counted. There is no tagger: these are word lists."""

from __future__ import annotations

from onrecord.judge.wordlist import word_set

STOPS = word_set(
    """the a an this that these those my your his her its our their whose who whom which what where when while why how
    of in on at to for from by with without within into onto upon about above across after against along amid among
    around as before behind below beneath beside besides between beyond but despite down during except inside like near
    off out outside over past per since than through throughout toward towards under until till up via versus vs
    and or nor so yet if unless because although though whether plus minus
    i you he she it we they me him us them himself herself itself themselves myself ourselves
    am is are was were be been being has have had having do does did will would can could may might shall should must
    not no never n't also only just even still already again ago away apart later earlier sooner back then there here
    now today yesterday tomorrow tonight ever once twice both either neither each every any some such same too very
    last next total's according compared including following regarding
    said say says saying told tell tells went go goes gone came come comes got get gets gave give gives took take takes
    made make makes saw see sees found find finds left leave leaves kept keep keeps held hold holds led lead put ran run
    runs began begin became become becomes brought thought think thinks knew know felt feel want wants need needs seem
    seems remain remains show shows showed suggest suggests believe believes lost lose won win died die dies fell rose
    sat stood lay hit met meet meets spent spend sent send paid pay pays cost costs bought sold sell let set fought
    caught taught sought voted vote live lived cast heard read wrote write written broke broken stole stolen grew drove
    expect expects plan plans attend attended sits stands goes looks works turns plays
    monday tuesday wednesday thursday friday saturday sunday
    january february march april june july august september october november december
    annually yearly daily weekly monthly respectively altogether overall instead together alone
    worth high tall long wide deep old more's north south east west"""
)
"""Words at which the name of what is counted has ended."""

IRREGULAR = word_set(
    """people men women children police troops staff personnel aircraft sheep fish deer cattle dead wounded injured
    casualties teeth feet mice geese oxen data media criteria phenomena bacteria alumni servicemen servicewomen lives
    wives knives leaves wolves shelves halves businessmen businesswomen policemen policewomen congressmen fishermen
    gunmen clergy offspring spacecraft hovercraft watercraft livestock infantry youth clientele electorate crew
    homeless unemployed elderly missing"""
)
"""Plurals, and words for many, that do not end in "s"."""

NO_PLURAL = word_set(
    """was is has does goes says his this its as less across always perhaps sometimes besides news thus us yes plus
    versus unless whereas politics economics physics mathematics athletics gas bus campus bonus virus status census
    process business access success progress congress press loss class glass boss mass address business illness
    crisis basis analysis emphasis series species atlas christmas texas paris james charles arkansas kansas illinois
    massachusetts dallas athens wales hamas honduras cyprus laos brussels reuters sales afterwards towards minus
    campus corps headquarters vs let's it's he's she's that's there's what's who's"""
)
"""Words that end in "s" and are not the head of a count, or stand before one ("two sales managers")."""

SINGULAR_PLURALS = word_set("species series corps headquarters")
"""Words that are both: "three species"."""

FATES = word_set(
    """died killed injured wounded hurt arrested detained missing displaced infected hospitalised hospitalized evacuated
    rescued kidnapped abducted trapped stranded deported executed jailed imprisoned affected dead homeless captured
    perished drowned recovered tested fled sacked fired destroyed damaged charged"""
)
"""What is said of the counted that makes the count what it is: dead are not casualties."""

AUXILIARIES = word_set("have has had were was are is been be being had")
"""Between the counted and its fate: "Russians have died", "people were killed"."""

QUALIFYING = word_set("left feared presumed believed thought reported confirmed still also either")
"""Between them too: who is feared dead is not counted among the dead."""


def is_plural(word: str) -> bool:
    """Whether a word in lower case is a plural or a word for many.

    Args:
        word: The word.
    """
    if word in IRREGULAR or word in SINGULAR_PLURALS or word.endswith("men"):
        return True
    return (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")) and word not in NO_PLURAL
    )


def is_initials(printed: str) -> bool:
    """Whether a word is initials in the plural: "MPs", "UAVs".

    Args:
        printed: The word as it is printed.
    """
    return len(printed) > 2 and printed.endswith("s") and printed[:-1].isupper()
