# make demo   set up, read examples/, show the record and a dossier
# make test   set up and run every test
# make lock   resolve the dependencies again
# make screenshots   draw docs/screenshots anew, from the reader in Chromium
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo test check gate bench faults screenshots lock clean

demo: $(VENV)/demo-ready
	mkdir -p demo
	$(BIN)/onrecord read examples --format text --record demo/onrecord.db
	$(BIN)/onrecord read examples --format html > demo/record.html
	@echo
	$(BIN)/onrecord dossier "Did Velmora release water without notice?" --record demo/onrecord.db
	@echo "The same record as a page: demo/record.html"
	@echo "Open it in the reader: $(BIN)/onrecord serve --record demo/onrecord.db"

test: $(VENV)/test-ready
	$(BIN)/python -m pytest

check: $(VENV)/test-ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

gate: $(VENV)/test-ready
	$(BIN)/python -m eval gate

bench: $(VENV)/test-ready
	$(BIN)/python -m bench speed

faults: $(VENV)/test-ready
	$(BIN)/python -m pytest -q -k faults tests

screenshots: $(VENV)/test-ready
	$(BIN)/python tests/web/screenshots.py docs/screenshots

lock:
	uv pip compile pyproject.toml --extra build --extra web --universal --generate-hashes --no-header --no-annotate \
	  --python-version 3.11 --output-file requirements/runtime.txt
	uv pip compile pyproject.toml --extra build --extra web --extra test --universal --generate-hashes --no-header --no-annotate \
	  --python-version 3.11 --output-file requirements/test.txt

clean:
	rm -rf $(VENV) demo build dist

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "onrecord needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/demo-ready: requirements/runtime.txt pyproject.toml | $(VENV)/bin/python
	$(INSTALL) --require-hashes -r requirements/runtime.txt
	$(INSTALL) --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/test-ready: requirements/test.txt pyproject.toml $(VENV)/demo-ready | $(VENV)/bin/python
	$(INSTALL) --require-hashes -r requirements/test.txt
	touch $@
