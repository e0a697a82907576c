"""``onrecord serve``: the record in a browser."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from onrecord.cli.output import say
from onrecord.errors import MissingExtra

_NEEDED = ("fastapi", "uvicorn", "jinja2", "python_multipart")


def serve(record: str, host: str, port: int, token_file: Path | None, names: list[str], model: str) -> None:
    """Serve a record until the process is interrupted.

    Args:
        record: The record; it is made if it is not there.
        host: The address to listen on.
        port: The port.
        token_file: Where the tokens are; None on loopback only.
        names: More names that the server answers for.
        model: The model that imports are read with.

    Raises:
        MissingExtra: The web server's packages are not installed.
        InputError: The settings are wrong.
        StoreError: The record cannot be opened.
    """
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        raise MissingExtra(f"serving needs {', '.join(missing)}; install them with `pip install onrecord[web]`")
    import uvicorn

    from onrecord.web import Settings, make_app
    from onrecord.web.settings import read_tokens

    tokens = None if token_file is None else read_tokens(token_file)
    settings = Settings(record=Path(record), host=host, tokens=tokens, names=frozenset(names), model=model)
    app = make_app(settings)
    shown = f"[{host}]" if ":" in host else host
    say(f"{record} is at http://{shown}:{port}/ until Ctrl-C")
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False, proxy_headers=False)
