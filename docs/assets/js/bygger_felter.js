// The fields of /vaerktoejer/partnerskab/, as the page holds them: single ones, and rows that can be added and removed.

import { element } from "./byg.js";
import { textMessage, wholeNumber } from "./bygger_regler.js";
import { whenReleased } from "./tryk.js";

/** One field. read() is what was typed, as it was typed; a check is true or false. */
export class Single {
  constructor(node, form) {
    this.input = node.querySelector("input, textarea, select");
    Object.assign(this, { node, form, name: node.dataset.field, kind: node.dataset.kind, touched: false });
    this.title = node.querySelector(".field__label").textContent.trim();
    this.greatest = Number(node.dataset.greatest ?? 0);
    this.error = node.querySelector(".field__error");
    this.described = this.input.getAttribute("aria-describedby");
    node.addEventListener("focusout", () => whenReleased(() => this.visited()));
  }

  visited() {
    if (this.touched) return;
    this.touched = true;
    this.form.changed();
  }

  get isCheck() {
    return this.kind === "check";
  }

  read() {
    return this.isCheck ? this.input.checked : this.input.value;
  }

  fill(value) {
    if (this.isCheck) this.input.checked = value === true;
    else this.input.value = typeof value === "string" ? value : "";
    this.touched = !this.isBlank;
  }

  get isBlank() {
    return this.isCheck ? !this.input.checked : !this.input.value.trim();
  }

  get message() {
    if (this.isCheck || this.kind === "sector") return null;
    return this.kind === "number" ? (wholeNumber(this.input.value, this.greatest).message ?? null) : textMessage(this.input.value, this.kind);
  }

  /** Shows what is wrong once the field was left; takes it away as soon as it is right. */
  show() {
    if (!this.error) return;
    const message = this.touched ? this.message : null;
    if (this.error.textContent !== (message ?? "")) this.error.textContent = message ?? "";
    this.error.hidden = !message;
    const described = [message && this.error.id, this.described].filter(Boolean).join(" ");
    for (const [key, value] of [["aria-describedby", described], ["aria-invalid", message && "true"]]) {
      value ? this.input.setAttribute(key, value) : this.input.removeAttribute(key);
    }
  }

  leaves() {
    return [this];
  }

  focus() {
    this.input.focus();
  }
}

/** A field whose text is the title of a record. A title that is not known gets the nearest ones to choose from. */
export class Picker extends Single {
  constructor(node, form) {
    super(node, form);
    this.kinds = node.dataset.kinds.split(" ");
    this.told = element("p", { class: "field__help" });
    node.append(this.told);
    this.input.addEventListener("focus", () => this.offer());
  }

  async offer() {
    const id = await this.form.records.datalist(this.kinds);
    if (id) this.input.setAttribute("list", id);
    else this.told.textContent = "Listen kan ikke hentes lige nu. Skriv titlen selv.";
  }

  /** The record that is meant, or undefined. */
  get record() {
    return this.form.records.find(this.kinds, this.input.value);
  }

  get message() {
    const isUnknown = this.form.records.loaded && !this.isBlank && !this.record;
    return textMessage(this.input.value, "line") ?? (isUnknown ? "Det er ikke titlen på en post i kataloget. Vælg på listen, eller lad teksten stå uden link." : null);
  }

  show() {
    super.show();
    const found = this.record;
    const near = this.touched && !found ? this.form.records.near(this.kinds, this.input.value) : [];
    if (found) this.told.replaceChildren("Se ", element("a", { href: found.url }, found.label));
    else if (this.form.records.loaded) this.told.replaceChildren(...near.flatMap((one) => [this.choice(one), " "]));
  }

  choice({ label }) {
    const made = element("button", { type: "button", class: "builder__use" }, label);
    made.addEventListener("click", () => {
      this.input.value = label;
      this.focus();
      this.form.changed();
    });
    return made;
  }
}

const single = (node, form) => (node.dataset.kind === "record" ? new Picker(node, form) : new Single(node, form));

let made = 0;

