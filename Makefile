# What a person does in this repository. `make` alone prints this list.
# Plain POSIX shell and make 3.81: it runs on the make that macOS ships.

VENV    = .venv
BIN     = $(VENV)/bin
STAMP   = $(VENV)/.ready
# Another interpreter: make setup PYTHON=/usr/local/bin/python3.12
PYTHON  =
# Some tests only: make test ARGS="tests/domain -k calendar"
ARGS    =
# Newer releases into the lock: make lock UPGRADE=--upgrade
UPGRADE =

.PHONY: help setup run test lint check messages docs sample bench-audit lock clean

help: ## Show this page
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-11s %s\n", $$1, $$2}' Makefile

setup: $(STAMP) ## Make .venv from requirements.lock; leaves .venv/bin/gridctl

run: setup ## Take a case through the seven steps in a scratch copy of the sample ledger
	@$(BIN)/python tools/tour.py

test: setup ## Run every test
	$(BIN)/python -m pytest -n auto $(ARGS)

lint: setup ## Style, types, rooms and translations, without the tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/messages.py --check

check: lint test ## Everything that a change has to pass

messages: setup ## Bring the Chinese catalogue in step with the code and compile it
	$(BIN)/python tools/messages.py

docs: setup ## Run every console block of README and docs and write down what it prints
	$(BIN)/python tools/docs.py

sample: setup ## Make the cases of the sample ledger again
	$(BIN)/python tools/sample.py

bench-audit: setup ## Audit 10 000 commits against git log --raw of them: make bench-audit ARGS=1000
	@$(BIN)/python bench/audit.py $(ARGS)

lock: setup ## Pin every dependency with its hashes
	CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet $(UPGRADE) --extra dev \
	  --generate-hashes --allow-unsafe --strip-extras \
	  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
	  --output-file requirements.lock pyproject.toml

clean: ## Remove .venv, caches and builds
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find gridctl tests tools -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamp is younger than what it was made from, so a second run has nothing to do.
$(STAMP): requirements.lock pyproject.toml
	@git --version >/dev/null 2>&1 || { \
	  echo "gridctl keeps its ledger in git, and there is no git command here." >&2; \
	  echo "Install it: apt install git, or brew install git" >&2; exit 1; }
	@young='import sys; sys.exit(sys.version_info < (3, 11))'; \
	if $(BIN)/python -c "$$young" >/dev/null 2>&1; then exit 0; fi; \
	for python in $(PYTHON) python3 python3.13 python3.12 python3.11 python3.14; do \
	  if $$python -c "$$young" >/dev/null 2>&1; then \
	    $$python -m venv --clear $(VENV) && exit 0; \
	    echo "No environment could be made; on Debian and Ubuntu: apt install python3-venv" >&2; \
	    exit 1; \
	  fi; \
	done; \
	here=$$(python3 -V 2>/dev/null || echo "not there at all"); \
	echo "gridctl needs Python 3.11 or newer; python3 here: $$here." >&2; \
	echo "Install one (apt install python3.11 python3.11-venv, brew install python@3.12)," >&2; \
	echo "or name it: make setup PYTHON=/path/to/python3" >&2; \
	exit 1
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(STAMP)
