# `make` builds, `make report` shows what the tool finds in corpus/, `make test` tests.
# Missing Debian packages are installed first (.ci/packages). `make help` lists all targets.

SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -c

BUILD ?= build
BUILD_TYPE ?= Release
PREFIX ?= /usr/local
WORDNET ?= /usr/share/wordnet
FUZZ_SECONDS ?= 30
FUZZ ?=
SCALE ?= medium
JOBS ?= $(shell nproc 2>/dev/null || echo 2)
CMAKE_FLAGS ?=

program := $(BUILD)/atodds
rules := rules

# $(call configure,folder,flags): configures once; afterwards CMake keeps itself up to date.
define configure
@if [ ! -f $(1)/CMakeCache.txt ]; then \
    generator="Unix Makefiles"; command -v ninja >/dev/null && generator=Ninja; \
    launcher=; command -v ccache >/dev/null && launcher=-DCMAKE_CXX_COMPILER_LAUNCHER=ccache; \
    cmake -S . -B $(1) -G "$$generator" $$launcher $(2) $(CMAKE_FLAGS) >$(1).log 2>&1 \
        || { cat $(1).log; rm -f $(1)/CMakeCache.txt $(1).log; exit 1; }; rm -f $(1).log; fi
endef

# Silent where there is nothing to do, so that a report opens with its result.
define build_target
@cmake --build $(1) --parallel $(JOBS) --target $(2) | \
    sed -u -e '/Re-checking globbed directories/d' -e '/^ninja: no work to do/d'
endef

.PHONY: all
all: packages-build  ## build the program
	$(call configure,$(BUILD),-DCMAKE_BUILD_TYPE=$(BUILD_TYPE))
	$(call build_target,$(BUILD),atodds_program)

.PHONY: report
report: all  ## read corpus/ and show what is at odds in it; writes out/report.html
	@mkdir -p out
	@$(program) report corpus --rules $(rules) -o text -o html:out/report.html; status=$$?; \
	    if [ $$status -gt 1 ]; then exit $$status; fi; \
	    echo; echo "The whole report, with every quote in its context: out/report.html"

.PHONY: test
test: unit golden-check expectations program-check formats-check ci-check serving-check batch-check page-check  ## run the tests: units, golden cases, what corpus/ expects, the program, its formats, its servers and batches, its page in a browser

.PHONY: unit
unit: packages-build packages-test
	$(call configure,$(BUILD),-DCMAKE_BUILD_TYPE=$(BUILD_TYPE))
	$(call build_target,$(BUILD),atodds_tests)
	@$(BUILD)/atodds_tests --order-by=rand --rand-seed=1

.PHONY: golden-check
golden-check: all packages-test
	@python3 tests/support/run_golden.py $(program)

.PHONY: program-check
program-check: all packages-test
	@python3 tests/support/check_determinism.py $(program)
	@python3 tests/support/check_crash.py $(program)
	@python3 tests/support/check_installed.py $(BUILD)

# Debian's Python sees Debian's packages; another one may come first in PATH.
.PHONY: ci-check
ci-check: all packages-test
	@$(firstword $(wildcard /usr/bin/python3) python3) tests/support/check_ci.py $(program)

# Without xapian-tcpsrv its cases with servers are passed over, and it says so.
.PHONY: serving-check
serving-check: all packages-test
	@python3 tests/support/check_serving.py $(program)

# What is not installed, a Dask cluster or GNU parallel, is passed over, and it says so.
.PHONY: batch-check
batch-check: all packages-test
	@.ci/install batch || true
	@$(firstword $(wildcard /usr/bin/python3) python3) tests/support/check_batch.py $(program)

.PHONY: formats-check
formats-check: all packages-test
	@$(firstword $(wildcard /usr/bin/python3) python3) tests/support/check_formats.py $(program) $(BUILD)/node

# Without a browser the page goes untested, and says so; nothing else depends on one.
.PHONY: page-check
page-check: all packages-test
	@.ci/install browser || true
	$(call build_target,$(BUILD),atodds_tests)
	@python3 tests/support/check_page.py $(program) $(BUILD)/atodds_tests

.PHONY: expectations
expectations: all packages-test
	@python3 tests/support/check_expectations.py $(program)

.PHONY: expectations-open
expectations-open: all packages-test  ## which share of it the open facts find without any rule
	@python3 tests/support/check_expectations.py $(program) --open

.PHONY: golden
golden: all packages-test  ## rewrite the expected output of the golden cases; read the diff
	@python3 tests/support/run_golden.py $(program) --rewrite

.PHONY: rules
rules: all  ## run the tests inside the rule files
	@$(program) rules test --rules $(rules)

.PHONY: check
check: test sanitize rules lint  ## what CI runs

