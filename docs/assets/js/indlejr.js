// /indlejr/?liste=emne/mentor&hoejde=480: the code that shows a list on another site, and the list as it will look.

import { element } from "./byg.js";

const form = document.querySelector("[data-embed]");
const { liste, hoejde, kode } = form.elements;
const frame = form.querySelector("[data-embed-frame]");
const status = form.querySelector("[data-embed-status]");
const [least, most] = [Number(form.dataset.least), Number(form.dataset.most)];
const first = { list: liste.value, height: hoejde.value };
let height = hoejde.value;
let shown = "";

const signs = { "&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;" };
const quoted = (text) => `"${text.replace(/[&"<>]/g, (sign) => signs[sign])}"`;
const addressOf = (list) => new URL(`${list}/`, location.origin + location.pathname).href;
const titleOf = () => `${liste.selectedOptions[0].dataset.title}: ${form.dataset.about}`;

/** Says what is wrong with a field; a blank message takes it back. */
function tell(field, message) {
  const told = document.getElementById(`${field.id}-fejl`);
  told.textContent = message;
  told.hidden = !message;
  if (message) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}

/** Takes a height that can be used; of another it says so, and the code keeps the last one. */
function readHeight() {
  const typed = hoejde.value.trim();
  const fits = /^\d{1,5}$/.test(typed) && Number(typed) >= least && Number(typed) <= most;
  if (fits) height = String(Number(typed));
  const limits = `Højden skal være et helt tal fra ${least} til ${most.toLocaleString("da-DK")}.`;
  tell(hoejde, fits ? "" : `${limits} Koden bruger ${height}, til I har rettet tallet.`);
}

/** Writes the code, and shows the frame; a new frame each time, so that Back leads away from this page at once. */
function show() {
  const [src, title] = [addressOf(liste.value), titleOf()];
  kode.value = `<iframe src=${quoted(src)} title=${quoted(title)} width="100%" height="${height}" loading="lazy" style="border:0"></iframe>`;
  if (shown !== src) frame.replaceChildren(element("iframe", { src, title }));
  frame.firstElementChild.setAttribute("height", height);
  shown = src;
  status.textContent = "";
}

/** The address says what is chosen, so that it can be sent to a colleague. */
function keep() {
  const query = new URLSearchParams({ liste: liste.value, hoejde: height });
  history.replaceState(null, "", `?${query.toString().replace("%2F", "/")}`);
}

function readAddress() {
  const asked = new URLSearchParams(location.search);
  const list = asked.get("liste") ?? first.list;
  liste.value = list;
  hoejde.value = asked.get("hoejde") ?? first.height;
  if (liste.value === list) return;
  liste.value = first.list;
  tell(liste, `Adressen beder om listen "${list.slice(0, 60)}", som ikke findes. Vælg en liste.`);
}

async function copy() {
  try {
    await navigator.clipboard.writeText(kode.value);
    status.textContent = "Koden er kopieret.";
  } catch {
    kode.select();
    status.textContent = "Koden er markeret. Kopiér den med tastaturet.";
  }
}

liste.addEventListener("change", () => {
  tell(liste, "");
  show();
  keep();
});
hoejde.addEventListener("input", () => {
  readHeight();
  show();
  if (hoejde.getAttribute("aria-invalid") === null) keep();
});
form.addEventListener("submit", (event) => event.preventDefault());
form.querySelector("[data-embed-copy]").addEventListener("click", copy);
readAddress();
readHeight();
show();
form.hidden = false;
form.setAttribute("data-ready", "");
