// The query's half of the Danish search; the index's half is macros/search/. Both follow tabeller.json.

const WORD = /[a-zæøåéü0-9]+(?:-[a-zæøåéü0-9]+)*/g;
const LOOSE = [[/æ|ae/g, "a"], [/ø|oe|ö/g, "o"], [/å|aa/g, "a"], [/é/g, "e"]];
const SHORTEST_STEM = 3;
const SHORTEST_PART = 4;
const MOST_WORDS = 12;
const WHOLE = "zq";
const FIGURE = "talzq"; // every figure has it
const ASKS_FOR_NUMBER = /^\s*(hvor (mange|meget|stor|stort|store|høj|højt)|hvad koster)\b/i;

/** The words of a text in small letters, hyphenated ones as their parts; the twin of `words` in danish.py. */
export function words(text) {
  return (text.toLowerCase().replaceAll("§", " paragraf ").match(WORD) ?? []).flatMap((word) => word.split("-")).filter(Boolean);
}

/** The word as somebody types it without æ, ø and å. */
export function loose(word) {
  return LOOSE.reduce((text, [pattern, letter]) => text.replace(pattern, letter), word);
}

/** The word without its endings, loosely spelled; the twin of `stem` in macros/search/tables.py. */
export function stem(word, endings) {
  const ending = endings.find((e) => word.endsWith(e) && word.length - e.length >= SHORTEST_STEM);
  if (ending) return stem(word.slice(0, -ending.length), endings);
  if (word.endsWith("centr")) word = word.slice(0, -1); // jobcentret, jobcentre and jobcenter are one
  const doubled = word.length > SHORTEST_STEM && word.at(-1) === word.at(-2);
  return loose(doubled ? word.slice(0, -1) : word);
}

/** The tables, ready for look-ups. */
export function lexicon(tables) {
  const keys = unpacked(tables.noegler);
  const forms = new Map(Object.entries(tables.former).flatMap(([key, led]) => led.split(" ").map((form) => [form, key])));
  const typed = new Map([...forms].map(([form, key]) => [loose(form), key]));
  return { keys, known: new Set(keys), forms, typed, stop: new Set(tables.stop), endings: tables.endelser };
}

/** Words in a row: each is a digit for how many letters it has from the one before, and the rest. */
function unpacked(text) {
  let before = "";
  return text.split(" ").map((told) => (before = before.slice(0, parseInt(told[0], 36)) + told.slice(1)));
}

/** The key of a word: the stem that finds it in any form. A word without æ, ø and å may stand for one that has them. */
export function keyOf(word, lex) {
  const own = stem(word, lex.endings);
  if (lex.forms.has(word)) return lex.forms.get(word);
  return lex.known.has(own) ? own : lex.typed.get(loose(word)) ?? own;
}

/** What a query asks for: a term for each word that counts, with how it was understood. */
export function understand(query, lex) {
  const all = words(query.slice(0, 400)).slice(0, MOST_WORDS);
  const counting = all.filter((word) => !lex.stop.has(word));
  const terms = (counting.length ? counting : all).map((word, i, list) => term(word, lex, i === list.length - 1));
  return ASKS_FOR_NUMBER.test(query) ? [...terms, { word: "", keys: [FIGURE], how: "tal" }] : terms;
}

/** One word: {word, keys, how}, where how is "ord", "begyndelse", "led", "stavning" or "ukendt". */
export function term(word, lex, isLast) {
  const key = keyOf(word, lex);
  if (lex.known.has(key)) return { word, keys: [key], how: "ord" };
  const start = loose(word);
  if (isLast && start.length >= 4 && lex.keys.some((k) => k.startsWith(start))) {
    return { word, keys: [start], how: "begyndelse" };
  }
  const parts = split(word, lex);
  if (parts) return { word, keys: parts, how: "led" };
  const near = nearest(key, lex.keys, start);
  return near ? { word, keys: [near], how: "stavning" } : { word, keys: [], how: "ukendt" };
}

/** The terms that are compounds, as their parts; nothing where none is. */
export function parted(terms, lex) {
  return terms.flatMap((one) => {
    const keys = one.how === "ord" ? split(one.word, lex) : null;
    return keys ? [{ ...one, keys }] : [];
  });
}

/** One word for the whole query, in whatever order its words are typed; the twin of `whole` in tables.py. */
export function whole(terms) {
  const named = terms.filter((one) => one.how !== "tal"); // no name has the key of a figure
  return [...new Set(named.flatMap((one) => one.keys))].sort().join("") + WHOLE;
}

/** The keys of the two words that an unknown compound is made of, or null. */
function split(word, lex) {
  for (let place = word.length - SHORTEST_PART; place >= SHORTEST_PART; place -= 1) {
    const head = stem(word.slice(place), lex.endings);
    if (!lex.known.has(head) || head.length < SHORTEST_STEM) continue;
    const front = stem(word.slice(0, place), lex.endings);
    if (lex.known.has(front) && front.length >= SHORTEST_STEM) return [front, head];
  }
  return null;
}

/** The key that is one letter away (two for long words), or null. Short words are never guessed; `typed` settles ties. */
export function nearest(key, keys, typed = key) {
  const most = key.length >= 9 ? 2 : key.length >= 5 ? 1 : 0;
  let best = null;
  let least = most + 1;
  for (const candidate of keys) {
    if (!most || Math.abs(candidate.length - key.length) > most || candidate[0] !== key[0]) continue;
    const found = distance(key, candidate, least + 1);
    const nearer = found < least || (found === least && best && distance(typed, candidate, 9) < distance(typed, best, 9));
    if (nearer) [best, least] = [candidate, found];
  }
  return best;
}

/** Letters to add, drop, change or swap with a neighbour to get from a to b; `limit` or more counts as far. */
export function distance(a, b, limit) {
  let before = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min(change, row[j] + 1, next[j - 1] + 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) >= limit) return limit;
    [before, row] = [row, next];
  }
  return row[b.length];
}
