// What /vaerktoejer/partnerskab/ says of what is typed. Nothing is refused: a message stands beside, the text stays.

const LONGEST = { line: 300, text: 5000 };
const CODE = /<\/?[a-z][^>]*>?/i;

/** A number in Danish digits. */
export const danish = (value) => value.toLocaleString("da-DK");

/** The beginning of what was typed, where all of it would be too much to repeat. */
const quoted = (text) => `"${text.trim().slice(0, 40)}${text.trim().length > 40 ? "…" : ""}"`;

/** A whole number as Danes write it: {value}, which is null where nothing is written, or {message}. */
export function wholeNumber(typed, greatest) {
  const text = typed.replace(/\s/g, "").replace(/^[−–]/, "-").replace(/kr\.?$/i, "");
  if (!typed.trim()) return { value: null };
  if (!/^-?(\d+|\d{1,3}(\.\d{3})+)$/.test(text)) return { message: `${quoted(typed)} er ikke et helt tal. Skriv kun cifre, fx 1.525.` };
  const value = Number(text.replaceAll(".", ""));
  if (value < 0) return { message: `${quoted(typed)} er for lavt. Skriv 0 eller et større tal.` };
  if (value > greatest) return { message: `${quoted(typed)} er for højt. Skriv højst ${danish(greatest)}.` };
  return { value };
}

/** What is to be said of a text; null where it is fine. */
export function textMessage(typed, kind) {
  const most = LONGEST[kind] ?? LONGEST.line;
  if (typed.length > most) return `Teksten har ${danish(typed.length)} tegn. Skriv højst ${danish(most)}, så den kan læses på papir. Intet er slettet.`;
  const code = typed.match(CODE);
  return code ? `${quoted(code[0])} ligner kode. Det bliver vist som almindelig tekst.` : null;
}

/** The names of the parties of a sector. */
export function parties(answers, sector) {
  return answers.parter.parter.filter((party) => party.sektor === sector && party.navn.trim()).map((party) => party.navn.trim());
}

/** The sums as sentences, by section; empty where there is nothing to add up. */
export function sums(answers, greatest) {
  return { tilmeldingsbeloeb: feeSum(answers.tilmeldingsbeloeb, greatest), budget: budgetSum(answers.budget.budget, greatest) };
}

function feeSum({ beloeb, foreninger }, greatest) {
  const [each, count] = [wholeNumber(beloeb, greatest.beloeb).value ?? null, wholeNumber(foreninger, greatest.foreninger).value ?? null];
  if (each === null || count === null) return "";
  return `I alt: ${danish(each)} kr. gange ${danish(count)} ${count === 1 ? "forening" : "foreninger"} er ${danish(each * count)} kr. om året.`;
}

function budgetSum(rows, greatest) {
  const amounts = rows.map((row) => wholeNumber(row.kroner, greatest.kroner));
  const known = amounts.filter(({ value }) => typeof value === "number");
  const bad = amounts.filter(({ message }) => message).length;
  const without = amounts.filter(({ value }) => value === null).length;
  const more = [bad && `${bad} beløb er ikke talt med, fordi det ikke kan læses.`, known.length && without && `${without} uden beløb er ikke talt med.`];
  const total = known.length ? `Budgettet er i alt ${danish(known.reduce((sum, { value }) => sum + value, 0))} kr.` : "";
  return [total, ...more].filter(Boolean).join(" ");
}
