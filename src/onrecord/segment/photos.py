"""Captions and credits: where in a line the credit begins, and which lines describe a picture."""

from __future__ import annotations

import re

LONGEST_CAPTION = 450
"""Characters: what is longer and has a photographer's name at its end is a paragraph with a credit run on to it."""

LONGEST_STAFF = 300
"""Characters: thanks to colleagues are shorter."""

_PHOTO_TAIL, _STAFF_TAIL = 170, 240
"""Characters at a line's end in which a photographer's credit and an editor's must begin."""

_AGENCY = (
    r"(?:Getty(?: Images)?(?:/\w+)?|AP(?: Photo| Images)?|Associated Press|AFP|Agence France-Presse|REUTERS|Reuters"
    r"|EPA(?:-EFE)?|EFE|PA(?: Wire| Media| Images)?|Press Association|Alamy(?: Stock Photo)?|Shutterstock"
    r"|Rex(?: Features)?|iStock(?:photo)?|Bloomberg(?: News)?|TASS|Tass|Sputnik|Xinhua|Kyodo|Anadolu(?: Agency)?"
    r"|NurPhoto|ZUMA(?: Press)?|UPI|Magnum(?: Photos)?|Flickr|Wikimedia(?: Commons)?"
    r"|Pixabay|Unsplash|Pool|Handout|Newscom)"
)
_NAME = r"(?:[A-ZÀ-Þ@][\w.'’@-]*|\d[\w-]*[A-Za-z][\w-]*)"
_FULL_NAME = rf"{_NAME}(?:\s{_NAME}){{0,3}}"
_BETWEEN = r"(?:\s?/\s?|\s?,\s?|\s?&\s?|\s?\|\s?|\s)"
_NAMES = rf"{_NAME}(?:{_BETWEEN}(?:{_NAME}|for|of|the|via|and|by|de|van|von|from)){{0,14}}"
_LABEL = (
    r"(?:Photograph(?:s|ers?)?|Photos?|Pictures?|Images?|Illustrations?|Graphics?|Composite|Credit|CREDIT|PHOTO"
    r"|(?:Photo|Image|Picture) [Cc]redit|Photo [Ii]llustration|Photography)"
)
_ALONE = r"(?:(?<=[.!?)\"”’]\s)|\A)"
"""Where a credit may begin that is no part of a sentence: ``a poll by Reuters/Ipsos`` is one."""

_CREDITS = (
    rf"{_LABEL}(?:\s?:|\s(?:by|courtesy of|via)\b)\s?:?\s?{_NAMES}",
    rf"\(\s?{_LABEL}\s?(?::|/|by\b|courtesy\b|via\b|from\b)[^()]{{2,100}}\)",
    r"\([\w ]{0,24}\b(?:[Pp]hoto(?:graph)?|[Ss]ketch)s?\s?:[^()]{2,80}\)",
    r"\([^()]{0,80}\b(?:AP|AFP|EPA|PA|Reuters|REUTERS) (?:File )?Photo\b[^()]{0,60}\)",
    rf"\({_NAMES}\s?/\s?(?=[A-Z]){_NAMES}\)",
    rf"\([^()/]{{0,60}}\bGetty Images\)|\((?:{_AGENCY}) (?:photo|file photo|image)s?\)",
    rf"©\s?(?!\s?(?:19|20)\d\d){_NAMES}",
    rf"{_ALONE}{_AGENCY}\s?/\s?{_NAMES}",
    rf"(?:{_NAME}\s{_NAME}(?:\s{_NAME}){{0,2}}\s?/|{_ALONE}{_FULL_NAME}\s?(?:/|via))\s?(?:{_FULL_NAME}\s?/\s?)?{_AGENCY}(?:\s?/\s?{_FULL_NAME}){{0,3}}",
)
_CREDIT = re.compile(rf"(?:(?<=\s)|(?<=[.!?)\"”’])|\A)(?:{'|'.join(_CREDITS)})(?:\s(?:More|Enlarge|Share))?\.?\Z")
"""A photographer's credit that ends a line: ``Photograph: Ann Lee/Newswire``, ``(AP Photo/Ann Lee)``, ``© Ann Lee``."""

_OF_PHOTOS = re.compile(r"[Pp]hoto|PHOTO|©|Getty|[Ii]mage|[Pp]icture|[Ii]llustration|[Cc]redit|REUTERS|EPA|Alamy|File")
_REPORTS = re.compile(r"\b(?:said|says|told|according to|polls?|survey|per ?cent|added|warned|announced)\b|%")
"""A name and an agency with a stroke between them may also be a poll's: ``46 percent (The Herald/Newswire)``."""

_CREDIT_SIGN = re.compile(
    r"[/©]|[Pp]hoto|PHOTO|[Pp]ictures?|[Ii]mages?|[Ii]llustration|Graphic|Composite|[Cc]redit|CREDIT|via "
)
"""What every credit has: a quick test before the slow one."""

