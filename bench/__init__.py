"""bench: how fast the record is made and how much memory that takes, by commit and machine.

    python -m bench speed     words/s, start-up, memory, stages, pages, growth
    python -m bench peer      the same texts through textacy's quotation extraction, in turns with ours
    python -m bench hostile   how each stage's time grows on texts made to be slow; fails where it is more than linear

``bench/README.md`` says how each number is made.
"""
