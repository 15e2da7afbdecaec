# `make` prints the targets. Each of them does the set-up it needs; see .ci/setup.sh.

bin := .venv/bin

.PHONY: help setup brief check lint types test test-fast faults hostile fuzz accept axe looks pictures cover bench bench-claims train-claims sbom lock clean distclean
.DEFAULT_GOAL := help

help: ## print the targets
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-18s %s\n", $$1, $$2 }'

setup: ## make .venv with all that the other targets need
	@sh .ci/setup.sh

brief: setup ## check the briefs and build them as PDF, DOCX and HTML in dist/
	$(bin)/briefkit check briefs
	$(bin)/briefkit build briefs --to pdf,docx,html -o dist

check: lint types test ## lint, types and tests: what must pass before a change goes in

lint: setup ## ruff: faults and format
	$(bin)/ruff check .
	$(bin)/ruff format --check .

types: setup ## mypy, strict
	$(bin)/mypy

test: setup ## all tests
	$(bin)/pytest --numprocesses auto --dist worksteal

test-fast: setup ## the tests that need no WeasyPrint
	$(bin)/pytest -m 'not slow'

faults: setup ## builds under injected faults, random kills and at once; needs strace, takes some minutes
	$(bin)/python -m tests.faults

hostile: setup ## the hostile corpus, all of it: what a brief, a library, a template from outside may try; takes ten minutes
	$(bin)/python -m tests.hostile

fuzz: setup ## generated inputs against all of it; SECONDS=600 unless you say otherwise
	$(bin)/python -m tests.fuzz $(or $(SECONDS),600)

accept: setup ## write golden files and generated docs anew; read the diff before you commit it
	$(bin)/pytest --accept tests/golden tests/test_docs.py

axe: setup ## the web pages in headless Chromium: axe-core, cards, requests, policy; needs npm and Chromium
	mkdir -p build/axe
	cp .ci/axe/package.json .ci/axe/package-lock.json build/axe
	npm ci --prefix build/axe --ignore-scripts --no-audit --no-fund --silent
	$(bin)/python -m tests.browser build/axe/node_modules/axe-core/axe.min.js
	$(bin)/pytest -q tests/browser -n 0

looks: setup ## pictures of the briefs by each template in two brands, in build/looks; needs Chromium, LibreOffice if it is there
	$(bin)/python -m tests.looks build/looks

pictures: setup ## draw the pictures of reports and pages in docs/pictures anew; needs Chromium
	$(bin)/python -m tests.looks.reports docs/pictures

cover: setup ## coverage of parse, library, claims, rules and check; fails below 90%
	$(bin)/pytest --numprocesses auto --dist worksteal --quiet --cov --cov-report=
	$(bin)/python .ci/cover.py

bench: setup ## the speed of check and build beside that of the bare engines
	$(bin)/python benchmarks/speed.py
	$(bin)/python benchmarks/many.py
	$(bin)/python benchmarks/builds.py
	$(bin)/python benchmarks/agreement.py

bench-claims: setup ## the figures of the claim detector on labelled rows: DATA="FILE.jsonl ..." [OPTIONS="--model retrain"]
	@test -n "$(DATA)" || { echo 'name labelled rows: make bench-claims DATA="FILE.jsonl ..."' >&2; exit 2; }
	$(bin)/python benchmarks/claims.py --data $(DATA) $(OPTIONS)

train-claims: setup ## train the claim detector anew on labelled rows: DATA="FILE.jsonl ..."
	@test -n "$(DATA)" || { echo 'name labelled rows: make train-claims DATA="FILE.jsonl ..."' >&2; exit 2; }
	$(bin)/python benchmarks/train_claims.py --data $(DATA) --out src/briefkit/claims/trained.py

sbom: setup ## write the bill of materials (CycloneDX) to dist/briefkit.cdx.json
	$(bin)/python .ci/sbom.py dist/briefkit.cdx.json

lock: ## make requirements.lock anew from pyproject.toml; needs uv
	uv --no-config pip compile pyproject.toml --group dev --universal --python-version 3.11 --upgrade --quiet --no-strip-extras \
		--fork-strategy fewest \
		--only-binary :all: --generate-hashes --no-emit-index-url --emit-build-options \
		--custom-compile-command 'make lock' --output-file requirements.lock

clean: ## remove what was built and all caches
	rm -rf dist .briefkit .hypothesis .mypy_cache .pytest_cache .ruff_cache .coverage .coverage.* build
	find src tests benchmarks .ci -name __pycache__ -prune -exec rm -rf {} +

distclean: clean ## remove .venv as well
	rm -rf .venv
