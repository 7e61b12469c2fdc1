# make demo    plans the demo event and says where its seat map lies; another with EVENT=folder OUT=folder
# make test    runs all tests, with the solvers optimized: their searches take minutes in a debug build
# make install  puts the command, which then needs no Swift, its manual and its completions below PREFIX=/usr/local
# make docs    builds the documentation of the libraries; a warning fails
# make lint    checks the formatting with the toolchain's own formatter
# make format  formats all sources
# make bench   measures every module at every size, the command's phases, the steps of the hall's solver, and how they
#              grow with the hall; WRITE=--write puts the figures into Benchmarks/README.md, PEERS=--peers asks other
#              solvers too (more than an hour), PEOPLE_UP_TO=1000 leaves large events out, GROUPS_UP_TO=1000 adds halls
# make ensembles  plans 50 random events of each module and size, tells median, 95th percentile and worst, and goes on where
#              it was stopped; ENSEMBLES='hall --large', WRITE and PEERS='--peers 5' as for bench
# make proofs  runs the random cases of the tests in full, optimized: thousands of events a module against brute force
# make counts  compares the solvers' work on small events with Benchmarks/counts.json, on the build of the tests, which allocates
#              more than a release and as evenly; WRITE=--write renews it
# make fuzz    feeds tables, workbooks and events that a fuzzer makes up to the reader and the planner, each for SECONDS=1800
# make sanitize  runs the tests under the address and the thread sanitizer, and GLPK's layer under valgrind
# Each installs what it needs (Debian and its kin by apt, macOS by brew) and asks for nothing.

LIBRARIES_APT := libglpk-dev rime-data-stroke libzip-dev libxml2-dev libfreexl-dev libxlsxwriter-dev \
  libpango1.0-dev libqrencode-dev
LIBRARIES_BREW := glpk libzip libxml2 freexl libxlsxwriter pango qrencode
TESTING_APT := chromium fonts-noto-cjk fonts-noto-core fonts-lxgw-wenkai glpk-utils poppler-utils zbar-tools
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
OUT ?= out
EVENT ?= Fixtures/npc14
GROUPS_UP_TO ?= 120
PEOPLE_UP_TO ?= 100000
PEERS ?=
ENSEMBLES ?=
SECONDS ?= 1800
PREFIX ?= /usr/local
STATIC := -c release --product plenum --static-swift-stdlib
SOURCES := Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Benchmarks Benchmarks/Sources

.PHONY: demo test install docs lint format bench ensembles counts proofs fuzz sanitize peers libraries testing clean

demo: libraries
	swift build -c release --product plenum
	@status=0; "$$(swift build -c release --show-bin-path)/plenum" plan $(EVENT) -o $(OUT) || status=$$?; \
	  [ $$status -le 1 ] || exit $$status; \
	  echo; echo "Seat map 座位图: $(abspath $(OUT))/documents/座位图.html"

test: libraries testing
	python3 Fixtures/make.py --check
	OPTIMIZE=computing swift test

install: libraries
	swift build $(STATIC)
	@for folder in bin share/man/man1 share/bash-completion/completions share/zsh/site-functions \
	    share/fish/vendor_completions.d; do install -d "$(DESTDIR)$(PREFIX)/$$folder"; done
	install -s -m 755 "$$(swift build $(STATIC) --show-bin-path)/plenum" "$(DESTDIR)$(PREFIX)/bin/plenum"
	install -m 644 docs/plenum.1 "$(DESTDIR)$(PREFIX)/share/man/man1/plenum.1"
	@plenum="$(DESTDIR)$(PREFIX)/bin/plenum"; share="$(DESTDIR)$(PREFIX)/share"; \
	  "$$plenum" --generate-completion-script bash > "$$share/bash-completion/completions/plenum" && \
	  "$$plenum" --generate-completion-script zsh > "$$share/zsh/site-functions/_plenum" && \
	  "$$plenum" --generate-completion-script fish > "$$share/fish/vendor_completions.d/plenum.fish"

docs: libraries
	.ci/docs

lint:
	swift format lint --strict --recursive $(SOURCES)

format:
	swift format --in-place --recursive $(SOURCES)

