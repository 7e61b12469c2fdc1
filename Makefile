# make demo    plans the demo event and says where its seat map lies; another with EVENT=folder OUT=folder
# make test    runs all tests
# make docs    builds the documentation of the libraries; a warning fails
# make lint    checks the formatting with the toolchain's own formatter
# make format  formats all sources
# make bench   measures the command, the steps of the hall's solver, and how they grow with the hall;
#              WRITE=--write puts the figures into Benchmarks/README.md, GROUPS_UP_TO=1000 adds the largest halls
# Each installs what it needs (Debian and its kin by apt, macOS by brew) and asks for nothing.

LIBRARIES_APT := libglpk-dev rime-data-stroke
LIBRARIES_BREW := glpk
TESTING_APT := chromium fonts-noto-cjk glpk-utils poppler-utils
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
OUT ?= out
EVENT ?= Fixtures/npc14
GROUPS_UP_TO ?= 120
SOURCES := Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Benchmarks Benchmarks/Sources

.PHONY: demo test docs lint format bench libraries testing clean

demo: libraries
	swift build -c release --product plenum
	@status=0; "$$(swift build -c release --show-bin-path)/plenum" plan $(EVENT) -o $(OUT) || status=$$?; \
	  [ $$status -le 1 ] || exit $$status; \
	  echo; echo "Seat map 座位图: $(abspath $(OUT))/documents/座位图.html"

test: libraries testing
	python3 Fixtures/make.py --check
	swift test

docs: libraries
	.ci/docs

lint:
	swift format lint --strict --recursive $(SOURCES)

format:
	swift format --in-place --recursive $(SOURCES)

bench: libraries
	swift build -c release --product plenum
	python3 Benchmarks/command.py "$$(swift build -c release --show-bin-path)/plenum" $(WRITE)
	swift package --package-path Benchmarks --disable-sandbox benchmark
	swift run --package-path Benchmarks -c release HallGrowth --groups $(GROUPS_UP_TO) $(WRITE)

libraries:
	@$(call install,$(LIBRARIES_APT),$(LIBRARIES_BREW))

testing:
	@$(call install,$(TESTING_APT),)

clean:
	rm -rf .build Benchmarks/.build $(OUT)

# Installs the packages that are missing: $(1) by apt, $(2) by brew.
define install
if command -v apt-get >/dev/null; then \
  missing=$$(for p in $(1); do dpkg -s $$p >/dev/null 2>&1 || echo $$p; done); \
  if [ -n "$$missing" ]; then \
    echo "Installing $$missing"; \
    $(SUDO) apt-get update -qq && \
    $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
  fi; \
elif command -v brew >/dev/null; then \
  for p in $(2); do brew list $$p >/dev/null 2>&1 || brew install $$p; done; \
else \
  echo "Please install: $(1)"; \
fi
endef
