// The proposal as it stands, and the ways to send it: GitHub, mail, a file. Two of them need no account.

import { element } from "./byg.js";
import { SET_UP, githubAddress, letter, mailAddress } from "./forslag.js";

/** What is shown when the form holds a proposal without errors. */
export function result(form, kind, made) {
  const heading = element("h2", { id: "bidrag-klar", tabindex: "-1" }, "Forslaget er klar til at blive sendt");
  const text = element("pre", { tabindex: "0", "aria-label": "Forslaget som datafil" }, made.text);
  const ways = [mail(form, kind, made), file(form, made), github(form, kind, made)];
  const answers = form.leaves().filter((leaf) => leaf.read() !== undefined);
  return [
    heading,
    element("p", {}, "Intet er sendt endnu. Send forslaget på én af disse måder:"),
    element("ul", { class: "ways" }, ...ways.filter(Boolean).map((inside) => element("li", {}, ...inside))),
    folded("Se jeres svar", element("dl", {}, ...answers.flatMap(answer))),
    folded("Se teksten, som den bliver sendt", element("p", {}, SET_UP), text),
  ];
}

/** The mail holds the whole text where it can; else the text is copied into it. Not everybody has a mail program. */
function mail(form, kind, made) {
  if (!form.mailbox) return null;
  const { address, whole } = mailAddress(form, kind, made);
  const [copy, said] = copying(letter(kind, made), `Sæt den nu ind i en mail til ${form.mailbox}.`);
  const link = element("a", { href: address, class: "way" }, whole ? "Send som mail" : "Åbn en mail");
  if (!whole) return [strong("Med en mail i to trin"), ...steps([copy, said], [link, ` Den går til ${form.mailbox}. Sæt teksten ind, og tryk send.`])];
  return [strong("Med en mail"), " ", link, ` Jeres mailprogram åbner en mail til ${form.mailbox}. Tryk send i den. Kommer der ingen mail frem? `, copy, said];
}

function file(form, made) {
  if (!form.mailbox) return ["Postkassen er ikke oplyst endnu. Hent filen, og gem den, til den er det. ", download(made)];
  return [strong("Med en fil"), " ", download(made), ` Den hedder ${made.id}.yml og lægger sig blandt jeres hentede filer. I skal ikke åbne den. Send den som bilag til ${form.mailbox}.`];
}

function github(form, kind, made) {
  if (!form.repository) return null;
  const href = githubAddress(form, kind, made);
  if (href) return [strong("På GitHub"), " ", element("a", { href, class: "way" }, "Åbn som forslag på GitHub"), " Det kræver en bruger på GitHub."];
  const fresh = `https://github.com/${form.repository}/new/main?filename=${encodeURIComponent(`data/${kind}/${made.id}.yml`)}`;
  const [copy, said] = copying(made.text, "Sæt den nu ind i filen på GitHub.");
  const link = element("a", { href: fresh, class: "way" }, "Åbn en tom fil på GitHub");
  return [strong("På GitHub i to trin"), " Forslaget er for langt til at følge med af sig selv.", ...steps([copy, said], [link, " Sæt teksten ind."])];
}

const strong = (text) => element("strong", {}, text);

/** What is done one after the other. */
const steps = (...lines) => [element("ol", {}, ...lines.map((inside) => element("li", {}, ...inside)))];

const folded = (text, ...inside) => element("details", { class: "more-fields" }, element("summary", {}, text), ...inside);

/** An answer as it is read back, with the field's name. */
const answer = (leaf) => [element("dt", {}, leaf.name), element("dd", {}, leaf.told())];

function download(made) {
  const href = URL.createObjectURL(new Blob([made.text], { type: "text/yaml" }));
  return element("a", { href, download: `${made.id}.yml`, class: "way" }, "Hent filen");
}

/** A button that copies the text, and the place where it says so. */
function copying(text, next) {
  const said = element("p", { role: "status" });
  const button = element("button", { type: "button" }, "Kopiér teksten");
  button.addEventListener("click", () => copyText(text, said, next));
  return [button, said];
}

async function copyText(text, said, next) {
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = `Teksten er kopieret. ${next}`;
  } catch {
    said.textContent = "Browseren vil ikke kopiere. Hent filen i stedet.";
  }
}
