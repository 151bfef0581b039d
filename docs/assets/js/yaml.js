// Data files as `make fix` writes them: the twin of macros/layout.py and of PyYAML, which it writes with.
// A file that this module makes is byte for byte what the formatter would make of it.

const WIDTH = 100; // a line is broken at the first space beyond it
const FOLD_FROM = 88; // a longer text stands under >-
const LAST = ["kilde", "sted", "note", "kilder", "nye_kilder"]; // first what is said, then where it was read
const BARE = new Set(["integer", "amount", "yes", "date", "time"]);
const BREAKS = "\n\u0085\u2028\u2029";
const BLANK = `\0 \t\r${BREAKS}`;
const ESCAPES = { "\0": "0", "\x07": "a", "\b": "b", "\t": "t", "\n": "n", "\v": "v", "\f": "f", "\r": "r", "\x1b": "e", '"': '"', "\\": "\\", "\x85": "N", "\xa0": "_", "\u2028": "L", "\u2029": "P" };

/** What YAML 1.1 would take for true/false, a number, a date or nothing. */
const NOT_TEXT = [
  /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/,
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
  /^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/,
  /^(?:<<|=|~|null|Null|NULL|[!&*]|)$/,
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/,
  /^[0-9]{4}-[0-9]{2}?-[0-9][0-9]?(?:[Tt]|[ \t]+)[0-9][0-9]?:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9][0-9]?(?::[0-9]{2})?))?$/,
];

/** The text of a file. `fields` are the form's descriptions: {name, type, fields}; a key without value is left out. */
export function write(values, fields) {
  return mapping(values, fields, 0);
}

/** The fields in the order in which a file holds them. */
export function inFileOrder(fields) {
  const rank = (field) => LAST.indexOf(field.name);
  return [...fields].sort((one, other) => rank(one) - rank(other));
}

function mapping(values, fields, indent) {
  const present = inFileOrder(fields).filter((field) => values[field.name] !== undefined);
  return present.map((field) => " ".repeat(indent) + keyed(values[field.name], field, indent)).join("");
}

function keyed(value, field, indent) {
  const key = `${field.name}:`;
  if (Array.isArray(value)) return `${key}\n${value.map((one) => item(one, field, indent + 2)).join("")}`;
  if (typeof value === "object") return `${key}\n${mapping(value, field.fields, indent + 2)}`;
  return `${key}${scalar(value, field, indent + key.length, indent + 2)}\n`;
}

function item(value, field, indent) {
  const dash = `${" ".repeat(indent)}-`;
  if (typeof value === "object") return `${dash} ${mapping(value, field.fields, indent + 2).slice(indent + 2)}`;
  return `${dash}${scalar(value, field, indent + 1, indent + 2)}\n`;
}

function scalar(text, field, column, indent) {
  const isBare = BARE.has(field.type) && isSimple(text);
  const characters = [...text];
  const may = analysis(characters);
  const line = new Line(column, indent);
  if (!isBare && isFolded(text, characters)) may.block ? folded(line, characters) : doubleQuoted(line, characters);
  else if (may.plain && (isBare || !NOT_TEXT.some((pattern) => pattern.test(text)))) plain(line, characters);
  else if (may.single) singleQuoted(line, characters);
  else doubleQuoted(line, characters);
  return line.text;
}

/** Whether a value can stand without quotes and be read back as it was. */
function isSimple(text) {
  return text !== "null" && /^(?!-(?!\p{N}))[\p{L}\p{N}.+-]+$/u.test(text);
}

function isFolded(text, characters) {
  const canFold = !/^[\s\x1c-\x1f\x85]|[\s\x1c-\x1f\x85]$|\n | \n|\t/.test(text);
  return canFold && (characters.length > FOLD_FROM || text.includes("\n"));
}

/** Which ways of writing the text would be read back as the same text. */
function analysis(characters) {
  const text = characters.join("");
  const leading = /^[ \n\x85\u2028\u2029]/.test(text);
  const trailing = /[ \n\x85\u2028\u2029]$/.test(text);
  const multiline = /[\n\x85\u2028\u2029]/.test(text);
  const breakSpace = /[\n\x85\u2028\u2029] /.test(text);
  const special = / [\n\x85\u2028\u2029]/.test(text) || characters.some(isSpecial);
  return {
    plain: !leading && !trailing && !multiline && !breakSpace && !special && !isIndicator(text),
    single: !breakSpace && !special,
    block: !text.endsWith(" ") && !special && text !== "",
  };
}

function isSpecial(character) {
  const code = character.codePointAt(0);
  if (code === 10 || (code >= 0x20 && code <= 0x7e) || code === 0x85) return false;
  const known = (code >= 0xa0 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code < 0x10ffff);
  return !known || code === 0xfeff;
}

