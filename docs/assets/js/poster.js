// Records on another page than their own: fetched, rebuilt from text and an allow-list, and shown as the address asks.

import { element, plural } from "./byg.js";
import { KINDS, ROOT, kindOf, namesIn } from "./adresse.js";
import { sources } from "./kildeliste.js";

const KEPT = "p, ul, ol, li, strong, br, a, span, dl, dl > div, dt, dd";
const CLASSES = /^(hidden|mark|rating.*|absent|warning|places|outside)$/;
const ROWS = 8; // a longer table is led to, and its notes are left out
const SKIPPED = `script, style, svg, [aria-hidden], .brief__more, .table:has(tbody tr:nth-child(${ROWS + 1})) ~ .note`;
const lists = new Map();

/** The titles of a kind's records by name, from its list page; of the sources, whose list is many pages, from their file. */
export function titles(kind) {
  if (!lists.has(kind)) lists.set(kind, listed(kind));
  return lists.get(kind);
}

async function listed(kind) {
  if (kind === "kilder") return new Map((await sources()).map(({ id, title }) => [`kilder/${id}`, title]));
  const { doc, url } = await pageOf(kind);
  const links = [...doc.querySelectorAll(".card__title a")];
  const nameOf = (link) => new URL(link.getAttribute("href"), url).pathname.slice(ROOT.pathname.length, -1);
  return new Map(links.map((link) => [nameOf(link), link.textContent.trim()]));
}

async function pageOf(name) {
  const url = new URL(`${name}/`, ROOT).href;
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(url);
  return { name, url, doc: new DOMParser().parseFromString(await answer.text(), "text/html") };
}

async function record(name, index) {
  const page = await pageOf(name);
  return { ...page, title: page.doc.querySelector("h1").textContent.trim(), prefix: `p${index + 1}-` };
}

/** Copies of what a selector finds in a record. */
export function found(from, selector) {
  return copies(from.doc.querySelectorAll(selector), from);
}

/** Copies of nodes: text, and elements of the allow-list with known classes and addresses. */
export function copies(nodes, from) {
  return [...nodes].flatMap((node) => {
    if (node.nodeType === Node.TEXT_NODE) return [node.data];
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches(SKIPPED)) return [];
    if (node.matches("table")) return tableLines(node, from);
    const inner = copies(node.childNodes, from);
    return node.matches(KEPT) ? [element(node.localName, attributes(node, from), ...inner)] : inner;
  });
}

function attributes(node, from) {
  const names = [...node.classList].filter((name) => CLASSES.test(name)).join(" ");
  const id = node.id.startsWith("kilde-") ? from.prefix + node.id : null;
  const href = node.localName === "a" ? hrefOf(node.getAttribute("href") ?? "", from) : null;
  return { class: names || null, id, href, "data-address": href };
}

function hrefOf(href, from) {
  if (href.startsWith("#kilde-")) return `#${from.prefix}${href.slice(1)}`;
  const url = new URL(href, from.url);
  return /^(https?|mailto):$/.test(url.protocol) ? url.href : null;
}

/** A small table as a list of its rows; a large one as a link. */
function tableLines(table, from) {
  const name = table.caption?.textContent.trim();
  const rows = [...table.querySelectorAll("tbody tr")];
  const place = table.closest("section").getAttribute("aria-labelledby");
  if (rows.length > ROWS) return [element("p", {}, element("a", { href: `${from.url}#${place}` }, `Se tabellen "${name}"`), ` (${rows.length} rækker)`)];
  return [element("p", {}, element("strong", {}, name)), element("ul", {}, ...rows.map((row) => rowLine(row, from)))];
}

function rowLine(row, from) {
  const [head, ...cells] = row.cells;
  const label = (cell) => (cells[1] ? `${cell.dataset.label}: ` : "");
  const told = cells.filter((cell) => cell.textContent.trim()).flatMap((cell, i) => [i ? "; " : ": ", label(cell), ...copies(cell.childNodes, from)]);
  return element("li", {}, ...copies(head.childNodes, from), ...told);
}

