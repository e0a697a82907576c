"""Dossier: all that the record has on a question, ranked, grouped and dated."""
