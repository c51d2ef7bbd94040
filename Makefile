# make demo   sets up, examines the founding report, and makes form and report of an example from its evidence
# make test   sets up and passes the tests
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
RUN := .venv/.runtime-ready
DEV := .venv/.dev-ready
# Installing must not depend on, or leave a trace of, the settings of the machine it runs on.
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet

.PHONY: help setup demo test test-all lint docs new-check accuracy lock bench clean

help:
	@sed -n 's/^# make /make /p' Makefile

$(BIN)/python:
	$(PYTHON) -m venv .venv

$(RUN): requirements/runtime.txt pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes -r requirements/runtime.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): requirements/dev.txt $(RUN)
	$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@

setup: $(RUN)

demo: $(RUN)
	@$(BIN)/jixiao check examples/jinnan-2020/published --profile review-14 --format html --out build/demo/findings.html || test $$? -eq 1
	@echo
	@$(BIN)/jixiao evaluate examples/shili-2020 --out build/demo/shili-2020

# make lint   formatting, ruff, mypy strict, layers
lint: $(DEV)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: $(DEV)
	$(BIN)/pytest

# make test-all   everything that .ci/run runs
test-all: lint test
	$(BIN)/python tools/build_docs.py --check

# make docs   writes the generated pages anew
docs: $(DEV)
	$(BIN)/python tools/build_docs.py

# make new-check CODE=XX00 SLUG=what-is-wrong   begins a check
new-check: $(DEV)
	@$(BIN)/python tools/new_check.py "$(CODE)" "$(SLUG)"

# make accuracy   measures reading on real documents and twins, writes docs/accuracy.md
accuracy: $(DEV)
	$(BIN)/python tools/accuracy.py

# make bench   measures the bars on this machine
bench: $(DEV)
	$(BIN)/python benchmarks/cold_check.py
	$(BIN)/python benchmarks/reading.py
	$(BIN)/python benchmarks/writing.py
	$(BIN)/python benchmarks/measures.py
	$(BIN)/python benchmarks/checks.py
	$(BIN)/python benchmarks/text.py

# make lock   pins every package with its hashes (needs uv)
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		pyproject.toml requirements/build.in --output-file requirements/runtime.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--extra test --extra lint pyproject.toml requirements/build.in --output-file requirements/dev.txt

clean:
	rm -rf .venv build
