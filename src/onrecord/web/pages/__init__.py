"""pages: what a browser shows, one module a page."""

from onrecord.web.pages import article, articles, correcting, entering, searching

ROUTERS = (articles.router, article.router, correcting.router, searching.router, entering.router)

__all__ = ["ROUTERS"]
