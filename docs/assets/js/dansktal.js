// Danish numbers: what somebody typed to a number or a plain message, and a number to text.

const NUMBER = /^(\d{1,3}(\.\d{3})+|\d+)(,\d{1,2})?$/;
const UNIT = / ?(kr\.?|kroner|pct\.?|%|stk\.?|år)$/i;

/** A number with Danish digits: 1234.5 is "1.234,5". */
export const digits = (value, decimals = 2) => value.toLocaleString("da-DK", { maximumFractionDigits: decimals });

/** What was typed as {value, error}. An empty field has neither. `limits`: {least, most, whole}. */
export function read(typed, limits) {
  const text = typed.replace(/\s+/g, " ").trim().replace(UNIT, "").replace(/(\d) (?=\d{3}(\D|$))/g, "$1");
  if (!typed.trim()) return { value: null, error: "" };
  const error = NUMBER.test(text) ? "" : shape(text);
  const value = Number(text.replaceAll(".", "").replace(",", "."));
  const wrong = error || outside(value, limits);
  return wrong ? { value: null, error: wrong } : { value, error: "" };
}

function shape(text) {
  if (/^[-−–]\s*[\d.,]+$/.test(text)) return "Tallet kan ikke være negativt. Skriv 0 eller mere.";
  if (/^\d+([.,]\d+)?e[-+]?\d+$/i.test(text)) return "Skriv tallet ud med cifre, fx 1.000.000.";
  if (/^[\d.,]+ ?(-|–|til) ?[\d.,]+$/.test(text)) return "Skriv kun ét tal i feltet.";
  if (/^[\d.,]+$/.test(text)) return "Skriv punktum mellem tusinder og komma før højst to decimaler, fx 1.500 eller 1,5.";
  return "Skriv et tal med cifre, fx 1.500.";
}

function outside(value, { least, most, whole }) {
  if (whole && Number.isFinite(value) && !Number.isInteger(value)) return "Skriv et helt tal uden decimaler.";
  if (value > most) return `Tallet er for stort. Skriv højst ${digits(most)}.`;
  return value < least ? `Tallet er for lille. Skriv mindst ${digits(least)}.` : "";
}

/** An amount as people say it: 69100000 is "69,1 mio. kr.". */
export function kroner(value) {
  const [unit, word] = [[1e9, "mia. kr."], [1e6, "mio. kr."], [1, "kr."]].find(([least]) => value >= least || least === 1);
  return `${digits(value / unit, 3)} ${word}`;
}

/** An interval [low, high]: "15.000-30.000 kr.", "900.000 kr. til 1,2 mio. kr.", or one text where both are the same. */
export function interval([low, high], say) {
  const [from, to] = [say(low), say(high)];
  if (from === to) return to;
  const unit = to.includes(" ") ? to.slice(to.indexOf(" ")) : "";
  return from.endsWith(unit) ? `${from.slice(0, from.length - unit.length)}-${to}` : `${from} til ${to}`;
}
