// /kilder/: what is typed finds sources by title, publisher and year, among all of them. Without script the lists are whole.

import { ROOT } from "./adresse.js";
import { element, plural } from "./byg.js";
import { loose } from "./dansk.js";
import { sources } from "./kildeliste.js";

const MOST = 100; // more than anybody reads through; more letters give fewer
const input = document.querySelector("#filter");
const count = document.querySelector("[data-filter-count]");
const found = document.querySelector("[data-filter-found]");
const list = document.querySelector("[data-filter-list]");
let latest = 0;

/** Whether the text holds every word of the query, however æ, ø and å are typed. */
export function holds(text, query) {
  const own = loose(text.toLowerCase());
  return loose(query.toLowerCase()).split(/\s+/).every((word) => own.includes(word));
}

function line({ id, title, publisher, year, kind, read, used }) {
  return element("li", {}, element("a", { href: new URL(`kilder/${id}/`, ROOT).href }, title), `, ${publisher} (${year}). ${kind}, ${read}. ${used} bygger på den.`);
}

async function show() {
  const asked = ++latest;
  const query = input.value.trim();
  const all = query ? await sources().catch(() => null) : [];
  if (asked !== latest) return;
  const hits = (all ?? []).filter(({ title, publisher, year }) => holds(`${publisher} ${title} ${year}`, query));
  list.hidden = hits.length > 0 && query !== "";
  found.hidden = !list.hidden;
  found.replaceChildren(...hits.slice(0, MOST).map(line));
  count.textContent = all ? told(query, hits.length) : "Kilderne kan ikke hentes lige nu. Brug listen nedenfor, eller prøv igen.";
}

function told(query, number) {
  if (!query) return "";
  const shown = number > MOST ? `. Her er de første ${MOST}` : "";
  return `${plural(number, "kilde", "kilder")} med "${query}"${shown}`;
}

input.addEventListener("input", show);
input.addEventListener("focus", () => sources().catch(() => {}), { once: true });
input.disabled = false;
