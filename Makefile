# Python 3.11 or later is all that has to be there. `make PYTHON=python3.12` chooses another one.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
# Both cores of a small machine, and one more: whole deals wait for processes and browsers more than
# they compute. `make test PYTEST_ARGS="-k invite"` runs fewer.
PYTEST_ARGS ?= -n 3
# `make bench BENCH_ARGS="-k execute"` measures less; HOLDFAST_TEST_POSTGRES names a server.
BENCH_ARGS ?=
# `make mutants MUTANTS_ARGS="storage --sample 100 --seed 7"` breaks something else.
MUTANTS_ARGS ?=

# `make test T=tests/core` runs a part.
T ?=

.PHONY: help playground install test check format coverage bench chaos mutants picture lock clean

help:
	@echo "make playground   try it: both bots, play money, a web page"
	@echo "make test         everything; T=tests/core runs a part"
	@echo "make check        style, types, who may import whom"
	@echo "make format       mend the style"
	@echo "make coverage     what no test runs"
	@echo "make bench        time it against the bare libraries"
	@echo "make mutants      break core on purpose, and see what no test noticed"
	@echo "make chaos        kill it in the middle of whole deals"
	@echo "make picture      the README's screenshot"
	@echo "make lock         pin every package"
	@echo "make clean        throw away what was made"

playground: install
	$(BIN)/holdfast playground

# A lock is installed again only when it changed.
install: $(VENV)/.installed

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Holdfast needs Python 3.11 or later; try: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

# pip refuses `-e` beside hashes, so it comes second.
$(VENV)/.installed: requirements.lock pyproject.toml | $(BIN)/python
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps -e .
	touch $@

$(VENV)/.installed-test: requirements-test.lock $(VENV)/.installed
	$(BIN)/pip install --quiet --require-hashes -r requirements-test.lock
	touch $@

# Everything that needs no server; with HOLDFAST_TEST_POSTGRES or a server at hand, that too.
test: $(VENV)/.installed-test
	$(BIN)/python -m pytest $(PYTEST_ARGS) $(T)

check: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy bot core storage tests
	$(BIN)/lint-imports

format: $(VENV)/.installed-test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.installed-test
	$(BIN)/python -m pytest -c tests/bench/pytest.ini tests/bench $(BENCH_ARGS)

# How much of each part some test runs, in per cent, and behind it the lines that none does.
# What is measured takes nearly three times as long, so CI does without. The processes that stories
# start are not measured: a kill leaves nothing behind.
coverage: $(VENV)/.installed-test
	$(BIN)/python -m pytest $(PYTEST_ARGS) --cov --cov-report= $(T)
	$(BIN)/coverage report --skip-covered --show-missing
	@for part in core storage bot bot/parties bot/desk bot/cards bot/mail bot/wiring bot/cli; do \
		echo "$$part $$($(BIN)/coverage report --include "$$part/*" --format=total)"; done

# Breaks core on purpose, 250 small ways, and names what tests/core did not notice.
mutants: $(VENV)/.installed-test
	$(BIN)/python -m tests.mutants $(MUTANTS_ARGS)

# Kills in the middle of whole deals, and what came twice; `make chaos CHAOS_ARGS="--kills 300"`.
CHAOS_ARGS ?= --kills 150 --seed 1
chaos: $(VENV)/.installed-test
	$(BIN)/python -m tests.story.chaos $(CHAOS_ARGS)

# The README's screenshot, of the real page; needs Chromium and its driver.
picture: $(VENV)/.installed-test
	$(BIN)/python -m tests.web.picture docs/playground.png

# Pins every package with the hashes of all its files, and names no address. Run on Python 3.11:
# it is the version with the most to install, so the result serves 3.12 to 3.14 as well.
LOCK = $(VENV)-lock/bin/python -m piptools compile --quiet --generate-hashes --strip-extras \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options
lock:
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/pip install --quiet pip-tools
	CUSTOM_COMPILE_COMMAND="make lock" $(LOCK) $(LOCK_ARGS) --output-file requirements.lock pyproject.toml
	CUSTOM_COMPILE_COMMAND="make lock" $(LOCK) $(LOCK_ARGS) --extra test --extra bench --extra dev \
		--constraint requirements.lock --output-file requirements-test.lock pyproject.toml

clean:
	rm -rf $(VENV) $(VENV)-lock build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
