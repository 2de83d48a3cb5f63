# `make demo` runs the main job, `make test` runs every check; both make their own environment first.
# Needed on the machine: python3 (3.11 or newer) and make. No compiler and no ICU headers.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PROCESSES ?= 2

.PHONY: demo test test-more fuzz matrix coverage mutation lint serve browser-test spark peers docs site clean

demo: $(VENV)/.made
	@$(BIN)/translit resolve seeds/demo.csv -c name
	@$(BIN)/translit find seeds/article.txt

# Two processes, since two is what a small machine has; the slow tests are left to `make test-more`.
test: lint
	@$(BIN)/python -m pytest -m "not slow and not external" -n $(PROCESSES)

# The others: slow ones, and those that need Java, PostgreSQL, a browser or OpenRefine where they are installed.
test-more: $(VENV)/.test
	@$(BIN)/python -m pytest -m "slow or external" -n $(PROCESSES)

# Any number of inputs: make fuzz TARGET=entities RUNS=1000000. Guided by coverage where atheris is installed.
TARGET ?= all
RUNS ?= 20000
fuzz: $(VENV)/.test
	@$(BIN)/python -m tests.fuzz.run $(TARGET) --runs $(RUNS)

# Every Python that is here, lowest and newest dependencies, with each extra and without.
matrix:
	@.ci/matrix

# Which branches the tests reach; the figures are in docs/quality.md.
coverage: $(VENV)/.test
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "pytest-cov>=5"
	@$(BIN)/python -m pytest -q -m "not slow and not external" --cov=translit --cov-branch --cov-report=term

# Which changes made to the code on purpose the tests notice: a sample of those in csvfile and in the index.
mutation: $(VENV)/.test
	@$(BIN)/python benchmarks/mutation.py csvfile
	@$(BIN)/python benchmarks/mutation.py index

lint: $(VENV)/.test
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m mypy

# The page and the reconciliation service on the demo entities.
serve: $(VENV)/.web
	@$(BIN)/translit serve

# The page in Chromium, and OpenRefine itself (Debian's packages, see .ci/packages); makes the pictures of the docs.
browser-test: $(VENV)/.test .axe/node_modules
	@TRANSLIT_PICTURES=docs/pictures $(BIN)/python -m pytest tests/service/test_browser.py tests/service/test_openrefine.py

# axe-core looks for what keeps people with a screen reader out; only tests use it.
.axe/node_modules:
	@npm install --silent --no-audit --no-fund --ignore-scripts --prefix .axe axe-core@4

# Spark is 400 MB and of no use without Java, so that `make test` alone leaves it out.
spark: $(VENV)/.test
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[spark]"

# nomenklatura brings its own build of ICU, so that it gets an environment of its own.
peers:
	@$(PYTHON) -m venv .venv-peers
	@.venv-peers/bin/python -m pip install --quiet --disable-pip-version-check nomenklatura

docs: $(VENV)/.test
	@$(BIN)/python -m translit.cli.reference docs/cli.md
	@$(BIN)/python -m translit.writing.catalogue docs/schemes.md

# The documentation site; strict, so that a broken link or reference fails.
site: $(VENV)/.test
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[site]"
	@NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict --quiet

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

# Stamps: `.made` is enough to use the program, `.test` has everything that the checks need.
$(VENV)/.made: pyproject.toml | $(BIN)/python
	@echo "installing translit-names into $(VENV)" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.web: pyproject.toml $(VENV)/.made
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[web]"
	@touch $@

$(VENV)/.test: pyproject.toml | $(BIN)/python
	@echo "installing translit-names and its checks into $(VENV)" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[test]"
	@touch $@ $(VENV)/.made

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "translit needs Python 3.11 or newer; give one with: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ rm -rf $(VENV); echo "$(PYTHON) can't make an environment; install its venv module (python3-venv)" >&2; exit 1; }
