"""People for people: a list of who speaks, and a profile of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from onrecord.show.harmless import one_line
from onrecord.show.layout import Paragraph, Piece
from onrecord.show.page import spell_spans
from onrecord.show.wording import INDENT, OMISSION, PAST, act_words, count, day, parted_words

if TYPE_CHECKING:
    from onrecord.ask.people.profile import Appearance, HeldRole, People, Person, Profile
    from onrecord.ask.tally import Tally

_COLUMNS = ("statements", "documents")
_LABEL = 14
_MOST_PLACES = 12


def people_paragraphs(found: People) -> Iterator[Paragraph]:
    """Lay a list of people out: the numbers, then who it is and the key.

    Args:
        found: The list.
    """
    heading = "".join(column.rjust(len(column) + 2) for column in _COLUMNS)
    indent = len(heading) + 2
    yield Paragraph((Piece("who", "faint"),), 0, indent, Piece(heading, "faint"))
    for who in found.people:
        figures = "".join(f"{getattr(who, column):,}".rjust(len(column) + 2) for column in _COLUMNS)
        yield Paragraph((*_who(who), Piece(f" · {one_line(who.key)}", "faint")), 0, indent, Piece(figures))


def _who(who: Person) -> tuple[Piece, ...]:
    facts = [] if who.kind == "person" else [str(who.kind)]
    facts += [] if who.named else ["not named"]
    told = (Piece(f" ({', '.join(facts)})", "faint"),) if facts else ()
    return (Piece(one_line(who.name), "name"), *told)


def profile_paragraphs(profile: Profile) -> Iterator[Paragraph]:
    """Lay a profile out.

    Args:
        profile: All about one key.
    """
    who = profile.person
    yield Paragraph(_who(who))
    if profile.parts:
        yield from _parts(profile)
    dates = f", {who.first[:10]} to {who.last[:10]}" if who.first and who.last else ""
    told = f"{count(who.statements, 'statement')} in {count(who.documents, 'report')}{dates}"
    yield Paragraph((Piece(f"{told} · {one_line(who.key)}", "faint"),))
    if not (profile.parts or profile.certain):
        yield Paragraph((Piece("One name in several reports: that it is one person is not certain.", "mark"),))
    if profile.capped:
        yield Paragraph((Piece("Counted in part: there is more than is looked at.", "mark"),))
    if len(profile.keys) > 1:
        yield from _row("joined by hand", ", ".join(profile.keys))
    for one in profile.judged:
        if one.verb == "split":
            why = f" · because {one.reason}" if one.reason else ""
            yield from _row("not the same", f"{one.author}, {day(one.at[:10])}{why} ({one.id[:8]})")
    yield from _row("printed as", ", ".join(f"{form.words} ({form.documents:,})" for form in profile.forms))
    for role in profile.roles:
        yield from _row("role", _role(role))
    yield from _row("did", _listed((PAST[tally.label], tally) for tally in profile.acts))  # type: ignore[index]
    yield from _row("printed", _listed(_labelled(profile.spoken)))
    yield from _row("matters", _listed(_labelled(profile.matters)))
    yield from _row("by month", _listed(_labelled(profile.months)))
    yield from _row("spoken of by", _listed(_labelled(profile.spoken_of_by)))
    yield from _row("speaks of", _listed(_labelled(profile.speaks_of)))
    yield from _row("beside", _listed(_labelled(profile.beside)))
    yield from _appearances(profile.appearances)
    yield from _latest(profile)


def _parts(profile: Profile) -> Iterator[Paragraph]:
    reports = sum(len(part.documents) for part in profile.parts)
    told = f"{count(reports, 'report')} name {one_line(profile.person.name)}. {parted_words(profile.parted)}:"
    yield Paragraph((Piece(told),))
    for part in profile.parts:
        office = one_line(part.office) if part.office else "without an office"
        figures = f"{count(len(part.documents), 'report')}, {count(part.statements, 'statement')}"
        more = len(part.documents) - _MOST_PLACES
        places = ", ".join(document[:8] for document in part.documents[:_MOST_PLACES])
        places += f" and {more:,} more" if more > 0 else ""
        yield Paragraph((Piece(f"{office} ({figures}: {places})"),), INDENT, INDENT * 2)


def _row(label: str, words: str) -> Iterator[Paragraph]:
    if words:
        hang = INDENT + _LABEL
        yield Paragraph((Piece(one_line(words)),), INDENT, hang, Piece(label, "faint"))


def _labelled(tallies: Iterable[Tally]) -> Iterator[tuple[str, Tally]]:
    return ((tally.label, tally) for tally in tallies)


def _listed(tallies: Iterable[tuple[str, Tally]]) -> str:
    return ", ".join(f"{label} ({tally.statements:,})" for label, tally in tallies)


def _role(role: HeldRole) -> str:
    told = ", ".join(part for part in (role.title, role.organisation) if part)
    dates = sorted({day[:10] for day in (role.first, role.last) if day})
    when = f", {' to '.join(dates)}" if dates else ""
    former = "former " if role.former else ""
    place = f"“{role.words}” at {spell_spans((role.span,))} of {role.document_id[:8]}"
    return f"{former}{told} ({count(role.documents, 'report')}{when}: {place})"


def _appearances(appearances: Iterable[Appearance]) -> Iterator[Paragraph]:
    for one in appearances:
        facts = (one.published and one.published[:10], one.publisher, one.title, "; ".join(one.roles))
        told = " · ".join(fact for fact in facts if fact)
        yield from _row("report", f"{one.document_id[:8]} · {told} · {count(one.statements, 'statement')}")


def _latest(profile: Profile) -> Iterator[Paragraph]:
    for hit in profile.latest:
        yield Paragraph()
        words = OMISSION.join(one_line(part) for part in hit.words)
        yield Paragraph((Piece(words, "words"),), INDENT, INDENT + 12, Piece(act_words(hit.statement), "act"))
        facts = (hit.published, hit.publisher, hit.title, hit.origin, hit.document_id[:8])
        told = [one_line(fact) for fact in dict.fromkeys(facts) if fact]
        place = " · ".join([*told, f"at {spell_spans(hit.statement.content)}"])
        yield Paragraph((Piece(place, "faint"),), INDENT + 12, INDENT + 12)
