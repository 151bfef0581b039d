// Fields of the form at /bidrag/ that can be left out, behind a line that unfolds them.

import { element } from "./byg.js";

export class Fold {
  constructor(text, controls, kind = "") {
    this.controls = controls;
    this.node = element("details", { class: `more-fields ${kind}`.trim() }, element("summary", {}, text), ...controls.map((one) => one.node));
  }

  /** Open where something is written inside. */
  refresh() {
    this.node.open = this.controls.some((one) => one.read() !== undefined);
  }
}

/** The names of fields that can be left out, as a line; behind other words where there are some. */
export function named(fields, before = "") {
  const line = `${before}${fields.map((field) => field.title.toLowerCase()).join(", ")} (kan stå tomt)`;
  return line[0].toUpperCase() + line.slice(1);
}
