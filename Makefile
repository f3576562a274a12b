.DEFAULT_GOAL := help
.PHONY: help demo test fuzz bench lint format build release install prerequisites

SWIFT_FILES := Sources Tests Package.swift
PREFIX ?= /usr/local
STATIC_LIBRARIES := .build/static-libraries

help: ## say what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

demo: release ## build, audit the paper's network, and show what changed on a router that drifted
	@echo '$$ jalur audit Samples/polsri/published-v6'
	@.build/release/jalur audit Samples/polsri/published-v6; [ $$? -eq 1 ]
	@echo '$$ jalur diff Samples/polsri/repaired-v7/client.rsc Samples/polsri/drifted-v7/client.rsc'
	@.build/release/jalur diff Samples/polsri/repaired-v7/client.rsc Samples/polsri/drifted-v7/client.rsc

test: prerequisites lint ## run everything; UPDATE=1 rewrites goldens and fails once
	swift build --build-tests
	swift test
	$(MAKE) release
	.ci/check-release .build/release/jalur
	JALUR_PROGRAM="$(CURDIR)/.build/release/jalur" swift test --skip-build --filter CommandTests

fuzz: prerequisites ## look for bytes that break a property, for some minutes
	Tests/Fuzzing/run

bench: prerequisites ## measure speed and memory; prints the table of the README
	Tests/Benchmarks/measure

lint: prerequisites ## hold the sources against the house style
	swift format lint --strict -r $(SWIFT_FILES)

format: prerequisites ## lay the sources out in the house style
	swift format -i -r $(SWIFT_FILES)

build: prerequisites ## build for development
	swift build

release: prerequisites ## build for use, into .build/release/jalur, which needs neither Swift nor libyaml where it runs
	@.ci/static-libyaml $(STATIC_LIBRARIES)
	PKG_CONFIG_PATH="$(CURDIR)/$(STATIC_LIBRARIES)" swift build -c release --static-swift-stdlib --product jalur \
	  -Xswiftc -use-ld=lld -Xlinker --icf=safe -Xlinker -z -Xlinker pack-relative-relocs -Xlinker --no-export-dynamic -Xlinker -s

install: release ## put the program, its page for man and its completions below PREFIX, which is /usr/local
	install -D -m 755 .build/release/jalur "$(DESTDIR)$(PREFIX)/bin/jalur"
	install -d "$(DESTDIR)$(PREFIX)/share/man/man1" "$(DESTDIR)$(PREFIX)/share/bash-completion/completions" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions" "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"
	.build/release/jalur manual-page > "$(DESTDIR)$(PREFIX)/share/man/man1/jalur.1"
	.build/release/jalur --generate-completion-script bash \
	  > "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/jalur"
	.build/release/jalur --generate-completion-script zsh > "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_jalur"
	.build/release/jalur --generate-completion-script fish \
	  > "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/jalur.fish"

prerequisites:
	@command -v swift > /dev/null || { echo "Swift 6.2 or later is missing; get it from https://www.swift.org/install" >&2; exit 1; }
	@./.ci/install-libyaml
