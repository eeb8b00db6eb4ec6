# make graph   build the graph of seeds/ into out/ and check it against the shapes
# make test    the whole test suite
# make provide what the explorer's tests need beside Python (a Chromium; npm where CI=true), where it is missing
# make check   types, style
# make bench   all benchmarks, into docs/benchmarks.md; half an hour, 6 GB of memory, 4 GB of disk. Or one of them:
#   bench-build      CPU seconds of a build beside jieba's tagger on the same text
#   bench-start      seconds to the first answer of the seeds' graph
#   bench-load       a store of ten million statements: seconds, memory, disk
#   bench-validation both engines of kg validate on graphs of growing size
#   bench-questions  every named question on a million statements, beside rdflib's engine
#   bench-explorer   frame times of the explorer's network with 10,000 nodes and 50,000 edges
# make score   how good the graph is: both sets of gold in tests/gold/, beside what was recorded
# make record-score  record these figures, in tests/gold/recorded.json and in README.md
# make calibration   write docs/calibration.md: what a confidence means
# make docs    the site, into build/site: open build/site/index.html
# make lock    renew requirements.lock to the newest versions that pyproject.toml allows
# make readme  write the table of README.md anew from out/
# make clean   remove what was installed and built; the tracked graph stays
#
# Needs python3 (3.11 or later) with pip 22.3 or later; neither python3-venv nor a compiler. What is
# installed is listed with its hashes in requirements.lock, wheels only, and nothing else is fetched.

PYTHON ?= python3
VENV := .venv
INSTALLED := $(VENV)/.installed
BENCH := $(VENV)/.installed-bench
DOCS := $(VENV)/.installed-docs
KG := $(VENV)/bin/python -m kg

# The environment's own pip where it has one, else the pip of $(PYTHON), which then works on its behalf.
PIP = $$($(VENV)/bin/python -m pip --version >/dev/null 2>&1 && echo $(VENV)/bin/python -m pip \
	|| echo $(PYTHON) -m pip --python $(VENV)/bin/python)
INSTALL = $(PIP) install -qq --disable-pip-version-check --no-input --require-virtualenv
LOCKED = $(INSTALL) --require-hashes --no-deps

.PHONY: graph test provide check score record-score calibration docs lock readme clean
.PHONY: bench bench-build bench-start bench-load bench-validation bench-questions bench-explorer
.DELETE_ON_ERROR:

graph: $(INSTALLED)
	@$(KG) build seeds --out out
	@$(KG) validate out

test: $(INSTALLED) provide
	$(VENV)/bin/python -m pytest

provide: $(INSTALLED)
	@PYTHONPATH=. $(VENV)/bin/python -m tests.explore.browser.provide

check: $(INSTALLED)
	$(VENV)/bin/python -m mypy
	$(VENV)/bin/python -m ruff check .
	$(VENV)/bin/lint-imports --no-cache

bench: bench-build bench-start bench-load bench-validation bench-questions bench-explorer

bench-build: $(BENCH)
	@$(VENV)/bin/python tests/bench/cpu.py

bench-start: $(INSTALLED)
	@$(VENV)/bin/python tests/bench/start.py

bench-load: $(INSTALLED)
	@$(VENV)/bin/python tests/bench/load.py

bench-validation: $(INSTALLED)
	@$(VENV)/bin/python tests/bench/validation.py

bench-questions: $(INSTALLED)
	@$(VENV)/bin/python tests/bench/questions.py

bench-explorer: $(INSTALLED) provide
	@PYTHONPATH=. $(VENV)/bin/python tests/bench/frames.py

score: $(INSTALLED)
	@$(VENV)/bin/python -m tests.gold.figures show

record-score: $(INSTALLED)
	@$(VENV)/bin/python -m tests.gold.figures record

calibration: $(INSTALLED)
	@$(VENV)/bin/python -m tests.gold.figures calibrate

docs: $(DOCS)
	@$(VENV)/bin/python -m docs.site

readme: $(INSTALLED)
	$(VENV)/bin/python tests/readme_table.py

# Where .venv is missing, or its Python has gone or is another than before, the stamp counts for nothing.
ifneq ($(shell $(VENV)/bin/python -c 'import importlib.metadata as m; m.version("union-kg")' 2>/dev/null && echo whole),whole)
.PHONY: $(INSTALLED)
endif

$(INSTALLED): requirements.lock pyproject.toml
	@$(VENV)/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		|| { $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and \
			"Python 3.11 or later is needed; name it, for instance: make PYTHON=python3.12 graph")' \
		&& $(PYTHON) -m venv --without-pip --clear $(VENV); }
	@$(VENV)/bin/python -m pip --version >/dev/null 2>&1 \
		|| $(PYTHON) -m pip --python $(VENV)/bin/python --version >/dev/null 2>&1 \
		|| $(VENV)/bin/python -m ensurepip >/dev/null 2>&1 \
		|| { echo "pip 22.3 or later is needed: apt install python3-pip" >&2; exit 1; }
	@echo "installing what requirements.lock lists into $(VENV) (once; about a minute)"
	@$(LOCKED) --only-binary :all: -r requirements.lock
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(BENCH): tests/bench/requirements.lock $(INSTALLED)
	@$(LOCKED) --no-build-isolation --use-pep517 -r tests/bench/requirements.lock
	@touch $@

$(DOCS): tests/docs/requirements.lock $(INSTALLED)
	@$(LOCKED) --only-binary :all: -r tests/docs/requirements.lock
	@touch $@

# One resolution for every platform and Python from 3.11 on; uv is needed for this alone.
COMPILE = build/lock/bin/uv pip compile pyproject.toml --universal --upgrade --generate-hashes \
	--no-annotate --no-header --quiet

lock:
	$(PYTHON) -m venv --without-pip --clear build/lock
	$(PYTHON) -m pip --python build/lock/bin/python install --quiet 'uv>=0.9,<1'
	$(COMPILE) --extra test --output-file build/lock/test
	$(COMPILE) --extra test --extra bench --output-file build/lock/bench
	$(COMPILE) --extra test --extra docs --constraint build/lock/test --output-file build/lock/docs
	{ echo '# What make installs: exact versions, hashes of every file. Renewed by: make lock'; \
		cat build/lock/test; } > requirements.lock
	{ echo '# What make bench adds. Renewed by: make lock'; \
		awk '/^[a-z]/ { wanted = /^jieba==/ } wanted' build/lock/bench; } > tests/bench/requirements.lock
	{ echo '# What make docs adds. Renewed by: make lock'; \
		awk '/^[a-z]/ { wanted = !($$1 in known); if (NR == FNR) known[$$1] } NR > FNR && wanted' \
		build/lock/test build/lock/docs; } > tests/docs/requirements.lock

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find out -mindepth 1 ! -name graph.ttl -delete
	find kg tests -name __pycache__ -type d -prune -exec rm -rf {} +
