// Writes the blocks of a description: as parts of a page, as Markdown, as plain text.

import { element } from "./byg.js";

/** The blocks as elements; the title is a heading of `level`. */
export function nodes(blocks, level) {
  return blocks.flatMap((block) => WRITERS[block.type](block, level));
}

/** The blocks as markup for a word processor. */
export function html(blocks) {
  return element("div", { lang: "da" }, ...nodes(blocks, 1)).outerHTML;
}

const inline = (part) => (typeof part === "string" ? part : element("a", { href: part.url }, part.text));

const WRITERS = {
  heading: ({ level, text }, first) => [element(`h${first + level - 1}`, {}, text)],
  text: ({ lines }) => lines.map((line) => element("p", {}, inline(line))),
  blank: ({ text }) => [element("p", { class: "builder__blank" }, element("em", {}, text))],
  note: ({ text }) => [element("p", { class: "note" }, text)],
  checks: ({ items }) => [element("ul", { class: "plain" }, ...items.map(({ text, done }) => element("li", {}, `${done ? "☒ Ja:" : "☐ Ikke endnu:"} ${text}`)))],
  links: ({ items }) => [element("ul", { class: "builder__records" }, ...items.map(({ label, url }) => element("li", {}, element("a", { href: url }, label))))],
  table: ({ title, head, rows }) => {
    const cell = ({ text, isNumber }) => element("td", { class: isNumber ? "number" : null, align: isNumber ? "right" : null }, inline(text));
    const top = element("tr", {}, ...head.map((text) => element("th", { scope: "col" }, text)));
    const body = rows.map((row) => element("tr", {}, ...row.map(cell)));
    return [element("table", { border: "1", cellpadding: "4", "aria-label": title }, element("thead", {}, top), element("tbody", {}, ...body))];
  },
};

/** A text as it is, where Markdown would read some of its characters as marks. */
export function escaped(text) {
  return text.replace(/[\\`*_{}[\]<>|~#&$]/g, "\\$&").replace(/^(\s*)([-+](?=[\s-]|$)|\d+[.)](?=\s|$))/, (_all, blank, mark) => `${blank}${mark.slice(0, -1)}\\${mark.slice(-1)}`);
}

const marked = (part) => (typeof part === "string" ? escaped(part) : `[${escaped(part.text)}](${part.url})`);
const oneLine = (text) => text.replace(/\s*\n\s*/g, " ");
const row = (cells) => `| ${cells.map(oneLine).join(" | ")} |`;

/** The blocks as Markdown. */
export function markdown(blocks) {
  return `${blocks.map((block) => MARKDOWN[block.type](block)).join("\n\n")}\n`;
}

const MARKDOWN = {
  heading: ({ level, text }) => `${"#".repeat(level)} ${escaped(oneLine(text))}`,
  text: ({ lines }) => lines.map(marked).join("\n\n"),
  blank: ({ text }) => `*${text}*`,
  note: ({ text }) => escaped(text),
  checks: ({ items }) => items.map(({ text, done }) => `- [${done ? "x" : " "}] ${escaped(text)}`).join("\n"),
  links: ({ items }) => items.map(({ label, url }) => `- [${escaped(label)}](${url})`).join("\n"),
  table: ({ head, rows }) => {
    const align = (rows[0] ?? []).map(({ isNumber }) => (isNumber ? "---:" : "---"));
    return [row(head.map(escaped)), row(align), ...rows.map((cells) => row(cells.map(({ text }) => marked(text))))].join("\n");
  },
};

const bare = (part) => (typeof part === "string" ? part : `${part.text}, ${part.url}`);

/** The blocks as plain text; the cells of a table are parted by tabs, as spreadsheets read them. */
export function plain(blocks) {
  return `${blocks.map((block) => PLAIN[block.type](block)).join("\n\n")}\n`;
}

const PLAIN = {
  heading: ({ level, text }) => (level < 3 ? text.toUpperCase() : text),
  text: ({ lines }) => lines.map(bare).join("\n"),
  blank: ({ text }) => text,
  note: ({ text }) => text,
  checks: ({ items }) => items.map(({ text, done }) => `${done ? "☒ Ja:" : "☐ Ikke endnu:"} ${text}`).join("\n"),
  links: ({ items }) => items.map(({ label, url }) => `${label}: ${url}`).join("\n"),
  table: ({ head, rows }) => [head, ...rows.map((cells) => cells.map(({ text }) => bare(text)))].map((cells) => cells.map(oneLine).join("\t")).join("\n"),
};
