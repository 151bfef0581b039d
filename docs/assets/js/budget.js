// /vaerktoejer/budget/?vis=ips&i-unge=50: three budgets. All numbers stand in the address; nothing is stored.

import { element } from "./byg.js";
import { readAddress, queryOf } from "./budgetadresse.js";
import { fieldsIn, showError, valueOf } from "./budgetfelter.js";
import { draw } from "./budgetvisning.js";
import { button, printHead } from "./poster.js";

const place = document.querySelector("[data-budget]");
const parts = [...place.querySelectorAll("[data-part]")];
const fields = fieldsIn(place);
const choices = [...place.querySelectorAll("tr[data-row] select")];
const name = place.querySelector("#navn");
const notes = place.querySelector("[data-notes]");
const steps = pairs(place.dataset.steps.split(" ").map(Number));
const copied = element("input", { readonly: "" });
const link = element("label", { class: "pick", hidden: "" }, "Linket til beregningen", copied);
const news = element("p", { class: "count", role: "status" });
const state = { place, parts, fields, choices, name, steps, touched: new Set(), shown: "" };
let waiting = 0;
let paper = element("header");

function pairs(numbers) {
  return numbers.length ? [numbers.slice(0, 2), ...pairs(numbers.slice(2))] : [];
}

function part() {
  return parts.find((one) => one.dataset.part === state.shown);
}

/** Shows one calculator; the others stay as they are, out of sight. */
function show(wanted, focus = false) {
  state.shown = wanted;
  for (const one of parts) one.hidden = one !== part();
  for (const one of place.querySelectorAll(".budget__choose a")) {
    if (one.hash === `#${wanted}`) one.setAttribute("aria-current", "page");
    else one.removeAttribute("aria-current");
  }
  part().before(news, tools, link);
  update();
  if (focus) part().querySelector("h2").focus();
}

function update() {
  draw(part(), state);
  const whom = name.value.trim();
  const fresh = printHead(`Budget: ${part().querySelector("h2").textContent}${whom ? ` – ${whom}` : ""}`);
  paper.replaceWith(fresh);
  paper = fresh;
  // Paper shows the sources of this calculator alone, each with the number it has on the page.
  for (const source of place.querySelectorAll(".sources li")) {
    source.value = source.id.split("-")[1];
    source.classList.toggle("budget__unused", !part().querySelector(`:is([data-result], .budget__formulas) a[href="#${source.id}"]`));
  }
}

/** Puts the numbers into the address in place of those that stood there, so that Back leads out of the page. */
function keep() {
  clearTimeout(waiting);
  waiting = 0;
  const query = queryOf(state);
  if (query !== location.search) history.replaceState(null, "", query || location.pathname);
  update();
}

function onInput(event) {
  const field = fields.find((one) => one.inputs.includes(event.target));
  if (field?.error.textContent) showError(field);
  state.touched.add((event.target.id || "u-").split("-")[0]);
  clearTimeout(waiting);
  waiting = setTimeout(keep, 250);
}

function onChange(event) {
  const field = fields.find((one) => one.inputs.includes(event.target));
  if (field) showError(field);
  keep();
}

function onClick(event) {
  const put = event.target.closest("[data-put]");
  const chosen = event.target.closest(".budget__choose a");
  if (put) putIn(fields.find((one) => one.id === put.dataset.put));
  if (!chosen || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  keep();
  state.shown = chosen.hash.slice(1);
  history.pushState(null, "", queryOf(state));
  show(state.shown, true);
}

function putIn(field) {
  field.inputs[0].value = field.offer;
  state.touched.add(field.id.split("-")[0]);
  showError(field);
  keep();
  field.inputs[0].focus();
}

/** Back and forward change the calculator; the numbers are those on the screen. */
function onBack() {
  const wanted = readAddress(state, { onlyPart: true });
  if (wanted === state.shown) return;
  show(wanted);
  keep();
}

async function copyLink() {
  keep();
  copied.value = location.href;
  try {
    await navigator.clipboard.writeText(copied.value);
    news.textContent = "Linket er kopieret.";
  } catch {
    link.hidden = false;
    copied.select();
    news.textContent = "Kopiér linket fra feltet.";
  }
}

const tools = element(
  "div",
  { class: "tools" },
  button("Print", "beregningen", () => print()),
  button("Kopiér linket", "til beregningen", copyLink),
  element("a", { class: "tool budget__again", href: location.pathname }, "Begynd forfra"),
);
place.prepend(paper);
for (const form of place.querySelectorAll("[data-form]")) {
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
}
for (const cell of place.querySelectorAll("[data-choice]")) cell.hidden = false;
const first = readAddress(state, { notes });
for (const field of fields) if (valueOf(field).error) showError(field);
place.addEventListener("input", onInput);
place.addEventListener("change", onChange);
place.addEventListener("click", onClick);
addEventListener("popstate", onBack);
addEventListener("pagehide", () => waiting && keep());
show(first);
notes.dataset.ready = "";
