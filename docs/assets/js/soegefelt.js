// The search field: a combobox (WAI-ARIA) over soeg.js. Without script it is a form that leads to /find/.
// Nothing is fetched before the field has focus, and only the answer to the latest typing is shown.

const MOST = 8;
const WAIT = 120; // milliseconds of quiet before a search begins
let tools = null;

/** The search itself, fetched when a field gets focus and not before. */
function fetched() {
  tools ??= Promise.all([import("./soeg.js"), import("./byg.js")]).then(([soeg, byg]) => ({ ...soeg, ...byg }));
  return tools;
}

/** Makes a search form live. */
export function start(form) {
  const input = form.querySelector("input[type=search]");
  const list = form.querySelector("[role=listbox]");
  const status = form.querySelector("[role=status]");
  const state = { asked: 0, timer: 0, options: [], chosen: -1 };
  const ask = () => {
    clearTimeout(state.timer);
    state.timer = setTimeout(() => answer(form, input, list, status, state), WAIT);
  };
  const warm = () => fetched().then(({ ready }) => ready()).catch(() => {});
  input.addEventListener("focus", warm, { once: true });
  input.addEventListener("input", ask);
  input.addEventListener("keydown", (event) => onKey(event, input, list, state));
  document.addEventListener("click", (event) => form.contains(event.target) || close(input, list, state));
  if (input.value) ask();
}

/** "/" and Ctrl+K lead to the field, unless somebody is typing. */
export function shortcuts(input) {
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey;
    if (!slash && !(event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}

async function answer(form, input, list, status, state) {
  const query = input.value.trim();
  const asked = ++state.asked;
  if (!query) return close(input, list, state);
  try {
    const kit = await fetched();
    const found = await kit.search(query, MOST);
    if (asked === state.asked) show(found, query, { ...kit, form, input, list, status, state });
  } catch {
    if (asked === state.asked) close(input, list, state);
    status.textContent = "Søgningen kan ikke nås lige nu. Brug menuen, eller prøv igen.";
  }
}

function show(found, query, { element, hitLine, form, input, list, status, state }) {
  list.replaceChildren();
  for (const [badge, hits] of Map.groupBy(found.results, (hit) => hit.badge)) {
    const name = element("li", { class: "hits__kind", role: "presentation" }, badge);
    list.append(name, ...hits.flatMap((hit) => [hitLine(hit, "option"), ...within(hit, element)]));
  }
  if (!found.results.length) {
    list.append(element("li", { role: "presentation", class: "hits__none" }, `Ingen resultater for "${query}". Tryk Enter for hjælp.`));
  } else {
    const all = new URL(form.action);
    all.searchParams.set("q", query);
    list.append(element("li", { role: "option", class: "hits__all" }, element("a", { href: all.href, tabindex: "-1" }, "Vis alle resultater")));
  }
  state.options = [...list.querySelectorAll("[role=option]")];
  state.options.forEach((option, i) => (option.id = `${input.id}-${i}`));
  state.chosen = -1;
  input.removeAttribute("aria-activedescendant");
  list.hidden = false;
  input.setAttribute("aria-expanded", "true");
  status.textContent = state.options.length ? `${state.options.length} forslag. Brug piletasterne.` : `Ingen resultater for "${query}". Tryk Enter for hjælp.`;
}

/** The heading of a page under which most of the words stand, as a suggestion of its own. */
function within(hit, element) {
  return hit.headings.slice(0, 1).map((heading) =>
    element("li", { role: "option", class: "hits__within" },
      element("a", { href: heading.url, tabindex: "-1" }, heading.text, element("span", { class: "hidden" }, ` i ${hit.title}`))));
}

function onKey(event, input, list, state) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && state.options.length) {
    event.preventDefault();
    choose((state.chosen + step + state.options.length) % state.options.length, input, state);
  } else if (event.key === "Enter" && state.chosen >= 0) {
    event.preventDefault();
    state.options[state.chosen].querySelector("a").click();
  } else if (event.key === "Escape" && !list.hidden) {
    event.preventDefault(); // the browser would empty the field; the first Escape only closes the list
    close(input, list, state);
  }
}

function choose(index, input, state) {
  state.options[state.chosen]?.setAttribute("aria-selected", "false");
  state.chosen = index;
  const option = state.options[index];
  option.setAttribute("aria-selected", "true");
  option.scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", option.id);
}

function close(input, list, state) {
  list.hidden = true;
  state.chosen = -1;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

for (const form of document.querySelectorAll("form[data-search-form]")) start(form);
const first = document.querySelector("form[data-search-form] input[type=search]");
if (first) shortcuts(first);
