"""What web pages print around a report, in words: patterns for ``boilerplate``, matched without regard to case.

Found in twelve thousand articles of 310 outlets by counting lines that recur, and made general; what only one outlet
prints is left out.
"""

from __future__ import annotations

import re

NETWORKS = "facebook|twitter|x|instagram|linkedin|whatsapp|reddit|telegram|pinterest|youtube|tiktok|e-?mail|flipboard"


def _any_of(*patterns: str) -> re.Pattern[str]:
    """One pattern for several."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


WHOLE = _any_of(
    r"advertisements?(?:\s+(?:advertisement|continue reading(?: the main story)?))?",
    r"\[?ad\]?|sponsored(?: content)?",
    r"(?:story|article) continue[sd](?: (?:below|after)(?: (?:the |this )?(?:ad|advertisement|video))?)?",
    r"continue reading(?: (?:below|the main story))?|continued below",
    r"(?:read|see|watch|listen|learn|find out|show|view|load) (?:more|next|also|now|here|below|live)",
    r"(?:see|show|view|load|watch) (?:comments?|the video)",
    r"watch|listen|video|photos?|slideshow(?: \(\d+ images\))?|(?:photo )?gallery|scroll down for \w+",
    rf"(?=.{{0,60}}(?:share|tweet|print|copy link|{NETWORKS}))"
    rf"(?:share|tweet|print|save|comment|copy link|post|pin|like|{NETWORKS}|this|article|story|page|on|via|\W)++",
    r"\d*\s*comments?|loading|close|play|mute|menu|search|home|next|prev(?:ious)?|log in|sign in",
    r"(?:hide|toggle|show) caption(?: \d+ of \d+)?|enlarge this image|(?:prev|next)?\s*image \d+ of \d+",
    r"related(?: (?:articles?|stor(?:y|ies)|posts?|coverage|topics?|content|links?|news|reading|items))?",
    r"more (?:on this(?: (?:story|topic))?|stories|news|coverage|like this|to read)",
    r"you (?:may|might) also like|recommended(?: (?:for you|stories|reading|videos?))?",
    r"most (?:read|popular|viewed|shared|commented)|trending(?: (?:now|stories))?|(?:top|latest) (?:stories|news)",
    r"editor['’]?s['’]? (?:picks|choice)|don['’]t miss|also read|tags|topics|filed under|about the authors?|links?",
    r"newsletters?(?: sign-?\s?up)?|subscribe(?: now)?|manage newsletters?",
    r"sign up(?: (?:now|here|for (?:daily |our )?newsletters?.{0,30}))?",
    r"skip to (?:main )?content|back to top|(?:privacy|cookie) policy|terms of (?:use|service)|contact us|about us",
    r"all rights reserved|this article is more than \d+ (?:year|month|week)s? old",
    r"\d+[\s-]min(?:ute)?s? read|reading time:? .{1,20}|\d+ (?:year|month|week|day|hour|minute)s? ago",
    r"follow us(?: on .{1,40})?|click (?:here|to enlarge|to play)|join (?:our list|the (?:conversation|discussion))",
    r"media playback is (?:un|not )supported.{0,30}|listen to (?:this )?article.{0,60}",
)
"""Whole lines."""

LINK = _any_of(
    r"(?:read|see|watch|listen|view)(?: (?:more|also|next|now|here))?\s?:|(?:also|related) (?:read|see)\s?:",
    r"also on .{1,40}:|(?:full|special|complete) coverage\s?:",
    r"(?:related|more|don['’]t miss|recommended|photos?|videos?|slideshow|gallery|pictures|interactive|in pictures)"
    r"(?: (?:articles?|story|stories|posts?|coverage|links?|content|from .{1,30}))?\s?:",
    r"[^.]{1,200}\b(?-i:Read) more[\s»›>…]*\Z|(?-i:JUST WATCHED) .{1,200}(?-i:MUST WATCH)\b",
)
"""Titles of other pages, by the label before or after them: ``Read more: Minister says she will stay``."""

BEGINS = _any_of(
    r"(?:click|tap) (?:here\b|on the|through\b|to (?:read|see|watch|view|subscribe|sign|share|listen|open))",
    r"sign up (?:for|to|here|now|today)|subscribe (?:to|now|here|on|for|today|via)",
    r"already (?:a subscriber|subscribed|registered)|newsletter sign-?\s?up|join the conversation",
    r"(?:follow|like|join|find) (?:us|me) on|follow @\w+|follow (?:[\w.'’-]+ ){1,4}@\w+",
    rf"follow (?:[\w.'’-]+ ){{1,6}}on (?:{NETWORKS})",
    r"download (?:our|the) (?:[\w'’]+ ){0,4}app\b",
    r"get (?:the|our|all|breaking|more|daily|\w+ news)\b.{0,80}\b(?:newsletters?|inbox|app|alerts?)\b",
    r"(?:read or )?share (?:this|on)\b|send (?:your )?(?:letters|tips|feedback|comments|corrections) to",
    r"send us a (?:tip|message)|support (?:our|independent|quality) journalism",
    r"to (?:continue|keep) reading,? (?:please|this|subscribe|sign|log|register|become)\b",
    r"watch the (?:full )?(?:video|clip|interview|ad|segment|speech)\b.{0,60}(?:above|below|here)",
    r"by (?:continuing|signing up|subscribing|clicking|using|providing|submitting)\b.{0,120}\byou\b"
    r".{0,40}\b(?:agree|consent|accept|acknowledge)\b",
    r"please (?:enable|turn on|disable|whitelist|verify|log in|sign in|subscribe|check your)\b|enable javascript",
    r"this (?:article|story|content|page) (?:is (?:only )?(?:available|for)\b.{0,20}subscribers)",
    r"this (?:article|story|content|page) (?:was )?(?:first|originally) (?:appeared|published|posted)",
    r"a version of this (?:article|story|review|column) (?:appears|appeared) in print",
    r"you (?:have|['’]ve) (?:\w+ ){1,4}free articles?",
    r"(?:write|email|e-mail|contact|reach|tips|letters|send)\b.{0,80}[\w.+-]{1,40}@[\w-]{1,40}\.\w",
    r"[\w.+-]{1,40}@[\w.-]{1,60}\.\w+[.\s]*\Z",
)
"""Beginnings of lines in which nobody is quoted."""

SURE = _any_of(
    r"(?:copyright (?:©|\(c\))?|©|\(c\))\s*(?:copyright\s*)?(?:19|20)\d\d\b|copyright (?:by )?(?:19|20)\d\d",
    r"(?:we|this (?:web)?site|our (?:web)?site) uses? (?:own |our |third-party )*cookies",
    r"(?:accept|manage|reject) (?:all )?cookies",
    r"your e-?mail address will not be published|required fields are marked|save my name,?|leave a (?:reply|comment)\b",
    r"post a comment\b|add (?:a|your) comment\b|comments (?:are|have been) (?:now )?(?:closed|disabled|turned off)",
    r"you must (?:be logged in|log in|register)|notify me (?:of|by)|this site uses akismet|cancel reply",
    r"log in to (?:leave|post|comment|reply)",
)
"""Beginnings of lines, whoever is quoted in them."""

INBOX = _any_of(r"\b(?:sign\s?up|subscribe|newsletter)\b.{0,200}\b(?:inbox|newsletter|privacy policy|unsubscribe)\b")
"""Anywhere in a line in which nobody is quoted."""

FORM = _any_of(
    r"(?:leave a (?:reply|comment)|post a (?:comment|reply)|add (?:a|your) comment)\W*",
    r"(?:cancel reply|comments are closed)\W*",
    r"(?:your e-?mail address will not be published|log in to (?:leave a )?(?:comment|reply)).*",
    r"you must be logged in to (?:post a )?(?:comment|reply).*",
)
"""Whole lines that only a comment form has."""

COMMENTS = _any_of(r"(?:\d+|one) (?:comments?|responses?|thoughts?|replies)(?: (?:on|to) .{1,200})?\W*", r"comments\W*")
"""Whole lines that head readers' comments."""

COMMENTER = _any_of(r".{1,60}\bsays:?\Z", r".{1,200}\bat \d{1,2}:\d\d ?(?:[ap]\.?m\.?)?\W*\Z", r"reply\Z")
"""Lines that begin or end a reader's comment."""

LIST_TITLE = _any_of(
    r"(?:related(?: (?:articles?|stor(?:y|ies)|posts?|coverage|content|links?|news|reading))?)\W*",
    r"read (?:more|next|also)\W*",
    r"(?:links?|more (?:on this(?: story| topic)?|stories|news|coverage|from .{1,40})|you (?:may|might) also like)\W*",
    r"(?:recommended(?: for you| stories| reading)?|most (?:read|popular|viewed|shared)|trending(?: now)?)\W*",
    r"(?:(?:top|latest) stories|latest news|editor['’]?s['’]? picks|don['’]t miss|tags|filed under)\W*",
)
"""Whole lines that head a list of other pages."""
