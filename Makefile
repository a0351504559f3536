# The commands of Mandat. Each sets up what it needs by itself and says what it does; `make help` lists them.

# GNU make cannot split a path with spaces: the shell finds this file's folder, so that `make -f "/some where/Makefile"`
# works from anywhere.
HASH := \#
ROOT := $(shell makefile='$(MAKEFILE_LIST)'; cd "$$(dirname "$${makefile$(HASH) }")" && pwd -P)

ifneq ($(ROOT),$(CURDIR))

GOALS := $(or $(MAKECMDGOALS),help)
.PHONY: $(GOALS)
$(GOALS):
	@$(MAKE) --no-print-directory -C "$(ROOT)" $@

else

PYTHON_HERE = .venv/bin/python
CHECKED = src tests bench

.DEFAULT_GOAL := help
.PHONY: help demo test lint types pytest long screenshots format bench lock clean environment test-environment

help: ## List these commands
	@echo "Mandat. The commands, each doing its own set-up:"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

demo: environment ## Run a federation on the ballots of forty real elections; writes demo-report/
	@.venv/bin/mandat demo --report demo-report

test: lint pytest ## Check everything: style, types, all tests

lint: test-environment ## Check style (ruff) and types (mypy --strict) only
	@echo "Checking style: ruff"
	@$(PYTHON_HERE) -m ruff check --quiet --output-format concise $(CHECKED)
	@$(PYTHON_HERE) -m ruff format --check --quiet $(CHECKED) || \
		{ echo "Some files are not laid out as ruff does it. Run: make format"; exit 1; }
	@echo "Checking types: mypy --strict"
	@$(PYTHON_HERE) -m mypy

pytest: test-environment
	@setup/debian.sh chromium
	@echo "Running the tests on all cores (PYTEST_FLAGS='-k recall' runs some)"
	@$(PYTHON_HERE) -m pytest --numprocesses auto --quiet --cost $(PYTEST_FLAGS)

long: test-environment ## Search longer than the gate: a thousand random examples of each kind, every journey on every width (hours)
	@setup/debian.sh chromium
	@echo "Running the tests with other random examples than the gate's, the journeys in the browser on every width, in each language"
	@HYPOTHESIS_PROFILE=search MANDAT_LONG=1 $(PYTHON_HERE) -m pytest --numprocesses auto --quiet --cost $(PYTEST_FLAGS)

screenshots: test-environment ## Take pictures of every page, on phone and desktop, light and dark, into build/screenshots
	@setup/debian.sh chromium
	@$(PYTHON_HERE) -m tests.web.screenshots build/screenshots

format: test-environment ## Lay out the code as ruff does it, and mend what it can mend
	@$(PYTHON_HERE) -m ruff check --fix --quiet $(CHECKED); $(PYTHON_HERE) -m ruff format $(CHECKED)

bench: test-environment ## Measure speed and memory side by side with the libraries we rest on (BENCH='verify' runs one)
	@setup/environment.sh .bench/venv bench-peers
	@$(PYTHON_HERE) -m bench $(BENCH)

lock: environment ## Write requirements/*.txt anew (LOCK_FLAGS=--upgrade takes newer versions)
	@setup/environment.sh .venv lock
	@setup/lock.sh $(LOCK_FLAGS)

clean: ## Remove what these commands made, also the virtual environments
	@echo "Removing virtual environments, caches and demo-report"
	@rm -rf .venv .bench build dist demo-report .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
	@rm -rf src/*.egg-info

environment:
	@setup/environment.sh .venv base --with-project

test-environment:
	@setup/environment.sh .venv test --with-project

endif
