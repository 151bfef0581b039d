// The one door to the search: soeg(query, limit) gives [{url, title, kind, ...}] in ranking order.
// The field on every page, /find/, the tests and the benchmark all come through here.

import { lexicon, loose, parted, understand, whole, words, keyOf } from "./dansk.js";
import { looked, opslag } from "./opslag.js";
import { excerpt, headings } from "./uddrag.js";

const ROOT = new URL("../../", import.meta.url);
const FEW = 5; // fewer answers than that, and the parts of compounds are asked for as well
const CLOSER_LOOK = 9; // documents beyond `limit` that are opened before the final order is settled
/** How hits are weighed; found by trying on tests/search/queries.yml. */
export const RANKING = {
  engine: {
    pageLength: 0.75,
    termFrequency: 0.6,
    termSimilarity: 2,
    metaWeights: { ordtitel: 20, ordkilde: 4, ordhele: 10, ordnavne: 3, ordandet: 4, ord: 0.7, ordofte: 2, title: 0, url: 0, badge: 0, kind: 0 },
  },
  kinds: {
    metoder: 1.15, lovgrundlag: 1.2, begreber: 1.3, noegletal: 0.82, milepaele: 0.77, tabeller: 0.95, strategier: 0.95,
    anbefalinger: 0.8, partnerskaber: 0.7, ensomhedsspor: 0.8, kilder: 0.42,
  },
  parts: 0.2,
  coverage: 0.45,
  evenness: 0.26,
  same: 6.5,
  whole: 4.3,
  name: 2.6,
  held: 2,
  phrase: 1.05,
};
let engine = null;
const stored = {};

/** Fetches engine and tables once, when somebody is about to search. */
export function ready() {
  engine ??= load().catch((error) => {
    engine = null;
    throw error;
  });
  return engine;
}

async function load() {
  const [pagefind, tables] = await Promise.all([import(opslag("pagefind/pagefind.js")), looked("soeg/tabeller.json")]);
  await pagefind.options({ ranking: RANKING.engine, noWorker: true }); // a worker is 12 kB more, and a search takes some ms
  await pagefind.init();
  return { pagefind, lex: lexicon(tables) };
}

/** The records that answer the query, best first; none where nothing fits. */
export async function soeg(query, limit = 10) {
  return (await search(query, limit)).results;
}

/** The same with how the query was understood: {results, terms, total}. */
export async function search(query, limit = 10) {
  const { terms, ranked } = await rank(query);
  const { lex } = await ready();
  const looked = await Promise.all(ranked.slice(0, limit + CLOSER_LOOK).map((one) => look(one, query, terms)));
  const best = looked.sort((a, b) => b.score - a.score).slice(0, limit);
  const results = best.map((one) => shown(one, terms, lex));
  return { results, terms, total: ranked.length };
}

/** Every document that answers, best first, before any of them is opened: {terms, ranked: [{hit, score}]}. */
export async function rank(query) {
  const { lex } = await ready();
  const terms = understand(query, lex);
  const ranked = await ask(terms);
  if (ranked.length >= FEW) return { terms, ranked };
  const seen = new Set(ranked.map((one) => one.hit.id));
  const further = await ask(parted(terms, lex));
  return { terms, ranked: [...ranked, ...further.filter((one) => !seen.has(one.hit.id)).map((one) => ({ ...one, score: one.score * RANKING.parts }))] };
}

async function ask(terms) {
  const { pagefind } = await ready();
  const asked = terms.flatMap((term) => term.keys);
  if (!asked.length) return [];
  const [named, ...answers] = await inTurn(pagefind, [`"${whole(terms)}"`, ...asked]); // in quotes: that word alone
  return merge(answers, new Map(named.map((hit) => [hit.id, hit.score])));
}

/** The hits of each key. All is fetched first: the engine answers from what it holds, so a key must not overtake another's file. */
async function inTurn(pagefind, keys) {
  await Promise.all(keys.map((key) => pagefind.preload(key)));
  const found = [];
  for (const key of keys) found.push((await pagefind.search(key)).results);
  return found;
}

/** One score for each document: rare words count more, and so do more of the words. What has the query as its name stands in front. */
function merge(answers, names) {
  const total = Math.max(1, ...answers.map((hits) => hits.length));
  const documents = new Map();
  for (const hits of answers) {
    const top = Math.max(...hits.map((hit) => hit.score), 1e-9);
    const rarity = Math.log(2 + total / (1 + hits.length));
    for (const hit of hits) {
      const known = documents.get(hit.id) ?? { hit, score: 0, matched: 0 };
      known.score += rarity * (hit.score / top) ** RANKING.evenness;
      known.matched += 1;
      documents.set(hit.id, known);
    }
  }
  const weigh = (d) => d.score * (d.matched / answers.length) ** RANKING.coverage;
  const named = (d) => names.get(d.hit.id) ?? 0;
  return [...documents.values()].map((d) => ({ hit: d.hit, score: weigh(d) })).sort((a, b) => named(b) - named(a) || b.score - a.score);
}

/** What is shown of a document: {url, title, kind, badge, score, excerpt, headings}. */
export async function open(one, query, terms) {
  const { lex } = await ready();
  return shown(await look(one, query, terms), terms, lex);
}

/** The same of a document that nobody has asked for, as its text begins: neither the engine nor the tables are needed. */
export async function opened({ hit }) {
  return shown({ data: await hit.data(), score: 1 }, [], null);
}

/** The hit of a document that no query has found. Asked for everything, the engine would fetch its whole index first. */
export function unasked(id) {
  return { id, data: () => (stored[id] ??= fetched(id)) };
}

/** The engine's own file for a document: gzipped JSON behind twelve letters. */
async function fetched(id) {
  const answer = await fetch(opslag(`pagefind/fragment/${id}.pf_fragment`));
  if (!answer.ok) throw new Error(`${id}: ${answer.status}`);
  const text = await new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))).text();
  return JSON.parse(text.slice("pagefind_dcd".length));
}

/** A document with what its title and text add to the score. */
async function look({ hit, score }, query, terms) {
  const { lex } = await ready();
  const data = await hit.data();
  return { data, score: score * closeness(data, query, terms, lex) * (RANKING.kinds[data.meta.kind] ?? 1) };
}

function shown({ data, score }, terms, lex) {
  const { title, url, badge, kind } = data.meta;
  const address = new URL(url, ROOT);
  return {
    url: address.pathname + address.hash,
    title,
    kind,
    badge,
    score,
    excerpt: excerpt(data.content, title, terms, lex),
    headings: headings(data, terms, lex).map((h) => ({ text: h.text, url: `${address.pathname}#${h.id}` })),
  };
}

/** How much nearer a document is than its words tell: its name is the query, its title holds it, or the phrase stands in it. */
function closeness({ meta, content }, query, terms, lex) {
  if (words(meta.title).join() === words(query).join()) return RANKING.same;
  if (meta.ordhele.split(" ").includes(whole(terms))) return RANKING.whole;
  if (meta.ordnavne.split(" ").includes(whole(terms))) return RANKING.name;
  const asked = terms.flatMap((t) => t.keys);
  const named = words(meta.title).filter((word) => !lex.stop.has(word)).map((word) => keyOf(word, lex));
  if (asked.every((key) => named.includes(key))) return RANKING.held;
  return loose(content.toLowerCase()).includes(loose(query.trim().toLowerCase())) ? RANKING.phrase : 1;
}
