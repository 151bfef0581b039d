// /sammenlign/?id=metoder/ips&id=metoder/reconnect: two to four records of one kind, side by side.

import { element } from "./byg.js";
import { KINDS, kindOf, namesIn, withList } from "./adresse.js";
import { button, copies, found, go, live, notice, printHead, queryOf, quoted, show, titles } from "./poster.js";

const MOST = 4;
// Rows: a name = a section (#), a dimension of the evidence (@), or a fact's label.
const ROWS = {
  initiativer: "Hvor|Periode|Målgruppe=Situation,#maalgruppe|Alder|Kerneelementer=#kerneelementer|Organisering=#organisering|Pris=Pris,#oekonomi|Resultater=#resultater|Erfaringer=#erfaringer|Stærkeste undersøgelse|Metode",
  metoder: "Målgruppe=Tilbydes til,#maalgruppe|Alder|Kerneelementer=#kerneelementer|Bemanding=#bemanding|Pris=Pris,#oekonomi|Virker det?=#virker-det|Evidens: målgruppe=@Målgruppe|Evidens: metode=@Metode|Evidens: implementering=@Implementering|Evidens: effekt=@Effekt|Evidens: økonomi=@Økonomi|Afprøvet i Danmark|Findes i Danmark|Stærkeste undersøgelse",
  partnerskabsmodeller: "Formål=#formaal|Målgruppe=#maalgruppe|Alder|Periode|Parter=#parter|Organisering=#organisering|Hvem bestemmer?=#governance|Krav=#kriterier|Pris=Pris,#oekonomi|Finansiering|Evaluering=#evaluering",
  partnerskaber: "Kommune|Type|Periode|Beskrivelse=#beskrivelse|Parter=#parter|Antal unge=#antal-unge|Pris=#beloeb|Mål=#maal",
  ensomhedsspor: "Problem=#udfordring|Mål=#maal|Handlinger=#handlinger|Eksempler=#eksempler",
  strategier: "Land|Hvor|Afsender|Periode|Mål=#maal|Indsatser=#indsatser|Organisering=#organisering|Penge=#oekonomi|Opfølgning=#opfoelgning|Resultater=#resultater|Erfaringer=#erfaringer",
  puljer: "Giver|Frist|Periode|Formål=#formaal|Hvem kan søge?=#hvem-kan-soege|Krav=#krav|Beløb=#beloeb|Lovgrundlag|Forbehold=#forbehold",
  lovgrundlag: "Lov|Paragraf|Gyldig fra|Gyldig til|Muligheder=#giver-mulighed-for|Forbehold=#forbehold",
  anbefalinger: "Type|Afsender|Modtager|Anbefaling=#anbefaling|Underpunkter=#underpunkter|Problem=#udfordringer|Begrundelse=#begrundelse",
  kilder: "Udgiver|Forfattere|År|Type|Webadresse",
};
const ownTitle = document.title;
const choice = element("select", { id: "choice" });
const kinds = element("select", { id: "kind" }, ...[...KINDS].map(([kind, name]) => element("option", { value: kind }, name)));
const kindField = element("label", {}, "Slags", kinds);
const form = element("form", { class: "pick" }, kindField, element("label", {}, "Føj en post til", choice), element("button", { class: "tool" }, "Føj til"));
let names = [];

function pick(asked) {
  const kind = kindOf(asked.names[0] ?? "");
  const same = asked.names.filter((name) => kindOf(name) === kind);
  const others = asked.names.filter((name) => kindOf(name) !== kind);
  const notes = [...asked.notes];
  if (others.length) notes.push(notice(`Kun poster af samme slags kan sammenlignes. Vi viser ${KINDS.get(kind)} og udelader `, ...quoted(others), "."));
  if (same.length > MOST) notes.push(notice(`Højst ${MOST} poster kan sammenlignes. Vi viser de første ${MOST} af ${same.length}.`));
  return { names: same.slice(0, MOST), notes };
}

