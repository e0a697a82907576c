"""web: the record in a browser, and over REST. Loaded by ``onrecord serve`` alone."""

from onrecord.web.app import make_app
from onrecord.web.settings import Settings, Tokens

__all__ = ["Settings", "Tokens", "make_app"]
