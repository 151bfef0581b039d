// What an address says of records. A record's name is "kind/id".

/** The kinds that have pages of their own, and what their lists are called. */
export const KINDS = new Map([
  ["initiativer", "initiativer"],
  ["metoder", "metoder"],
  ["partnerskabsmodeller", "partnerskabsmodeller"],
  ["partnerskaber", "lokale partnerskaber"],
  ["ensomhedsspor", "strategispor"],
  ["strategier", "strategier"],
  ["puljer", "puljer"],
  ["lovgrundlag", "lovregler"],
  ["anbefalinger", "anbefalinger"],
  ["kilder", "kilder"],
]);
/** As many records as a list holds. */
export const MOST = 30;
/** The site's own address. */
export const ROOT = new URL("../../", import.meta.url);

/** The kind of a record. */
export const kindOf = (name) => name.split("/")[0];

/** The names in the address, each once: {names, bad}. `bad` cannot be names. */
export function namesIn(...keys) {
  const params = new URLSearchParams(location.search);
  const given = keys.flatMap((key) => params.getAll(key)).flatMap((value) => value.split(","));
  const all = [...new Set(given.map((name) => name.trim()).filter(Boolean))];
  const isName = (name) => /^[a-z]+\/[a-z0-9-]{1,99}$/.test(name) && KINDS.has(kindOf(name));
  return { names: all.filter(isName), bad: all.filter((name) => !isName(name)) };
}

/** An address, relative as before, with the list in its query. */
export function withList(href, list) {
  const [, path, query, hash] = /^([^?#]*)\??([^#]*)(.*)$/s.exec(href);
  const kept = query.split("&").filter((part) => part && !part.startsWith("liste="));
  if (list.length) kept.push(`liste=${list}`);
  return path + (kept.length ? `?${kept.join("&")}` : "") + hash;
}