bench: libraries $(if $(PEERS),peers)
	swift build -c release --product plenum
	python3 Benchmarks/modules.py "$$(swift build -c release --show-bin-path)/plenum" \
	  --up-to $(PEOPLE_UP_TO) $(PEERS) --python .venv-peers/bin/python $(WRITE)
	python3 Benchmarks/command.py "$$(swift build -c release --show-bin-path)/plenum" $(WRITE)
	python3 Benchmarks/replan.py "$$(swift build -c release --show-bin-path)/plenum" --up-to $(PEOPLE_UP_TO) $(WRITE)
	swift package --package-path Benchmarks --disable-sandbox benchmark
	swift run --package-path Benchmarks -c release HallGrowth --groups $(GROUPS_UP_TO) $(WRITE)

ensembles: libraries $(if $(PEERS),peers)
	swift build -c release --product plenum
	python3 Benchmarks/ensembles.py "$$(swift build -c release --show-bin-path)/plenum" $(ENSEMBLES) \
	  $(PEERS) --python .venv-peers/bin/python $(WRITE)

counts: libraries
	@$(call install,libjemalloc2,)
	OPTIMIZE=computing swift build --product plenum
	python3 Benchmarks/counts.py "$$(swift build --show-bin-path)/plenum" $(WRITE)

proofs: libraries testing
	CASES=full swift test -c release -Xswiftc -enable-testing --scratch-path .build-proofs --disable-xctest \
	  --filter 'SolverTests|VerificationTests|ExplanationTests|IntegerProgrammingTests|CommandTests'

# A finding stops a fuzzer; its input lies in Tests/Fuzzing/.build, to be mended and kept in Tests/Fuzzing/Kept.
fuzz: libraries
	swift build -c release --package-path Tests/Fuzzing --sanitize=fuzzer
	python3 Tests/Fuzzing/seeds.py Tests/Fuzzing/.build/seeds
	$(call fuzz,TableFuzzer,tables,6000)
	$(call fuzz,WorkbookFuzzer,workbooks,40000)
	$(call fuzz,EventFuzzer,events,6000)

# The address sanitizer looks for leaks too, GLPK's among them. The thread sanitizer cannot start where files may not grow,
# which DiskTests ask for, and random cases that a solver tries on one thread would take it hours. Valgrind sees what GLPK
# does inside: on a copy without symbols, whose format it does not know, and without undefined values, which optimized
# Swift moves about but never uses.
sanitize: libraries testing
	@$(call install,valgrind,)
	LSAN_OPTIONS=suppressions=$(CURDIR)/Tests/known-leaks.txt:print_suppressions=0 \
	  swift test --sanitize=address --scratch-path .build-address --disable-xctest
	swift test --sanitize=thread --scratch-path .build-thread --disable-xctest \
	  --skip 'DiskTests|PropertyTests|BruteForceTests|HallTextbookTests'
	swift build -c release --product plenum
	strip -o .build/plenum-without-symbols "$$(swift build -c release --show-bin-path)/plenum"
	for event in county conflict/three-rows conflict/one-hall-seat; do \
	  valgrind -q --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite --undef-value-errors=no \
	    --error-exitcode=99 .build/plenum-without-symbols plan Fixtures/$$event -o .build/valgrind-out --only rostrum,hall \
	    || [ $$? -ne 99 ] || exit 1; \
	done

peers:
	@[ -d .venv-peers ] || python3 -m venv .venv-peers
	@.venv-peers/bin/pip install -q -r Benchmarks/peers/requirements.txt

libraries:
	@$(call install,$(LIBRARIES_APT),$(LIBRARIES_BREW))

testing:
	@$(call install,$(TESTING_APT),)

clean:
	rm -rf .build Benchmarks/.build $(OUT)

# Runs a fuzzer, $(1), on inputs of the kind $(2) of at most $(3) bytes, from the seeds and what earlier runs kept.
define fuzz
mkdir -p Tests/Fuzzing/.build/kept/$(2)
SWIFT_BACKTRACE=enable=no Tests/Fuzzing/.build/release/$(1) -max_total_time=$(SECONDS) -timeout=120 -max_len=$(3) \
  -rss_limit_mb=3000 -dict=Tests/Fuzzing/.build/seeds/words -artifact_prefix=Tests/Fuzzing/.build/found-$(2)- \
  Tests/Fuzzing/.build/kept/$(2) Tests/Fuzzing/.build/seeds/$(2) Tests/Fuzzing/Kept/$(2)
endef

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
