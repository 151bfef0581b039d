// The sums of the budget calculator, without the page. An interval is [low, high]; null is a number that is missing.

import { interval, kroner } from "./dansktal.js";

export const times = (...parts) => (parts.includes(null) ? null : parts.reduce(([a, b], [c, d]) => [a * c, b * d]));
export const plus = (parts) => parts.filter(Boolean).reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);

/** Steps as pairs: amounts below the first are rounded to whole multiples of the second; 0 is for the rest. */
export function rounded(value, steps) {
  const step = steps.find(([below]) => !below || value < below)[1];
  return Math.round(value / step) * step;
}

/** An amount, rounded; "ca." where that changed it. */
export function amount(pair, steps) {
  const ends = pair.map((value) => rounded(value, steps));
  const about = ends.some((end, i) => Math.abs(end - pair[i]) > 0.5) ? "ca. " : "";
  return about + interval(ends, kroner);
}

/** Money for associations and for each post over the years: {fee, posts, total}. */
export function partnership({ associations, fee, years, posts }) {
  const found = posts.map((post) => times(post, years));
  const fees = times(associations, fee, years);
  return { fee: fees, posts: found, total: plus([fees, ...found]) };
}

/** What is left of a frame, or missing in it, in words: {word, text}. `say` puts an interval into words. */
export function left(frame, [low, high], say) {
  if (high <= frame) return { word: "Tilbage i rammen", text: say([frame - high, frame - low]) };
  if (low >= frame) return { word: "Mere end rammen", text: say([low - frame, high - frame]) };
  const [under, over] = [frame - low, high - frame].map((value) => say([value, value]));
  return { word: "Tilbage eller for meget", text: `${under} tilbage ved de laveste tal, ${over} for meget ved de højeste` };
}

/** Rows of a budget for another number of young people: {rows, years, total, staff}; a row has `own` amounts by year. */
export function scaled(rows, share) {
  const counted = rows.filter((row) => row.choice !== "uden").map((row) => {
    const factor = row.choice === "fast" ? 1 : share;
    return { ...row, own: row.years.map((value) => value * factor), ownStaff: row.staff * factor };
  });
  const years = (counted[0]?.own ?? []).map((_value, i) => sum(counted.map((row) => row.own[i])));
  return { rows: counted, years, total: sum(years), staff: Math.round(sum(counted.map((row) => row.ownStaff)) * 2) / 2 };
}

export const sum = (values) => values.reduce((a, b) => a + b, 0);

/** Consultants for so many young people, in whole halves upwards. */
export const consultants = (young, each) => Math.ceil((2 * young) / each) / 2;
