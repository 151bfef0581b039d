// Sources in the form at /bidrag/: the list of those that the proposal builds on, found in the catalogue or described as
// new, and the choice of one of them beside a statement.

import { element } from "./byg.js";
import { Control, Words, freshId } from "./felter.js";
import { Fold, named } from "./fold.js";
import { Repeated } from "./gentag.js";

const MOST_SHOWN = 30;
const ANOTHER = "ny";
const WHOLE_PAGE = "websiden";

/** A source beside a statement: one of those in the list. */
export class SourceChoice extends Control {
  constructor(field, form) {
    super(field, form);
    this.wanted = "";
    this.frame(element("select", {}));
    this.refresh();
    this.input.addEventListener("input", () => this.chosen());
  }

  /** The choices are what the list of sources holds now. */
  refresh() {
    const items = this.form.sources?.items ?? [];
    const nothing = this.field.weight === "paakraevet" ? "Vælg" : "Ingen kilde";
    const none = element("option", { value: "" }, items.length ? nothing : "Skriv først en kilde under Kilder");
    const another = element("option", { value: ANOTHER }, "En anden kilde: tilføj den");
    this.input.replaceChildren(none, ...items.map((item) => element("option", { value: item.uid }, item.name())), another);
    if (!items.some((item) => item.uid === this.wanted)) this.wanted = "";
    this.input.value = this.wanted;
  }

  chosen() {
    if (this.input.value === ANOTHER) return this.another();
    this.wanted = this.input.value;
    const item = this.form.sources.items.find((one) => one.uid === this.wanted);
    if (item) this.takePlace(item);
  }

  /** The place in the source is most often the one given in the list. */
  takePlace(item) {
    const place = this.node.parentElement?.querySelector("[data-place]");
    if (place && !place.value && item.uid === this.wanted) place.value = item.place.raw();
  }

  /** A source that is not in the list yet: it is written there, and a button leads back. */
  another() {
    const item = this.form.sources.add();
    this.wanted = item.uid;
    item.leadBack(this);
    this.refresh();
    item.fresh.focus();
  }

  raw() {
    return this.wanted;
  }

  fill(raw) {
    this.wanted = typeof raw === "string" ? raw : "";
    this.refresh();
  }

  read() {
    return this.input.value || undefined;
  }
}

/** A source of the list. It is named by `uid` while the form is filled in; its id is made in the end. */
class Source {
  constructor(field, form, part, uid) {
    Object.assign(this, { field, form, uid });
    const [choice, place, note] = ["kilde", "sted", "note"].map((name) => field.fields.find((one) => one.name === name));
    this.search = new Search({ ...choice, title: "Find kilden", help: "Skriv et ord fra titlen, og vælg kilden på listen." }, form);
    this.fresh = part(form.newSource);
    this.place = new Words(place, form);
    this.note = new Words(note, form);
    this.legend = element("legend", { class: "field__label" });
    this.more = new Fold(named([note]), [this.note]);
    const ways = ["Det er en ny kilde", "Kilden står i kataloget"].map((text, index) => this.way(text, index === 0));
    this.node = element("fieldset", { class: "part" }, this.legend, ...ways, this.search.node, this.fresh.node, this.place.node, this.more.node);
    this.fresh.node.addEventListener("focusin", () => form.loadSources(), { once: true }); // to see whether its address is known
    const address = this.fresh.at(["url"]);
    address.input.addEventListener("input", () => this.locate(address.raw().trim()));
    for (const one of [address, this.place]) one.input.addEventListener("change", () => this.tellPlace());
    this.turn(true);
  }

  /** What is said of a web page stands on it; in a file there are pages to name. */
  locate(address) {
    const isPage = address && !/\.pdf$/i.test(address);
    if (isPage && !this.place.raw()) this.place.fill(WHOLE_PAGE);
    if (!isPage && this.place.raw() === WHOLE_PAGE) this.place.fill("");
  }

  /** Statements that chose this source before its place was known have it too. */
  tellPlace() {
    for (const leaf of this.form.leaves()) leaf.takePlace?.(this);
  }

