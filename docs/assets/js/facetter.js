// Which documents each filter value holds, and how many are left of it under the filters that are chosen.

import { looked } from "./opslag.js";

/** The groups in the order in which they are shown, with the words that readers see. */
export const GROUPS = new Map([
  ["slags", "Slags"],
  ["emne", "Emne"],
  ["alder", "Alder"],
  ["situation", "Situation"],
  ["kommune", "Kommune"],
  ["region", "Region"],
  ["sektor", "Parternes sektor"],
  ["metode", "Metode"],
  ["udfald", "Målt udfald"],
  ["undersoegelse", "Stærkeste undersøgelse"],
  ["status", "Status"],
  ["pris", "Pris"],
]);

/** For each group, each value with the set of documents that have it; and the documents by title and by date. */
export async function memberships() {
  const { ids, dato, grupper } = await looked("soeg/facetter.json");
  const idsOf = (numbers) => numbers.map((number) => ids[number]);
  const groups = [...GROUPS.keys()].map((group) => [group, valuesOf(grupper[group] ?? {}, idsOf)]);
  return { members: new Map(groups), orders: { titel: ids, dato: idsOf(dato) } };
}

function valuesOf(values, idsOf) {
  const names = Object.keys(values).sort((a, b) => a.localeCompare(b, "da", { numeric: true }));
  return new Map(names.map((name) => [name, new Set(idsOf(values[name]))]));
}

/** The documents that pass: one of the chosen values in every group with a choice. `skip` leaves one group out. */
export function passing(ids, chosen, members, skip = null) {
  const tests = [...chosen]
    .filter(([group, values]) => group !== skip && values.size)
    .map(([group, values]) => [...values].map((value) => members.get(group)?.get(value) ?? new Set()));
  return ids.filter((id) => tests.every((sets) => sets.some((set) => set.has(id))));
}

/** How many of the documents have each value of a group, had that group no choice of its own. */
export function counts(group, ids, chosen, members) {
  const left = new Set(passing(ids, chosen, members, group));
  return [...(members.get(group) ?? [])].map(([value, set]) => [value, [...set].filter((id) => left.has(id)).length]);
}
