# Every target is one purpose; `make demo` and `make test` need nothing prepared but Python 3.11 on Debian.
.PHONY: demo test lint types docs templates samples pictures bench measure tools pyodide
PY := .venv/bin/python

# check a sample with mistakes, print the findings and where the note lies
demo: .venv/ready
	@rm -rf satja-out
	@$(PY) -m satja check samples/mistakes/SAV-02.xlsx samples/savings-group-30.xlsx || test $$? -eq 1

# set up what tests need (LibreOffice and Node from Debian packages, Pyodide from npm) and run everything CI runs
test: .venv/dev tools pyodide lint types
	$(PY) -m pytest -n 2 --dist loadgroup -m "not long" --cov --cov-report=term:skip-covered --cov-fail-under=90 --durations=8
	$(PY) -m pytest -n 2 --dist loadgroup -m long --durations=8
	$(PY) docs/make.py --check

# style, imports between the floors
lint: .venv/dev
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/lint-imports

# mypy, strict, on source and tests
types: .venv/dev
	.venv/bin/mypy

# make the pages of checks, columns and functions anew from the declarations
docs: .venv/dev
	$(PY) docs/make.py

# make the committed template anew
templates: .venv/ready
	$(PY) -m templates.build

# make the samples and the museum of mistakes anew (LibreOffice needed, and python3-uno for the slips typed into the golden year)
samples: .venv/dev tools
	$(PY) samples/make.py
	/usr/bin/python3 samples/by_hand.py

# draw the readme's pictures anew (LibreOffice and Chromium needed)
pictures: .venv/dev tools
	$(PY) docs/pictures.py samples/savings-group-150.xlsx samples/mistakes/SAV-02.xlsx docs/pictures

# how long reading and checking take, beside openpyxl and a bare reader; the functions beside numpy and polars; and inside LibreOffice beside its own formulas
bench: .venv/dev .venv/bench tools
	$(PY) benchmarks/check_speed.py
	$(PY) benchmarks/function_speed.py
	$(PY) -m benchmarks.host_speed

# the long measurements that stand outside CI: mistakes found by class, 300 clean years of a savings group and 100 of each other fund, 30 years of each in LibreOffice
measure: .venv/dev tools
	$(PY) -m benchmarks.measure_mistakes
	$(PY) -m benchmarks.measure_clean
	for fund in village-fund revolving-fund welfare-club; do $(PY) -m benchmarks.measure_clean 100 --fund $$fund || exit 1; done
	$(PY) benchmarks/measure_libreoffice.py

# LibreOffice, Node and what pictures need, where they are not there yet
tools:
	@sh .ci/tools

# the Python of xlwings Lite, to run its functions outside Excel, where it is not there yet
pyodide: .venv/dev tools
	@sh .ci/pyodide

.venv/ready: requirements.txt pyproject.toml
	@sh .ci/venv requirements.txt
	@touch $@

.venv/bench: requirements-bench.txt .venv/dev
	@sh .ci/venv requirements-bench.txt
	@touch $@

.venv/dev: requirements-dev.txt pyproject.toml
	@sh .ci/venv requirements-dev.txt
	@touch $@ .venv/ready
