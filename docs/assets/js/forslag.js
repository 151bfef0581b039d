// From what the form holds to what can be sent: one data file, which also holds the new sources.
// GitHub takes one file for each proposal, and so does a mail.

import { problems, say, sourceProblems } from "./regler.js";
import { slug } from "./slug.js";
import { inFileOrder, write } from "./yaml.js";

/** As long as an address may be: beyond it, servers refuse. */
export const LONGEST = 8000;
const LONGEST_MAIL = 2000; // with Outlook on Windows, browsers do nothing at all from 2,047 characters
const LONGEST_ID = 80;

/** {id, title, text, problems} of the form's values. With problems, the text is not to be used. */
export function proposal(form, kind, values, today) {
  const items = values.kilder ?? form.sources.items.slice(0, 1).map((one) => one.nothing());
  const sources = sourcesOf(form, items, today);
  const ids = new Map(sources.filter(Boolean).map((one) => [one.uid, one.id ?? "ukendt"]));
  const named = withSources(values, form.kinds[kind].fields, ids);
  const record = { ...named, kilder: sources.length ? sources.map((one) => one && { kilde: one.id, sted: one.sted, note: one.note }) : undefined };
  const found = [...sources.flatMap((one) => one?.problems ?? []), ...problems(form, kind, record)];
  const id = freeId(slug(values.titel ?? ""), (one) => form.kinds[kind].taken.ids.includes(one));
  const fresh = sources.flatMap((one) => one?.fresh ?? []);
  const whole = compact({ ...record, id, gennemgaaet: today, nye_kilder: fresh.length ? fresh : undefined });
  const text = found.length ? "" : write(whole, [...form.kinds[kind].fields, { name: "nye_kilder", fields: form.newSource }]);
  return { id, title: values.titel, text, problems: inOrder(found, form.kinds[kind].fields, form.newSource) };
}

/** Each source with its id; a new one with its values and problems. */
function sourcesOf(form, items, today) {
  const taken = new Set([...form.known.map((one) => one.id), ...form.gone]);
  const known = [...form.known];
  return items.map((item, index) => {
    if (item === undefined) return undefined;
    const path = ["kilder", index, "kilde"];
    if (!item.fresh) return { ...item, ...knownSource(form, item.kilde, path) };
    const id = freeId(slug(withYear(item.fresh)), (one) => taken.has(one));
    const values = { ...item.fresh, id, status: "ukendt", gennemgaaet: today };
    const found = sourceProblems(form, item.fresh, known).map((one) => ({ ...one, path: [...path, ...one.path] }));
    taken.add(id);
    known.push({ id, url: item.fresh.url });
    return { ...item, id, fresh: values, problems: found };
  });
}

/** The title with its year, where the title does not have it already. */
function withYear({ titel = "", aar = "" }) {
  return titel.includes(aar) ? titel : `${titel} ${aar}`;
}

function knownSource(form, typed, path) {
  const found = form.known.find((one) => one.title.toLowerCase() === typed?.toLowerCase());
  const message = typed && !found && say(form, "ukendt-kilde", { navn: typed });
  return { id: found?.id, problems: message ? [{ path, message }] : [] };
}

/** The same values with ids in place of the form's own names of sources. */
function withSources(values, fields, ids) {
  const named = fields.filter((field) => values[field.name] !== undefined && field.type !== "sources");
  return Object.fromEntries(named.map((field) => [field.name, oneWithSources(values[field.name], field, ids)]));
}

function oneWithSources(value, field, ids) {
  if (Array.isArray(value)) return value.map((item) => item && oneWithSources(item, field, ids));
  if (field.type === "source") return ids.get(value) ?? "ukendt";
  return typeof value === "object" ? withSources(value, field.fields, ids) : value;
}

/** Without what is empty. */
function compact(value) {
  if (Array.isArray(value)) return value.filter((one) => one !== undefined).map(compact);
  if (typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined).map(([name, one]) => [name, compact(one)]));
}

/** An id that is short enough and not in use. */
function freeId(wanted, isTaken) {
  const short = wanted.slice(0, LONGEST_ID - 4).replace(/-+$/, "") || "forslag";
  let [id, number] = [short, 2];
  while (isTaken(id)) id = `${short}-${number++}`;
  return id;
}

/** Problems in the order of the form's fields, each place once. */
function inOrder(found, fields, newSource) {
  const seen = new Set();
  const once = found.filter(({ path }) => !seen.has(path.join()) && seen.add(path.join()));
  const ranked = once.map((problem) => [rank(problem.path, fields, newSource), problem]);
  return ranked.sort(([one], [other]) => compared(one, other)).map(([, problem]) => problem);
}

/** The path as numbers: each field by its place among the others of its part. */
function rank(path, fields, newSource) {
  let inside = fields;
  return path.map((step) => {
    if (typeof step === "number") return step;
    const at = (inside === fields ? fields : inFileOrder(inside)).findIndex((field) => field.name === step);
    inside = inside.find((field) => field.name === step)?.fields ?? newSource;
    return at;
  });
}

function compared(one, other) {
  const differs = one.findIndex((number, index) => number !== other[index]);
  return differs < 0 ? one.length - other.length : one[differs] - (other[differs] ?? -1);
}

/** Where GitHub opens a new file with this text; null where nobody has said which repository, or the text is too long. */
export function githubAddress(form, kind, { id, text }) {
  const address = `https://github.com/${form.repository}/new/main?filename=${encodeURIComponent(`data/${kind}/${id}.yml`)}&value=${encodeURIComponent(text)}`;
  return form.repository && address.length <= LONGEST ? address : null;
}

/** What those who see the text ought to know of it. */
export const SET_UP = "Teksten er sat op til katalogets system, og det er meningen, at den ser sådan ud. Jeres svar står i den. Sekretariatet udfylder resten.";

/** The text as a mail has it: with what it is in front, and where the secretariat puts it. */
export function letter(kind, { id, title, text }) {
  return `Forslag til kataloget: ${title}\n\n${SET_UP}\n\nTil sekretariatet: data/${kind}/${id}.yml\n\n${text}`;
}

/** A mail to the mailbox with the text in it, or asking for it where the text is too long: {address, whole}. */
export function mailAddress(form, kind, made) {
  const subject = encodeURIComponent(`Forslag til kataloget: ${made.title}`);
  const mail = (body) => `mailto:${form.mailbox}?subject=${subject}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;
  const whole = mail(letter(kind, made));
  return whole.length <= LONGEST_MAIL ? { address: whole, whole: true } : { address: mail('Slet denne linje, og sæt teksten ind. Er der intet at sætte ind, så tryk på "Kopiér teksten" på siden.\n'), whole: false };
}
