// /min-liste/?id=metoder/ips&id=puljer/ulfri: records of any kind as one annex. `liste=` is read as well.

import { element, plural } from "./byg.js";
import { MOST, kindOf } from "./adresse.js";
import { carry } from "./liste.js";
import { button, found, go, live, notice, printHead, queryOf, show } from "./poster.js";

const field = element("input", { readonly: "" });
const link = element("label", { class: "pick", hidden: "" }, "Linket til listen", field);
let names = [];

function pick({ names: all, notes }) {
  const more = all.length > MOST ? [notice(`En liste kan have ${MOST} poster. Vi viser de første ${MOST} af ${all.length}.`)] : [];
  return { names: all.slice(0, MOST), notes: [...notes, ...more] };
}

function draw(records, body) {
  names = records.map((one) => one.name);
  carry(names);
  link.hidden = true;
  const lines = records.map((one) => element("li", {}, one.title));
  body.replaceChildren(...(names.length ? [printHead("Bilag: poster fra inspirationskataloget", element("ol", {}, ...lines)), ...records.map(entry)] : []));
  return names.length ? `Listen har ${plural(names.length, "post", "poster")}.` : 'Listen er tom. Åbn en post, og vælg "Føj til min liste".';
}

function entry(one, index) {
  const [kind, id] = [kindOf(one.name), `${one.prefix}titel`];
  const word = (selector) => one.doc.querySelector(selector).textContent.trim();
  const badge = element("span", { class: `badge badge--${kind}` }, word(".badge"));
  return element("article", { class: "entry", "aria-labelledby": id },
    element("p", {}, badge, element("span", { class: "status" }, word(".status"))),
    element("h2", { id }, `${index + 1}. `, element("a", { href: one.url }, one.title)), controls(one, index),
    ...found(one, ".post__head .lead, .post .warning"),
    ...part("Fakta", one, ".facts__list"), ...part("Kort fortalt", one, ".brief dl"), ...part("Kilder", one, ".sources > ol"));
}

function part(title, one, selector) {
  const copied = found(one, selector);
  return copied.length ? [element("div", { class: title === "Kilder" ? "sources" : "entry__part" }, element("h3", {}, title), ...copied)] : [];
}

function controls(one, index) {
  const step = (word, by) => button(word, one.title, () => move(one, index + by, word), { "data-word": word });
  const up = index > 0 ? step("Flyt op", -1) : null;
  const down = index < names.length - 1 ? step("Flyt ned", 1) : null;
  return element("p", { class: "tools" }, up, down, button("Fjern", one.title, () => remove(one, index)));
}

function change(next, news, focus) {
  names = next;
  go(page, queryOf(next), news, focus);
}

function without(one) {
  return names.filter((name) => name !== one.name);
}

function buttons(index) {
  return [...(page.body.querySelectorAll(".entry")[index]?.querySelectorAll("button") ?? [page.status])];
}

function move(one, index, word) {
  const focus = () => (buttons(index).find((each) => each.dataset.word === word) ?? buttons(index)[0]).focus();
  change(without(one).toSpliced(index, 0, one.name), `${one.title} er nu nummer ${index + 1}.`, focus);
}

function remove(one, index) {
  change(without(one), `${one.title} er fjernet.`, () => buttons(Math.min(index, names.length - 1)).at(-1).focus());
}

async function copyLink() {
  field.value = new URL(queryOf(names), location.href).href;
  try {
    await navigator.clipboard.writeText(field.value);
    page.status.textContent = "Linket er kopieret.";
  } catch {
    link.hidden = false;
    field.select();
    page.status.textContent = "Kopiér linket fra feltet.";
  }
}

const page = live(document.querySelector("[data-list]"), ["liste", "id"], pick, draw);
page.tools.append(button("Kopiér linket", "til listen", copyLink));
page.tools.after(link);
show(page);