/** Rows of fields. A row in which nothing is written is not there. */
export class Rows {
  constructor(node, form) {
    Object.assign(this, { node, form, name: node.dataset.rows, title: node.dataset.title, kind: "rows", items: [] });
    this.list = node.querySelector("[data-list]");
    this.template = node.querySelector("template").content.firstElementChild;
    this.columns = [...this.template.querySelectorAll("[data-field]")].map((one) => new Single(one.cloneNode(true), form));
    this.button = node.querySelector(".add");
    this.button.addEventListener("click", () => {
      this.add().fields[0].focus();
      form.changed();
    });
    this.fill([]);
  }

  add(values = {}) {
    const item = { node: this.template.cloneNode(true) };
    made += 1;
    for (const name of ["id", "for", "aria-describedby"]) {
      for (const one of item.node.querySelectorAll(`[${name}]`)) one.setAttribute(name, `${one.getAttribute(name)}-${made}`);
    }
    item.fields = [...item.node.querySelectorAll("[data-field]")].map((one) => single(one, this.form));
    item.button = item.node.querySelector(".remove");
    item.button.addEventListener("click", () => this.remove(item));
    for (const field of item.fields) field.fill(values[field.name]);
    this.items.push(item);
    this.list.append(item.node);
    this.number();
    return item;
  }

  /** Puts values into the first row in which nothing is written, or into a new one. */
  insert(values) {
    const blank = this.items.find(({ fields }) => fields.every((field) => field.isBlank));
    if (!blank) this.add(values);
    else for (const field of blank.fields) field.fill(values[field.name]);
  }

  remove(item) {
    const index = this.items.indexOf(item);
    const before = this.form.read();
    this.items.splice(index, 1);
    item.node.remove();
    this.number();
    (this.items[Math.min(index, this.items.length - 1)]?.button ?? this.button).focus();
    this.form.changed();
    this.form.say(`${this.title} ${index + 1} er fjernet.`, before);
  }

  number() {
    this.items.forEach(({ node, button }, index) => {
      node.querySelector("legend").textContent = `${this.title} ${index + 1}`;
      button.setAttribute("aria-label", `Fjern ${this.title} ${index + 1}`);
    });
  }

  read() {
    const written = this.items.filter(({ fields }) => fields.some((field) => !field.isBlank));
    return written.map(({ fields }) => Object.fromEntries(fields.map((field) => [field.name, field.read()])));
  }

  fill(rows) {
    this.items = [];
    this.list.replaceChildren();
    const given = Array.isArray(rows) ? rows.filter(Boolean) : [];
    for (const row of given.length ? given : [{}]) this.add(row);
  }

  get isBlank() {
    return this.read().length === 0;
  }

  leaves() {
    return this.items.flatMap(({ fields }) => fields);
  }

  focus() {
    (this.items[0]?.fields[0] ?? this.button).focus();
  }
}

/** A section of the form with its fields, in the order of the page. */
export class Step {
  constructor(node, form) {
    Object.assign(this, { node, id: node.dataset.section, title: node.querySelector("[data-title]").textContent });
    const found = [...node.querySelectorAll("[data-rows], [data-field]")].filter((one) => !one.parentElement.closest("[data-rows]"));
    this.fields = found.map((one) => (one.dataset.rows ? new Rows(one, form) : single(one, form)));
  }

  read() {
    return Object.fromEntries(this.fields.map((field) => [field.name, field.read()]));
  }

  fill(values) {
    for (const field of this.fields) field.fill(values?.[field.name]);
  }

  /** Adds what a model says: as a row, or below what is written. */
  insert(values) {
    const rows = this.fields.find((field) => field.kind === "rows");
    if (rows) rows.insert(values);
    else for (const field of this.fields) if (values[field.name]) field.fill([field.read(), values[field.name]].filter(Boolean).join("\n"));
  }

  get filled() {
    return this.fields.filter((field) => !field.isBlank).length;
  }

  get state() {
    if (!this.filled) return "tom";
    if (this.fields.length === 1) return "i gang";
    return this.filled === this.fields.length ? "alle felter" : `${this.filled} af ${this.fields.length} felter`;
  }
}
