"""schema.org: what was said and by whom, and nothing that the report does not tell."""

from __future__ import annotations

import json
from typing import Any

from store.readings import Report, budget, ferry

from onrecord.show.schema_org import record_schema_org


def described(report: Report) -> dict[str, Any]:
    line = record_schema_org(report.reading())
    assert line.count(b"\n") == 1
    found: dict[str, Any] = json.loads(line)
    return found


def part(article: dict[str, Any], words: str) -> dict[str, Any]:
    (found,) = [one for one in article["hasPart"] if one["text"].startswith(words)]
    return dict(found)


def test_an_article_tells_what_is_known_of_it() -> None:
    article = described(budget())
    assert article["@type"] == "NewsArticle"
    assert article["url"] == "https://courier.example/2024/budget"
    assert article["headline"] == "Council “short of cash”"
    assert article["publisher"] == {"@type": "Organization", "name": "The Ness Courier"}
    assert article["datePublished"] == "2024-05-02"
    assert "publisher" not in described(ferry())
    assert "url" not in described(ferry()), "a file's path is no address"


def test_a_quotation_is_spoken_by_whom_the_report_names() -> None:
    quotation = part(described(ferry()), "“Nobody")
    assert quotation["@type"] == "Quotation"
    assert quotation["text"] == "“Nobody asked us,” […] “We were told by letter.”"
    assert quotation["isPartOf"]["@id"] == described(ferry())["@id"]
    assert quotation["spokenByCharacter"] == [
        {"@type": "Person", "name": "Ilse Varga"},
        {"@type": "Person", "name": "Tomás Łódź"},
    ]


def test_what_the_reporter_words_is_a_claim() -> None:
    claim = part(described(ferry()), "the ferry to Scar")
    assert (claim["@type"], claim["author"]) == ("Claim", {"@type": "Person", "name": "Ilse Varga"})


def test_who_is_not_named_is_credited_by_the_words_and_who_is_not_known_not_at_all() -> None:
    unnamed = part(described(budget()), "“The café")
    assert unnamed["creditText"] == "a senior port official"
    assert "spokenByCharacter" not in unnamed
    unknown = part(described(budget()), "“It is a mess")
    assert not {"spokenByCharacter", "author", "creditText"} & set(unknown)


def test_what_was_not_said_or_only_wanted_is_left_out() -> None:
    report = ferry()
    report.paragraph("Varga did not say when the pier would be sold.")
    report.say("when the pier would be sold", speakers=[report.entities[0].id], cue="say", negated=True)
    texts = [one["text"] for one in described(report)["hasPart"]]
    assert "when the pier would be sold" not in texts
    assert "the U.S. firm to pay for the pier" not in [one["text"] for one in described(budget())["hasPart"]]