_LONE_AGENCY = re.compile(
    rf"\(?(?:via )?(?:{_AGENCY}|REUTER|Reuter)(?:\s?[/,]\s?{_AGENCY})*\)?\.?|ASSOCIATED PRESS\.?|GETTY(?: IMAGES)?\.?"
)
_WORK = (
    r"(?:[Rr]eporting|[Rr]esearch|[Ww]riting|[Ee]diting|[Pp]roduction|[Gg]raphics|[Pp]hotography|[Tt]ranslation|[Cc]ompiled"
    r"|[Ee]dited|[Tt]ranslated|[Pp]roduced|[Rr]eported|[Ww]ritten)"
)
_COLLEAGUES = rf"(?:\s*(?:{_NAME}|and|in|for|of|the|with|at|from|by|additional|further|{_WORK}|[;,&/.()|]))++\W*\Z"
_STAFF = re.compile(
    rf"\(?(?:[Aa]dditional |[Ww]ith |[Ff]urther )*{_WORK}(?: and {_WORK})?(?: from the \w+)? by\b{_COLLEAGUES}"
    rf"|[Ww]ith (?:additional )?(?:files|reporting|reports|contributions) (?:from|by)\b{_COLLEAGUES}"
    rf"|\(?[Cc]ontributing(?: to this (?:report|story|article))?\s?:|[Ww]ith agencies\W*\Z|Source [Ll]ink\W*\Z"
    rf"|(?:Source|SOURCE|source)s?\s?:\s{_NAMES}\.?\Z"
)
"""Who worked on a report, and nothing else: ``Research by the university suggests`` begins a sentence of its body."""

_CONTRIBUTED = re.compile(
    r"\b(?:contributed|assisted)\s+(?:(?:reporting|research|additional reporting)\s+)?(?:to|with|in|for)\s+"
    r"(?:this|the|our)\s+(?:[\w-]+\s){0,2}?(?:reports?|reporting|story|article|column|piece|coverage|post)\b"
    r"|\bcontributed(?: reporting)?\W*\Z"
)
_STAFF_IN_BRACKETS = re.compile(
    r"\((?:Additional |With |Further )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled)\b[^()]{0,200}\)\s*\Z"
)
_PICTURE = re.compile(
    r"FILE\s?(?:PHOTO|IMAGE)?\s?(?:[-–—:,]|\()|(?:Image|Media|Video|Photo) caption\b|Image copyright\b"
    r"|Media playback is\b|Enlarge this image\b"
    r"|In this (?:[\w.,]+ ){0,5}?photo(?:graph)?\b"
    r"|In this (?:[\w.,]+ ){0,4}?(?:\d{4},?|undated|file|handout|video|satellite|still) (?:\w+ )?"
    r"(?:image|picture|frame)\b"
    r"|This (?:aerial|undated|file|handout|combination|composite|satellite) (?:photo(?:graph)?|image|picture)\b"
    r"|An? (?:undated|file|handout|combination|composite) (?:photo(?:graph)?|image|picture)\b"
    r"|(?:Above|Pictured|Top|Left|Right|Below)(?: (?:left|right|centre|center))?\s?:"
)
_PICTURED = re.compile(r"(?:,|\()\s?pictured\b")
_SHOWS = re.compile(
    r"\b(?:pictured|seen here|attends|speaks|speaking|stands?|walks?|arrives?|waves?|looks? on|holds?|gestures?|poses?"
    r"|smiles?|listens?|shakes? hands|sits?|leaves|delivers|addresses|reacts|greets?|takes? part|shows|line up|queue)\b"
)
_DOES = re.compile(
    r"\b(?:speaks|speaking|gestures|waves|walks|arrives|listens|poses|looks on|smiles|reacts|addresses|stands|attends)"
    r"\b"
)
_DATED = re.compile(r"\b[A-Z][a-z]+\.? \d{1,2}, (?:19|20)\d\d\b")
"""What agencies' captions have: an act in the present tense, and its full date."""

_SPEECH = re.compile(r"[\"“”«»]|\b(?:said|says|told|added|was|were|had)\b")


def credit_start(line: str) -> int | None:
    """Where in a line a photographer's credit begins, or None.

    Args:
        line: A paragraph, without white space around it.

    Returns:
        0 if the whole line is a credit, else the place after which the credit runs to the line's end.
    """
    if _LONE_AGENCY.fullmatch(line):
        return 0
    low = max(0, len(line) - _PHOTO_TAIL)
    found = _CREDIT.search(line, low) if _CREDIT_SIGN.search(line, low) else None
    if found is None or (not _OF_PHOTOS.search(found.group()) and _REPORTS.search(line, 0, found.start())):
        return None
    return found.start()


def is_staff_credit(line: str) -> bool:
    """Whether a paragraph says who worked on the report: ``Additional reporting by …``, ``Source link``."""
    if len(line) > LONGEST_STAFF:
        return False
    return bool(_STAFF.match(line) or (_CONTRIBUTED.search(line) and not re.search('["“”]', line)))


def staff_credit_start(line: str) -> int | None:
    """Where a credit in brackets that ends a paragraph begins: ``… (Reporting by Ann Lee; editing by Bo Roe)``."""
    if not line.endswith(")"):
        return None
    found = _STAFF_IN_BRACKETS.search(line, max(0, len(line) - _STAFF_TAIL))
    return found.start() if found else None


def is_caption(line: str, before_credit: bool) -> bool:
    """Whether a paragraph describes a picture.

    Args:
        line: A paragraph, without white space around it and without its credit.
        before_credit: Whether a photographer's credit, and nothing else, is the next paragraph.
    """
    if len(line) > LONGEST_CAPTION:
        return False
    if _PICTURE.match(line):
        return True
    if _PICTURED.search(line) and line[-1] not in '.!?"”':
        return True
    if len(line) > 350 or _SPEECH.search(line):
        return False
    return bool((before_credit and _SHOWS.search(line)) or (_DOES.search(line) and _DATED.search(line)))
