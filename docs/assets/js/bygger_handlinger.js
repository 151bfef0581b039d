// What the buttons of /vaerktoejer/partnerskab/ do: print, copy, save, open, clear, and go back.

import { element, plural } from "./byg.js";
import { LARGEST, opened, packed, tooLarge } from "./bygger_fil.js";
import { html, markdown, plain } from "./bygger_skriv.js";
import { description, today } from "./bygger_tekst.js";

/** What is said of a form in which nothing is written. */
export const NOTHING = "I har ikke skrevet noget endnu. Udfyld mindst ét felt, eller hent den tomme skabelon til Word.";

/** Sets a text only where it is new, so that it is read aloud only then. */
export function set(node, text) {
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

/** Opens a saved file; what cannot be read is told beside the field, and changes nothing. */
export async function open(form, input) {
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
  close: (form) => {
    const { origin } = form;
    form.say("");
    if (origin.isConnected) origin.focus();
  },
};
const NEEDS_TEXT = new Set(["print", "copy", "markdown", "save", "clear"]);

/** Does what a button says. */
export function act(form, name) {
  if (NEEDS_TEXT.has(name) && form.isBlank) form.say(NOTHING);
  else ACTIONS[name](form);
}

/** Puts what a model or a list says into the form. */
export function use(form, button) {
  const step = form.steps.find(({ node }) => node.contains(button));
  const before = form.read();
  step.insert(JSON.parse(button.dataset.fill));
  form.changed();
  form.say(`Sat ind under ${step.title}. Ret teksten til jeres eget.`, before);
}
