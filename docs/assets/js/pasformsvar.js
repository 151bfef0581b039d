// The reader's own answers as the part of an address behind "#". That part never leaves the browser.

const SCORE = /^[1-5]$/;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Whether what stands behind # are answers, and not a place on the page. */
export const hasAnswers = (hash) => hash.includes("=");

/** The answers in an address: {answers, problems}. `scores` and `texts` are the names that may stand there. */
export function read(hash, scores, texts) {
  const [answers, problems, foreign] = [{}, [], []];
  for (const [name, value] of new URLSearchParams(hasAnswers(hash) ? hash.slice(1) : "")) {
    if (name in answers) continue;
    if (scores.includes(name) && !SCORE.test(value)) problems.push([`Tallet for ${label(name)} i adressen er ikke et helt tal fra 1 til 5: `, value]);
    else if (name === "dato" && !DAY.test(value)) problems.push(["Datoen i adressen er ikke en dato: ", value]);
    else if (name === "dato" || scores.includes(name) || texts.includes(name)) answers[name] = value;
    else foreign.push(name);
  }
  if (foreign.length) problems.push(["Adressen har noget, siden ikke kender: ", foreign.join(", ")]);
  return { answers, problems };
}

/** What an address says of these answers. */
export function write(answers) {
  const given = Object.entries(answers).filter(([, value]) => value);
  return given.some(([name]) => name !== "dato") ? `#${new URLSearchParams(given)}` : "";
}

/** A text as the annex has room for it, and whether anything is left out. */
export function fitted(text, most) {
  const letters = [...text.trim()];
  return letters.length > most ? { text: `${letters.slice(0, most).join("")} …`, cut: true } : { text: text.trim(), cut: false };
}

/** How many letters a text has, as its writer would count them. */
export const lengthOf = (text) => [...text.trim()].length;

function label(name) {
  return { behov: "behov", sammenhaeng: "sammenhæng", kapacitet: "kapacitet" }[name] ?? name;
}
