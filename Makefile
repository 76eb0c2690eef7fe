# make serve | site | offline | test | check — each sets up what it needs first
PYTHON ?= python3
BIN := .venv/bin
AUDIT := .cache/audit
export NO_MKDOCS_2_WARNING = 1

.PHONY: serve site offline test check lint types unit setup audit bench exit clean lock chromium

setup: .venv/ready ## an environment with the locked dependencies

.venv/ready: requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	touch $@

serve: setup ## the archive on http://127.0.0.1:8000/, rebuilt while you edit
	$(BIN)/mkdocs serve

site: setup ## the whole site in site/, which stays as it is until the new one is whole
	$(BIN)/python -m build_pages.publish site

offline: setup ## two zips in dist/: the site to open from the file system (SITE_URL: where it is published), and its data
	SITE_URL="$${SITE_URL-}" $(BIN)/python -m build_pages.publish .cache/offline
	$(BIN)/python -m build_pages.offline .cache/offline dist

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

bench: setup chromium ## what building, serving and searching cost, beside others: tests/bench/RESULTS.md
	$(BIN)/python -m tests.bench

exit: setup ## the same pages built by ProperDocs and Zensical, and what differs
	$(BIN)/python -m tests.exit.compare

audit: $(AUDIT)/ready ## the GitHub workflows, and known weaknesses of the dependencies
	$(AUDIT)/bin/zizmor --offline --persona pedantic .
	$(AUDIT)/bin/pip-audit --disable-pip --require-hashes -r requirements.lock -r .github/requirements.txt

$(AUDIT)/ready: .github/requirements.txt
	$(PYTHON) -m venv --clear $(AUDIT)
	$(AUDIT)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .github/requirements.txt
	touch $@

lock: setup ## renew requirements.lock from pyproject.toml, and what `make audit` uses
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --group dev pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header .github/requirements.in -o .github/requirements.txt

clean:
	rm -rf site dist .cache build/docs/*