function draw(records, body) {
  names = records.map((one) => one.name);
  const all = records.map((one) => one.title).join(" / ");
  body.replaceChildren(...(names.length ? [printHead(`Sammenligning: ${all}`), table(records), caveat()] : []));
  document.title = all ? `${all} – ${ownTitle}` : ownTitle;
  kindField.hidden = names.length > 0;
  form.hidden = names.length >= MOST;
  kinds.value = kindOf(names[0] ?? "metoder");
  offer();
  if (names.length > 1) return `${names.length} poster sammenlignes.`;
  return names.length ? "1 post er valgt. Føj mindst én til." : "Ingen poster er valgt. Vælg den første her.";
}

/** Fills the field with the records that may be added. */
async function offer() {
  const kind = kinds.value;
  const all = await titles(kind).catch(() => []);
  if (kind !== kinds.value) return;
  const free = [...all].filter(([name]) => !names.includes(name));
  choice.replaceChildren(...[["", `Vælg blandt ${KINDS.get(kind)}`], ...free].map(([value, title]) => element("option", { value }, title)));
}

function caveat() {
  return element("p", { class: "note" }, "En vurdering af evidens er ikke en anbefaling. \"Ikke vurderet\" og \"ikke oplyst\" betyder ikke, at svaret er nej.");
}

// A phone shows the cells as blocks; the roles keep them a table for those who hear it.
function table(records) {
  const head = line("", element("th", { scope: "col", role: "columnheader" }, "Spørgsmål"), ...records.map(column));
  const middle = ROWS[kindOf(names[0])].split("|").map((text) => text.split("="));
  const rows = [["Kort om", ".post__head .lead, .post .warning"], ["Status", ".status"], ...middle, ["Holdt op mod kilderne"], ["Bekræftet"], ["Kilder", ".sources > ol"]];
  return element("table", { role: "table", class: `compare__grid compare__grid--${names.length}` },
    element("caption", { class: "hidden" }, "Sammenligning"),
    element("thead", { role: "rowgroup" }, head), element("tbody", { role: "rowgroup" }, ...rows.map((row) => answers(row, records))));
}

function line(name, ...cells) {
  return element("tr", { role: "row", class: name }, ...cells);
}

function column(one) {
  const link = element("a", { href: one.url }, one.title);
  return element("th", { scope: "col", role: "columnheader" }, link, button("Fjern", one.title, () => remove(one)));
}

function answers([name, places = name], records) {
  const cells = records.map((one) => element("td", { role: "cell", "data-record": one.title }, ...answer(places, one)));
  return line(name === "Kilder" ? "sources" : "", element("th", { scope: "row", role: "rowheader" }, name), ...cells);
}

function answer(places, one) {
  const parts = (places[0] === "." ? [places] : places.split(",")).flatMap((address) => read(address, one));
  return parts.some((part) => (part.textContent ?? part).trim()) ? parts : ["ikke oplyst"];
}

function read(address, one) {
  const name = address.slice(1);
  if (address[0] === ".") return found(one, address);
  if (address[0] === "#") return section(name, one);
  const [list, label] = address[0] === "@" ? [".evidence tbody th", name] : [".facts__list dt, .dates dt", address];
  const term = [...one.doc.querySelectorAll(list)].find((each) => each.textContent.trim() === label);
  return [...(term?.parentElement.querySelectorAll("dd, td") ?? [])].map((part) => element("p", {}, ...copies(part.childNodes, one)));
}

/** A section without its heading, up to its first h3. */
function section(id, one) {
  const parts = [...(one.doc.getElementById(id)?.parentElement.children ?? [])].slice(1);
  const end = parts.findIndex((part) => part.tagName === "H3");
  return copies(end < 0 ? parts : parts.slice(0, end), one);
}

function change(next, news, focus) {
  names = next;
  go(page, withList(queryOf(next), namesIn("liste").names), news, focus);
}

function remove(one) {
  const index = Math.min(names.indexOf(one.name), names.length - 2);
  change(names.filter((name) => name !== one.name), `${one.title} er fjernet.`, () => (page.body.querySelectorAll("thead button")[index] ?? choice).focus());
}

function add(event) {
  event.preventDefault();
  if (!choice.value) page.status.textContent = "Vælg først en post i feltet.";
  else change([...names, choice.value], `${choice.selectedOptions[0].text} er føjet til.`, () => (form.hidden ? page.status : choice).focus());
}

const page = live(document.querySelector("[data-compare]"), ["id"], pick, draw);
page.status.after(form);
form.addEventListener("submit", add);
kinds.addEventListener("change", offer);
show(page);
