// Where a script finds what it looks things up in. The folder's name changes with what it holds, and the page knows it:
// so a page, its scripts and what they fetch are of one build, whatever the browser has kept.

const ROOT = new URL("../../", import.meta.url);

/** The address of such a file. */
export const opslag = (name) => new URL(`${document.querySelector('meta[name="opslag"]').content}/${name}`, ROOT);

/** What such a JSON file holds; an error where it cannot be had. */
export async function looked(name) {
  const answer = await fetch(opslag(name));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}
