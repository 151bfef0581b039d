# Thin: each target sets the tools up where they are missing, and calls one command.
PY ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
ZENSICAL := .venv-zensical
TODAY ?=
DAY := $(if $(TODAY),--today $(TODAY),)

.DEFAULT_GOAL := help
.PHONY: help serve build check test a11y bench bench-search bench-scale new fix schema export pdf cms zensical lock clean

help: ## vis denne liste
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

$(VENV)/site: requirements.txt
	$(PY) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/pdf: requirements-pdf.txt
	$(PY) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-pdf.txt
	@touch $@ $(VENV)/site

$(VENV)/dev: requirements-dev.txt
	$(PY) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@ $(VENV)/site $(VENV)/pdf

$(ZENSICAL)/ready: requirements-zensical.txt
	$(PY) -m venv $(ZENSICAL)
	$(ZENSICAL)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-zensical.txt
	@touch $@

serve: $(VENV)/site ## tjek data, byg, og vis sitet på http://127.0.0.1:8000
	$(RUN) -m macros $(DAY) serve

build: $(VENV)/site ## byg sitet i site/ (det gamle bliver liggende, hvis det går galt)
	$(RUN) -m macros $(DAY) build

check: $(VENV)/site ## tjek data, alle fejl på én gang
	$(RUN) -m macros $(DAY) check

test: $(VENV)/dev $(ZENSICAL)/ready ## alt: form, typer, data, bygning, tests og browser
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(RUN) -m macros check
	$(RUN) -m macros fix --check
	$(RUN) -m macros schema --check
	$(RUN) -m macros build
	$(RUN) tests/browser/find_browser.py
	$(RUN) -m pytest -n 2

a11y: $(VENV)/dev ## led efter brud på WCAG 2.2 på alle byggede sider (ARGS="--only metoder/ --sample 100")
	$(RUN) tests/a11y.py $(ARGS)

.PHONY: fuzz
fuzz: $(VENV)/dev ## giv katalogets tjek 20.000 ødelagte filer (ARGS="--inputs 500 --seed 2")
	$(RUN) tests/fuzz/run.py $(ARGS)

LIGHTHOUSE := tests/bench/lighthouse/node_modules/.package-lock.json
$(LIGHTHOUSE): tests/bench/lighthouse/package.json tests/bench/lighthouse/package-lock.json
	cd tests/bench/lighthouse && PUPPETEER_SKIP_DOWNLOAD=1 npm ci --loglevel=error
	@touch $@

bench: $(VENV)/dev ## mål bygning, andre programmer og sider (SIZES="300 1000" RUNS=1 PARTS="build others reader lighthouse")
	-$(MAKE) --silent $(ZENSICAL)/ready
	-$(MAKE) --silent $(LIGHTHOUSE)
	$(RUN) tests/bench/maaling.py $(if $(SIZES),--sizes $(SIZES)) $(if $(RUNS),--runs $(RUNS)) $(if $(PARTS),--parts $(PARTS)) $(if $(BESIDE),--beside $(BESIDE)) $(if $(OUT),--out $(OUT))

bench-search: $(VENV)/dev ## mål, hvor godt tre søgninger finder det, læsere søger (WRITE=1 gemmer tallene)
	$(RUN) tests/search/bench.py $(if $(WRITE),--write,)

bench-scale: $(VENV)/dev ## mål bygning og søgning med 5.000 opdigtede poster
	$(RUN) tests/bench/search_scale.py

new: $(VENV)/site ## lav en ny post: make new kind=initiativer id=min-indsats
	@test -n "$(kind)" -a -n "$(id)" || { echo "Skriv: make new kind=initiativer id=min-indsats"; exit 1; }
	$(RUN) -m macros new $(kind) $(id)

fix: $(VENV)/site ## giv datafilerne fast rækkefølge og faste anførselstegn
	$(RUN) -m macros fix

schema: $(VENV)/site ## skriv data/schema ud fra modellerne
	$(RUN) -m macros schema

export: $(VENV)/site ## skriv data som JSON, CSV og Excel i export/
	$(RUN) -m macros $(DAY) export

pdf: $(VENV)/pdf ## lav kataloget som én PDF; LIST="metoder/ips puljer" tager kun det (kræver Pango)
	$(RUN) -m macros $(DAY) pdf $(LIST)

CMS := redaktion/node_modules/.package-lock.json
$(CMS): redaktion/package.json redaktion/package-lock.json
	cd redaktion && npm ci --loglevel=error
	@touch $@

cms: $(VENV)/site $(CMS) ## læg redaktionen i site/redaktion/ (efter make build; kræver Node)
	$(RUN) -m macros $(DAY) cms

zensical: $(VENV)/site $(ZENSICAL)/ready ## skriv sitet som et projekt for Zensical i zensical/, og byg det med den motor
	$(RUN) -m macros $(DAY) zensical

lock: $(VENV)/dev ## lås nye udgaver af pakkerne med hash
	$(RUN) -m pip install --quiet --disable-pip-version-check pip-tools
	for name in requirements requirements-pdf requirements-dev requirements-zensical; do \
	  $(VENV)/bin/pip-compile --quiet --upgrade --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --strip-extras --allow-unsafe --no-header --output-file $$name.txt $$name.in || exit 1; \
	done

clean: ## slet det byggede og værktøjerne
	rm -rf site .site-* zensical .zensical-* $(VENV) $(ZENSICAL) redaktion/node_modules tests/bench/lighthouse/node_modules .cache .pytest_cache .mypy_cache .ruff_cache
