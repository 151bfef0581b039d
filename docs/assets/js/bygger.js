// /vaerktoejer/partnerskab/: the description of a local partnership is written here, and printed, copied or saved.
// Nothing leaves the page. What is written is kept in this tab's sessionStorage, so that it survives a reload.

import { element, plural } from "./byg.js";
import { Step } from "./bygger_felter.js";
import { NOTHING, act, open, set, use } from "./bygger_handlinger.js";
import { Records, fromList } from "./bygger_poster.js";
import { parties, sums } from "./bygger_regler.js";
import { nodes } from "./bygger_skriv.js";
import { TITLE, description, today } from "./bygger_tekst.js";
import { slug } from "./slug.js";

const KEPT = "partnerskab";
const PAUSE = 400; // so that a screen reader is not told of every letter

class Builder {
  constructor(root) {
    this.root = root;
    this.records = new Records();
    this.paper = root.querySelector(".builder__paper");
    this.news = root.querySelector(".builder__news [role=status]");
    this.undo = root.querySelector("[data-do=undo]");
    this.close = root.querySelector("[data-do=close]");
    this.steps = [...root.querySelectorAll("[data-section]")].map((node) => new Step(node, this));
    const numbers = this.steps.flatMap(({ fields }) => fields.flatMap((field) => field.columns ?? [field])).filter((field) => field.greatest);
    this.greatest = Object.fromEntries(numbers.map((field) => [field.name, field.greatest]));
  }

  read() {
    return Object.fromEntries(this.steps.map((step) => [step.id, step.read()]));
  }

  fill(answers) {
    for (const step of this.steps) step.fill(answers?.[step.id]);
    this.changed();
    if (this.leaves().some((field) => field.kind === "record" && !field.isBlank)) this.records.load().then(() => this.changed());
  }

  leaves() {
    return this.steps.flatMap((step) => step.fields.flatMap((field) => field.leaves()));
  }

  get isBlank() {
    return this.steps.every((step) => !step.filled);
  }

  /** What was done, with a way back to the answers from before. */
  say(text, before = null) {
    this.origin = document.activeElement;
    this.news.textContent = text;
    this.close.hidden = !text;
    this.before = before;
    this.undo.hidden = before === null;
  }

  /** After every change: what is written is kept, and what is said of it is said anew, once somebody stops typing. */
  changed(isTyping = false) {
    this.keep();
    for (const field of this.leaves()) field.show();
    this.showPaper();
    clearTimeout(this.waiting);
    if (isTyping) this.waiting = setTimeout(() => this.tell(), PAUSE);
    else this.tell();
  }

  tell() {
    const answers = this.read();
    this.showSums(answers);
    this.showRequired(answers);
    this.showStates();
    this.showReview(answers);
  }

  /** The description is drawn anew only where it is another one, so that what is marked in it stays marked. */
  showPaper() {
    const blocks = description(this, today());
    const drawn = JSON.stringify(blocks);
    if (drawn !== this.drawn) this.paper.replaceChildren(...nodes(blocks, 2));
    this.drawn = drawn;
  }

  keep() {
    try {
      sessionStorage.setItem(KEPT, JSON.stringify(this.read()));
    } catch {
      this.say("Browseren har ikke plads til at huske teksten, hvis siden hentes igen. Gem en fil.");
    }
  }

  kept() {
    try {
      return JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
    } catch {
      return null;
    }
  }

  showSums(answers) {
    for (const [id, text] of Object.entries(sums(answers, this.greatest))) set(this.root.querySelector(`[data-sum="${id}"]`), text);
  }

  /** The parties that the pool money requires, each with whom there is, or that it is missing. */
  showRequired(answers) {
    for (const line of this.root.querySelectorAll("[data-sector]")) {
      const found = parties(answers, line.dataset.sector);
      const { called } = line.dataset;
      line.className = found.length ? "note" : "warning";
      set(line, found.length ? `Med: ${called} (${found.join(", ")}).` : missing(called));
    }
  }

