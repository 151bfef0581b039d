// The records that an activity can be picked from: one small file, fetched when somebody needs it.

import { ROOT, namesIn } from "./adresse.js";
import { element } from "./byg.js";
import { looked } from "./opslag.js";

const NEAREST = 3;
const plain = (text) => text.normalize("NFC").trim().toLowerCase();

/** The catalogue's records by kind, each with a label that is its own. */
export class Records {
  constructor() {
    Object.assign(this, { loaded: false, kinds: {}, lists: new Map() });
  }

  /** Fetches the list once; after a failure, the next call tries again. */
  load() {
    this.loading ??= looked("partnerskab/poster.json").then((told) => this.take(told));
    return this.loading.catch(() => {
      this.loading = null;
    });
  }

  take(told) {
    for (const [kind, { word, titles }] of Object.entries(told)) {
      this.kinds[kind] = Object.entries(titles).map(([id, title]) => ({ name: `${kind}/${id}`, title, label: `${title} (${word})`, url: new URL(`${kind}/${id}/`, ROOT).href }));
    }
    this.loaded = true;
  }

  of(kinds) {
    return kinds.flatMap((kind) => this.kinds[kind] ?? []);
  }

  /** The id of a list of choices in the page; undefined where it cannot be fetched. */
  async datalist(kinds) {
    await this.load();
    if (!this.loaded) return undefined;
    const id = `bygger-poster-${kinds.join("-")}`;
    if (!document.getElementById(id)) document.body.append(element("datalist", { id }, ...this.of(kinds).map(({ label }) => element("option", { value: label }))));
    return id;
  }

  /** The record with that label, or with that title where only one has it. */
  find(kinds, typed) {
    const [wanted, every] = [plain(typed), this.of(kinds)];
    const titled = every.filter(({ title }) => plain(title) === wanted);
    return every.find(({ label }) => plain(label) === wanted) ?? (titled.length === 1 ? titled[0] : undefined);
  }

  /** The first records with these words in the title. */
  near(kinds, typed) {
    const words = plain(typed).split(/\s+/).filter(Boolean);
    return words.length ? this.of(kinds).filter(({ label }) => words.every((word) => plain(label).includes(word))).slice(0, NEAREST) : [];
  }
}

/** The records of these kinds that the reader's list holds, as the address says; nothing is fetched without a list. */
export async function fromList(records, kinds) {
  const { names } = namesIn("liste");
  if (!names.length) return [];
  await records.load();
  return names.flatMap((name) => records.of(kinds).filter((record) => record.name === name));
}
