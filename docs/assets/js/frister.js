// Dates past and to come, told apart by the reader's own day: a page may be older than its reader.

import { element } from "./byg.js";
import { inWords, today } from "./dag.js";

/** Whether the whole of a day, month or year lies before a day. */
const isPast = (point, day) => point < day.slice(0, point.length);
const pointOf = (item) => item.querySelector("time").dateTime;

/** Marks the dates that are past, and only those. */
function mark(place, day) {
  for (const time of place.querySelectorAll("time")) {
    const [line, past] = [time.parentElement, isPast(time.dateTime, day)];
    const told = line.querySelector(".past");
    if (past && !told) line.append(" ", element("span", { class: "past" }, "er passeret"));
    if (!past) told?.remove();
  }
}

/** Puts each date into its list: to come soonest first, past latest first. The built lists are in that order. */
function sort(place, day) {
  const [coming, past] = ["coming", "past"].map((name) => place.querySelector(`[data-dates="${name}"]`));
  const all = [...[...past.children].reverse(), ...coming.children];
  const old = all.filter((item) => isPast(pointOf(item), day));
  past.replaceChildren(...old.toReversed());
  coming.replaceChildren(...all.filter((item) => !old.includes(item)));
  past.hidden = past.parentElement.hidden = !past.children.length;
  coming.hidden = !coming.children.length;
  place.querySelector("[data-dates-none]").hidden = !coming.hidden;
}

/** Tells the dates of a place apart. A clock that is behind the day of the build is wrong, and is not believed. */
function tellApart(place) {
  const { built } = place.dataset;
  const own = today();
  const day = own > built ? own : built;
  if (place.querySelector("[data-dates]")) sort(place, day);
  mark(place, day);
  const said = place.querySelector("[data-dates-day]");
  if (said && own > built) said.textContent = `Siden skelner mellem kommende og passerede datoer fra i dag, ${inWords(day)}.`;
}

const all = () => document.querySelectorAll("[data-built]").forEach(tellApart);
all();
document.addEventListener("visibilitychange", all); // a page that stood open past midnight
