# Everything begins with `make demo` or `make test`; each installs what it needs.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup build demo test lint format bench benchmarks fuzz clean

REVIEWPACK := .build/release/reviewpack
# One set of flags for the program and its tests, so that what one builds the other uses.
SWIFT_BUILD := swift build -c release
# A month that sample-data/ holds whole.
DEMO_PERIOD ?= 2026-10
SWIFT_SOURCES := Package.swift $(wildcard Sources Tests Benchmarks) Fuzz/Package.swift $(wildcard Fuzz/Sources/Fuzz*)
FUZZ_TARGETS := FuzzDelimited FuzzJSON FuzzWorkbook FuzzConfiguration
FUZZ_RUNS ?= 1000000
# 0 stands for as long as the runs take.
FUZZ_SECONDS ?= 0

help: ## this list
	@sed -nE 's/^([a-z]+):.*## (.*)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

setup: ## install the system packages that are missing
	@scripts/setup.sh

build: setup ## the program, in .build/release/reviewpack
	$(SWIFT_BUILD)

demo: build ## the review pack of sample-data/, in output/
	$(REVIEWPACK) run sample-data --period $(DEMO_PERIOD) --output output
	@echo
	@echo "Look at output/$(DEMO_PERIOD)/:"
	@echo "  deck.html    the review deck: open it in a browser"
	@echo "  review.xlsx  the workbook"
	@echo "  review.json  every table, for machines"

test: setup ## build everything, run all tests
	$(SWIFT_BUILD) --build-tests
	swift test -c release --skip-build --disable-xctest

# swift format lets comments and texts be as long as they are: no line has more than 120 characters. Bytes within a
# character are not counted.
lint: ## what swift format would change, and lines that are too long
	swift format lint --strict --recursive $(SWIFT_SOURCES)
	@LC_ALL=C find $(SWIFT_SOURCES) -name .build -prune -o -name '*.swift' -exec awk ' \
		{ line = $$0; gsub(/[\200-\277]/, "", line) } \
		length(line) > 120 { print FILENAME ":" FNR ": " length(line) " characters, of at most 120"; bad = 1 } \
		END { exit bad }' {} +

format: ## change it
	swift format --in-place --recursive $(SWIFT_SOURCES)

bench: build ## time and memory on a synthetic book
	scripts/bench.sh $(LEADS) $(RUNS)

benchmarks: setup ## time, instructions and memory of the steps, through the library
	swift package --package-path Benchmarks benchmark $(BENCHMARK) --grouping metric --no-progress

fuzz: setup ## random files for the readers of every format, FUZZ_RUNS of them or FUZZ_SECONDS each
	swift build -c release --package-path Fuzz --sanitize fuzzer --sanitize address \
		-Xswiftc -sanitize-coverage=edge,inline-8bit-counters,pc-table
	for target in $(FUZZ_TARGETS); do \
		corpus=Fuzz/.build/corpus/$$target; \
		mkdir -p $$corpus; \
		cp --update $$(scripts/fuzz-seeds.sh $$target) $$corpus; \
		SWIFT_BACKTRACE=enable=no Fuzz/.build/release/$$target -runs=$(FUZZ_RUNS) -max_total_time=$(FUZZ_SECONDS) \
			-max_len=600 -artifact_prefix=Fuzz/.build/ $$corpus; \
	done

clean: ## remove what was built and written
	rm -rf .build Benchmarks/.build Fuzz/.build output
