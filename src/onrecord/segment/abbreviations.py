"""Abbreviations of news English, by what a full stop after them means, and words that begin sentences."""

from __future__ import annotations

import re


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


TITLES = _words(
    """
    Mr Mrs Ms Mx Dr Prof Sen Sens Rep Reps Gov Govs Gen Lt Col Sgt Capt Cmdr Adm Maj Cpl Pvt Rev Hon Pres Messrs Mme
    Mlle Mt Ft Supt Insp Det Atty Asst Assoc Ald Msgr Cllr Brig Amb Fr Rt Ven Sec Dept Univ
    MR MRS MS DR PROF SEN REP GOV GEN LT COL SGT CAPT REV
    v V vs Vs cf viz e.g i.e eg ie approx
    """
)
"""A word or name always follows: no sentence ends at them."""

NUMBERED = _words("No Nos NO no nos p pp vol Vol vols art Art Arts ch Ch chap Chap fig Fig figs Figs sec par para")
MONTHS = _words("Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec")
"""Both kinds end no sentence before a number: ``No. 5``, ``Jan. 5``."""

MAY_END = _words(
    """
    Inc Corp Co Cos Ltd Jr Sr Bros Assn Assocs Esq St Ste Ave Blvd Rd Hwy INC CORP CO LTD JR SR ST etc al Ph.D
    Ala Ariz Ark Calif Cal Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa
    Tenn Tex Vt Va Wash Wis Wisc Wyo Ont Alta Sask Tues Thurs
    """
)
"""They may stand at a sentence's end, and more often stand before a name.
So may those with stops inside, and initials."""

STOPS_INSIDE = re.compile(r"[A-Za-z]{1,2}(?:\.&?[A-Za-z]{1,2})+\Z")
"""``U.S``, ``a.m``, ``J.K``, ``S.&P``: what stands before the last stop."""

AFTER_HOUR = _words(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tues Wed Thurs Fri Sat Sun
    Eastern Central Pacific Mountain Atlantic Greenwich
    ET EST EDT CT CST CDT MT PT PST PDT GMT BST UTC CET CEST EET MSK IST
    """
)
"""What goes on after ``5 p.m.``; anything else with a capital begins a sentence."""

BRANDS = _words("Yahoo! Jeopardy!")

STARTERS = _words(
    """
    the this that these those there he she it they we you his her its their our your my but and so or yet if when while
    although though because since after before as at in on by for from with without under over between during despite
    according however meanwhile still instead also then now here what why how who where which a an some many most all
    no not both one two other others another each every even only just once until unlike like asked last earlier later
    more initially finally recently previously eventually similarly additionally ultimately unfortunately clearly
    apparently mr mrs ms mr. mrs. ms. that's it's there's he's she's they're we're i've i'm you're don't let's
    """
)
"""Words that in capitals begin a sentence far more often than they go on a name."""
