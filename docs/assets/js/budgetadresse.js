// The address of a calculation: ?vis=partnerskab&p-foreninger=30&p-foreninger-til=35 ... What was typed stands as typed.

import { notice, quoted } from "./poster.js";
import { valueOf } from "./budgetfelter.js";

const LONGEST = 80;
const LISTS = ["uden", "fast"];

/** The query for what is on the screen. A calculator that nobody has touched is left out. */
export function queryOf({ fields, choices, name, touched, shown }) {
  const found = [["vis", shown]];
  if (name.value.trim()) found.push(["navn", name.value.trim()]);
  for (const input of fields.flatMap((field) => field.inputs)) {
    if (touched.has(input.id[0])) found.push([input.id, input.value.trim()]);
  }
  if (touched.has("u")) for (const word of LISTS) found.push([`u-${word}`, rowsWith(choices, word).join(",")]);
  const list = new URLSearchParams(location.search).get("liste");
  if (list) found.push(["liste", list]);
  return `?${found.map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%2F", "/")}`).join("&")}`;
}

const rowOf = (choice) => choice.closest("[data-row]").dataset.row;
const rowsWith = (choices, word) => choices.filter((choice) => choice.value === word).map(rowOf);

/** Puts what the address says into the fields, tells what it could not use, and gives the calculator to show. */
export function readAddress(state, { notes = null, onlyPart = false }) {
  const params = new URLSearchParams(location.search);
  const known = state.parts.map((part) => part.dataset.part);
  const wanted = params.get("vis") ?? (known.includes(location.hash.slice(1)) ? location.hash.slice(1) : known[0]);
  const part = known.includes(wanted) ? wanted : known[0];
  if (onlyPart) return part;
  const told = [...fill(state, params), ...rows(state, params), ...unknown(state, params)];
  if (part !== wanted) told.push(notice("Adressen beder om beregneren ", ...quoted([wanted]), ", som ikke findes. Vi viser den første."));
  notes.replaceChildren(...told);
  return part;
}

function fill({ fields, name, touched }, params) {
  name.value = (params.get("navn") ?? "").slice(0, LONGEST);
  for (const input of fields.flatMap((field) => field.inputs).filter((one) => params.has(one.id))) {
    input.value = params.get(input.id).slice(0, LONGEST);
    touched.add(input.id[0]);
  }
  const wrong = fields.filter((field) => valueOf(field).error).map((field) => field.title);
  return wrong.length ? [notice("Adressen har noget, vi ikke kan regne med, i ", ...quoted(wrong), ". Beskeden står ved feltet.")] : [];
}

function rows({ choices, touched }, params) {
  const asked = LISTS.filter((word) => params.has(`u-${word}`));
  if (!asked.length) return [];
  touched.add("u");
  const names = (word) => (params.get(`u-${word}`) ?? "").split(",").filter(Boolean);
  for (const choice of choices) choice.value = LISTS.find((word) => names(word).includes(rowOf(choice))) ?? "skaleret";
  const lost = LISTS.flatMap(names).filter((one) => !choices.some((choice) => rowOf(choice) === one));
  return lost.length ? [notice("Adressen nævner ", ...quoted(lost), ", og det er ikke en post i Københavns budget.")] : [];
}

function unknown({ fields }, params) {
  const known = ["vis", "navn", "liste", ...LISTS.map((word) => `u-${word}`), ...fields.flatMap((field) => field.inputs.map((input) => input.id))];
  const foreign = [...new Set(params.keys())].filter((key) => !known.includes(key));
  return foreign.length ? [notice("Adressen nævner ", ...quoted(foreign), ", som beregneren ikke kender. Vi ser bort fra det.")] : [];
}
