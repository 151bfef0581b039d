// /bidrag/: a proposal is written in a form, checked here, and sent by the reader. Nothing leaves the page by itself.
// What is written is kept in this tab's sessionStorage, so that it survives a reload, and nowhere else.

import { element } from "./byg.js";
import { control } from "./dele.js";
import { ErrorList } from "./fejlliste.js";
import { freshId } from "./felter.js";
import { Fold, named } from "./fold.js";
import { looked } from "./opslag.js";
import { result } from "./resultat.js";
import { proposal } from "./forslag.js";
import { whenReleased } from "./tryk.js";
import { inFileOrder } from "./yaml.js";

const KEPT = "bidrag";
const ABOUT = "Skriv i egne ord og korte sætninger. Tal i teksten skal have en kilde, dog ikke årstal, klokkeslæt og alder.";
const INTRO = "Find først en kilde frem, fx jeres netside, en aftale eller et referat. Regn med ti minutter, eller tyve hvis I også har mål, resultater og økonomi med. Svarene bliver i denne fane, til I lukker den. Intet bliver sendt, før I selv gør det.";
const FIRST = new Set(["titel", "resume", "emner", "status", "kommuner", "type"]);

/** What the controls share: the description, and how they tell of changes. */
class Form {
  constructor(told) {
    Object.assign(this, told, { known: [], gone: [], sources: null });
    this.status = element("p", { class: "hidden", role: "status" });
    this.errors = new ErrorList((text) => this.say(text));
    this.place = element("div", {});
    this.result = element("section", { class: "result", "aria-labelledby": "bidrag-klar", hidden: "" });
    this.kept = this.read();
    this.kind = this.asked("slags", Object.keys(this.kinds)) ?? this.kept.kind ?? Object.keys(this.kinds)[0];
  }

  say(text) {
    this.status.textContent = text;
  }

  /** A value that the page's address asks for, where it is one of those that there are. */
  asked(name, allowed) {
    const given = new URLSearchParams(location.search).get(name);
    return allowed.find((one) => one.toLowerCase() === given?.toLowerCase());
  }

  /** The titles of the catalogue's sources, fetched once, when somebody needs them. */
  loadSources() {
    this.loading ??= looked("bidrag/kilder.json").then(({ sources, gone }) => {
      Object.assign(this, { known: sources, gone });
    });
    return this.loading.catch(() => {
      this.loading = null;
      this.say("Listen over kilder kunne ikke hentes. Prøv igen, eller skriv kilden som ny.");
    });
  }