  showStates() {
    for (const step of this.steps) set(this.root.querySelector(`[data-state="${step.id}"]`), `(${step.state})`);
    for (const line of this.root.querySelectorAll("[data-about]")) {
      const about = line.dataset.about.split(" ").map((place) => this.at(place));
      const titles = (isBlank) => about.filter((field) => field.isBlank === isBlank).map((field) => `"${field.title}"`).join(", ");
      set(line.querySelector("[data-seen]"), [titles(false) && `I har skrevet: ${titles(false)}.`, titles(true) && `I mangler: ${titles(true)}.`].filter(Boolean).join(" "));
    }
  }

  at(place) {
    const [id, name] = place.split(".");
    return this.steps.find((step) => step.id === id).fields.find((field) => field.name === name);
  }

  /** What is to be looked at before the description is sent. */
  showReview(answers) {
    const wanting = [...this.root.querySelectorAll("[data-sector]")].filter((line) => !parties(answers, line.dataset.sector).length);
    const wrong = this.leaves().filter((field) => field.touched && field.message);
    const empty = this.steps.filter((step) => !step.filled);
    const link = (step, text = step.title) => element("a", { href: `#trin-${step.id}` }, text);
    const lines = [
      ...wanting.map((line) => element("li", {}, `${missing(line.dataset.called)} `, link(this.steps.find(({ id }) => id === "parter"), "Gå til parter"))),
      ...wrong.map((field) => element("li", {}, this.jump(field))),
      empty.length && element("li", {}, `${plural(empty.length, "trin er tomt", "trin er tomme")}: `, ...empty.flatMap((step, index) => [index ? ", " : "", link(step)]), "."),
    ].filter(Boolean);
    const place = this.root.querySelector("[data-review]");
    if (this.isBlank) place.replaceChildren(element("p", { class: "note" }, NOTHING));
    else place.replaceChildren(...(lines.length ? [element("p", {}, "Se på dette, før I sender:"), element("ul", {}, ...lines)] : [element("p", {}, "Alle trin er udfyldt.")]));
  }

  /** A link to a field that goes there. */
  jump(field) {
    const link = element("a", { href: `#${field.input.id}` }, `${field.title}: ${field.message}`);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      field.focus();
    });
    return link;
  }

  get filename() {
    return `partnerskab-${slug(this.read().partnerskabet.navn).slice(0, 60) || "beskrivelse"}`;
  }
}

const missing = (called) => `I mangler ${called}. Uden den opfylder I ikke kravet til puljemidlerne.`;

/** The printed file is named after the partnership. */
function named(form) {
  const usual = document.title;
  addEventListener("beforeprint", () => {
    const name = form.read().partnerskabet.navn.trim();
    document.title = name ? `${TITLE}: ${name}` : TITLE;
  });
  addEventListener("afterprint", () => {
    document.title = usual;
  });
}

/** The records of "Min liste", where the address has one, are offered as activities. */
async function offerList(form) {
  const listed = await fromList(form.records, ["metoder", "initiativer"]);
  if (!listed.length) return;
  const lines = listed.map(({ label, title }) => element("li", {}, `${label} `, element("button", { type: "button", class: "builder__use", "data-fill": JSON.stringify({ aktivitet: title, post: label }) }, "Brug", element("span", { class: "hidden" }, `: ${label}`))));
  form.root.querySelector("[data-rows=aktiviteter]").before(element("p", {}, "Fra jeres liste:"), element("ul", { class: "builder__principle" }, ...lines));
}

function start(root) {
  const form = new Builder(root);
  form.fill(form.kept());
  root.addEventListener("input", () => form.changed(true));
  root.addEventListener("submit", (event) => event.preventDefault());
  root.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (button?.dataset.do) act(form, button.dataset.do);
    else if (button?.dataset.fill) use(form, button);
  });
  const file = root.querySelector("input[type=file]");
  file.addEventListener("change", () => open(form, file));
  named(form);
  offerList(form);
  root.hidden = false;
  root.dataset.ready = "";
}

start(document.querySelector("[data-builder]"));
