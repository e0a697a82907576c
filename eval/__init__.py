"""eval: how right the record is, measured on sets that people or careful readers marked.

    python -m eval attribution | readings | gum | styles | belarus | times | quantities     measure one set
    python -m eval gate            measure every set that has floors, and fail below one
    python -m eval reliability     judge a model's confidences
    python -m eval card            write the numbers of a model's card

``eval/README.md`` says what each set is, where its files are looked for, and how the numbers are made.
"""
