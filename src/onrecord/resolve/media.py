"""Closed lists for what a statement goes through, is addressed to, and rests on. Lower case; kinds of things."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ACCOUNTS = _words("account report transcript")
"""Nouns for what others tell; behind "according to" they are by what way another's words come."""
PRESS = _words(
    """
    agency anchor anchorman anchorwoman broadcaster channel columnist correspondent daily edition host interviewer
    journalist magazine media network newspaper newswire outlet paper podcast press programme radio reporter show
    station tabloid television tv website weekly wire
    """
)
"""Nouns for those who carry what is said to the public; of the head of a phrase, in the singular."""
PRESS_NAMES = _words(
    """
    broadcasting media network newspaper nightly online radio review show television today tonight tv
    """
)
"""Words in the names of stations and programmes."""
AGENCIES = _words(
    """
    abc afp ansa ap bbc bloomberg cbs cnbc cnn dpa efe interfax itv kyodo msnbc nbc npr pbs reuters rte tass upi
    xinhua
    """
)
"""Agencies and stations that are called by one word or a few letters; only a help, as the gazetteer's states are."""
PLATFORMS = _words("bluesky facebook instagram linkedin livestream reddit telegram tiktok twitter weibo x youtube")
"""Where posts are published: a medium as television is."""
WRITINGS = _words(
    """
    ad advert advertisement affidavit article blog book brief broadcast bulletin column comment communique
    communiqué complaint correspondence dispatch documentary e-mail editorial email essay excerpt facebook film
    filing footage interview lawsuit letter livestream mail memo memoir memorandum message motion newsletter note
    op-ed oped petition piece podcast post posting press profile readout recording release report series statement
    submission suit tape testimony text thread transcript tweet video voicemail writing
    """
)
"""Nouns for what is written, sent or broadcast."""
OCCASIONS = _words(
    """
    address appearance breakfast briefing call ceremony chat conference conversation convention debate
    deposition dinner discussion event exchange forum gathering hearing inquiry interview lecture luncheon meeting
    news-conference phone presentation press-conference questioning rally remarks seminar session sermon
    speech summit talk telephone televised television testimony vigil webcast webinar
    """
)
"""Nouns for when somebody speaks to others."""
RELAYS = _words(
    """
    aide attorney counsel intermediary interpreter lawyer mediator representative solicitor spokesman spokesperson
    spokeswoman translator
    """
)
"""Nouns for persons who pass on what another says."""
MEDIA_PREPOSITIONS = {
    "in": WRITINGS | OCCASIONS - _words("ceremony dinner event exchange forum gathering rally summit talk"),
    "on": PRESS | PLATFORMS | _words("air blog call camera livestream phone podcast tape telephone video webcast"),
    "via": WRITINGS | RELAYS | PLATFORMS | OCCASIONS,
    "through": WRITINGS | RELAYS | PLATFORMS | _words("channel"),
    "during": OCCASIONS | WRITINGS | PRESS,
    "at": OCCASIONS,
    "by": _words("e-mail email letter mail phone telephone text"),
    "over": _words("phone telephone"),
    "per": PRESS,
}
"""Preposition → the nouns behind it that make it tell by what way something was said."""
SPEAKING = _words("addressing appearing posting speaking talking testifying writing")
"""Participles that tell where something was said: "speaking to reporters"."""
SPEAKING_PREPOSITIONS = _words("after at before during from in on to with")
QUOTED = _words("quoted cited")
TELLING = _words("inform informed informing informs tell telling tells told")
"""Verbs whose object is whom the words reach first."""
ADDRESSING = TELLING | _words(
    """
    advise advised advises advising asked asking asks assure assured assures assuring beg begged begs begging
    caution cautioned cautions cautioning challenge challenged challenges challenging implore implored implores
    imploring instruct instructed instructing instructs invite invited invites inviting order ordered ordering
    orders persuade persuaded press pressed pressing promise promised promises promising remind reminded reminding
    reminds request requested thank thanked thanking thanks urge urged urges urging warn warned warning warns
    """
)
"""Verbs whose object is whom the words are for, where it stands before the content."""
TO_AUDIENCE = _words(
    """
    complained explained repeated reported said say saying says tweeted wrote admitted announced appealed apologised
    apologized confessed confided
    """
)
"""Verbs after which "to" opens whom the words are for."""
POSTING = _words("blogged posted posting retweeted tweet tweeted tweeting tweets")
"""Verbs that are a medium."""
CITING = _words("cite cited cites citing")
RESTING = (
    ("based", "on"),
    ("given",),
    ("on", "the", "basis", "of"),
    ("in", "the", "light", "of"),
    ("in", "light", "of"),
    ("quoting",),
    ("drawing", "on"),
    ("relying", "on"),
)
"""Openings of what a source cites for what it says."""
EVIDENCE = _words("calculations data evidence figures findings information intelligence records research")
"""What a source may rest on besides documents and polls."""
