// Days as the reader's own calendar has them.

/** The reader's own day as 2026-12-24. */
export function today(now = new Date()) {
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A day in words. */
export function inWords(day) {
  return new Date(`${day}T12:00:00`).toLocaleDateString("da-DK", { dateStyle: "long" });
}
