// The list that follows the reader: `?liste=metoder/ips,puljer/ulfri` is added to the site's links. Nothing is stored.

import { element, plural } from "./byg.js";
import { MOST, ROOT, namesIn, withList } from "./adresse.js";

const status = element("p", { class: "hidden", role: "status" });
const count = element("span");
const bar = element("section", { "aria-label": "Min liste" }, element("p", { class: "actions" }, count, " – ", element("a", { href: `${ROOT}min-liste/` }, "Åbn listen")));
let list = [];

/** Has every link and form of the site carry these records, and shows how many they are. */
export function carry(names) {
  list = names.slice(0, MOST);
  bar.hidden = !list.length || document.querySelector("[data-list]") !== null;
  count.textContent = `Min liste: ${plural(list.length, "post", "poster")}`;
  follow();
}

function follow() {
  document.querySelectorAll("a[href]").forEach((link) => {
    const href = link.getAttribute("href");
    const fresh = withList(href, list);
    if (fresh !== href && link.href.startsWith(ROOT) && href[0] !== "#") link.setAttribute("href", fresh);
    if (list.includes(link.dataset.addToList) && !link.dataset.on) link.textContent = link.dataset.on = "Står på min liste. Åbn listen";
  });
  document.querySelectorAll("form[action]").forEach(fill);
}

function fill(form) {
  const field = form.querySelector("[name=liste]") ?? element("input", { type: "hidden", name: "liste" });
  field.value = list;
  if (!list.length) field.remove();
  else if (!field.isConnected) form.append(field);
}

/** Adds the record of a clicked link; one that is on the list leads to the list. */
function onClick(event) {
  const link = event.target.closest?.("a[data-add-to-list]");
  const name = link?.dataset.addToList;
  if (!link || list.includes(name) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const full = list.length >= MOST;
  if (!full) carry([...list, name]);
  history.replaceState(null, "", withList(location.href, list));
  status.textContent = full ? `Listen har allerede ${MOST} poster. Fjern en først.` : `Føjet til min liste, som nu har ${plural(list.length, "post", "poster")}.`;
}

document.querySelector("#indhold")?.prepend(status, bar);
carry(namesIn("liste").names);
document.addEventListener("click", onClick);
new MutationObserver(() => list.length && follow()).observe(document.body, { childList: true, subtree: true });
