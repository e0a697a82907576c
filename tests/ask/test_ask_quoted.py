"""What is counted when a reading is stored adds up to what somebody counts who goes through the live readings."""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import numpy as np
from ask.asked import march
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject
from store.readings import Report

from onrecord.ask.arrays import nth_greatest, numbered
from onrecord.ask.audit.count import audit
from onrecord.ask.audit.shares import Audit, AuditRow
from onrecord.ask.dates import month_of
from onrecord.ask.identity import Identities
from onrecord.ask.people.listing import people
from onrecord.ask.question import Question
from onrecord.ask.quoted import quoted
from onrecord.store import Store, open_store
from onrecord.store.terms import HEADLINES
from onrecord.store.words import tokens
from onrecord.types import THOUGHT, EntityKind, Reading, Statement

CAST: list[tuple[str, EntityKind, bool]] = [
    ("Ilse Varga", "person", True),
    ("ILSE VARGA", "person", True),
    ("Jon Abara", "person", True),
    ("the Tide Institute", "organisation", True),
    ("Tide Institute", "organisation", True),
    ("crews", "group", False),
    ("?!", "person", True),
]
PLACES = [
    {"published": "2024-03-04", "publisher": "Sound Herald"},
    {"published": "2024-03-31", "publisher": "SOUND HERALD"},
    {"published": "2024-04-01"},
    {"published": "2024", "publisher": "The Ness Courier"},
    {"published": "soon", "publisher": "The Ness Courier"},
    {"publisher": "The Ness Courier"},
]
QUESTIONS = [
    Question(),
    Question(publisher="sound herald"),
    Question(published_from="2024-03-05", published_to="2024-04-01"),
    Question(published_from="2024"),
    Question(published_to="2024-03-31", publisher="The Ness Courier"),
]


@st.composite
def reports(draw: st.DrawFn, number: int) -> Report:
    """A report in which some of the cast speak, two at once too, in a headline or below it."""
    report = Report({**draw(st.sampled_from(PLACES)), "origin": f"{number}.txt"})
    cast = [report.entity(name, kind=kind, named=named) for name, kind, named in CAST]
    for place in range(draw(st.integers(0, 4))):
        words = f"words {number} {place}" + " more" * draw(st.integers(0, 2))
        quoted = draw(st.booleans())
        report.paragraph(f"“{words}”." if quoted else f"{words}.", draw(st.sampled_from(["body", "headline"])))
        report.say(
            f"“{words}”" if quoted else words,
            speakers=draw(st.lists(st.sampled_from(cast), max_size=3, unique=True)),
            act=draw(st.sampled_from(["assert", "think"])),
            negated=draw(st.booleans()),
        )
    return report


class Desk:
    """Somebody who adds to a record and corrects it, as hypothesis says."""

    def __init__(self, store: Store, data: DataObject) -> None:
        self.store = store
        self.draw = data.draw
        self.reports: list[Report] = []

    def add(self) -> None:
        report = self.draw(reports(len(self.reports)))
        self.reports.append(report)
        self.store.add(report.reading())

    def read_again(self) -> None:
        """With a statement less, or by older rules, which changes nothing."""
        report = self.draw(st.sampled_from(self.reports))
        reading = report.reading(rules=self.draw(st.sampled_from(["2026.10", "2026.12", "2027.1"])))
        self.store.add(msgspec.structs.replace(reading, statements=reading.statements[1:]))

    def reject(self) -> None:
        self._judge("reject", lambda _: {})

    def give_to_another(self) -> None:
        self._judge("change", lambda live: {"speaker_ids": [self.draw(st.sampled_from(live.entities)).id]})

    def _judge(self, verb: str, after: Callable[[Reading], dict[str, object]]) -> None:
        live = self.store.reading(self.draw(st.sampled_from(self.reports)).reading().document.id)
        if live.statements:
            target = self.draw(st.sampled_from(live.statements)).id
            self.store.judge(verb, target, after(live), document_id=live.document.id, author="ann")  # type: ignore[arg-type]

    def join(self) -> None:
        """Two of the cast in two reports, or in one, are one person."""
        chosen = [self.store.reading(self.draw(st.sampled_from(self.reports)).reading().document.id) for _ in range(2)]
        pairs = [[live.document.id, self.draw(st.sampled_from(live.entities)).id] for live in chosen]
        if chosen[0].document.id != chosen[1].document.id:
            self.store.judge("merge", "", {"entities": pairs}, author="ann")

    def undo(self) -> None:
        made = self.store.judgements()
        if made:
            self.store.withdraw(self.draw(st.sampled_from(made)).id, "ann")


