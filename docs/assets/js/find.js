// /find/: text and filters. The whole state stands in the address, so it can be sent, marked and gone back to.

import { element, hitLine, plural } from "./byg.js";
import { counts, GROUPS, memberships, passing } from "./facetter.js";
import { noHits, understood } from "./hjaelp.js";
import { open, opened, rank, ready, unasked } from "./soeg.js";
import { shortcuts } from "./soegefelt.js";

const PAGE = 20;
const OUT_OF_REACH = "Søgningen kan ikke nås lige nu. Brug listerne nedenfor, eller prøv igen.";
const SORTS = new Map([["relevans", "Bedste svar først"], ["titel", "Titel"], ["dato", "Senest holdt op mod kilderne"]]);
const PLACES = new Map([["Metode", -2], ["Praksiseksempel", -1], ["Kilde", 1]]); // where nothing is asked for
const place = document.querySelector("[data-find]");
let members = new Map();
let orders = {};
let everything = [];
let latest = 0;

/** The state that an address holds; what is unknown there is told, never used. */
export function stateOf(search) {
  const params = new URLSearchParams(search);
  const chosen = new Map([...GROUPS.keys()].map((group) => [group, new Set(params.getAll(group).slice(0, 50))]));
  const sort = SORTS.has(params.get("sort")) ? params.get("sort") : "relevans";
  return { q: (params.get("q") ?? "").slice(0, 400), chosen, sort, shown: PAGE };
}

/** The address of a state. */
export function addressOf({ q, chosen, sort }) {
  const params = new URLSearchParams();
  if (q) params.set("q", q);
  for (const [group, values] of chosen) for (const value of values) params.append(group, value);
  if (sort !== "relevans") params.set("sort", sort);
  const list = new URLSearchParams(location.search).get("liste");
  if (list) params.set("liste", list); // the list that a reader collects follows along
  const text = params.toString();
  return text ? `?${text}` : location.pathname;
}

let state = stateOf(location.search);
const parts = build();

function build() {
  const input = element("input", { id: "find-q", type: "search", name: "q", maxlength: "400", autocomplete: "off", spellcheck: "false" });
  const form = element("form", { class: "search search--large", role: "search", "aria-label": "Søg og vælg" },
    element("label", { for: "find-q" }, "Søg i kataloget"),
    element("div", { class: "search__row" }, input, element("button", { type: "submit" }, "Søg")));
  const sort = element("select", { id: "find-sort" }, ...[...SORTS].map(([value, name]) => element("option", { value }, name)));
  const made = {
    input, form, sort,
    filters: element("div", { class: "find__groups" }),
    chips: element("ul", { class: "chips", "aria-label": "Valgte filtre" }),
    count: element("p", { class: "count", role: "status" }, "Henter …"),
    notes: element("div", { class: "find__notes" }),
    list: element("ul", { class: "hits" }),
    more: element("button", { type: "button", class: "more", hidden: "" }, "Vis flere"),
  };
  const drawer = element("details", { class: "find__filters" }, element("summary", {}, "Filtre"), made.filters);
  drawer.open = matchMedia("(min-width: 60rem)").matches;
  const head = element("div", { class: "find__head" }, made.count, element("label", { for: "find-sort" }, "Rækkefølge "), sort);
  place.append(form, element("div", { class: "find__columns" }, drawer, element("div", {}, made.chips, head, made.notes, made.list, made.more)));
  return made;
}

function change(next, push = true) {
  state = { ...state, shown: PAGE, ...next };
  if (push) history.pushState(null, "", addressOf(state));
  show();
}

function toggle(group, value) {
  const chosen = new Map([...state.chosen].map(([name, values]) => [name, new Set(values)]));
  const values = chosen.get(group);
  if (!values.delete(value)) values.add(value);
  change({ chosen });
}

/** Shows the state; the engine is fetched when there is something to search for. */
function show() {
  return answer(++latest).catch(() => {
    parts.count.textContent = OUT_OF_REACH;
  });
}

async function answer(asked) {
  place.setAttribute("aria-busy", "true");
  parts.input.value = state.q;
  parts.sort.value = state.sort;
  const { terms, ranked } = state.q ? await rank(state.q) : { terms: [], ranked: everything };
  if (asked !== latest) return;
  const ids = ranked.map(({ hit }) => hit.id);
  const left = new Set(passing(ids, state.chosen, members));
  const sorted = order(ranked.filter(({ hit }) => left.has(hit.id)));
  const hits = await Promise.all(sorted.slice(0, state.shown).map((one) => (state.q ? open(one, state.q, terms) : opened(one))));
  if (asked === latest) draw(hits, sorted.length, ids, terms);
}

