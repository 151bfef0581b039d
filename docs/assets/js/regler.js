// What `make check` would say of a proposal, in its own words: the table of sentences and patterns is made from Python.
// A problem is {path, message}; a path is made of field names and places in lists.

import { slug } from "./slug.js";

const MORE_FIGURES = [0, 3, 6, 9]; // an amount may be told in kroner, thousands, millions or billions
const NO_FIGURES_IN = new Set(["ogsaa_kaldt", "titel", "kilder"]);
const SHORTEST_ALIKE = 10; // shorter titles are told apart by one letter

/** A sentence of the table with what it is about filled in. */
export function say(form, name, told = {}) {
  return form.wording[name].replace(/\{(\w+)\}/g, (_all, key) => told[key] ?? "");
}

/** Every problem of a record of that kind, in the order of its fields; each place once. */
export function problems(form, kind, values) {
  const { fields, taken } = form.kinds[kind];
  const first = inForm(form, values, fields, []);
  const found = [...first, ...figures(form, values, fields), ...texts(form, values, fields), ...parts(form, values), ...wholes(form, kind, values), ...titles(form, values, taken, kind)];
  const seen = new Set();
  return found.filter(({ path }) => !seen.has(path.join()) && seen.add(path.join()));
}

/** Every problem of a new source. `known` are those that the catalogue has. */
export function sourceProblems(form, values, known) {
  const found = [...inForm(form, values, form.newSource, []), ...texts(form, values, form.newSource)];
  const bare = (url) => url.replace(/\/+$/, "");
  const other = values.url && known.find((one) => one.url && bare(one.url) === bare(values.url));
  if (other) found.push({ path: ["url"], message: say(form, "dobbelt-kilde", { kilde: other.title ?? other.id }) });
  if (!values.url && !values.opbevaring) found.push({ path: ["url"], message: say(form, "kilde-uden-adresse") });
  return found;
}

/** What pydantic would say: what is missing, too long, too many, or no number, date or address. */
function inForm(form, values, fields, path) {
  return fields.filter((field) => !field.hidden).flatMap((field) => fieldProblems(form, values?.[field.name], field, [...path, field.name]));
}

function fieldProblems(form, value, field, path) {
  const given = Array.isArray(value) ? value.filter((one) => one !== undefined) : value;
  if (given === undefined || given.length === 0) {
    return field.weight === "paakraevet" ? absent(form, field, path) : [];
  }
  if (!Array.isArray(value)) return one(form, value, field, path);
  return [...lengths(form, given.length, field, path), ...value.flatMap((item, index) => (item === undefined ? [] : one(form, item, field, [...path, index])))];
}

/** What is missing where a whole part is: each of its fields that must be there, or else the part. */
function absent(form, field, path) {
  const inside = field.type === "part" ? field.fields.filter((one) => one.weight === "paakraevet") : [];
  const place = field.many ? [...path, 0] : path;
  return inside.length ? inside.flatMap((one) => absent(form, one, [...place, one.name])) : [{ path, message: say(form, missing(field)) }];
}

/** What is left out is written, found among the sources, ticked or chosen. */
function missing(field) {
  if (field.type === "sources") return "mangler-kilder";
  if (field.type === "source") return "mangler-kildevalg";
  if (field.type === "part") return "mangler-del";
  if (field.type !== "choice") return "mangler-felt";
  return field.many ? "mangler-hak" : "mangler-valg";
}

function lengths(form, count, field, path) {
  const points = (number) => `${number} ${number === 1 ? "punkt" : "punkter"}`;
  if (count < field.fewest) return [{ path, message: say(form, "for-faa", { antal: points(field.fewest) }) }];
  if (count > field.most) return [{ path, message: say(form, "for-mange", { antal: field.most }) }];
  return [];
}

function one(form, value, field, path) {
  if (typeof value === "object") return inForm(form, value, field.fields, path);
  const message = control(form, value) ?? long(form, value, field) ?? TYPES[field.type]?.(form, value, field);
  return message ? [{ path, message }] : [];
}

