// What is said when a search is understood otherwise than it was typed, or finds nothing.

import { element } from "./byg.js";

/** How the words were understood, where that is not as they were typed. */
export function understood(terms) {
  const guessed = terms.filter((term) => term.how === "stavning");
  const split = terms.filter((term) => term.how === "led");
  const lost = terms.filter((term) => term.how === "ukendt");
  return [
    guessed.length && line(`Vi kender ikke ${quoted(guessed)} og viser, hvad der ligner mest.`),
    split.length && line(`Vi kender ikke ${quoted(split)} som ét ord og viser, hvad der passer på ordets led.`),
    lost.length && lost.length < terms.length && line(`Vi fandt ikke ${quoted(lost)}. Resultaterne passer på de andre ord.`),
  ].filter(Boolean);
}

/** Help when nothing was found: what was looked for, what it does not mean, and where to go on. */
export function noHits(query, terms, topics) {
  const asked = query ? `Vi fandt ikke noget om "${query.slice(0, 80)}".` : "Ingen poster har alle de filtre, I har valgt.";
  const said = element("p", { class: "absent" }, `${asked} "Ikke fundet" betyder ikke, at det ikke findes. Prøv et andet ord, eller fjern et filter.`);
  const links = [...(topics?.keys() ?? [])].map((topic) => element("li", {}, element("a", { href: `?emne=${encodeURIComponent(topic)}` }, topic)));
  return terms.length || !query ? [said, element("p", {}, "Emner i kataloget:"), element("ul", { class: "topics-inline" }, ...links)] : [said];
}

function line(text) {
  return element("p", { class: "note" }, text);
}

function quoted(terms) {
  return terms.map((term) => `"${term.word.slice(0, 40)}"`).join(" og ");
}
