// The single fields of the form at /bidrag/. Each control has the same few methods:
// raw() and fill(raw) for what was typed, read() for the value it means (undefined where there is none),
// show(message) for its error, leaves() and at(path) to be found.

import { element } from "./byg.js";
import { isStill, shownAs, understood } from "./skrevet.js";

let made = 0;
/** An id that no other element has. */
export const freshId = () => `bidrag-${(made += 1)}`;

const mark = () => element("span", { class: "field__required" }, " (skal udfyldes)");

/** The word behind a label for what cannot be left out. */
export function required(field) {
  return field.weight === "paakraevet" ? mark() : null;
}

/** What all single fields share: label, help, error, and being told that they were visited. */
export class Control {
  constructor(field, form) {
    Object.assign(this, { field, form, id: freshId(), touched: false, asked: false, askedForSource: false });
    this.help = element("p", { class: "field__help", id: `${this.id}-help` }, field.help);
    this.error = element("p", { class: "field__error", id: `${this.id}-error`, hidden: "" });
  }

  /** The field in its frame; `input` is what the label names, `shown` the same with what stands around it. */
  frame(input, shown = input) {
    this.input = input;
    input.id = this.id;
    input.setAttribute("aria-describedby", this.help.id);
    if (this.field.weight === "paakraevet") input.setAttribute("aria-required", "true");
    this.label = element("label", { for: this.id, class: "field__label" }, this.field.title, required(this.field));
    this.node = element("div", { class: "field" }, this.label, this.help, shown, this.error);
    this.watch();
  }

  /** A group of inputs in its frame. */
  group(...inside) {
    const legend = element("legend", { class: "field__label" }, this.field.title, required(this.field));
    this.node = element("fieldset", { class: "field", "aria-describedby": this.help.id }, legend, this.help, ...inside.filter(Boolean), this.error);
    this.watch();
  }

  watch() {
    this.node.addEventListener("focusout", (event) => {
      if (!this.node.contains(event.relatedTarget)) this.touched = true;
    });
  }

  /** Marks a field of a part that can be left out as needed, now that something is written in the part; or no longer. */
  need(isNeeded) {
    const marked = this.label.querySelector(".field__required");
    if (isNeeded === Boolean(marked)) return;
    isNeeded ? this.label.append(mark()) : marked.remove();
    isNeeded ? this.input.setAttribute("aria-required", "true") : this.input.removeAttribute("aria-required");
  }

  /** What the field is called among all others: "Udfordring, Tekst". */
  get name() {
    const part = this.node.parentElement?.closest("fieldset.part")?.querySelector("legend").firstChild.textContent;
    return part ? `${part}, ${this.field.title}` : this.field.title;
  }

  /** The element that describes itself by help and error. */
  get described() {
    return this.input ?? this.node;
  }

  /** What was answered, as it is read back. */
  told() {
    return this.input.selectedOptions?.[0].text ?? this.input.value;
  }

  show(message) {
    this.error.textContent = message ? `${this.field.title}: ${message}` : "";
    this.error.hidden = !message;
    this.described.setAttribute("aria-describedby", message ? `${this.error.id} ${this.help.id}` : this.help.id);
    if (this.input) message ? this.input.setAttribute("aria-invalid", "true") : this.input.removeAttribute("aria-invalid");
  }

  /** Opens what it is folded into. */
  unfold() {
    for (let inside = this.node.closest("details"); inside; inside = inside.parentElement.closest("details")) inside.open = true;
  }

  focus() {
    this.unfold();
    (this.input ?? this.node.querySelector("input, select, textarea, button")).focus();
  }

  /** Unfolds the choice of a source beside a text that needs one, and folds it again where the need went unanswered. */
  askForSource(isNeeded) {
    if (!this.sourceFold || isNeeded === this.askedForSource) return;
    this.askedForSource = isNeeded;
    if (isNeeded) this.sourceFold.node.open = true;
    else this.sourceFold.refresh();
  }

  leaves() {
    return [this];
  }

  at() {
    return this;
  }
}

/** What was typed, as it is kept: without blanks around it, and with one kind of line break. A byte order mark is no blank. */
export function cleaned(text) {
  return text.replace(/\r\n?|[\u2028\u2029]/g, "\n").replace(/^[^\S\ufeff]+|[^\S\ufeff]+$/g, "") || undefined;
}

const NUMBERS = new Set(["integer", "amount"]);

/** A line or a longer text, a number, a date, an address. */
export class Words extends Control {
  constructor(field, form) {
    super(field, form);
    const long = field.type === "text";
    const kind = NUMBERS.has(field.type) ? { inputmode: "numeric" } : field.type === "address" ? { inputmode: "url" } : {};
    const rows = field.longest > 300 ? "4" : "3";
    this.frame(long ? element("textarea", { rows }) : element("input", { type: "text", autocomplete: "off", ...kind }));
    if (field.name === "sted") this.input.dataset.place = "";
    this.input.addEventListener("change", () => this.settle());
  }

