# `make test` is what continuous integration runs; `make install PREFIX=$HOME/.local` needs no root.

PREFIX ?= /usr/local
SWIFT ?= swift
RELEASE = -c release --static-swift-stdlib --product bangfu

.PHONY: build release test demo install bench soak fuzz lint docs deps

build:
	$(SWIFT) build

release:
	$(SWIFT) build $(RELEASE)

deps:
	scripts/install-deps

lint:
	$(SWIFT) format lint --strict -r Package.swift Sources Tests Benchmarks

# Not as prerequisites, which `make -j` would run at once.
test:
	scripts/install-deps --tests
	$(MAKE) lint
	$(SWIFT) build
	$(SWIFT) test

# Rewrites the transcripts under docs/ from what the commands answer today.
docs:
	RECORD=1 $(SWIFT) test --filter ManualTests

install: release
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -s -m 755 "$$($(SWIFT) build $(RELEASE) --show-bin-path)/bangfu" "$(DESTDIR)$(PREFIX)/bin/bangfu"

demo bench soak fuzz:
	scripts/$@
