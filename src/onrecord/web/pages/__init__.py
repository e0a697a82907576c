"""pages: what a browser shows, one module a page."""

from onrecord.web.pages import (
    article,
    articles,
    auditing,
    correcting,
    dossier,
    entering,
    forecasts,
    importing,
    numbers,
    people,
    searching,
)

ROUTERS = (
    articles.router,
    article.router,
    correcting.router,
    searching.router,
    people.router,
    numbers.router,
    dossier.router,
    forecasts.router,
    auditing.router,
    importing.router,
    entering.router,
)

__all__ = ["ROUTERS"]
