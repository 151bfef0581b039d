// How people write a date, an age, an amount or an address, and how the data files have it. What is not understood is left
// as it was typed, and refused by the rules. What is understood is shown as Danes write it.

const MONTHS = ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"];

const two = (number) => String(number).padStart(2, "0");

/** "31.1.2025", "31/1 2025", "1/2025", "31. januar 2025" and "jan. 2025" as 2025-01-31 and 2025-01. The day comes first. */
function time(text) {
  const [, day, month, year] = /^(?:(\d{1,2})[./\s-]+)?(\d{1,2})[./\s-]+(\d{4})$/.exec(text) ?? [];
  if (year) return [year, two(month), day && two(day)].filter(Boolean).join("-");
  const [, date, word, inYear] = /^(?:(\d{1,2})\.?\s+)?([a-z]{3,9})\.?\s+(\d{4})$/i.exec(text) ?? [];
  const number = MONTHS.findIndex((name) => word && name.startsWith(word.toLowerCase())) + 1;
  return number ? [inYear, two(number), date && two(date)].filter(Boolean).join("-") : text;
}

/** "1,2 mio. kr.", "250.000 kr." and "250 000" as digits. A dot before three digits marks thousands, as Danes write. */
function amount(text) {
  const found = /^(\d{1,3}(?:[.\s]\d{3})+|\d+)(?:,(\d+|-)|\.(\d{1,2}))?\s*(tusind|mio|mia|million(?:er)?|milliard(?:er)?)?\.?\s*(?:kr\.?|kroner)?$/i.exec(text);
  if (!found) return text;
  const [whole, part] = [found[1].replace(/\D/g, ""), (found[2] ?? found[3] ?? "").replace(/-|0+$/g, "")];
  const places = { tus: 3, mio: 6, mil: 6, mia: 9 }[found[4]?.slice(0, 3).toLowerCase()] ?? 0;
  const shift = /^milliard/i.test(found[4] ?? "") ? 9 : places;
  return part.length > shift ? text : whole + part.padEnd(shift, "0");
}

/** "18 år" as 18, and the year of a date. */
function integer(text) {
  const [, year] = /^(\d{4})-\d{2}/.exec(time(text)) ?? [];
  return year ?? text.replace(/^(\d+)\s*år$/i, "$1");
}

const READ = {
  time,
  integer,
  amount,
  address: (text) => (/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}([/?#][^\s]*)?$/u.test(text) ? `https://${text}` : text),
};

/** The text as the data files have it, for a field of that type. */
export function understood(type, text) {
  return text === undefined ? undefined : (READ[type]?.(text) ?? text);
}

/** Whether the text says that something has no end yet. */
export function isStill(text) {
  return /^(løbende|nu|stadig|endnu|i gang|i dag|kører (stadig|endnu)|ingen( slutdato)?|[-–])\.?$/i.test(text ?? "");
}

const SHOWN = {
  time(meant) {
    const [year, month, day] = /^\d{4}-\d\d(-\d\d)?$/.test(meant) ? meant.split("-").map(Number) : [];
    return [day ? `${day}.` : null, MONTHS[month - 1], year].filter(Boolean).join(" ");
  },
  amount: (meant) => (/^\d+$/.test(meant) ? meant.replace(/\B(?=(\d{3})+$)/g, ".") : meant),
};

/** How it is shown to those who write it: "1. september 2026", "1.200.000". */
export function shownAs(type, meant) {
  const shown = SHOWN[type]?.(meant);
  return shown && understood(type, shown) === meant ? shown : meant;
}