.PHONY: sanitize
sanitize: packages-build packages-test  ## unit tests under address and undefined-behaviour checks
	$(call configure,$(BUILD)-sanitize,-DCMAKE_BUILD_TYPE=None -DATODDS_SANITIZE=ON -DCMAKE_CXX_FLAGS='-O0 -g1')
	$(call build_target,$(BUILD)-sanitize,atodds_tests)
	@$(BUILD)-sanitize/atodds_tests --order-by=rand --rand-seed=2

.PHONY: lint
lint: packages-build packages-lint  ## check format, layout, privacy and that headers stand alone
	@find src tests -name '*.[ch]pp' -print0 | xargs -0 clang-format-19 --dry-run -Werror
	@python3 tests/support/check_layout.py
	$(call configure,$(BUILD),-DCMAKE_BUILD_TYPE=$(BUILD_TYPE))
	$(call build_target,$(BUILD),atodds_verify_interface_header_sets)

.PHONY: tidy
tidy: packages-build packages-analyse  ## clang-tidy over src/ (slow); FILES="..." for some
	$(call configure,$(BUILD),-DCMAKE_BUILD_TYPE=$(BUILD_TYPE))
	@printf '%s\n' $(or $(FILES),$(shell find src -name '*.cpp')) | \
	    xargs -P $(JOBS) -n 1 clang-tidy-19 --quiet -p $(BUILD)

.PHONY: fuzz
fuzz: packages-build packages-test packages-fuzz  ## fuzz each target for FUZZ_SECONDS=30; FUZZ="values ..." for some
	$(call configure,$(BUILD)-fuzz,-DCMAKE_BUILD_TYPE=None -DATODDS_FUZZ=ON -DCMAKE_CXX_COMPILER=clang++-19 -DCMAKE_CXX_FLAGS='-O1 -gline-tables-only')
	$(call build_target,$(BUILD)-fuzz,$(if $(FUZZ),$(FUZZ:%=fuzz_%),atodds_fuzz))
	@.ci/fuzz $(BUILD)-fuzz $(FUZZ_SECONDS) $(FUZZ)

.PHONY: bench
bench: packages-build packages-bench  ## measure the slow stages, and collections of SCALE=small|medium|full: up to 10,000, 100,000, 1,000,000 articles
	$(call configure,$(BUILD),-DCMAKE_BUILD_TYPE=$(BUILD_TYPE))
	$(call build_target,$(BUILD),atodds_bench)
	$(call build_target,$(BUILD),atodds_program)
	$(call build_target,$(BUILD),atodds_corpus)
	$(call build_target,$(BUILD),atodds_stock)
	@$(BUILD)/atodds_bench
	@python3 tests/bench/time_check.py $(program)
	@python3 tests/bench/scale_bench.py $(BUILD) --scale $(SCALE)

.PHONY: format
format: packages-lint  ## write the format that lint checks
	@find src tests -name '*.[ch]pp' -print0 | xargs -0 clang-format-19 -i

.PHONY: install
install: all  ## install program, rules and manual below PREFIX
	@cmake --install $(BUILD) --prefix $(PREFIX)

.PHONY: deb
deb: all packages-deb  ## build a Debian package in out/
	@mkdir -p out
	@cd $(BUILD) && cpack -G DEB -B $(CURDIR)/out >/dev/null && rm -rf $(CURDIR)/out/_CPack_Packages
	@ls out/*.deb

.PHONY: train-tagger
train-tagger: packages-build packages-train  ## train tagger and parser; TREEBANK=folder of train.tsv, dev.tsv
	@test -n "$(TREEBANK)" || { echo "usage: make train-tagger TREEBANK=DIR" >&2; exit 2; }
	$(call configure,$(BUILD),-DCMAKE_BUILD_TYPE=$(BUILD_TYPE))
	$(call build_target,$(BUILD),atodds_train)
	@$(BUILD)/atodds_train train --treebank $(TREEBANK) --wordnet $(WORDNET) --out src/text/model
	$(call build_target,$(BUILD),atodds_train)
	@$(BUILD)/atodds_train eval --treebank $(TREEBANK)

.PHONY: new-rule
new-rule: all  ## write the skeleton of a rule; NAME=topic/rule-name
	@test -n "$(NAME)" || { echo "usage: make new-rule NAME=topic/rule-name" >&2; exit 2; }
	@$(program) rules new $(NAME) --rules $(rules)

.PHONY: clean
clean:  ## remove everything that was built
	@rm -rf $(BUILD) $(BUILD)-sanitize $(BUILD)-fuzz out

.PHONY: packages-build packages-test packages-lint packages-analyse packages-fuzz packages-deb packages-train packages-bench
packages-build packages-test packages-lint packages-analyse packages-fuzz packages-deb packages-train packages-bench: packages-%:
	@.ci/install $*

.PHONY: help
help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-18s %s\n", $$1, $$2}' Makefile
