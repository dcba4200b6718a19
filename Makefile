# Each target does all its own set-up. Made for Debian 12 with Python 3.11; as root it installs what the system lacks.
#   make run       the printed set of the sample into out/, then the window on it
#   make test      all tests without a screen, then the floors of coverage
#   make check     what must be green before a commit: format, lint, types, tests
#   make torture   all rounds of kill -9, power cuts, disk errors …; its figures into the README (minutes)
#   make regold    write the golden files anew; read the diff
#   make ratchet   raise the floors of coverage to what the last test run reached
#   make pictures  the pictures of the README and the manual
#   make bench     speed and memory against other programs, as ratios
#   make build     the program as one folder in dist/, tried on the sample

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := run
.DELETE_ON_ERROR:

export LC_ALL := C.UTF-8
export PYTHONUTF8 := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

PYTHON ?= python3
PY := .venv/bin/python
OFFSCREEN := QT_QPA_PLATFORM=offscreen
ISSUE_SAMPLE := issue resources/sample/notice-2007.txt -o out --data out/sample.yinfa --organ 天津市人事局 --number 津人〔2007〕1号 --units resources/sample/units-2007.xlsx

# python3-venv for Python; then Qt itself, Qt on X11, printing, and what looks at the PDF in tests and pictures.
SYSTEM := python3-venv \
    libgl1 libegl1 libglib2.0-0 libfontconfig1 libdbus-1-3 libxkbcommon0 \
    libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-shape0 libxcb-util1 \
    libxcb-xkb1 libxkbcommon-x11-0 libcups2 \
    poppler-utils qpdf
BUILD_SYSTEM := binutils libpython3.11

.PHONY: run test check torture format regold ratchet pictures bench build clean

run: .venv/ready
	$(PY) main.py $(ISSUE_SAMPLE)
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then $(PY) main.py out/sample.yinfa; \
	else echo '这里没有图形界面，窗口没有打开；公文已经写在 out 文件夹里。'; fi

test: .venv/ready-dev
	$(OFFSCREEN) $(PY) -m pytest --cov --cov-report=json:coverage.json --cov-report=
	$(PY) tests/floors/coverage_floors.py

check: .venv/ready-dev
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/pyright --pythonpath $(PY)
	@$(MAKE) test

torture: .venv/ready-dev
	$(PY) -m tests.torture.run

format: .venv/ready-dev
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

regold: .venv/ready-dev
	$(OFFSCREEN) $(PY) -m pytest --regold
	git diff --stat

ratchet: .venv/ready-dev
	$(PY) tests/floors/coverage_floors.py --tighten
	git diff tests/floors

pictures: .venv/ready-dev
	$(OFFSCREEN) $(PY) tests/pictures/make_pictures.py

bench: .venv/ready-bench
	$(OFFSCREEN) $(PY) -m tests.bench.run
	for what in units reading open history import search typing; do $(PY) -m tests.bench.$${what}_bench; done

build: .venv/ready-dev .system-ready-build
	.venv/bin/pyinstaller --noconfirm --clean --log-level ERROR installer.spec
	$(OFFSCREEN) $(PY) tests/packaging/try_build.py dist

clean:
	rm -rf build dist out .pytest_cache .ruff_cache coverage.json .coverage

# Set-up. Each stamp is made once and again only when what it stands for has changed.

.venv/ready: requirements.txt | .venv/bin/pip
	.venv/bin/pip install --quiet -r requirements.txt
	@touch $@

.venv/ready-dev: requirements.txt requirements-dev.txt | .venv/bin/pip
	.venv/bin/pip install --quiet -r requirements-dev.txt
	@touch $@ .venv/ready

.venv/ready-bench: requirements-bench.txt requirements-dev.txt requirements.txt | .venv/bin/pip
	.venv/bin/pip install --quiet -r requirements-bench.txt
	@touch $@ .venv/ready-dev .venv/ready

.venv/bin/pip: | .system-ready
	$(PYTHON) -m venv --clear .venv

.system-ready: Makefile
	@$(call install,$(SYSTEM))
	@touch $@

.system-ready-build: Makefile
	@$(call install,$(BUILD_SYSTEM))
	@touch $@

define install
missing=(); \
if command -v dpkg-query >/dev/null; then for package in $(1); do \
    dpkg-query -W -f='$${Status}' "$$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$$package"); \
done; fi; \
if [ "$${#missing[@]}" = 0 ]; then :; \
elif [ "$$(id -u)" = 0 ]; then \
    export DEBIAN_FRONTEND=noninteractive; \
    apt-get update -qq </dev/null; \
    apt-get install -y -qq --no-install-recommends "$${missing[@]}" </dev/null >/dev/null; \
else echo "Going on without these system packages; if something fails, install them as root: $${missing[*]}" >&2; fi
endef
