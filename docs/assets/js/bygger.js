// /vaerktoejer/partnerskab/: the description of a local partnership is written here, and printed, copied or saved.
// Nothing leaves the page. What is written is kept in this tab's sessionStorage, so that it survives a reload.

import { element, plural } from "./byg.js";
import { Step } from "./bygger_felter.js";
import { LARGEST, opened, packed, tooLarge } from "./bygger_fil.js";
import { Records } from "./bygger_poster.js";
import { parties, sums } from "./bygger_regler.js";
import { html, markdown, nodes, plain } from "./bygger_skriv.js";
import { TITLE, description } from "./bygger_tekst.js";
import { slug } from "./slug.js";

const KEPT = "partnerskab";
const NOTHING = "I har ikke skrevet noget endnu. Udfyld mindst ét felt, eller hent den tomme skabelon til Word.";
const today = () => new Date().toLocaleDateString("da-DK", { dateStyle: "long" });

class Builder {
  constructor(root) {
    this.root = root;
    this.records = new Records();
    this.paper = root.querySelector(".builder__paper");
    this.news = root.querySelector(".builder__news [role=status]");
    this.undo = root.querySelector("[data-do=undo]");
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

  /** Does it now, or when the mouse button is up again: a message that pushes a button away would lose the click. */
  whenReleased(action) {
    if (this.isPressed) addEventListener("pointerup", () => setTimeout(action), { once: true });
    else action();
  }

  /** What was done, with a way back to the answers from before. */
  say(text, before = null) {
    this.news.textContent = text;
    this.before = before;
    this.undo.hidden = before === null;
  }

  /** After every change: what is written is kept, and everything that is said of it is said anew. */
  changed() {
    this.keep();
    for (const field of this.leaves()) field.show();
    const answers = this.read();
    this.showSums(answers);
    this.showRequired(answers);
    this.showStates();
    this.showReview(answers);
    this.showPaper();
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

/** Sets a text only where it is new, so that it is read aloud only then. */
function set(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

function download(name, text, type) {
  const href = URL.createObjectURL(new Blob([text], { type }));
  element("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

/** Rich text for a word processor. Where the browser refuses, the text is marked, so that it can be copied by hand. */
async function copy(form) {
  const blocks = description(form, today());
  const item = (type, text) => [type, new Blob([text], { type })];
  try {
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries([item("text/html", html(blocks)), item("text/plain", plain(blocks))]))]);
    form.say("Beskrivelsen er kopieret. Sæt den ind i Word med Ctrl+V.");
  } catch {
    unfold(form, true);
    form.paper.focus();
    getSelection().selectAllChildren(form.paper);
    form.say("Browseren kan ikke kopiere selv. Beskrivelsen er markeret. Kopiér den med Ctrl+C.");
  }
}

function unfold(form, isShown) {
  const button = form.root.querySelector("[data-do=show]");
  form.paper.toggleAttribute("data-shown", isShown);
  button.setAttribute("aria-expanded", String(isShown));
  button.textContent = isShown ? "Skjul beskrivelsen" : "Vis beskrivelsen";
}

async function open(form, input) {
  const [file] = input.files;
  if (!file) return;
  const found = file.size > LARGEST ? { message: tooLarge } : opened(await file.text(), form.steps);
  const error = form.root.querySelector("#bygger-aabn-fejl");
  input.value = "";
  set(error, found.message ?? "");
  error.hidden = !found.message;
  if (found.message) return;
  const before = form.isBlank ? null : form.read();
  form.fill(found.answers);
  const left = found.left > 0 ? ` ${plural(found.left, "oplysning", "oplysninger")} i filen har ingen plads her og er ikke med.` : "";
  form.say(`Filen er åbnet.${left}`, before);
}

const ACTIONS = {
  print: () => print(),
  copy,
  markdown: (form) => {
    download(`${form.filename}.md`, markdown(description(form, today())), "text/markdown");
    form.say("Markdown-filen er hentet.");
  },
  save: (form) => {
    download(`${form.filename}.json`, packed(form.read(), new Date().toISOString().slice(0, 10)), "application/json");
    form.say("Filen er gemt, hvor browseren lægger hentede filer. I kan åbne den her igen.");
  },
  show: (form) => unfold(form, !form.paper.hasAttribute("data-shown")),
  clear: (form) => {
    const before = form.read();
    form.fill({});
    form.say("Alt er slettet.", before);
  },
  undo: (form) => {
    const [before, now] = [form.before, form.read()];
    form.fill(before);
    form.say("Fortrudt.", now);
  },
};
const NEEDS_TEXT = new Set(["print", "copy", "markdown", "save", "clear"]);

function act(form, name) {
  if (NEEDS_TEXT.has(name) && form.isBlank) form.say(NOTHING);
  else ACTIONS[name](form);
}

function use(form, button) {
  const step = form.steps.find(({ node }) => node.contains(button));
  const before = form.read();
  step.insert(JSON.parse(button.dataset.fill));
  form.changed();
  form.say(`Sat ind under ${step.title}. Ret teksten til jeres eget.`, before);
}

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

function start(root) {
  const form = new Builder(root);
  form.fill(form.kept());
  root.addEventListener("input", () => form.changed());
  root.addEventListener("submit", (event) => event.preventDefault());
  root.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (button?.dataset.do) act(form, button.dataset.do);
    else if (button?.dataset.fill) use(form, button);
  });
  const file = root.querySelector("input[type=file]");
  file.addEventListener("change", () => open(form, file));
  for (const name of ["pointerdown", "pointerup", "pointercancel"]) {
    addEventListener(name, () => {
      form.isPressed = name === "pointerdown";
    });
  }
  named(form);
  root.hidden = false;
  root.dataset.ready = "";
}

start(document.querySelector("[data-builder]"));
