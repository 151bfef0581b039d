// The list of errors at the top of the form at /bidrag/. It is made when somebody asks for the proposal, leads to each
// field, and shrinks as errors are mended. What is left of it is named beside the buttons as well.

import { element, plural } from "./byg.js";

const DONE = 'Alle fejl er rettet. Tryk på "Gør klar til at sende".';

/** `say` tells those who do not see the list that it became shorter. */
export class ErrorList {
  constructor(say) {
    Object.assign(this, { say, count: 0 });
    this.title = element("h2", { id: "bidrag-fejl" });
    this.lines = element("ul", {});
    this.node = element("div", { class: "errors", tabindex: "-1", role: "group", "aria-labelledby": "bidrag-fejl", hidden: "" }, this.title, this.lines);
    this.left = element("p", { hidden: "" });
  }

  /** The list of what is wrong: {path, where, message} with the control that it is about. */
  show(found) {
    this.shown = key(found);
    this.count = found.length;
    this.node.hidden = found.length === 0;
    this.title.textContent = `Ret ${plural(found.length, "fejl", "fejl")}, og prøv igen`;
    this.lines.replaceChildren(...found.map(line));
    this.left.hidden = found.length === 0;
    const links = found.map(({ where }) => leading(where, where.name));
    this.left.replaceChildren("Mangler at blive rettet: ", ...links.flatMap((link, index) => (index ? ["; ", link] : [link])), ".");
  }

  /** What is left of a list that is shown. */
  update(found) {
    if (this.node.hidden || key(found) === this.shown) return;
    const before = this.count;
    steady(() => this.show(found));
    if (found.length < before) this.say(found.length ? `Rettet. ${plural(found.length, "fejl", "fejl")} tilbage.` : DONE);
    if (!found.length) this.tell(DONE);
  }

  /** Says what is next beside the buttons. */
  tell(text) {
    this.left.replaceChildren(text);
    this.left.hidden = false;
  }

  /** Brings the reader to the list, with its heading in sight. */
  focus() {
    this.node.focus({ preventScroll: true });
    this.node.scrollIntoView();
  }
}

/** What a list is known by: one that is the same is left alone, since somebody may be about to follow a line of it. */
const key = (found) => JSON.stringify(found.map(({ path, message }) => [path, message]));

const line = ({ where, message }) => element("li", {}, leading(where, `${where.name}: ${message}`));

/** A link to a field. */
function leading(where, text) {
  const link = element("a", { href: `#${where.described.id || where.id}` }, text);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    where.focus();
  });
  return link;
}

/** What somebody looks at stays where it is, also in browsers that do not see to it themselves. */
function steady(change) {
  const held = document.activeElement;
  const before = held.getBoundingClientRect().top;
  change();
  if (!CSS.supports("overflow-anchor", "auto")) scrollBy(0, held.getBoundingClientRect().top - before);
}
