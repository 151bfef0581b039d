// The file that keeps a description: answers by section and field, with the format's name and version.

export const FORMAT = "ungeloeftet-partnerskabsbeskrivelse";
export const VERSION = 1;
export const LARGEST = 2_000_000;
const MOST_ROWS = 200;
const UNCHANGED = "Det, I har skrevet her, er ikke ændret.";
const BROKEN = `Filen kan ikke læses. Den er gået i stykker eller er ikke en JSON-fil. ${UNCHANGED}`;
const FOREIGN = `Filen er ikke gemt med Partnerskabsbyggeren. ${UNCHANGED}`;

/** The text of the file. */
export function packed(answers, day) {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, gemt: day, svar: answers }, null, 2)}\n`;
}

/** What is said of a file that is too large to be one of ours. */
export const tooLarge = `Filen er for stor til at være gemt med Partnerskabsbyggeren. ${UNCHANGED}`;

/** {answers, left} of a file's text, where `left` counts what this version has no place for; or {message}. */
export function opened(text, steps) {
  let file;
  try {
    file = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return { message: BROKEN };
  }
  const message = refused(file);
  if (message) return { message };
  const answers = Object.fromEntries(steps.map((step) => [step.id, section(file.svar[step.id], step)]));
  return { answers, left: count(file.svar) - count(answers) };
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

function refused(file) {
  if (!isObject(file) || file.format !== FORMAT) return FOREIGN;
  if (!Number.isInteger(file.version) || file.version < 1 || !isObject(file.svar)) return BROKEN;
  if (file.version > VERSION) return `Filen er gemt med en nyere udgave af Partnerskabsbyggeren (version ${file.version}). Denne side kan læse version ${VERSION}. Hent siden igen, og prøv så. ${UNCHANGED}`;
  return null;
}

function section(given, { fields }) {
  const values = isObject(given) ? given : {};
  return Object.fromEntries(fields.map((field) => [field.name, field.kind === "rows" ? rows(values[field.name], field.columns) : single(values[field.name], field)]));
}

function rows(given, columns) {
  const found = Array.isArray(given) ? given.filter(isObject).slice(0, MOST_ROWS) : [];
  return found.map((row) => Object.fromEntries(columns.map((column) => [column.name, single(row[column.name], column)])));
}

/** A text, a number as text, a choice of a list; a check is true or false. */
function single(value, field) {
  if (field.kind === "check") return value === true;
  if (typeof value === "number") return String(value);
  const text = typeof value === "string" ? value : "";
  return field.kind === "sector" && ![...field.input.options].some((option) => option.value === text) ? "" : text;
}

/** How many texts, numbers and checks stand in it. */
function count(value) {
  if (typeof value !== "object") return value === "" || value === false || value === undefined ? 0 : 1;
  return value === null ? 0 : Object.values(value).reduce((sum, one) => sum + count(one), 0);
}
