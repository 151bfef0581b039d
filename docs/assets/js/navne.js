// The field of the form at /bidrag/ for records and municipalities, which are found by their names.

import { element } from "./byg.js";
import { Control, freshId } from "./felter.js";
import { whenReleased } from "./tryk.js";

/** Records or municipalities, found by their names and shown as a list. */
export class Picker extends Control {
  constructor(field, form) {
    super(field, form);
    this.chosen = [];
    this.choices = form.lists[field.list];
    const options = this.choices.map((choice) => element("option", { value: choice.title }));
    const list = element("datalist", { id: freshId() }, ...options);
    const input = element("input", { type: "text", list: list.id, autocomplete: "off" });
    this.items = element("ul", { class: "picked", "aria-label": `Valgt: ${field.title}` });
    const add = element("button", { type: "button", "aria-label": `Tilføj til ${field.title}` }, "Tilføj");
    this.frame(input, element("div", { class: "picker" }, input, add));
    this.node.append(list, this.items);
    add.addEventListener("click", () => this.add());
    this.input.addEventListener("change", () => whenReleased(() => this.known() && this.add()));
    this.input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      this.add();
    });
  }

  /** The choice that is named, also as "Silkeborg Kommune" or "Københavns Kommune". */
  known() {
    const typed = this.input.value.trim().toLowerCase();
    const bare = this.field.list === "kommuner" ? [typed.replace(/ kommune$/, ""), typed.replace(/s kommune$/, "")] : [];
    return this.choices.find((choice) => [typed, ...bare].includes(choice.title.toLowerCase()));
  }

  /** The choice that begins as was typed, or else holds it, where there is only one. */
  begun() {
    const typed = this.input.value.trim().toLowerCase();
    const only = (fits) => {
      const found = this.choices.filter((choice) => typed && fits(choice.title.toLowerCase()));
      return found.length === 1 ? found[0] : undefined;
    };
    return only((title) => title.startsWith(typed)) ?? only((title) => title.includes(typed));
  }

  add() {
    const found = this.known() ?? this.begun();
    if (found) {
      this.input.value = "";
      this.set([...this.chosen.filter((id) => id !== found.id), found.id]);
      this.form.say(`${found.title} er valgt.`);
    }
    this.touched = true;
    this.node.dispatchEvent(new Event("change", { bubbles: true }));
  }

  set(chosen) {
    this.chosen = chosen;
    this.items.replaceChildren(...chosen.map((id) => this.item(this.choices.find((choice) => choice.id === id))));
  }

  item(choice) {
    const remove = element("button", { type: "button", "aria-label": `Fjern ${choice.title}` }, "Fjern");
    remove.addEventListener("click", () => {
      this.set(this.chosen.filter((id) => id !== choice.id));
      this.form.say(`${choice.title} er fjernet.`);
      this.input.focus();
      this.node.dispatchEvent(new Event("change", { bubbles: true }));
    });
    return element("li", {}, choice.title, " ", remove);
  }

  raw() {
    return { chosen: this.chosen, typed: this.input.value };
  }

  fill(raw) {
    this.input.value = raw?.typed ?? "";
    const wanted = Array.isArray(raw?.chosen) ? raw.chosen : [];
    this.set(wanted.filter((id) => this.choices.some((choice) => choice.id === id)));
  }

  told() {
    return this.chosen.map((id) => this.choices.find((choice) => choice.id === id).title).join(", ");
  }

  /** What stands in the box without being one of the choices is a value as well: one that will be refused. */
  read() {
    const typed = this.input.value.trim();
    const every = typed ? [...new Set([...this.chosen, this.known()?.id ?? typed])] : this.chosen;
    return every.length ? every : undefined;
  }
}
