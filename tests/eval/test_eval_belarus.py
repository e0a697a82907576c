from __future__ import annotations

import hashlib
from typing import Any

import pytest
from small_sets import at

from eval import belarus
from eval.belarus import TASK, invented_names, same_speaker, score_doc
from eval.task import GoldDoc

TEXT = (
    "Mara Quill said the bridge is closed.\n\n"
    "The mayor refused to resign.\n\n"
    "Odo Fenn, who says he saw it, in 2031 © Pell / Agency\n\n"
    "“It will open,” she said."
)


def found(source: str, cue: str, content: str, **more: Any) -> dict[str, Any]:
    return {"source": [at(source, TEXT)], "cue": [at(cue, TEXT)], "content": [at(content, TEXT)]} | more


GOLD = GoldDoc(
    "bridge",
    TEXT,
    (
        found("Mara Quill", "said", "the bridge is closed", speaker="Mara Quill", speaker_kind="person"),
        found("she", "she said", "It will open", speaker="Mara Quill", speaker_kind="person"),
    ),
    {},
)


def record(*statements: dict[str, Any], names: tuple[str, ...] = ("Mara Quill",)) -> dict[str, Any]:
    entities = [{"id": name, "name": name, "named": True, "aliases": []} for name in names]
    return {"statements": list(statements), "entities": entities, "blocks": []}


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    places = belarus.Places(
        tolerated=(tuple(at("The mayor refused to resign.", TEXT)),),
        not_read=(tuple(at("Odo Fenn, who says he saw it, in 2031 © Pell / Agency", TEXT)),),
    )
    monkeypatch.setattr(belarus, "KNOWN_PLACES", {digest: places})


@pytest.mark.usefixtures("known")
def test_found_right_spurious_tolerated_and_outside() -> None:
    tallies = score_doc(
        GOLD,
        record(
            found("Mara Quill", "said", "the bridge is closed", speaker_ids=["Mara Quill"]),
            found("she", "she said", "“It will open,”", speaker_ids=["Odo Fenn"]),
            found("The mayor", "refused", "to resign"),
            found("Odo Fenn", "says", "he saw it"),
            names=("Mara Quill", "Odo Fenn", "Rudi Pell"),
        ),
    ).tallies
    assert TASK.metrics(tallies) == {
        "found": {"share": 1.0, "ok": 2, "n": 2},
        "speaker": {"share": 0.5, "ok": 1, "n": 2},
        "spurious": {"n": 1},
        "out of captions, credits, boilerplate": {"n": 1},
        "names not in the text": {"n": 1, "names": 3},
    }
    assert TASK.apart(tallies) == {"statements tolerated by the gold's note": 1}


def test_a_missed_statement_has_no_right_speaker() -> None:
    tallies = score_doc(GOLD, record()).tallies
    assert (tallies["found"], tallies["speaker"]) == (0, 0)


def test_the_records_own_blocks_count_as_not_read_too() -> None:
    made = record(found("Odo Fenn", "says", "he saw it"))
    made["blocks"] = [{"span": at("Odo Fenn, who says he saw it", TEXT), "kind": "caption"}]
    assert score_doc(GOLD, made).tallies["outside"] == 1


@pytest.mark.parametrize(
    ("gold", "kind", "name", "same"),
    [
        ("Mara Quill", "person", "Quill", True),
        ("officials in Port Amsel", "officials", "Officials in Port Amsel", True),
        ("a senior official", "anonymous official", "senior official", True),
        ("Norland", "state", "Norland’s security chief", False),
        ("others", "collective", "", False),
    ],
)
def test_same_speaker(gold: str, kind: str, name: str, same: bool) -> None:
    assert same_speaker({"speaker": gold, "speaker_kind": kind}, name) is same


def test_names_are_looked_for_with_blanks_and_apostrophes_made_alike() -> None:
    text = "O’Dell of the  Harbour\nTrust spoke."
    assert invented_names(text, record(names=("O'Dell", "Harbour Trust", "Harbor Trust"))) == ["Harbor Trust"]
