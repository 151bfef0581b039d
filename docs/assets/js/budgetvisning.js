// What a calculator answers: a sentence and tables, each line with how it was counted and where its numbers come from.

import { element, plural } from "./byg.js";
import { sourceOf, valueOf } from "./budgetfelter.js";
import { amount, consultants, left, partnership, plus, rounded, scaled, sum, times } from "./budgetregning.js";
import { digits, interval, kroner } from "./dansktal.js";

const DRAW = { partnerskab: drawPartnership, unge: drawYouth, ips: drawIps };
const LINES = ["Post", "Sådan er der regnet", "Beløb", "Tallene er fra"];

/** Shows the answer of one calculator. */
export function draw(part, state) {
  const own = state.fields.filter((field) => part.contains(field.box));
  const field = (id) => own.find((one) => one.id === id);
  const pair = (id) => valueOf(field(id)).pair;
  const money = (value) => amount(value, state.steps);
  const { words, tables } = DRAW[part.dataset.part]({ part, own, field, pair, money, state });
  const unread = own.filter((one) => valueOf(one).error).map((one) => one.title);
  const trouble = unread.length ? ` Vi kan ikke læse tallet i: ${unread.join(", ")}.` : "";
  const status = part.querySelector("[data-status]");
  if (status.textContent !== words + trouble) status.textContent = words + trouble;
  part.querySelector("[data-result]").replaceChildren(...tables);
}

function table(caption, heads, rows) {
  const head = (text, i) => element("th", { scope: "col", class: isAmount(text) && i ? "number" : null }, text);
  const line = ({ cells, sum }) => element("tr", { class: sum ? "row--sum" : "row--row" }, ...cells.map((content, i) => cell(content, i, heads[i])));
  return element("div", { class: "table" }, element("table", {}, element("caption", {}, caption), element("thead", {}, element("tr", {}, ...heads.map(head))), element("tbody", {}, ...rows.map(line))));
}

const isAmount = (head) => /^(Beløb|København i alt|Jeres i alt|Konsulenter|Løn)/.test(head);

function cell(content, i, head) {
  const inner = Array.isArray(content) ? [element("span", {}, ...content)] : [content].filter(Boolean);
  if (!i) return element("th", { scope: "row" }, ...inner);
  return element("td", { "data-label": head, class: isAmount(head) ? "number" : null }, ...inner);
}

/** Links to the sources of these fields; "jeres tal" where a number is the reader's own. */
function from(...fields) {
  const numbers = [...new Set(fields.map(sourceOf))].sort();
  return numbers.flatMap((number, i) => [i ? ", " : "", number ? mark(number) : "jeres tal"]);
}

function mark(number) {
  return element("a", { class: "mark", href: `#kilde-${number}` }, element("span", { class: "hidden" }, "Kilde "), `[${number}]`);
}

const inKroner = (pair) => interval(pair, (value) => `${digits(value)} kr.`);

/** A line for a post; one that is empty says so, unless nobody expects it. */
function line(field, pair, how, result, money) {
  if (pair) return { cells: [field.title, how(pair), money(result), from(field)] };
  return field.box.querySelector(".budget__help strong") ? { cells: [field.title, "mangler jeres tal", "ikke med", ""] } : null;
}

const missing = (rows) => rows.filter((row) => row?.cells[2] === "ikke med").length;
const without = (count) => (count ? ` ${plural(count, "post", "poster")} mangler et tal og er ikke regnet med.` : "");

function drawPartnership({ part, own, field, pair, money }) {
  const years = pair("p-aar");
  const posts = own.filter((one) => !["p-foreninger", "p-sats", "p-aar"].includes(one.id));
  const [associations, fee] = [pair("p-foreninger"), pair("p-sats")];
  if (!years) return { words: "Skriv, hvor mange år budgettet gælder.", tables: [] };
  const sums = partnership({ associations, fee, years, posts: posts.map((one) => valueOf(one).pair) });
  const long = `${digits(years[0])} år`;
  const fees = sums.fee
    ? { cells: ["Beløb til foreninger", `${interval(associations, digits)} foreninger × ${inKroner(fee)} × ${long}`, money(sums.fee), from(field("p-foreninger"), field("p-sats"), field("p-aar"))] }
    : { cells: ["Beløb til foreninger", "mangler jeres tal", "ikke med", ""] };
  const rows = [fees, ...posts.map((one, i) => line(one, valueOf(one).pair, (value) => `${inKroner(value)} × ${long}`, sums.posts[i], money))].filter(Boolean);
  const yearly = money(sums.total.map((value) => value / years[0]));
  const lines = [...rows, { cells: ["I alt", `${long}, ${yearly} om året`, money(sums.total), ""], sum: true }, ...frame(part, sums.total, years, money)];
  return { words: `I alt ${money(sums.total)} over ${long}.${without(missing(rows))}`, tables: [table("Budget for partnerskabet", LINES, lines)] };
}

function frame({ dataset }, total, years, money) {
  const length = Number(dataset.frameYears);
  const whole = (Number(dataset.frame) * years[0]) / length;
  const rest = left(whole, total, money);
  const same = years[0] === length;
  const how = `${dataset.frameText} for ${digits(length)} år${same ? "" : ` × ${digits(years[0])} ÷ ${digits(length)}`}`;
  const source = dataset.frameSource ? [mark(dataset.frameSource)] : "";
  return [
    { cells: ["Ramme for et partnerskab", how, same ? dataset.frameText : money([whole, whole]), source] },
    { cells: [rest.word, "rammen og I alt trukket fra hinanden", rest.text, ""] },
  ];
}

