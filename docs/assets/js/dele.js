// The parts of the form at /bidrag/ that hold other fields: one part, or as many as somebody adds.

import { element } from "./byg.js";
import { Fold, named } from "./fold.js";
import { Repeated } from "./gentag.js";
import { Choice, Choices, Lines, Words, Yes, freshId, required } from "./felter.js";
import { SourceChoice, Sources } from "./kildefelt.js";
import { Picker } from "./navne.js";
import { inFileOrder } from "./yaml.js";

/** The control for a field. */
export function control(field, form) {
  if (field.type === "sources") return new Sources(field, form, (fields) => new Part({ ...field, fields, title: "" }, form));
  if (field.type === "part") return field.many ? new Parts(field, form) : new Part(field, form);
  if (field.type === "reference") return new Picker(field, form);
  if (field.type === "source") return new SourceChoice(field, form);
  if (field.type === "choice") return field.many ? new Choices(field, form) : new Choice(field, form);
  if (field.type === "yes") return new Yes(field, form);
  return field.many ? new Lines(field, form) : new Words(field, form);
}

const isSource = (field) => field.name === "kilde" || field.name === "sted";

/** The fields that are shown at once, those that are folded away, and a source that can be left out. */
function arranged(part) {
  const asked = inFileOrder(part.fields).filter((field) => !field.hidden);
  const sources = asked.filter((field) => isSource(field) && field.weight !== "paakraevet");
  const rest = asked.filter((field) => !sources.includes(field));
  const isNeeded = (field) => field.shown || field.weight === "paakraevet" || (field.weight === "anbefalet" && !(part.title && part.weight === "paakraevet"));
  const shown = rest.some(isNeeded) ? rest.filter(isNeeded) : rest;
  return { shown, more: rest.filter((field) => !shown.includes(field)), sources };
}

/** In a part that can be left out, a field has to be filled only when something is written in the part. */
function eased(part) {
  const isOptional = !part.many && part.weight !== "paakraevet";
  return part.fields.map((one) => (isOptional && one.weight === "paakraevet" ? { ...one, weight: "anbefalet", isEased: true } : one));
}

/** Several fields in one frame. A part in which nothing is written is not there. */
export class Part {
  constructor(field, form) {
    Object.assign(this, { field, form });
    const groups = arranged({ ...field, fields: eased(field) });
    const [shown, more, sources] = [groups.shown, groups.more, groups.sources].map((fields) => fields.map((one) => control(one, form)));
    this.controls = [...shown, ...more, ...sources];
    const choice = sources.length ? new Fold(`Vælg kilde (${groups.shown[0]?.prose ? "nødvendigt, når der er tal" : "kan stå tomt"})`, sources) : null;
    this.folds = [more.length ? new Fold(named(groups.more), more) : null, choice].filter(Boolean);
    for (const one of [...shown, ...more]) one.sourceFold = choice;
    const inside = [...shown, ...this.folds].map((one) => one.node);
    const help = element("p", { class: "field__help", id: freshId() }, field.help ?? "");
    this.legend = element("legend", { class: "field__label" }, field.title, required(field));
    this.node = field.title ? element("fieldset", { class: "part", "aria-describedby": help.id }, this.legend, help, ...inside) : element("div", {}, ...inside);
    for (const event of ["input", "change", "click"]) this.node.addEventListener(event, () => this.mark());
  }

  /** What cannot be left out is marked as soon as that is so. */
  mark() {
    const isWritten = this.read() !== undefined;
    for (const one of this.controls.filter(({ field }) => field.isEased)) one.need?.(isWritten);
  }

  raw() {
    return Object.fromEntries(this.controls.map((one) => [one.field.name, one.raw()]));
  }

  fill(raw) {
    for (const one of this.controls) one.fill(raw?.[one.field.name]);
    for (const fold of this.folds) fold.refresh();
    this.mark();
  }

  read() {
    const values = this.controls.map((one) => [one.field.name, one.read()]).filter(([, value]) => value !== undefined);
    return values.length ? Object.fromEntries(values) : undefined;
  }

  leaves() {
    return this.controls.flatMap((one) => one.leaves());
  }

  at([name, ...rest]) {
    return (this.controls.find((one) => one.field.name === name) ?? this.controls[0]).at(rest);
  }

  focus() {
    this.controls[0].focus();
  }
}

/** A list of parts: each can be removed, and more can be added. */
class Parts extends Repeated {
  constructor(field, form) {
    super(field, form);
    if (this.isNeeded) this.add();
  }

  make() {
    return new Part({ ...this.field, help: "" }, this.form);
  }
}