  read() {
    try {
      const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "{}");
      return { answers: kept?.answers ?? {}, kind: this.kinds[kept?.kind] ? kept.kind : null };
    } catch {
      return { answers: {}, kind: null };
    }
  }

  keep() {
    this.kept = { kind: this.kind, answers: { ...this.kept.answers, ...Object.fromEntries(this.controls.map((one) => [one.field.name, one.raw()])) } };
    try {
      sessionStorage.setItem(KEPT, JSON.stringify(this.kept));
    } catch {
      this.say("Browseren har ikke plads til at huske svarene, hvis siden hentes igen.");
    }
  }

  clear() {
    if (!confirm("Vil I slette alt, hvad I har skrevet her?")) return;
    sessionStorage.removeItem(KEPT);
    this.kept = { answers: {}, kind: null };
    this.build(this.kind);
    this.say("Alt er slettet.");
    this.place.querySelector("input, textarea, select").focus();
  }

  /** The fields of a kind, with the answers that are known. */
  build(kind) {
    this.kind = kind;
    const { fields } = this.kinds[kind];
    const asked = inFileOrder(fields).filter((field) => !field.hidden);
    const first = asked.filter((field) => FIRST.has(field.name));
    const sources = asked.filter((field) => field.type === "sources");
    const rest = asked.filter((field) => ![...first, ...sources].includes(field));
    const isNeeded = (field) => field.weight === "paakraevet";
    this.controls = [];
    this.sources = null;
    const groups = [["Først det vigtigste", first], ["Hvor kan andre læse om det?", sources], ["Fortæl om det", rest.filter(isNeeded), ABOUT]];
    const nodes = groups.map(([title, inside, told]) => element("section", {}, element("h2", {}, title), told ? element("p", {}, told) : null, ...this.made(inside).map((one) => one.node)));
    const more = rest.filter((field) => !isNeeded(field));
    const behind = new Fold(named(more.filter((field) => field.weight === "anbefalet"), "Fortæl mere: "), this.made(more), "fold-rest");
    this.place.replaceChildren(...nodes, behind.node);
    for (const one of this.controls) one.fill(this.kept.answers[one.field.name]);
    behind.refresh();
    this.changed();
    this.live();
    this.errors.show([]);
  }

  made(fields) {
    const controls = fields.map((field) => control(field, this));
    this.controls.push(...controls);
    return controls;
  }

  leaves() {
    return this.controls.flatMap((one) => one.leaves());
  }

  at([name, ...rest]) {
    return this.controls.find((one) => one.field.name === name).at(rest);
  }

  values() {
    return Object.fromEntries(this.controls.map((one) => [one.field.name, one.read()]).filter(([, value]) => value !== undefined));
  }

  proposal() {
    const now = new Date();
    const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
    return proposal(this, this.kind, this.values(), today);
  }

  /** After every change: sources have new names, answers are kept, an old result is no longer true. */
  changed() {
    for (const leaf of this.leaves()) leaf.refresh?.();
    this.keep();
    if (!this.result.hidden) this.errors.tell('I har rettet noget. Tryk på "Gør klar til at sende" igen.');
    this.result.hidden = true;
  }

  /** Once nothing is pressed: what comes or goes under the pointer would take its click away. */
  settle() {
    whenReleased(() => setTimeout(() => this.live()));
  }

  found() {
    return this.proposal().problems.map((one) => ({ ...one, where: this.at(one.path) }));
  }

  /** At every letter: what was wrong is no longer said once it is right. */
  typed() {
    this.changed();
    this.showAtFields(this.found());
  }

  /** When a field is left: as well what is wrong with it, and how much of the list of errors is left. */
  live() {
    const found = this.found();
    this.showAtFields(found);
    this.errors.update(found.filter(({ where }) => where.asked));
  }

  /** What is wrong with fields that were visited; what is merely empty waits until the result is asked for. */
  showAtFields(found) {
    const told = new Map(found.map((one) => [one.where, one]));
    for (const leaf of this.leaves()) {
      const known = told.get(leaf);
      const problem = leaf.asked || (leaf.touched && leaf.read() !== undefined && !known?.waits) ? known : null;
      leaf.show(problem?.message ?? null);
      leaf.askForSource(Boolean(problem?.lacksSource));
    }
  }

  async submit() {
    await this.loadSources();
    await new Promise((done) => setTimeout(done)); // what waited for the press comes first: it takes an old result away
    for (const leaf of this.leaves()) leaf.asked = true;
    const found = this.found();
    this.showAtFields(found);
    this.errors.show(found);
    for (const { where } of found) where.unfold();
    if (found.length) {
      this.errors.focus();
      return;
    }
    this.say("");
    const made = this.proposal();
    this.result.replaceChildren(...result(this, this.kind, made));
    this.result.hidden = false;
    this.result.querySelector("h2").focus();
  }
}

function kinds(form) {
  const lines = Object.entries(form.kinds).map(([kind, { title, help }]) => {
    const radio = element("input", { type: "radio", name: "slags", value: kind, id: freshId() });
    radio.checked = kind === form.kind;
    radio.addEventListener("change", () => form.build(kind));
    return element("label", { class: "choice", for: radio.id }, radio, ` Et ${title} `, element("span", { class: "choice__help" }, `– ${help}`));
  });
  return element("fieldset", { class: "field" }, element("legend", { class: "field__label" }, "Hvad vil I foreslå?"), ...lines);
}

function button(text, type, action) {
  const made = element("button", { type, class: type === "submit" ? "submit" : "remove" }, text);
  if (action) made.addEventListener("click", action);
  return made;
}

/** The municipality that the address asks for is chosen, where it is one. */
function prefill(form) {
  const given = new URLSearchParams(location.search).get("kommune");
  const name = form.asked("kommune", form.lists.kommuner.map((choice) => choice.id));
  if (!given) return;
  const answer = form.kept.answers.kommuner?.chosen ?? [];
  if (name && !answer.includes(name)) form.kept.answers.kommuner = { chosen: [...answer, name], typed: "" };
  if (!name) form.say(`Vi kender ikke kommunen "${given.slice(0, 60)}".`);
}

async function start(root) {
  const form = new Form(await looked("bidrag/formular.json"));
  prefill(form);
  const buttons = element("p", { class: "buttons" }, button("Gør klar til at sende", "submit"), " ", button("Ryd", "button", () => form.clear()));
  const node = element("form", { novalidate: "", "aria-label": "Forslag" }, form.errors.node, element("p", {}, INTRO), kinds(form), form.place, buttons, form.errors.left);
  node.addEventListener("submit", (event) => {
    event.preventDefault();
    form.submit();
  });
  form.build(form.kind);
  node.addEventListener("input", () => form.typed());
  node.addEventListener("change", () => {
    form.changed();
    form.settle();
  });
  node.addEventListener("focusout", () => form.settle());
  root.replaceChildren(form.status, node, form.result);
  root.dataset.ready = "";
}

const root = document.querySelector("[data-contribute]");
start(root).catch((error) => {
  console.error(error);
  root.dataset.ready = "";
  root.replaceChildren(element("p", { class: "warning" }, "Formularen kunne ikke hentes. Prøv igen, eller brug skabelonen nedenfor."));
});
