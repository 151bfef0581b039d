// The annex of /vaerktoejer/pasform/: what the record says, with its sources, and what the reader answered.

import { element, plural } from "./byg.js";
import { ROOT } from "./adresse.js";
import { inWords } from "./dag.js";
import { fitted } from "./pasformsvar.js";

const NOT_FOUND = "ikke fundet";

/** The head: which record, of which day, from where. */
export function head(post) {
  const site = document.querySelector(".top__name").textContent.trim();
  const built = document.querySelector(".bottom p").lastChild.textContent.trim();
  const own = `${location.origin}${location.pathname}?id=${post.name}`;
  return [
    element("p", { class: "fit__paper" }, `Pasform: bilag fra ${site}. ${built}. `, element("span", { class: "address" }, own)),
    element("p", { class: "post__kind" }, element("span", { class: `badge badge--${post.name.split("/")[0]}` }, post.badge), " ", element("span", { class: "status" }, post.status)),
    element("h2", { class: "fit__title" }, element("a", { href: `${ROOT}${post.address}` }, post.title)),
    element("p", { class: "fit__lead" }, post.lead),
    ...post.warnings.map((warning) => element("p", { class: "warning" }, warning)),
    element("p", { class: "note" }, `Katalogets svar er holdt op mod kilderne ${post.checked}.`),
  ];
}

/** The record's answers to one question. */
export function given(post, group) {
  return [element("dl", { class: "fit__list" }, ...group.answers.map((answer) => element("div", {}, element("dt", {}, answer.title), ...said(post, answer))))];
}

function said(post, answer) {
  const lines = [...answer.points.map(point), ...together(answer.links)];
  if (!lines.length) return [element("dd", { class: "fit__absent" }, NOT_FOUND)];
  const left = answer.total - answer.points.length;
  return left > 0 && answer.points.length ? [...lines, element("dd", { class: "fit__more" }, more(post, answer, left))] : lines;
}

function together(links) {
  const all = links.flatMap((link, i) => [i ? ", " : "", element("a", { href: `${ROOT}${link.address}` }, link.text)]);
  return all.length ? [element("dd", {}, ...all)] : [];
}

function more(post, answer, left) {
  const words = `${left} mere på postens side`;
  const place = answer.section ? `#${answer.section}` : "";
  return element("a", { href: `${ROOT}${post.address}${place}` }, words, element("span", { class: "hidden" }, `: ${answer.title}`));
}

function point({ paragraphs, mark }) {
  const number = mark && element("a", { class: "mark", href: `#bilag-kilde-${mark.number}` }, element("span", { class: "hidden" }, "Kilde "), `[${mark.number}]`);
  return element("dd", {}, paragraphs.join(" "), ...(number ? [" ", number] : []));
}

/** The sources that the annex names. */
export function sources(post) {
  return post.sources.map((one) => {
    const outside = one.url && element("a", { class: "outside", href: one.url, "data-address": one.url }, "Gå til kilden", element("span", { class: "hidden" }, `: ${one.link.text}`));
    const title = element("a", { href: `${ROOT}${one.link.address}` }, one.link.text);
    return element("li", { id: `bilag-kilde-${one.number}` }, title, `. ${one.publisher}, ${one.year}. `, element("span", { class: "places" }, one.places.join("; ")), ...(outside ? [" ", outside] : []));
  });
}

/** The reader's answers as paper shows them. */
export function answers(own, questions, most) {
  const place = fitted(own.sted ?? "", most.name);
  const who = fitted(own.hvem ?? "", most.name);
  const when = own.dato ? inWords(own.dato) : "endnu ikke";
  return [
    element("h2", {}, "Jeres egen vurdering"),
    element("p", { class: "fit__by", dir: "auto" }, "Sted: ", bdi(place.text || "ikke oplyst"), ". Vurderet af: ", bdi(who.text || "ikke oplyst"), `. Udfyldt ${when}. Tallene er stedets egne og ikke katalogets.`),
    element("div", { class: "fit__grid" }, ...questions.map((question) => answer(own, question, most.words))),
    ...(own.naeste ? [element("p", {}, element("strong", {}, "Næste skridt: "), bdi(shown(own.naeste, most.words)))] : []),
  ];
}

function answer(own, { name, title, scale }, most) {
  const score = own[name] ? `${own[name]} af 5: ${scale[own[name] - 1]}` : "Ikke vurderet";
  const words = own[`${name}_ord`] ?? "";
  return element("div", { class: "fit__part" }, element("h3", {}, title), element("p", { class: "fit__score" }, score),
    element("p", { dir: "auto" }, words.trim() ? bdi(shown(words, most)) : "Ingen begrundelse."));
}

function shown(text, most) {
  const { text: kept, cut } = fitted(text, most);
  return cut ? `${kept} (forkortet til ${plural(most, "tegn", "tegn")})` : kept;
}

function bdi(text) {
  return element("bdi", {}, text);
}
