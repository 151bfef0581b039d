// Builds page parts from data. Text is always set as text: nothing that is found or typed can become markup.

/** An element with attributes and children; strings become text. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** One hit as a list item: title, some words around the answer, and the headings that lead nearest. */
export function hitLine(hit, role = null) {
  const inner = role === "option" ? { tabindex: "-1" } : {};
  return element(
    "li",
    { class: `hit hit--${hit.kind}`, role },
    role === "option" ? null : element("span", { class: `badge badge--${hit.kind}` }, hit.badge),
    element("a", { class: "hit__title", href: hit.url, ...inner }, hit.title),
    element("p", { class: "hit__text" }, ...marked(hit.excerpt)),
    role === "option" || !hit.headings.length ? null : headings(hit),
  );
}

function headings(hit) {
  const links = hit.headings.map((h) => element("a", { href: h.url }, h.text));
  return element("p", { class: "hit__headings" }, "Direkte til: ", ...links.flatMap((link, i) => (i ? [", ", link] : [link])));
}

function marked(pieces) {
  return pieces.flatMap((piece) => [piece.hit ? element("mark", {}, piece.text) : piece.text, " "]);
}

/** A count with the right form of its noun, in Danish digits. */
export function plural(count, one, many) {
  return `${count.toLocaleString("da-DK")} ${count === 1 ? one : many}`;
}
