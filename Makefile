# Everything starts here; each target sets up what it needs, once.

PYTHON := .venv/bin/python
BOOTSTRAP := packaging/bootstrap
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help demo run test check bench format translations screenshots readme clean

help:  ## say what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-13s %s\n", $$1, $$2}' Makefile

demo:  ## set up, time and export the sample interview into demo-out/, and open it in the window
	@$(BOOTSTRAP) run
	@$(PYTHON) -m replique demo $(ARGS)

run:  ## set up and open the window: make run ARGS="interview.txt interview.mp3"
	@$(BOOTSTRAP) run
	@$(PYTHON) -m replique $(ARGS)

test:  ## set up and run all tests, in two processes
	@$(BOOTSTRAP) test
	@$(PYTHON) -m pytest -n 2 --dist worksteal $(ARGS)

check:  ## style, types, the import contract, translations
	@$(BOOTSTRAP) check
	@$(PYTHON) -m ruff format --check --quiet
	@$(PYTHON) -m ruff check --quiet
	@$(PYTHON) -m mypy
	@.venv/bin/lint-imports --no-cache > .setup/imports.log 2>&1 || { cat .setup/imports.log; exit 1; }
	@$(PYTHON) packaging/translations.py check
	@echo "all checks passed"

bench:  ## measure: ratios against a floor or a peer in the same run
	@$(BOOTSTRAP) test
	@$(PYTHON) -m pytest tests/benchmarks --benchmark-enable --benchmark-only $(ARGS)
	@$(PYTHON) -m pytest tests/ui/test_responsive.py tests/ui/test_frames.py --benchmark-enable --quiet
	@$(PYTHON) packaging/measure_alignment.py

format:  ## put all code into its form
	@$(BOOTSTRAP) check
	@$(PYTHON) -m ruff format --quiet
	@$(PYTHON) -m ruff check --fix --quiet

translations:  ## gather the texts of the program into resources/translations
	@$(BOOTSTRAP) check
	@$(PYTHON) packaging/translations.py update

screenshots:  ## photograph the window in every state, theme, language, size and scale into screenshots/
	@$(BOOTSTRAP) test
	@$(PYTHON) packaging/screenshots.py $(ARGS)

readme:  ## write the table of keys into the README and the manual
	@$(BOOTSTRAP) check
	@$(PYTHON) packaging/update_readme.py

clean:  ## forget the set-up and what was made
	rm -rf .venv .setup build dist demo-out