/** A sentence about what is not shown. */
export function notice(...words) {
  return element("p", { class: "warning" }, ...words);
}

/** Names as they were given: three of them, cut short, kept apart from the text around them. */
export function quoted(names) {
  const shown = names.slice(0, 3).flatMap((name, i) => [i ? ', "' : '"', element("bdi", {}, name.slice(0, 60)), name.length > 60 ? '…"' : '"']);
  return [...shown, names.length > 3 ? ` og ${plural(names.length - 3, "anden", "andre")}` : ""];
}

async function asked(keys) {
  const { names, bad } = namesIn(...keys);
  const known = new Map(await Promise.all([...new Set(names.map(kindOf))].map(async (kind) => [kind, await titles(kind)])));
  const lost = names.filter((name) => !known.get(kindOf(name)).has(name));
  const notes = [];
  if (bad.length) notes.push(notice("Adressen nævner ", ...quoted(bad), ", og det er ikke navnet på en post. Et navn ser sådan ud: metoder/ips."));
  if (lost.length) notes.push(notice("Vi kan ikke finde ", ...quoted(lost), ` i kataloget. Måske har posten fået et nyt navn. Se listen over ${KINDS.get(kindOf(lost[0]))}.`));
  return { names: names.filter((name) => !lost.includes(name)), notes };
}

/** A button; `more` is for those who hear it. */
export function button(word, more, onClick, extra = {}) {
  const made = element("button", { type: "button", class: "tool", ...extra }, word, element("span", { class: "hidden" }, ` ${more}`));
  made.addEventListener("click", onClick);
  return made;
}

/** What paper says first: what it is, of when, from where. */
export function printHead(title, ...more) {
  const today = new Date().toLocaleDateString("da-DK", { dateStyle: "long" });
  const from = document.querySelector(".top__name").textContent.trim();
  const built = document.querySelector(".bottom p").lastChild.textContent.trim();
  const lines = [`Hentet fra ${from} ${today}. ${built}.`, location.href];
  return element("header", { class: "paper" }, element("p", { class: "paper__title" }, title), ...lines.map((line) => element("p", {}, line)), ...more);
}

/** Keeps a place in step with the address. `pick` gives {names, notes} of those that exist; `draw` shows records, gives words. */
export function live(place, keys, pick, draw) {
  const status = element("p", { class: "count", role: "status", tabindex: "-1" });
  const tools = element("div", { class: "tools" }, button("Print", "siden", () => print()));
  const page = { place, keys, pick, draw, status, tools, notes: element("div"), body: element("div"), latest: 0 };
  place.append(page.notes, status, tools, page.body);
  addEventListener("popstate", () => location.search === page.shown || show(page));
  return page;
}

/** Goes to an address, and says what was done. */
export function go(page, query, news, focus) {
  history.pushState(null, "", query);
  show(page, `${news} `, focus);
}

/** Shows what the address asks for; a later call wins. */
export async function show(page, news = "", focus = () => {}) {
  const mine = ++page.latest;
  page.shown = location.search;
  try {
    const chosen = page.pick(await asked(page.keys));
    const records = await Promise.all(chosen.names.map(record));
    if (mine !== page.latest) return;
    page.notes.replaceChildren(...chosen.notes);
    page.tools.hidden = !records.length;
    page.status.textContent = news + page.draw(records, page.body);
    page.place.dataset.ready = "";
    focus();
  } catch {
    lists.clear();
    page.place.dataset.ready = "";
    if (mine === page.latest) page.status.textContent = "Posterne kan ikke hentes lige nu. Prøv igen, eller brug listerne nedenfor.";
  }
}

/** The query of these records. */
export function queryOf(names) {
  return names.length ? `?${names.map((name) => `id=${name}`).join("&")}` : location.pathname;
}
