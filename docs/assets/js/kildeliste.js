// Every source in one small file, fetched when somebody needs it.

import { looked } from "./opslag.js";

const NAMES = ["id", "title", "publisher", "year", "kind", "read", "used"];
let fetched = null;

/** Every source by publisher, newest first: {id, title, publisher, year, kind, read, used}. After a failure, the next call tries again. */
export function sources() {
  fetched ??= load().catch((error) => {
    fetched = null;
    throw error;
  });
  return fetched;
}

async function load() {
  return (await looked("kilder.json")).map((row) => Object.fromEntries(NAMES.map((name, i) => [name, row[i]])));
}
