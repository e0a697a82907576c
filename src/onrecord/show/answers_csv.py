"""Numbers and audit as CSV, for spreadsheets and data frames; cells that a spreadsheet would compute are defused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.ids import spell
from onrecord.show.csv import csv_line

if TYPE_CHECKING:
    from onrecord.ask.audit.shares import Audit, AuditRow
    from onrecord.ask.numbers.figures import Numbers

NUMBER_COLUMNS = (
    *("counted", "unit", "per", "change", "low", "high", "bound", "words", "as_of", "as_of_by", "speakers", "act"),
    *("hedge", "negated", "document_id", "title", "origin", "publisher", "published", "statement_id", "span"),
)
_COUNTS = (
    *("documents", "statements", "words", "named", "unnamed", "unknown", "named_words", "unnamed_words"),
    *("unknown_words", "direct", "mixed", "indirect", "persons", "groups", "organisations", "states"),
    *("document_sources", "polls", "reporters", "first_named", "first_unnamed", "first_unknown"),
)
_CONCENTRATION = ("speakers", "top_1", "top_5", "top_10", "gini")
AUDIT_COLUMNS = ("row", "publisher", "month", *_COUNTS, *_CONCENTRATION)


def numbers_csv(found: Numbers) -> str:
    """Write figures, a row each.

    Args:
        found: The figures.
    """
    lines = [csv_line(NUMBER_COLUMNS)]
    for series in found.series:
        for figure in series.figures:
            cells = {name: getattr(figure, name, None) for name in NUMBER_COLUMNS}
            cells |= {"counted": series.counted, "speakers": "; ".join(figure.speakers), "span": spell((figure.span,))}
            lines.append(csv_line(cells.values()))
    return "".join(lines)


def audit_csv(found: Audit) -> str:
    """Write an audit: a row for all, for each publisher, each month, and each publisher's month.

    Args:
        found: The counts.
    """
    kinds: Sequence[tuple[str, Sequence[AuditRow]]] = (
        ("all", (found.total,)),
        ("publisher", found.publishers),
        ("month", found.months),
        ("publisher and month", found.cells),
    )
    rows = (_audit_row(kind, row) for kind, rows in kinds for row in rows)
    return "".join((csv_line(AUDIT_COLUMNS), *rows))


def _audit_row(kind: str, row: AuditRow) -> str:
    counts = (getattr(row, name) for name in _COUNTS)
    return csv_line(
        (kind, row.publisher, row.month, *counts, *(getattr(row.concentration, one) for one in _CONCENTRATION))
    )
