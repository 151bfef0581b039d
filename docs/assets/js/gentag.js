// A list in the form at /bidrag/ whose items can be added and removed, with the mouse and with the keyboard.

import { element } from "./byg.js";
import { freshId, required } from "./felter.js";

/** An item has node, legend, raw, fill, read, leaves, at and focus; make() gives a new one. */
export class Repeated {
  constructor(field, form) {
    Object.assign(this, { field, form, items: [] });
    this.isNeeded = field.weight === "paakraevet";
    this.list = element("div", {});
    this.button = element("button", { type: "button", class: "add" }, `Tilføj: ${field.title}`);
    this.button.addEventListener("click", () => this.addByHand());
    const heading = element("h3", { id: freshId() }, field.title, required(field));
    this.node = element("section", { class: "parts", "aria-labelledby": heading.id }, heading, element("p", { class: "field__help" }, field.help), this.list, this.button);
  }

  /** What an item is called. */
  title(index) {
    return `${this.field.title} ${index + 1}`;
  }

  add(raw) {
    const item = this.make(raw);
    const button = element("button", { type: "button", class: "remove" }, "Fjern");
    button.addEventListener("click", () => this.remove(item));
    item.removeButton = button;
    item.node.append(button);
    this.items.push(item);
    this.list.append(item.node);
    this.number();
    return item;
  }

  addByHand() {
    this.add().focus();
    this.form.changed();
    this.form.settle();
  }

  /** Takes an item away; focus goes to the next one's button, so that several can be removed in a row. */
  remove(item) {
    const index = this.items.indexOf(item);
    if (item.read() !== undefined && !confirm(`Vil I fjerne ${this.title(index)} med det, I har skrevet?`)) return;
    this.form.say(`${this.title(index)} er fjernet.`);
    this.items.splice(index, 1);
    item.node.remove();
    this.number();
    const next = this.items[Math.min(index, this.items.length - 1)]?.removeButton;
    (next && !next.hidden ? next : this.button).focus();
    this.form.changed();
    this.form.settle();
  }

  number() {
    this.items.forEach((item, index) => {
      item.legend.textContent = this.title(index);
      item.removeButton.setAttribute("aria-label", `Fjern ${this.title(index)}`);
      item.removeButton.hidden = this.isNeeded && this.items.length === 1;
    });
  }

  raw() {
    return this.items.map((item) => item.raw());
  }

  fill(raw) {
    const wanted = Array.isArray(raw) ? raw : [];
    this.items = [];
    this.list.replaceChildren();
    for (const one of wanted) this.add(one).fill(one);
    if (!wanted.length && this.isNeeded) this.add();
  }

  /** The items in their places; one in which nothing is written is undefined. */
  read() {
    const values = this.items.map((item) => item.read());
    return values.some((value) => value !== undefined) ? values : undefined;
  }

  leaves() {
    return this.items.flatMap((item) => item.leaves());
  }

  /** A problem of the whole list is shown at its first field. */
  at([index, ...rest]) {
    return (this.items[index ?? 0] ?? this.add()).at(rest);
  }

  focus() {
    (this.items[0] ?? this.button).focus();
  }
}