  raw() {
    return this.input.value;
  }

  fill(raw) {
    this.input.value = typeof raw === "string" ? raw : "";
  }

  /** Shows how a date, an age, an amount or an address was understood. */
  settle() {
    const typed = cleaned(this.input.value);
    const shown = typed && shownAs(this.field.type, understood(this.field.type, typed));
    if (shown !== typed) this.input.value = shown;
  }

  read() {
    const typed = cleaned(this.input.value);
    return this.field.name === "til" && isStill(typed) ? undefined : understood(this.field.type, typed);
  }
}

/** Several lines in one box: an item each. */
export class Lines extends Words {
  constructor(field, form) {
    super({ ...field, type: "text", longest: 300, help: `${field.help} Skriv ét på hver linje.` }, form);
  }

  read() {
    const lines = this.input.value.split(/[\r\n\u2028\u2029]+/).map(cleaned).filter(Boolean);
    return lines.length ? lines : undefined;
  }
}

/** One choice of a list, with what it means below. */
export class Choice extends Control {
  constructor(field, form) {
    super(field, form);
    this.choices = form.lists[field.list];
    const options = this.choices.map((choice) => element("option", { value: choice.id }, choice.hard ? `${choice.title} – ${choice.help}` : choice.title));
    this.frame(element("select", {}, element("option", { value: "" }, "Vælg"), ...options));
    this.meaning = element("p", { class: "field__help", "aria-live": "polite" });
    this.input.after(this.meaning);
    this.input.addEventListener("change", () => this.explain());
    this.fill();
  }

  explain() {
    const choice = this.choices.find((one) => one.id === this.input.value);
    this.meaning.textContent = choice?.hard ? "" : (choice?.help ?? "");
  }

  raw() {
    return this.input.value;
  }

  fill(raw) {
    this.input.value = this.choices.some((choice) => choice.id === raw) ? raw : "";
    this.explain();
  }

  read() {
    return this.input.value || undefined;
  }

  told() {
    return this.choices.find((choice) => choice.id === this.input.value).title;
  }
}

/** Any number of choices of a list. Where some are common, the others are folded away; what is hard is explained. */
export class Choices extends Control {
  constructor(field, form) {
    super(field, form);
    const choices = (this.choices = form.lists[field.list]);
    const isCommon = (choice) => choice.common || !choices.some((one) => one.common);
    this.boxes = choices.map((choice) => element("input", { type: "checkbox", value: choice.id, id: freshId() }));
    const lines = (some) => choices.map((choice, index) => (some(choice) ? this.line(choice, this.boxes[index]) : null));
    const rest = choices.filter((choice) => !isCommon(choice)).length;
    const others = element("div", { class: "choices" }, ...lines((choice) => !isCommon(choice)));
    const summary = element("summary", {}, `Vis ${rest} flere`);
    this.more = rest ? element("details", { class: "more-fields" }, summary, others) : null;
    this.more?.addEventListener("toggle", () => (summary.textContent = this.more.open ? `Skjul ${rest}` : `Vis ${rest} flere`));
    this.group(element("div", { class: "choices" }, ...lines(isCommon)), this.more);
  }

  line(choice, box) {
    const meaning = choice.hard ? [" ", element("span", { class: "choice__help" }, `– ${choice.help}`)] : [];
    return element("label", { class: "choice", for: box.id }, box, " ", choice.title, ...meaning);
  }

  raw() {
    return this.boxes.filter((box) => box.checked).map((box) => box.value);
  }

  fill(raw) {
    const wanted = Array.isArray(raw) ? raw : [];
    for (const box of this.boxes) box.checked = wanted.includes(box.value);
    if (this.more) this.more.open = [...this.more.querySelectorAll("input")].some((box) => box.checked);
  }

  read() {
    const chosen = this.raw();
    return chosen.length ? chosen : undefined;
  }

  told() {
    return this.choices.filter((_choice, index) => this.boxes[index].checked).map(({ title }) => title).join(", ");
  }
}

/** Yes, or not said. */
export class Yes extends Control {
  constructor(field, form) {
    super(field, form);
    this.frame(element("input", { type: "checkbox" }));
    this.node.classList.add("field--yes");
  }

  raw() {
    return this.input.checked;
  }

  fill(raw) {
    this.input.checked = raw === true;
  }

  read() {
    return this.input.checked ? "true" : undefined;
  }

  told() {
    return "Ja";
  }
}
