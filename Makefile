# Everything runs from .venv, which is made on first use: python3.11, make and an index of packages suffice.
# The tests run against the package as it is built and installed, not against the source tree.

.DEFAULT_GOAL := help
SHELL := bash
.SHELLFLAGS := -euo pipefail -c

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
SOURCES := pyproject.toml README.md LICENSE $(shell find src -not -name __pycache__ -not -name '*.pyc')
PYTEST_ARGS ?=
MUTANTS_ARGS ?=
QUESTION := in-force dprk-russia-partnership --on 2024-11-12

.PHONY: help demo test deep mutants lint format types layers docs bench clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10

$(BIN)/python:
	@echo 'making an environment in $(VENV) …' >&2
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.cli: $(SOURCES) | $(BIN)/python
	@echo 'installing geobrief and its command into it …' >&2
	@$(PIP) '.[cli]'
	@touch $@

$(VENV)/.dev: pyproject.toml | $(BIN)/python
	@echo 'installing what tests and checks need into it …' >&2
	@$(PIP) '.[all,dev]'
	@touch $@

$(VENV)/.wheel: $(SOURCES) $(VENV)/.dev
	@echo 'building the package and installing it …' >&2
	@rm -rf dist
	@$(BIN)/python -m build --wheel --no-isolation >$(VENV)/build.log 2>&1 || { cat $(VENV)/build.log; exit 1; }
	@$(PIP) --no-deps --force-reinstall dist/*.whl
	@touch $@

demo: $(VENV)/.cli ## show the example brief and ask it a question
	@$(BIN)/geobrief show
	@$(BIN)/geobrief ask --explain "$(QUESTION)"

test: $(VENV)/.wheel ## run the tests against the built wheel, with coverage
	@$(BIN)/python -m pytest -q -n auto --dist worksteal --cov --cov-report=term $(PYTEST_ARGS)

deep: $(VENV)/.wheel ## search the laws with very many examples
	@HYPOTHESIS_PROFILE=deep $(BIN)/python -m pytest -q -n auto --dist worksteal -m deep $(PYTEST_ARGS)

mutants: $(VENV)/.dev ## change treaty law in many places and see which changes no test notices
	@$(PIP) '.[all,dev,mutants]'
	@$(BIN)/python -m tests.mutants $(MUTANTS_ARGS)

lint: $(VENV)/.dev ## check style
	@$(BIN)/ruff check --quiet --output-format concise .
	@$(BIN)/ruff format --check --quiet .

format: $(VENV)/.dev ## repair what can be repaired by itself
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format --quiet .

types: $(VENV)/.dev ## check types with mypy and pyright
	@status=0; $(BIN)/mypy || status=$$?; \
	  PYRIGHT_PYTHON_IGNORE_WARNINGS=1 $(BIN)/pyright --pythonpath $(BIN)/python || status=$$?; \
	  exit $$status

layers: $(VENV)/.dev ## check who imports whom
	@PYTHONPATH=src $(BIN)/lint-imports --no-cache

docs: $(VENV)/.wheel ## build the documentation; a warning is an error
	@$(BIN)/python -m sphinx -b html -n -W --keep-going -q docs docs/_build/html

bench: $(VENV)/.wheel ## measure against the targets
	@$(BIN)/python -m tests.benchmarks

clean: ## remove everything that was made
	@rm -rf $(VENV) .mutants build dist docs/_build .coverage .coverage.* htmlcov
	@rm -rf .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