STEPS = [Desk.add, Desk.add, Desk.read_again, Desk.reject, Desk.give_to_another, Desk.join, Desk.undo]


class Count:
    """Counted one by one."""

    def __init__(self) -> None:
        self.numbers: Counter[str] = Counter()
        self.documents: set[str] = set()
        self.people: Counter[str] = Counter()

    def add(self, reading: Reading, statement: Statement, keys: dict[str, str]) -> None:
        speakers = [entity for who in statement.speaker_ids for entity in reading.entities if entity.id == who]
        naming = ["named" if entity.named else "unnamed" for entity in speakers] or ["unknown"]
        said = "\n".join(span.of(reading.document.text) for span in statement.content)
        words = 0 if statement.act in THOUGHT or statement.negated else len(tokens(said))
        if reading.document.id not in self.documents:
            self.documents.add(reading.document.id)
            self.numbers[f"first_{naming[0]}"] += 1
        self.numbers.update({statement.form, *naming, *(f"{entity.kind}s" for entity in speakers)})
        self.numbers.update(["statements"])
        self.numbers.update(dict.fromkeys([f"{name}_words" for name in {*naming}] + ["words"], words))
        self.people.update({keys[who] for who in statement.speaker_ids})

    def equals(self, row: AuditRow) -> None:
        names = ("statements", "words", "named", "unnamed", "unknown", "named_words", "unnamed_words", "unknown_words")
        more = ("direct", "indirect", "persons", "groups", "organisations", "first_named", "first_unnamed")
        for name in (*names, *more, "first_unknown"):
            assert getattr(row, name) == self.numbers[name], (row.label, name)
        assert row.documents == len(self.documents)
        assert row.concentration.speakers == len(self.people)
        top = max(self.people.values(), default=0)
        assert row.concentration.top_1 == (round(top / self.people.total(), 4) if top else 0)


def fits(question: Question, reading: Reading) -> bool:
    """By the question's publisher and days; all dates of the tests that are none are words."""
    publisher, published = reading.document.publisher, reading.document.published
    if question.publisher and (publisher or "").casefold() != question.publisher.casefold():
        return False
    if not (question.published_from or question.published_to):
        return True
    if published is None or published == "soon":
        return False
    first, last = question.published_from or "", question.published_to or "9"
    return (f"{first}-01-01" if len(first) == 4 else first) <= published < last


def live(store: Store, question: Question) -> Iterator[tuple[Reading, dict[str, str]]]:
    """The readings that fit, with the keys of their entities."""
    for row in list(store.documents()):
        reading = store.reading(row.id)
        with store.looking() as connection:
            identities = Identities(connection)
            keys = {
                one.id: identities.key(one.kind, one.name, named=one.named, document_id=row.id, entity_id=one.id)
                for one in reading.entities
            }
        if fits(question, reading):
            yield reading, keys


def by_hand(store: Store, question: Question) -> dict[tuple[str, ...], Count]:
    """Counts of all, of publishers, of months and of both."""
    counts: dict[tuple[str, ...], Count] = defaultdict(Count)
    for reading, keys in live(store, question):
        publisher = reading.document.publisher or "publisher not known"
        month = month_of(reading.document.published) or "date not known"
        for statement in reading.statements:
            if statement.block not in HEADLINES:
                for place in (("all",), ("publisher", publisher), ("month", month), ("cell", f"{publisher}, {month}")):
                    counts[place].add(reading, statement, keys)
    return counts


