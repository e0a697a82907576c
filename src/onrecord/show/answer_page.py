"""A page of an answer: one file that stands alone, without scripts; its policy allows its own style sheet only."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files

from onrecord.show.plates import charts_css, safe


def answer_page(title: str, body: str) -> str:
    """Put a page round the parts of an answer.

    Args:
        title: Of the page; any text.
        body: HTML, everything from a document in it escaped.
    """
    style = (files("onrecord.show") / "answer.css").read_text("utf-8") + charts_css()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{safe(title)} – On record</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n{body}</main>\n"
        "</body>\n</html>\n"
    )
