"""ask: questions to the record. What is not known there is not made up here."""

from onrecord.ask.facets import Facets, facets
from onrecord.ask.hits import Hit
from onrecord.ask.question import Question
from onrecord.ask.search import Found, search
from onrecord.ask.sources import Source, list_sources

__all__ = ["Facets", "Found", "Hit", "Question", "Source", "facets", "list_sources", "search"]
