// A long list marked data-filter has a field before it that hides what does not hold the words typed. Without script it is whole.

import { loose } from "./dansk.js";
import { plural } from "./byg.js";

/** Whether the text holds every word of the query, however æ, ø and å are typed. */
export function holds(text, query) {
  const own = loose(text.toLowerCase());
  return loose(query.toLowerCase()).split(/\s+/).every((word) => own.includes(word));
}

function filterable(list) {
  const input = document.querySelector("#filter");
  const count = document.querySelector("[data-filter-count]");
  const entries = [...list.querySelectorAll("li")];
  const show = () => {
    for (const entry of entries) entry.hidden = !holds(`${entry.closest("section").querySelector("h2").textContent} ${entry.textContent}`, input.value);
    for (const group of list.querySelectorAll("section")) group.hidden = !group.querySelector("li:not([hidden])");
    const left = entries.filter((entry) => !entry.hidden).length;
    count.textContent = input.value.trim() ? `${plural(left, "kilde", "kilder")} med "${input.value.trim()}"` : "";
  };
  input.addEventListener("input", show);
  input.disabled = false;
}

for (const list of document.querySelectorAll("[data-filter]")) filterable(list);