/** Whether a part of the text means something to YAML. */
function isIndicator(text) {
  const blank = "[\\0 \\t\\r\\n\\x85\\u2028\\u2029]";
  const pattern = `^(?:---|\\.\\.\\.)|^[#,\\[\\]{}&*!|>'"%@\`]|^[?:-](?:${blank}|$)|:(?:${blank}|$)|${blank}#`;
  return new RegExp(pattern).test(text);
}

/** The text of one value, and how far to the right it has come. */
class Line {
  constructor(column, indent) {
    Object.assign(this, { text: "", column, indent, fresh: false });
  }

  put(characters) {
    const written = typeof characters === "string" ? characters : characters.join("");
    this.text += written;
    this.column += [...written].length;
    this.fresh = false;
  }

  breakLine(how = "\n") {
    this.text += how;
    this.column = 0;
    this.fresh = true;
  }

  /** Goes to the start of a line of this value. */
  goIn() {
    if (!this.fresh) this.breakLine();
    this.put(" ".repeat(this.indent));
  }

  /** Writes line breaks as they must be for a reader to join and split lines as meant. */
  breaks(characters, double) {
    if (double) this.breakLine();
    characters.forEach((one) => this.breakLine(one));
  }
}

const isIn = (character, set) => character !== undefined && set.includes(character);

/** The text in runs: of spaces, of line breaks, of anything else. */
function runs(characters) {
  const kind = (one) => (one === " " ? "spaces" : isIn(one, BREAKS) ? "breaks" : "word");
  const found = [];
  for (const one of characters) {
    if (found.at(-1)?.kind === kind(one)) found.at(-1).characters.push(one);
    else found.push({ kind: kind(one), characters: [one] });
  }
  return found;
}

function plain(line, characters) {
  line.put(" ");
  for (const run of runs(characters)) {
    if (run.kind === "spaces" && run.characters.length === 1 && line.column > WIDTH) line.goIn();
    else line.put(run.characters);
  }
}

function singleQuoted(line, characters) {
  line.put(" '");
  runs(characters).forEach((run, index, all) => {
    const inside = index > 0 && index < all.length - 1;
    if (run.kind === "breaks") {
      line.breaks(run.characters, run.characters[0] === "\n");
      line.goIn();
    } else if (run.kind === "spaces" && run.characters.length === 1 && line.column > WIDTH && inside) line.goIn();
    else line.put(run.characters.map((one) => (one === "'" ? "''" : one)));
  });
  line.put("'");
}

function folded(line, characters) {
  const indented = isIn(characters[0], ` ${BREAKS}`) ? "2" : "";
  const kept = isIn(characters.at(-1), BREAKS);
  line.put(` >${indented}${kept ? (characters.length === 1 || isIn(characters.at(-2), BREAKS) ? "+" : "") : "-"}`);
  line.goIn();
  const all = runs(characters);
  let afterIndent = isIn(characters[0], ` ${BREAKS}`);
  all.forEach((run, index) => {
    const next = all[index + 1];
    if (run.kind === "breaks") {
      line.breaks(run.characters, !afterIndent && next?.kind === "word" && run.characters[0] === "\n");
      afterIndent = next?.kind === "spaces";
      if (next) line.goIn();
    } else if (run.kind === "spaces" && run.characters.length === 1 && line.column > WIDTH) line.goIn();
    else line.put(run.characters);
  });
}

function doubleQuoted(line, characters) {
  line.put(' "');
  let [start, end] = [0, 0];
  for (; end <= characters.length; end += 1) {
    const one = characters[end];
    if (one === undefined || !standsAsItIs(one)) {
      line.put(characters.slice(start, end));
      start = end;
      if (one !== undefined) {
        line.put(escaped(one));
        start = end + 1;
      }
    }
    const inside = end > 0 && end < characters.length - 1 && (one === " " || start >= end);
    if (inside && line.column + (end - start) > WIDTH) {
      line.put([...characters.slice(start, end), "\\"]);
      start = Math.max(start, end);
      line.goIn();
      if (characters[start] === " ") line.put("\\");
    }
  }
  line.put('"');
}

function standsAsItIs(character) {
  const code = character.codePointAt(0);
  if ('"\\\x85\u2028\u2029\ufeff'.includes(character)) return false;
  return (code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd);
}

function escaped(character) {
  if (character in ESCAPES) return `\\${ESCAPES[character]}`;
  const code = character.codePointAt(0);
  const [letter, length] = code <= 0xff ? ["x", 2] : code <= 0xffff ? ["u", 4] : ["U", 8];
  return `\\${letter}${code.toString(16).toUpperCase().padStart(length, "0")}`;
}
