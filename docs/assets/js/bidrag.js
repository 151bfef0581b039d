// /bidrag/: a proposal is written in a form, checked here, and sent by the reader. Nothing leaves the page by itself.
// What is written is kept in this tab's sessionStorage, so that it survives a reload, and nowhere else.

import { element, plural } from "./byg.js";
import { control, shownAndMore } from "./dele.js";
import { freshId } from "./felter.js";
import { opslag } from "./opslag.js";
import { result } from "./resultat.js";
import { proposal } from "./forslag.js";
import { whenReleased } from "./tryk.js";

const KEPT = "bidrag";
const FIRST = new Set(["titel", "resume", "emner", "status", "kommuner", "type"]);

/** What the controls share: the description, and how they tell of changes. */
class Form {
  constructor(told) {
    Object.assign(this, told, { known: [], gone: [], sources: null, tried: false });
    this.status = element("p", { class: "hidden", role: "status" });
    this.summary = element("div", { class: "errors", tabindex: "-1", role: "group", "aria-labelledby": "bidrag-fejl", hidden: "" });
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
    this.loading ??= fetch(opslag("bidrag/kilder.json")).then((answer) => answer.json()).then(({ sources, gone }) => {
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
    Object.assign(this, { tried: false });
    this.build(this.kind);
    this.say("Alt er slettet.");
    this.place.querySelector("input, textarea, select").focus();
  }

  /** The fields of a kind, with the answers that are known. */
  build(kind) {
    this.kind = kind;
    const { fields } = this.kinds[kind];
    const [shown, more] = shownAndMore(fields);
    const first = shown.filter((field) => FIRST.has(field.name));
    const sources = shown.filter((field) => field.type === "sources");
    const rest = shown.filter((field) => !first.includes(field) && !sources.includes(field));
    const groups = [["Først det vigtigste", first], ["Hvor har I det fra?", sources], ["Fortæl om det", rest]];
    this.controls = [];
    this.sources = null;
    const nodes = groups.map(([title, inside]) => element("section", {}, element("h2", {}, title), ...this.made(inside)));
    const behind = element("details", { class: "more-fields" }, element("summary", {}, "Flere felter"), ...this.made(more));
    this.place.replaceChildren(...nodes, behind);
    for (const one of this.controls) one.fill(this.kept.answers[one.field.name]);
    this.changed();
    this.showErrors([]);
  }

  made(fields) {
    const controls = fields.map((field) => control(field, this));
    this.controls.push(...controls);
    return controls.map((one) => one.node);
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
    this.result.hidden = true;
    whenReleased(() => this.live());
  }

  /** Shows what is wrong with fields that were visited; what is merely empty waits until somebody asks for the result. */
  live() {
    const told = new Map(this.proposal().problems.map(({ path, message }) => [this.at(path), message]));
    for (const leaf of this.leaves()) {
      const isWanted = this.tried || (leaf.touched && leaf.read() !== undefined);
      leaf.show(isWanted ? (told.get(leaf) ?? null) : null);
    }
  }

  showErrors(found) {
    this.summary.hidden = found.length === 0;
    const lines = found.map(({ path, message }) => {
      const where = this.at(path);
      const link = element("a", { href: `#${where.described.id || where.id}` }, `${where.name}: ${message}`);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        where.focus();
      });
      return element("li", {}, link);
    });
    const title = element("h2", { id: "bidrag-fejl" }, `Ret ${plural(found.length, "fejl", "fejl")}, og prøv igen`);
    this.summary.replaceChildren(title, element("ul", {}, ...lines));
  }

  async submit() {
    await this.loadSources();
    await new Promise((done) => setTimeout(done)); // what waited for the press comes first: it takes an old result away
    this.tried = true;
    const made = this.proposal();
    this.showErrors(made.problems);
    this.live();
    if (made.problems.length) {
      this.summary.focus();
      return;
    }
    this.result.replaceChildren(...result(this, this.kind, made));
    this.result.hidden = false;
    this.result.querySelector("h2").focus();
  }
}

function kinds(form) {
  const lines = Object.entries(form.kinds).map(([kind, { title }]) => {
    const radio = element("input", { type: "radio", name: "slags", value: kind, id: freshId() });
    radio.checked = kind === form.kind;
    radio.addEventListener("change", () => form.build(kind));
    return element("label", { class: "choice", for: radio.id }, radio, ` Et ${title}`);
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
  const answer = await fetch(opslag("bidrag/formular.json"));
  const form = new Form(await answer.json());
  prefill(form);
  const told = element("p", { class: "note" }, 'Siden sender og gemmer intet selv. Det, I skriver, bliver i denne fane, til I lukker den eller trykker Ryd. Felter uden "(skal udfyldes)" kan stå tomme.');
  const buttons = element("p", { class: "buttons" }, button("Vis forslaget", "submit"), " ", button("Ryd", "button", () => form.clear()));
  const node = element("form", { novalidate: "", "aria-label": "Forslag" }, form.summary, told, kinds(form), form.place, buttons);
  node.addEventListener("submit", (event) => {
    event.preventDefault();
    form.submit();
  });
  form.build(form.kind);
  for (const name of ["input", "change"]) node.addEventListener(name, () => form.changed());
  node.addEventListener("focusout", () => whenReleased(() => setTimeout(() => form.live())));
  root.replaceChildren(form.status, node, form.result);
  root.dataset.ready = "";
}

const root = document.querySelector("[data-contribute]");
start(root).catch((error) => {
  console.error(error);
  root.dataset.ready = "";
  root.replaceChildren(element("p", { class: "warning" }, "Formularen kunne ikke hentes. Prøv igen, eller brug skabelonen nedenfor."));
});
