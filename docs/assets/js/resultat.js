// The proposal as it stands, and the ways to send it: GitHub, mail, a file. Two of them need no account.

import { element } from "./byg.js";
import { githubAddress, mailAddress } from "./forslag.js";

/** What is shown when the form holds a proposal without errors. */
export function result(form, kind, made) {
  const heading = element("h2", { id: "bidrag-klar", tabindex: "-1" }, "Forslaget er klar til at blive sendt");
  const text = element("pre", { tabindex: "0", "aria-label": "Forslaget som datafil" }, made.text);
  const copied = element("span", { role: "status" });
  const copy = element("button", { type: "button" }, "Kopiér teksten");
  const next = form.mailbox ? ` Sæt den ind i en mail til ${form.mailbox}.` : "";
  copy.addEventListener("click", () => copyText(made.text, text, copied, next));
  const ways = [...mailAndFile(form, kind, made), github(form, kind, made)];
  return [
    heading,
    element("p", {}, "Intet er sendt endnu. Vælg én af måderne."),
    element("ul", { class: "ways" }, ...ways.filter(Boolean).map((inside) => element("li", {}, ...inside))),
    element("p", {}, copy, " ", copied),
    element("details", { class: "more-fields" }, element("summary", {}, "Se forslaget"), element("p", {}, "Teksten er sat op til katalogets system. Jeres svar står i den, og I skal ikke rette i den."), text),
  ];
}

const TOO_LONG = "Forslaget er for langt til";

function github(form, kind, made) {
  if (!form.repository) return null;
  const href = githubAddress(form, kind, made);
  if (href) return [element("a", { href, class: "way" }, "Åbn som forslag på GitHub"), " Det kræver en bruger på GitHub."];
  const fresh = `https://github.com/${form.repository}/new/main?filename=${encodeURIComponent(`data/${kind}/${made.id}.yml`)}`;
  return [`${TOO_LONG} at følge med til GitHub. Tryk på "Kopiér teksten" nedenfor. `, element("a", { href: fresh }, "Åbn en tom fil på GitHub"), ", og sæt den ind."];
}

/** The mail holds the whole text where it can; else the text is copied into it, or the file is attached. */
function mailAndFile(form, kind, made) {
  if (!form.mailbox) return [["Postkassen er ikke oplyst endnu. Hent filen, og gem den, til den er det. "], [download(made)]];
  const { address, whole } = mailAddress(form, kind, made);
  const link = element("a", { href: address, class: "way" }, "Send som mail");
  const file = [download(made), ` Den lægger sig blandt jeres hentede filer. Send den som bilag til ${form.mailbox}.`];
  if (whole) return [[link, ` Jeres mailprogram åbner en mail til ${form.mailbox}. Tryk send i den.`], file];
  return [[link, ` Tryk først på "Kopiér teksten" nedenfor. Sæt den ind i mailen til ${form.mailbox}, og tryk send.`], file];
}

function download(made) {
  const href = URL.createObjectURL(new Blob([made.text], { type: "text/yaml" }));
  return element("a", { href, download: `${made.id}.yml`, class: "way" }, "Hent filen");
}

async function copyText(text, shown, said, next) {
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = `Teksten er kopieret.${next}`;
  } catch {
    shown.closest("details").open = true;
    getSelection().selectAllChildren(shown);
    said.textContent = "Teksten er markeret. Kopiér den med Ctrl+C.";
  }
}
