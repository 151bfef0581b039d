// How people write a date, an age, an amount or an address, and how the data files have it. What is not understood is left
// as it was typed, and refused by the rules.

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

const READ = {
  time,
  integer: (text) => text.replace(/^(\d+)\s*år$/i, "$1"),
  amount: (text) => text.replace(/^(\d[\d.]*)\s*(kr\.?|kroner)$/i, "$1"),
  address: (text) => (/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}([/?#][^\s]*)?$/u.test(text) ? `https://${text}` : text),
};

/** The text as the data files have it, for a field of that type. */
export function understood(type, text) {
  return text === undefined ? undefined : (READ[type]?.(text) ?? text);
}