  /** A button to the statement that this source was added for. */
  leadBack(choice) {
    const button = element("button", { type: "button", class: "add" }, `Tilbage til ${choice.name}`);
    button.addEventListener("click", () => choice.focus());
    this.more.node.after(button);
  }

  way(text, isNew) {
    const radio = element("input", { type: "radio", name: this.uid, id: freshId(), value: isNew ? "ny" : "kendt" });
    radio.addEventListener("change", () => this.turn(isNew));
    return element("label", { class: "choice", for: radio.id }, radio, " ", text);
  }

  turn(isNew) {
    this.isNew = isNew;
    for (const radio of this.node.querySelectorAll("input[type=radio]")) radio.checked = (radio.value === "ny") === isNew;
    this.search.node.hidden = isNew;
    this.fresh.node.hidden = !isNew;
  }

  /** What the source is called where it is chosen. */
  name() {
    const title = this.isNew ? this.fresh.raw().titel : this.search.raw();
    return `${this.legend.textContent}: ${title.trim().slice(0, 80) || "uden titel"}`;
  }

  raw() {
    return { uid: this.uid, isNew: this.isNew, found: this.search.raw(), fresh: this.fresh.raw(), sted: this.place.raw(), note: this.note.raw() };
  }

  fill(raw) {
    this.search.fill(raw?.found);
    this.fresh.fill(raw?.fresh);
    this.place.fill(raw?.sted);
    this.note.fill(raw?.note);
    this.more.refresh();
    this.turn(raw?.isNew !== false);
  }

  /** {kilde, fresh, sted, note, uid}: `kilde` is what was typed, `fresh` the values of a new source. */
  read() {
    const told = this.isNew ? { fresh: this.fresh.read() } : { kilde: this.search.read() };
    const values = { ...told, sted: this.place.read(), note: this.note.read() };
    return Object.values(values).some((value) => value !== undefined) ? { uid: this.uid, ...values } : undefined;
  }

  /** The same of a source of which nothing is written. */
  nothing() {
    return { uid: this.uid, ...(this.isNew ? { fresh: {} } : {}) };
  }

  leaves() {
    return [...(this.isNew ? this.fresh.leaves() : [this.search]), this.place, this.note];
  }

  at([name, ...rest]) {
    if (name === "sted") return this.place;
    if (name === "note") return this.note;
    return this.isNew ? this.fresh.at(rest) : this.search;
  }

  focus() {
    this.node.querySelector("input:checked").focus();
  }
}

/** A source of the catalogue by its title. The titles are fetched when somebody looks for one. */
class Search extends Words {
  constructor(field, form) {
    super({ ...field, type: "line" }, form);
    this.options = element("datalist", { id: freshId() });
    this.input.setAttribute("list", this.options.id);
    this.node.append(this.options);
    this.input.addEventListener("focus", () => form.loadSources().then(() => this.suggest()));
    this.input.addEventListener("input", () => this.suggest());
  }

  /** The first titles that hold every word. */
  suggest() {
    const words = this.input.value.toLowerCase().split(/\s+/);
    const fits = ({ title }) => words.every((word) => title.toLowerCase().includes(word));
    this.options.replaceChildren(...this.form.known.filter(fits).slice(0, MOST_SHOWN).map(({ title }) => element("option", { value: title })));
  }
}

/** The list of sources. `part` makes the fields of a new one. */
export class Sources extends Repeated {
  constructor(field, form, part) {
    super(field, form);
    Object.assign(this, { part, count: 0 });
    this.button.textContent = "Tilføj en ny kilde";
    form.sources = this;
    this.add();
  }

  make(raw) {
    const given = Number(/^k(\d{1,6})$/.exec(raw?.uid)?.[1] ?? this.count + 1);
    this.count = Math.max(this.count, given);
    return new Source(this.field, this.form, this.part, `k${given}`);
  }

  title(index) {
    return `Kilde ${index + 1}`;
  }
}
