.DEFAULT_GOAL := help
.PHONY: help demo test fuzz bench lint format build release prerequisites

SWIFT_FILES := Sources Tests Package.swift

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

release: prerequisites ## build for use, into .build/release/jalur, which needs no Swift where it runs
	swift build -c release --static-swift-stdlib --product jalur

prerequisites:
	@command -v swift > /dev/null || { echo "Swift 6.2 or later is missing; get it from https://www.swift.org/install" >&2; exit 1; }
	@./.ci/install-libyaml
