// From answers to the description: blocks of headings, texts, tables and checks, which bygger_skriv.js writes.

import { danish, sums, wholeNumber } from "./bygger_regler.js";

/** The day in words. */
export const today = () => new Date().toLocaleDateString("da-DK", { dateStyle: "long" });

export const TITLE = "Beskrivelse af lokalt partnerskab";
export const BLANK = "Ikke udfyldt.";

/** The blocks of the description; `day` is when it was written, in words. */
export function description(form, day) {
  const answers = form.read();
  const name = answers.partnerskabet.navn.trim();
  const used = new Map();
  const told = { form, sums: sums(answers, form.greatest), used };
  const parts = form.steps.flatMap((step) => [{ type: "heading", level: 2, text: step.title }, ...section(step, told)]);
  const written = `Skrevet ${day} med Partnerskabsbyggeren i Ungeløftets inspirationskatalog.`;
  return [{ type: "heading", level: 1, text: name ? `${TITLE}: ${name}` : TITLE }, { type: "note", text: written }, ...parts, ...records(used)];
}

function section(step, told) {
  const checks = step.fields.filter((field) => field.kind === "check");
  if (checks.length) return [{ type: "checks", items: checks.map((field) => ({ text: field.title, done: field.read() })) }];
  if (!step.filled) return [{ type: "blank", text: BLANK }];
  const sum = told.sums[step.id];
  return [...step.fields.flatMap((field) => (field.kind === "rows" ? [table(field, told)] : fieldBlocks(field, told))), ...(sum ? [{ type: "text", lines: [sum] }] : [])];
}

function fieldBlocks(field, told) {
  const text = value(field, told);
  const body = field.isBlank ? { type: "blank", text: BLANK } : { type: "text", lines: typeof text === "string" ? text.split(/\n+/) : [text] };
  return [{ type: "heading", level: 3, text: field.title }, body];
}

function table(rows, told) {
  const written = rows.items.filter(({ fields }) => fields.some((field) => !field.isBlank));
  const cells = ({ fields }) => fields.map((field) => ({ text: value(field, told), isNumber: field.kind === "number" }));
  return { type: "table", title: rows.title, head: rows.columns.map((column) => column.title), rows: written.map(cells) };
}

/** What a field says: text, or {text, url} for a record. A number that can be read gets Danish digits. */
function value(field, { used }) {
  const typed = field.read().trim();
  if (field.kind === "sector") return typed && field.input.selectedOptions[0].textContent;
  if (field.kind === "number") return danishOr(typed, field.greatest);
  const record = field.kind === "record" && field.record;
  if (record) used.set(record.url, record);
  return record ? { text: record.label, url: record.url } : typed;
}

function danishOr(typed, greatest) {
  const { value: number } = wholeNumber(typed, greatest);
  return typeof number === "number" ? danish(number) : typed;
}

/** The records that were picked, with their addresses, so that they can be found from paper. */
function records(used) {
  if (!used.size) return [];
  return [{ type: "heading", level: 2, text: "Poster fra inspirationskataloget" }, { type: "links", items: [...used.values()] }];
}
