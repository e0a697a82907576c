"""ask: questions to the record. What is not known there is not made up here."""

from onrecord.ask.search import Hit, search
from onrecord.ask.sources import Source, list_sources

__all__ = ["Hit", "Source", "list_sources", "search"]
