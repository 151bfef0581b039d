// /vaerktoejer/pasform/?id=metoder/ips#behov=4&behov_ord=...: six questions, three answered by the record, three by the reader.

import { element } from "./byg.js";
import { ROOT, namesIn, withList } from "./adresse.js";
import { looked } from "./opslag.js";
import { button, notice, quoted } from "./poster.js";
import { today } from "./dag.js";
import { hasAnswers, lengthOf, read, write } from "./pasformsvar.js";
import { answers as answersPart, given, head, sources } from "./pasformark.js";

const part = (name) => document.querySelector(`[data-fit-${name}]`);
const root = document.querySelector("[data-fit]");
const [pick, notes, status, sheet, out, own] = ["pick", "notes", "status", "sheet", "out", "own"].map(part);
const choice = pick.querySelector("select");
const most = { words: Number(own.dataset.mostWords), name: Number(own.dataset.mostName) };
const questions = [...own.querySelectorAll("fieldset")].map((set) => ({
  name: set.querySelector("[type=radio]").name,
  title: set.querySelector("legend").textContent,
  scale: [...set.querySelectorAll(".choice span")].map((word) => word.textContent),
}));
const scores = questions.map(({ name }) => name);
const names = [...new Set([...own.elements].map((field) => field.name).filter(Boolean))];
const texts = [...own.querySelectorAll("input:not([type=radio]), textarea")].map((field) => field.name);
const link = element("label", { class: "pick", hidden: "" }, "Linket til bilaget", element("input", { readonly: "" }));
const linkField = link.querySelector("input");
let titles = new Map();
let post = null;
let day = "";
let shown = "";
let waiting = 0;
let latest = 0;

const answers = () => Object.fromEntries([...names.map((name) => [name, own.elements[name].value]), ["dato", day]]);

/** Puts the answers into the address; the page's history stays as it is. */
function keep() {
  clearTimeout(waiting);
  shown = write(answers());
  try {
    history.replaceState(null, "", location.pathname + location.search + shown);
  } catch {
    status.textContent = "Svarene er for lange til adressen. De står stadig i felterne, men linket har dem ikke.";
  }
}

/** Tells of texts that the annex has no room for, and has paper say what the fields say. */
function follow() {
  for (const name of texts) {
    const [field, told] = [own.elements[name], document.getElementById(`${name}-fejl`)];
    const room = ["sted", "hvem"].includes(name) ? most.name : most.words;
    const length = lengthOf(field.value);
    told.hidden = length <= room;
    field.toggleAttribute("aria-invalid", length > room);
    if (length > room) field.setAttribute("aria-invalid", "true");
    told.textContent = told.hidden ? "" : `Teksten er på ${length.toLocaleString("da-DK")} tegn. Bilaget har plads til ${room}. Alt står stadig her og i linket, men bilaget viser kun begyndelsen.`;
  }
  part("answers").replaceChildren(...answersPart(answers(), questions, most));
}

function changed() {
  day = today();
  follow();
  clearTimeout(waiting);
  waiting = setTimeout(keep, 300);
}

/** Fills the fields from the address; says what could not be read there. */
function fill() {
  const { answers: found, problems } = read(location.hash, scores, texts);
  for (const name of texts) own.elements[name].value = found[name] ?? "";
  for (const radio of own.querySelectorAll("[type=radio]")) radio.checked = radio.value === (found[radio.name] ?? "");
  day = found.dato ?? "";
  shown = hasAnswers(location.hash) ? location.hash : "";
  follow();
  return problems.map(([words, value]) => notice(words, ...quoted([value]), ". Det er sprunget over."));
}

function asked() {
  const { names, bad } = namesIn("id");
  const known = names.filter((name) => titles.has(name));
  const lost = names.filter((name) => !titles.has(name));
  const told = [];
  const kept = write(answers()) ? " Jeres svar er ikke væk: Vælg en post i feltet, så kommer de frem." : "";
  if (bad.length) told.push(notice("Adressen nævner ", ...quoted(bad), `, og det er ikke navnet på en metode eller et initiativ.${known.length ? "" : kept}`));
  if (lost.length) told.push(notice("Vi kan ikke finde ", ...quoted(lost), ` blandt metoder og initiativer. Måske har posten fået et nyt navn.${known.length ? "" : kept}`));
  if (known.length > 1) told.push(notice("Siden viser én post ad gangen. Vi viser den første, ", ...quoted([titles.get(known[0])]), "."));
  return { name: known[0] ?? "", told };
}