function drawYouth({ part, field, pair, money, state }) {
  const [young, share] = [pair("u-unge"), pair("u-andel")];
  if (!young || !share) return { words: "Skriv, hvor mange unge der er i målgruppen, og hvor stor en andel I vil i kontakt med.", tables: [] };
  const contacted = (young[0] * share[0]) / 100;
  const rows = state.choices.map((choice) => ({ ...choice.closest("tr").dataset, choice: choice.value, word: choice.selectedOptions[0].text }));
  const sums = scaled(rows.map((row) => ({ ...row, years: row.kroner.split(" ").map(Number), staff: Number(row.staff) })), contacted / Number(part.dataset.goal));
  const people = `${Number.isInteger(contacted) ? "" : "ca. "}${digits(Math.round(contacted))}`;
  if (!sums.rows.length) return { words: 'Alle poster står som "ikke med". Vælg mindst én.', tables: [] };
  const each = money([sums.total, sums.total].map((value) => value / contacted));
  const words = `I alt ${about(sums.total, money, state)} over ${sums.years.length} år til ${people} unge i kontakt. Det er ${each} for hver ung.`;
  const basis = element("p", { class: "budget__basis" }, `${digits(young[0])} unge (`, ...from(field("u-unge")), `) × ${digits(share[0])} pct. (`, ...from(field("u-andel")), `) = ${people} unge i kontakt. Københavns mål er ${part.dataset.goalText}.`);
  return { words, tables: [basis, youthTable(part, sums, state)] };
}

/** A scaled amount is never exact. */
const about = (value, money) => `ca. ${money([value, value]).replace("ca. ", "")}`;

function youthTable(part, sums, state) {
  const say = (value) => kroner(rounded(value, state.steps));
  const lines = sums.rows.map((row) => ({ cells: [row.title, row.word, kroner(sum(row.years)), row.choice === "fast" ? kroner(sum(row.own)) : say(sum(row.own))] }));
  const heads = part.dataset.years.split(" ");
  const ofYear = (i) => kroner(sum(sums.rows.map((row) => row.years[i])));
  const same = sums.years.every((value) => Math.abs(value - sums.years[0]) < 1);
  const each = { cells: ["Heraf hvert år", "", ofYear(0), say(sums.years[0])] };
  const yearly = same ? [each] : sums.years.map((value, i) => ({ cells: [`Heraf år ${i + 1}`, `Københavns ${heads[i]}`, ofYear(i), say(value)] }));
  const staff = { cells: ["Årsværk i teamet", "rundet til halve", digits(sum(sums.rows.map((row) => row.staff))), digits(sums.staff)] };
  const all = { cells: ["I alt", "", kroner(sum(sums.rows.flatMap((row) => row.years))), say(sums.total)], sum: true };
  const level = part.dataset.level && `, ${part.dataset.level}`;
  const source = part.dataset.source ? ` [${part.dataset.source}]` : "";
  return table(`Budget efter Københavns tabel${level}${source}`, ["Post", "Hos jer", "København i alt", "Jeres i alt"], [...lines, all, ...yearly, staff]);
}

function drawIps({ part, field, pair, money }) {
  const [young, each] = [pair("i-unge"), pair("i-sager")];
  if (!young || !each) return { words: "Skriv, hvor mange unge der er i gang på samme tid, og hvor mange en konsulent højst følger.", tables: [] };
  const count = consultants(young[0], each[0]);
  const levels = [...part.querySelectorAll("tr[data-level]")].map(({ dataset }) => ({ title: dataset.level, most: dataset.most ? Number(dataset.most) : Infinity }));
  const costs = ["i-pris", "i-leder", "i-andet"].map(field);
  const price = pair("i-pris");
  const results = [times(price, [count, count]), pair("i-leder"), pair("i-andet")];
  const how = [(value) => `${digits(count)} årsværk × ${inKroner(value)}`, inKroner, inKroner];
  const rows = costs.map((one, i) => line(one, valueOf(one).pair, how[i], results[i], money)).filter(Boolean);
  const total = plus(results);
  const all = { cells: ["I alt om året", "", money(total), ""], sum: true };
  const words = `${digits(young[0])} unge med højst ${digits(each[0])} pr. konsulent kræver ${digits(count)} årsværk. ${total[0] ? `Det koster ${money(total)} om året.` : ""}${without(missing(rows))}`;
  return { words: words.replace(/ {2,}/g, " "), tables: [table("Kroner om året", LINES, [...rows, all]), staffing(part, levels, { young, each, price, money }, from(field("i-sager")))] };
}

function staffing(part, levels, { young, each, price, money }, source) {
  const cost = (most) => (price ? money(times(price, [consultants(young[0], most), consultants(young[0], most)])) : "mangler en pris");
  const level = levels.find((one) => each[0] <= one.most);
  const row = (title, most, where) => [title, `højst ${digits(most)}`, `${digits(consultants(young[0], most))} årsværk`, cost(most), where];
  const own = { cells: row(`Jeres valg (${level.title})`, each[0], source), sum: true };
  const others = levels.filter((one) => one.most !== Infinity && one.most !== each[0]);
  const listed = others.map((one) => ({ cells: row(one.title, one.most, part.dataset.source ? [mark(part.dataset.source)] : "") }));
  return table("Konsulenter ved forskellige sagsantal", ["Point for sagsantal", "Borgere pr. konsulent", "Konsulenter", "Løn til konsulenter om året", "Tallene er fra"], [own, ...listed]);
}