function control(form, value) {
  const bad = pattern(form, "control").exec(value);
  const code = bad?.[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
  return bad ? say(form, "kontroltegn", { tegn: code }) : null;
}

function long(form, value, field) {
  const count = [...value].length;
  return count > field.longest ? say(form, "for-lang", { antal: count, hoejst: field.longest, over: count - field.longest }) : null;
}

function shown(value) {
  const characters = [...value];
  return characters.length <= 60 ? `"${value}"` : `"${characters.slice(0, 57).join("")}…"`;
}

const TYPES = {
  integer(form, value, field) {
    if (!/^[+-]?\d+$/.test(value)) return say(form, "ikke-et-tal", { vaerdi: shown(value), eksempel: field.greatest < 1000 ? "18" : "2025" });
    if (Number(value) < field.least) return say(form, "for-lavt", { tal: value, mindst: field.least });
    return Number(value) > field.greatest ? say(form, "for-hoejt", { tal: value, hoejst: field.greatest }) : null;
  },
  amount(form, value) {
    return /^[+-]?\d+(\.\d+)?$/.test(value) ? null : say(form, "ikke-et-beloeb", { vaerdi: shown(value) });
  },
  time(form, value) {
    if (!has(form, "time", value)) return say(form, "tidspunkt", { vaerdi: shown(value) });
    const [year, month, day] = [...value.split("-"), "01", "01"].map(Number);
    const made = new Date(Date.UTC(2000, 0, 1));
    made.setUTCFullYear(year, month - 1, day);
    return year > 0 && made.getUTCMonth() === month - 1 && made.getUTCDate() === day ? null : say(form, "dato-findes-ikke");
  },
  reference(form, value, field) {
    const isKnown = form.lists[field.list].some((choice) => choice.id === value);
    return isKnown ? null : say(form, "ukendt-reference", { navn: value });
  },
  address: (form, value) => (has(form, "address", value) ? null : say(form, "webadresse", { vaerdi: shown(value) })),
};

function pattern(form, name) {
  const { source, flags } = form.patterns[name];
  return new RegExp(source, flags);
}

const has = (form, name, text) => pattern(form, name).test(text);

/** Every value with its field and its place, whether its part names a source, and whether it can. */
function* leaves(values, fields, path = [], sourced = false) {
  const namesOne = sourced || fields.some((field) => field.type === "source" && (field.weight === "paakraevet" || values[field.name]));
  const canName = fields.some((field) => field.type === "source");
  for (const field of fields) {
    const value = values[field.name];
    const list = Array.isArray(value) ? value.map((item, index) => [item, [...path, field.name, index]]) : [[value, [...path, field.name]]];
    for (const [item, place] of list) {
      if (typeof item === "object") yield* leaves(item, field.fields, place, namesOne);
      else if (item !== undefined) yield { path: place, value: item, field, sourced: namesOne, canName };
    }
  }
}

/** The figures in a text, as digits, with how they are written: years, dates, sections, list numbers and `ages` do not count. */
export function figuresIn(form, text, ages = {}) {
  const areThose = (from, to) => from === ages.alder_fra && to === ages.alder_til;
  const bare = text.replace(pattern(form, "notAFigure"), " ").replace(pattern(form, "ages"), (all, from, to) => (areThose(from, to) ? " " : all));
  return new Map([...bare.matchAll(pattern(form, "figure"))].map(([found]) => [found.replaceAll(".", "").replace(/,+$/, ""), found]));
}

function figures(form, values, fields) {
  const every = [...leaves(values, fields)];
  const known = new Set([...figuresIn(form, values.titel ?? "").keys(), ...every.filter((leaf) => leaf.sourced).flatMap((leaf) => figuresOf(form, leaf))]);
  const prose = every.filter((leaf) => leaf.field.prose && !leaf.sourced && !NO_FIGURES_IN.has(leaf.path[0]));
  const hasAges = fields.some((field) => field.name === "maalgruppe");
  return prose.flatMap((leaf) => {
    const found = figuresIn(form, leaf.value, values.maalgruppe);
    const missing = [...found.keys()].filter((figure) => !known.has(figure)).sort(bySize);
    const isAges = hasAges && missing.length === 2 && has(form, "ages", leaf.value);
    return missing.length ? [lacking(form, leaf, isAges, told(missing.map((figure) => found.get(figure))))] : [];
  });
}

/** The problem of a text whose figures lack a source. One that may be about ages waits: their fields come later. */
function lacking(form, { path, canName }, isAges, tal) {
  const message = sourceless(path, canName, isAges);
  return { path, lacksSource: canName, waits: isAges && message !== "tal-uden-kilde", message: say(form, message, { tal }) };
}

/** What is said of figures without a source: an age has fields of its own, and some fields cannot name a source. */
function sourceless(path, canName, isAges) {
  if (path[0] === "maalgruppe") return "tal-om-maalgruppe";
  if (canName) return "tal-uden-kilde";
  return isAges ? "tal-eller-alder" : "tal-uden-felt";
}

/** Smaller figures first: 8 stands before 10. */
function bySize(one, other) {
  const whole = (figure) => figure.split(",")[0].length;
  return whole(one) - whole(other) || (one < other ? -1 : 1);
}

/** The figures as the subject of a sentence. */
function told(figures) {
  const [last, ...first] = figures.toReversed();
  return first.length ? `tallene ${first.toReversed().join(", ")} og ${last}` : `tallet ${last}`;
}

function figuresOf(form, { path, value, field }) {
  if (field.type === "yes") return [];
  if (field.type === "integer" || field.type === "amount") return MORE_FIGURES.map((places) => moved(value, places));
  return path.at(-1) === "sted" ? [] : [...figuresIn(form, value).keys()];
}

/** A number in Danish digits without thousands marks, its decimal mark moved to the left: 69100000 by 6 is "69,1". */
function moved(value, places) {
  const [whole, decimals = ""] = value.replace(/^\+/, "").split(".");
  const digits = whole.replace("-", "").padStart(places + 1, "0");
  const left = digits.slice(0, digits.length - places).replace(/^0+(?=\d)/, "");
  const right = (digits.slice(digits.length - places) + decimals).replace(/0+$/, "");
  return (whole.startsWith("-") ? "-" : "") + left + (right && `,${right}`);
}

/** Markup, personal numbers and private addresses. */
function texts(form, values, fields) {
  return [...leaves(values, fields)].flatMap(({ path, value, field }) => {
    const message = field.type === "yes" || value.length > 2 * field.longest ? null : textProblem(form, value); // enough is said
    return message ? [{ path, message }] : [];
  });
}

function textProblem(form, value) {
  const markup = pattern(form, "markup").exec(value);
  if (markup) return say(form, "html-i-tekst", { fundet: [...markup[0]].slice(0, 40).join("") });
  if (has(form, "cpr", value)) return say(form, "personnummer");
  const mail = (value.match(pattern(form, "mail")) ?? []).map((one) => one.replace(/^[.+-]+/, "")).find((one) => !form.mailboxes.some((start) => one.toLowerCase().startsWith(start)));
  return mail ? say(form, "personmail", { mail }) : null;
}

/** Source and place go together; from comes before to. */
function parts(form, values, path = []) {
  const found = [];
  const add = (name, message, told) => found.push({ path: [...path, name], message: say(form, message, told) });
  const { kilde, sted, fra, til, alder_fra: youngest, alder_til: oldest } = values;
  if (kilde && !sted) add("sted", "mangler-sted");
  if (sted && !kilde) add("kilde", "mangler-kilde");
  if (fra && til && til.slice(0, fra.length) < fra.slice(0, til.length)) add("til", "slutter-foer", { fra, til });
  if (youngest && oldest && Number(youngest) > Number(oldest)) add("alder_til", "alder-lavere", { fra: youngest, til: oldest });
  const inner = Object.entries(values).flatMap(([name, value]) => (Array.isArray(value) ? value.map((item, index) => [[name, index], item]) : [[[name], value]]));
  return [...found, ...inner.flatMap(([place, value]) => (value && typeof value === "object" ? parts(form, value, [...path, ...place]) : []))];
}

function wholes(form, kind, values) {
  if (kind !== "initiativer") return [];
  const found = [];
  const goals = new Set((values.maal ?? []).map((goal) => goal?.tekst?.toLowerCase()));
  (values.resultater ?? []).forEach((result, index) => {
    const isGoal = result?.tekst && (goals.has(result.tekst.toLowerCase()) || has(form, "goal", result.tekst));
    if (isGoal) found.push({ path: ["resultater", index, "tekst"], message: say(form, "maal-som-resultat") });
  });
  if (values.kommuner?.length && values.landsdaekkende) found.push({ path: ["landsdaekkende"], message: say(form, "to-slags-sted") });
  return found;
}

function titles(form, values, taken, kind) {
  const own = slug(values.titel ?? "");
  const same = taken.titles[own];
  const told = (name, id) => [{ path: ["titel"], message: say(form, name, { post: `${kind}/${id}` }) }];
  if (own && same) return told("dobbelt-titel", same);
  const mine = new Set(near(own));
  const alike = own && Object.entries(taken.titles).find(([title]) => near(title).some((variant) => mine.has(variant)));
  return alike ? told("naesten-samme-titel", alike[1]) : [];
}

/** Texts that two titles share when they have the same words, or differ in one letter. Figures always count. */
function near(title) {
  const words = title.split("-").sort().join("-");
  if (title.length < SHORTEST_ALIKE) return [words];
  const shorter = [...title].map((letter, index) => (/[a-z]/.test(letter) ? title.slice(0, index) + title.slice(index + 1) : null));
  return [words, title, ...shorter.filter(Boolean)];
}