/** Every document where nothing is asked for: what others have done, by title, then all else, and sources last. */
function all() {
  const placeOf = new Map([...members.get("slags")].flatMap(([kind, ids]) => [...ids].map((id) => [id, PLACES.get(kind) ?? 0])));
  const ordered = [...orders.titel].sort((a, b) => placeOf.get(a) - placeOf.get(b)); // stays in the order of titles otherwise
  return ordered.map((id) => ({ hit: unasked(id), score: 1 }));
}

function order(ranked) {
  if (state.sort === "relevans") return ranked;
  const rankOf = new Map(orders[state.sort].map((id, i) => [id, i]));
  return [...ranked].sort((a, b) => rankOf.get(a.hit.id) - rankOf.get(b.hit.id));
}

function draw(hits, total, ids, terms) {
  const first = document.activeElement === parts.more ? parts.list.children.length : -1;
  parts.list.replaceChildren(...hits.map((hit) => hitLine(hit)));
  parts.list.children[first]?.querySelector("a").focus(); // the button goes down below what it brought
  parts.count.textContent = total ? plural(total, "resultat", "resultater") : "Ingen resultater";
  parts.more.hidden = hits.length >= total;
  parts.notes.replaceChildren(...unknown(), ...understood(terms), ...(total ? [] : noHits(state.q, terms, members.get("emne"))));
  drawChips();
  drawFilters(ids);
  place.setAttribute("aria-busy", "false");
}

function unknown() {
  const strange = [...state.chosen].flatMap(([group, values]) => [...values].filter((v) => !members.get(group)?.has(v)));
  return strange.length ? [element("p", { class: "warning" }, `Filteret "${strange[0].slice(0, 60)}" findes ikke. Fjern det for at se flere.`)] : [];
}

function drawChips() {
  const all = [...state.chosen].flatMap(([group, values]) => [...values].map((value) => [group, value]));
  const focused = [...parts.chips.querySelectorAll("button")].indexOf(document.activeElement);
  parts.chips.replaceChildren(...all.slice(0, 50).map(([group, value]) => {
    const button = element("button", { type: "button", class: "chip" }, `${value.slice(0, 80)} `, element("span", { "aria-hidden": "true" }, "×"), element("span", { class: "hidden" }, ", fjern filter"));
    button.addEventListener("click", () => toggle(group, value));
    return element("li", {}, button);
  }));
  if (focused >= 0) ([...parts.chips.querySelectorAll("button")][focused] ?? parts.sort).focus(); // its chip is gone
}

function drawFilters(ids) {
  const focused = document.activeElement?.id;
  const opened = new Set([...parts.filters.querySelectorAll("details[open]")].map((d) => d.dataset.group));
  parts.filters.replaceChildren(...[...GROUPS].map(([group, name], i) => drawGroup(group, name, ids, opened.size ? opened.has(group) : i < 2)));
  if (focused) document.getElementById(focused)?.focus();
}

function drawGroup(group, name, ids, isOpen) {
  const chosen = state.chosen.get(group);
  const values = counts(group, ids, state.chosen, members).filter(([value, count]) => count || chosen.has(value));
  const lines = values.map(([value, count], i) => {
    const box = element("input", { type: "checkbox", id: `f-${group}-${i}` });
    box.checked = chosen.has(value);
    box.addEventListener("change", () => toggle(group, value));
    return element("li", {}, element("label", { for: box.id }, box, ` ${value} `, element("span", { class: "find__number" }, `(${count})`)));
  });
  const made = element("details", { "data-group": group }, element("summary", {}, chosen.size ? `${name} (${chosen.size} valgt)` : name), element("ul", {}, ...lines));
  made.open = isOpen || chosen.size > 0;
  made.hidden = !lines.length;
  return made;
}

/** Fetches the engine ahead of the first search. */
function warm() {
  ready().catch(() => {}); // whoever searches is told
}

async function begin() {
  shortcuts(parts.input);
  parts.form.addEventListener("submit", (event) => {
    event.preventDefault();
    change({ q: parts.input.value.trim() });
  });
  parts.input.addEventListener("focus", warm, { once: true });
  let timer = 0;
  parts.input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => change({ q: parts.input.value.trim() }), 250);
  });
  parts.sort.addEventListener("change", () => change({ sort: parts.sort.value }));
  parts.more.addEventListener("click", () => ((state.shown += PAGE), show()));
  addEventListener("popstate", () => ((state = stateOf(location.search)), show()));
  try {
    if (state.q) warm();
    ({ members, orders } = await memberships());
    everything = all();
    await show();
  } catch {
    parts.count.textContent = OUT_OF_REACH;
  }
  place.dataset.ready = "";
}

if (place) begin();
