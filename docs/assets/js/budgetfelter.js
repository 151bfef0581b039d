// The fields of the budget calculator: what they hold, as numbers, and what is wrong with it.

import { read } from "./dansktal.js";

/** Every field below a place. A field has one input, or two for the ends of an interval. */
export function fieldsIn(place) {
  return [...place.querySelectorAll("[data-field]")].map((box) => ({
    box,
    id: box.dataset.field,
    title: box.dataset.title,
    unit: box.dataset.unit,
    offer: box.dataset.offer,
    inputs: [...box.querySelectorAll("input")],
    error: box.querySelector(".budget__error"),
    limits: { least: Number(box.dataset.least), most: Number(box.dataset.most), whole: "whole" in box.dataset },
  }));
}

/** {pair, error}: the interval that is typed, or null where a number is missing or cannot be read. */
export function valueOf({ inputs, limits }) {
  const [low, high] = inputs.map((input) => read(input.value, limits));
  const error = low.error || high?.error || order(low.value, high?.value ?? null);
  if (error || low.value === null) return { pair: null, error };
  return { pair: [low.value, high?.value ?? low.value], error: "" };
}

function order(low, high) {
  if (high === null) return "";
  if (low === null) return 'Skriv også det første tal. Feltet "til" er den øvre grænse.';
  return high < low ? 'Tallet i "til" er mindre end det første. Byt om på dem.' : "";
}

/** Tells beside the field what is wrong with it, or takes the message away. */
export function showError(field) {
  const { error } = valueOf(field);
  field.error.textContent = error;
  for (const input of field.inputs) input.setAttribute("aria-invalid", error ? "true" : "false");
}

/** The number of the source behind what is typed; "" where it is the reader's own number. */
export function sourceOf(field) {
  const { pair } = valueOf(field);
  const same = (texts) => pair && texts.every((text, i) => read(text, field.limits).value === pair[i]);
  const standard = field.inputs.map((input) => input.defaultValue);
  if (field.box.dataset.source && same(standard.map((text) => text || standard[0]))) return field.box.dataset.source;
  return field.offer && same([field.offer]) ? (field.box.dataset.offerSource ?? "") : "";
}