def assert_audited(store: Store, question: Question, found: Audit) -> None:
    counts = by_hand(store, question)
    counts[("all",)].equals(found.total)
    for kind, rows in (("publisher", found.publishers), ("month", found.months), ("cell", found.cells)):
        assert {(kind, row.label) for row in rows} == {place for place in counts if place[0] == kind}
        for row in rows:
            counts[kind, row.label].equals(row)
    assert {one.key: one.statements for one in found.speakers} == dict(counts[("all",)].people)


def assert_listed(store: Store, question: Question) -> None:
    said: defaultdict[str, Counter[str]] = defaultdict(Counter)
    days: defaultdict[str, list[str]] = defaultdict(list)
    for reading, keys in live(store, question):
        where: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for statement in reading.statements:
            for key in {keys[who] for who in statement.speaker_ids}:
                where[key]["headlines" if statement.block in HEADLINES else "statements"] += 1
        for key, numbers in where.items():
            said[key] += numbers + Counter({"documents": 1})
            days[key] += [reading.document.published] if reading.document.published is not None else []
    found = people(store, question)
    assert found.total == len(said)
    assert [(who.statements, who.headlines) for who in found.people] == sorted(
        ((numbers["statements"], numbers["headlines"]) for numbers in said.values()), reverse=True
    )
    for who in found.people:
        expected = said[who.key]
        assert (who.statements, who.headlines, who.documents) == (
            expected["statements"],
            expected["headlines"],
            expected["documents"],
        )
        assert (who.first, who.last) == (min(days[who.key], default=None), max(days[who.key], default=None))


@given(st.data())
@settings(max_examples=12, deadline=None)
def test_it_equals_what_is_counted_one_by_one(data: DataObject) -> None:
    """After additions, readings anew, corrections, joinings and what is undone of these."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(Path(folder) / "record.db", create=True) as store,
    ):
        desk = Desk(store, data)
        desk.add()
        for step in data.draw(st.lists(st.sampled_from(STEPS), min_size=1, max_size=6)):
            step(desk)
        for question in (Question(), data.draw(st.sampled_from(QUESTIONS))):
            found = audit(store, question)
            assert found == audit(store, question, most=10**6), "counted when stored, and counted now"
            assert_audited(store, question, found)
            assert_listed(store, question)


def test_two_who_are_one_by_judgement_make_a_joint_statement_once(tmp_path: Path) -> None:
    """Their tally, made before the judgement, has it for each of them."""
    first, second = Report({"origin": "a.txt"}), Report({"origin": "b.txt"})
    pair = [first.entity("Ilse Varga"), first.entity("Jon Abara")]
    first.paragraph("It is late, Varga and Abara said.")
    first.say("It is late", speakers=pair)
    other = second.entity("Jon Abara")
    second.paragraph("No, said Abara.")
    second.say("No", speakers=[other])
    with open_store(tmp_path / "record.db", create=True) as store:
        store.add_many([first.reading(), second.reading()])
        assert sorted(who.statements for who in people(store).people) == [1, 2]
        pairs = [[first.reading().document.id, pair[0]], [second.reading().document.id, other]]
        store.judge("merge", "", {"entities": pairs}, author="ann")
        (joined,) = people(store).people
        assert (joined.statements, joined.documents) == (2, 2)
        assert [share.statements for share in audit(store).speakers] == [2]


def test_persons_who_differ_only_where_the_place_is_written_are_told_apart() -> None:
    numbers = np.array([2**40, 2**40 + 1, 2**40, 2**40 + 1, 7], np.uint64)
    persons, by_person, people_there = numbered(numbers)
    assert people_there == 3
    assert persons.tolist() == [1, 2, 1, 2, 0]
    assert by_person.tolist() == [4, 0, 2, 1, 3]


def test_a_filter_on_statements_is_counted_now(tmp_path: Path) -> None:
    with open_store(tmp_path / "record.db", create=True) as store:
        store.add(march().reading())
        with store.looking() as connection:
            found = quoted(connection, Identities(connection), Question(acts=("warn",)))
        assert found.statements(headlines=True) == 1


def test_the_number_at_a_place() -> None:
    assert [nth_greatest(np.array([3, 9, 9, 1]), place) for place in (1, 2, 3, 4, 5)] == [9, 9, 3, 1, 0]
