// The list of errors at the top of the form at /bidrag/. It is made when somebody asks for the proposal, leads to each
// field, and shrinks as errors are mended.

import { element, plural } from "./byg.js";

/** `say` tells those who do not see the list that it became shorter. */
export class ErrorList {
  constructor(say) {
    Object.assign(this, { say, count: 0 });
    this.title = element("h2", { id: "bidrag-fejl" });
    this.lines = element("ul", {});
    this.node = element("div", { class: "errors", tabindex: "-1", role: "group", "aria-labelledby": "bidrag-fejl", hidden: "" }, this.title, this.lines);
  }

  /** The list of what is wrong: {path, where, message} with the control that it is about. */
  show(found) {
    this.shown = key(found);
    this.count = found.length;
    this.node.hidden = found.length === 0;
    this.title.textContent = `Ret ${plural(found.length, "fejl", "fejl")}, og prøv igen`;
    this.lines.replaceChildren(...found.map(line));
  }

  /** What is left of a list that is shown. */
  update(found) {
    if (this.node.hidden || key(found) === this.shown) return;
    const before = this.count;
    steady(() => this.show(found));
    if (found.length < before) this.say(found.length ? `Rettet. ${plural(found.length, "fejl", "fejl")} tilbage.` : 'Alle fejl er rettet. Tryk på "Vis forslaget".');
  }
}

/** What a list is known by: one that is the same is left alone, since somebody may be about to follow a line of it. */
const key = (found) => JSON.stringify(found.map(({ path, message }) => [path, message]));

function line({ where, message }) {
  const link = element("a", { href: `#${where.described.id || where.id}` }, `${where.name}: ${message}`);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    where.focus();
  });
  return element("li", {}, link);
}

/** What somebody looks at stays where it is, also in browsers that do not see to it themselves. */
function steady(change) {
  const held = document.activeElement;
  const before = held.getBoundingClientRect().top;
  change();
  if (!CSS.supports("overflow-anchor", "auto")) scrollBy(0, held.getBoundingClientRect().top - before);
}
