// A text as an address or a file name.

const FOLD = { æ: "ae", ø: "oe", å: "aa", é: "e", ü: "u", ö: "oe", ä: "ae" };

/** An address part without æøå, as text.slug makes it. */
export function slug(text) {
  return text.toLowerCase().replace(/[æøåéüöä]/g, (letter) => FOLD[letter]).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}