/** Shows what the address asks for; a later call wins. */
async function show(news = "") {
  const mine = ++latest;
  const problems = fill();
  const { name, told } = asked();
  notes.replaceChildren(...told, ...problems);
  choice.value = name;
  try {
    const found = name && (await fetched(`${name}.json`));
    if (mine === latest) draw(found, news);
  } catch {
    status.textContent = "Posten kan ikke hentes lige nu. Jeres svar står stadig i adressen. Prøv igen om lidt.";
  }
}

function draw(found, news) {
  post = found || null;
  sheet.hidden = out.hidden = !post;
  part("questions").hidden = Boolean(post); // the form has them
  status.textContent = post ? news : "Ingen post er valgt. Vælg en i feltet.";
  document.title = document.title.replace(/^.*?(?=Pasform – )/, post ? `${post.title} – ` : "");
  if (!post) return;
  part("head").replaceChildren(...head(post));
  for (const group of post.groups) document.querySelector(`[data-fit-given="${group.id}"]`).replaceChildren(...given(post, group));
  part("sources").replaceChildren(...sources(post));
  part("where").textContent = `Kildernes adresser står på postens side: ${ROOT}${post.address}`;
}

const fetched = (file) => looked(`pasform/${file}`);

/** Another record: its answers are its own, while place and people go along. The old ones are one step back. */
function choose(event) {
  event.preventDefault();
  if (!choice.value) {
    status.textContent = "Vælg først en post i feltet.";
    return;
  }
  keep();
  const { sted, hvem, ...rest } = answers();
  const left = post && scores.some((name) => rest[name] || rest[`${name}_ord`]) ? ` Jeres svar om ${post.title} er ét skridt tilbage i browseren.` : "";
  const next = post ? write({ sted, hvem }) : shown;
  history.pushState(null, "", withList(`${location.pathname}?id=${choice.value}`, namesIn("liste").names) + next);
  show(`${choice.selectedOptions[0].text} er valgt.${left}`);
}

async function copyLink() {
  keep();
  linkField.value = location.href;
  try {
    await navigator.clipboard.writeText(linkField.value);
    out.querySelector("[role=status]").textContent = "Linket er kopieret. Det har jeres svar med.";
  } catch {
    link.hidden = false;
    linkField.select();
    out.querySelector("[role=status]").textContent = "Kopiér linket fra feltet.";
  }
}

/** A step in history; or a place on the page, which must not push the answers out of the address. */
function moved() {
  if (location.hash && !hasAnswers(location.hash)) history.replaceState(null, "", location.pathname + location.search + shown);
  else if (location.hash !== shown || namesIn("id").names[0] !== post?.name) show();
}

async function start() {
  root.hidden = false;
  const lists = await fetched("poster.json");
  titles = new Map(Object.values(lists).flat());
  const options = (list) => list.map(([value, title]) => element("option", { value }, title));
  choice.append(...Object.entries(lists).map(([kind, list]) => element("optgroup", { label: kind[0].toUpperCase() + kind.slice(1) }, ...options(list))));
  await show();
  root.dataset.ready = "";
}

part("tools").append(button("Print", "bilaget", () => print()), button("Kopiér linket", "til bilaget", copyLink));
part("tools").after(link, element("p", { class: "count", role: "status" }));
pick.addEventListener("submit", choose);
own.addEventListener("submit", (event) => event.preventDefault());
own.addEventListener("input", changed);
addEventListener("popstate", moved);
addEventListener("beforeprint", keep);
addEventListener("pagehide", keep);
start().catch(() => {
  root.dataset.ready = "";
  status.textContent = "Listen over poster kan ikke hentes lige nu. Prøv igen om lidt.";
});
