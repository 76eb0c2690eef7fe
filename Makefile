# make serve | site | test | check — each sets up what it needs first
PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING = 1

.PHONY: serve site test check lint types unit setup clean lock chromium

setup: .venv/ready ## an environment with the locked dependencies

.venv/ready: requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	touch $@

serve: setup ## the archive on http://127.0.0.1:8000/, rebuilt while you edit
	$(BIN)/mkdocs serve

site: setup ## the whole site in site/
	$(BIN)/mkdocs build --strict --quiet
	@echo "site/index.html is ready"

test: lint types check unit ## everything CI checks, browser included

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

check: setup ## problems and open questions of the source
	$(BIN)/python -m build_pages check

unit: setup chromium
	$(BIN)/python -m pytest

chromium: setup
	sh tests/browser/chromium.sh $(BIN)

lock: setup ## renew requirements.lock from pyproject.toml
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --group dev pyproject.toml -o requirements.lock

clean:
	rm -rf site .cache build/docs/*
