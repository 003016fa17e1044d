# make setup | demo | test | bench | accuracy | lock; see README.md. Needs Python 3.11 to 3.13, make and a shell.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null && { echo $$p; exit; }; done)
BIN := .venv/bin
PACKAGES := core ontology shapes queries store ingest api cli examples
SOURCES := pyproject.toml LICENSE README.md $(shell find $(PACKAGES) -type f -not -name '*.pyc' -not -path '*/__pycache__/*')
MYPY := $(foreach p,$(PACKAGES),-p foigraph.$(p))

.PHONY: setup demo test lint types bench accuracy lock clean hooks

setup: .venv/installed

# The environment, from the lock file: every package with its hash.
.venv/locked: requirements.lock
	@test -n "$(PYTHON)" || { echo "make: no Python 3.11 to 3.13 found; install one, or say make PYTHON=/path/to/python3.12"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

# The project itself, as the wheel that users get; an old build folder would leak deleted files into it.
.venv/installed: .venv/locked $(SOURCES)
	@rm -rf build/lib build/bdist.* build/dist
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -w build/dist .
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-index --force-reinstall build/dist/*.whl
	@touch $@

demo: setup
	@$(BIN)/foigraph demo

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy $(MYPY)

# The tests see the installed wheel, never the tree: they start in an empty folder.
test: setup lint types
	@outside=$$(mktemp -d) && cd "$$outside" && status=0 && \
	"$(CURDIR)/$(BIN)/python" -m pytest -c "$(CURDIR)/pyproject.toml" --rootdir "$(CURDIR)" -n 2 "$(CURDIR)/tests" || status=$$?; \
	rm -rf "$$outside"; exit $$status

bench: setup
	@$(BIN)/python bench/letters.py
	@$(BIN)/python bench/reading.py
	@$(BIN)/python bench/serving.py

# How well labelled documents are read, and which are read wrongly; LABELLED is a folder with dev.jsonl and its labels.
LABELLED ?= ../shared/corpus
accuracy: setup
	@test -f "$(LABELLED)/dev.jsonl" || { echo "make: no labelled documents at $(LABELLED); say make accuracy LABELLED=FOLDER"; exit 1; }
	@mkdir -p build && $(BIN)/foigraph extract --jsonl "$(LABELLED)/dev.jsonl" > build/dev.records.jsonl
	@$(BIN)/python "$(LABELLED)/../tools/score.py" "$(LABELLED)/dev.gold.jsonl" build/dev.records.jsonl --errors

hooks: setup
	$(BIN)/pre-commit install

# Maintainers: renew the lock file (needs uv); it carries hashes and no addresses.
lock:
	uv pip compile pyproject.toml --extra development --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --upgrade --output-file requirements.lock

clean:
	rm -rf .venv build *.egg-info
