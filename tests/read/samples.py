"""Reports of our own for the tests of reading: invented people and places."""

from __future__ import annotations

REPORT = (
    "The ferry to Saltholm will run again from Monday, the harbour board said on Thursday. “We have had the hull "
    "looked at twice, and it is sound,” said Ingrid Vane, who chairs the board. Fishermen who had waited since the "
    "storm said they did not believe her. The board would not say what the repairs had cost."
)
"""Sixty words of plain English with curly quotation marks."""

GERMAN = (
    "Die Fähre nach Saltholm fährt ab Montag wieder, teilte die Hafenbehörde am Donnerstag mit. Der Rumpf sei zweimal "
    "geprüft worden und in Ordnung, sagte die Vorsitzende Ingrid Vane. Die Fischer, die seit dem Sturm warten, "
    "glaubten ihr nicht. Über die Kosten wollte die Behörde nichts sagen."
)
RUSSIAN = "Паром на Сальтхольм снова начнёт ходить с понедельника, сообщило управление порта."

PARAGRAPHS = (
    "The ferry to Saltholm will run again from Monday, the harbour board said on Thursday.",
    "“We have had the hull looked at twice, and it is sound,” said Ingrid Vane, who chairs the board.",
    "Fishermen who had waited since the storm said they did not believe her, and asked for a third inspection.",
    "The board would not say what the repairs had cost, nor who had paid for them when the harbour's money ran out.",
)
TITLE = "Saltholm ferry is back, board says"


def page(body: str = "", head: str = "", charset: str = '<meta charset="utf-8">') -> str:
    """A news page with a menu, the article and a footer.

    Args:
        body: The article's HTML; its paragraphs by default.
        head: More elements of the head.
        charset: The element that declares the encoding.
    """
    body = body or "".join(f"<p>{paragraph}</p>\n" for paragraph in PARAGRAPHS)
    return (
        f"<!DOCTYPE html>\n<html lang='en'><head>{charset}<title>{TITLE} | The Harbour Echo</title>"
        '<meta property="og:site_name" content="The Harbour Echo">'
        '<meta name="author" content="Tomas Reed">'
        '<meta property="article:published_time" content="2021-11-04T09:30:00+01:00">'
        f"{head}</head><body><nav><ul><li><a href='/'>Home</a></li><li><a href='/sea'>Sea</a></li></ul></nav>"
        f"<article><h1>{TITLE}</h1>\n{body}</article><footer><p>© The Harbour Echo</p></footer></body></html>"
    )
