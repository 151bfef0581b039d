// What is shown of a hit: some words around the first place that answers, and the headings that lead nearest.

import { keyOf, loose, words } from "./dansk.js";

const BEFORE = 8;
const LENGTH = 28;
const MOST_HEADINGS = 2;

/** Pieces of text in order, each {text, hit}: the page marks those that answer. The title is not said again. */
export function excerpt(content, title, terms, lex) {
  const body = content.startsWith(title) ? content.slice(title.length).replace(/^[.\s]+/, "") : content;
  const all = body.split(/\s+/);
  const first = Math.max(0, all.findIndex((word) => answers(word, terms, lex)) - BEFORE);
  const pieces = all.slice(first, first + LENGTH).map((word) => ({ text: word, hit: answers(word, terms, lex) }));
  if (first > 0) pieces.unshift({ text: "…", hit: false });
  if (first + LENGTH < all.length) pieces.push({ text: "…", hit: false });
  return pieces;
}

/** The headings of the page under which most words answer, at most two. */
export function headings(data, terms, lex) {
  const places = (data.anchors ?? []).filter((a) => /^h[23]$/.test(a.element) && a.id);
  if (!places.length) return [];
  const counts = new Map();
  data.content.split(/\s+/).forEach((word, i) => {
    const over = places.findLast((a) => a.location <= i);
    if (over && answers(word, terms, lex)) counts.set(over, (counts.get(over) ?? 0) + 1);
  });
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_HEADINGS).map(([anchor]) => anchor);
}

/** Whether a word of the page is one that the query asks for, in any form or as part of a compound. */
function answers(text, terms, lex) {
  return terms.length > 0 && words(text).some((word) => {
    const key = keyOf(word, lex);
    const flat = loose(word);
    return terms.some((t) => t.keys.some((k) => key === k || (t.how === "begyndelse" && flat.startsWith(k)) || (k.length >= 5 && flat.includes(k))));
  });
}
