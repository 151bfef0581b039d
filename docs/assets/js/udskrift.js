// Paper cannot be clicked: where the page was read, and a short address behind each link to another page of the site.

const SITE = new URL("../../", import.meta.url).href;
const withoutAnchor = (address) => address.split("#")[0];

// What comes after the site's own address; nothing for a place on the same page or another site.
function shortAddress(link) {
  const elsewhere = link.href.startsWith(SITE) && withoutAnchor(link.href) !== withoutAnchor(location.href);
  return elsewhere ? link.href.slice(SITE.length) || SITE : "";
}

function prepare() {
  let found = false;
  for (const link of document.querySelectorAll("#indhold a[href]:not([data-address], svg a)")) {
    const address = shortAddress(link);
    if (!address) continue;
    link.dataset.address = address;
    found = true;
  }
  const sheet = document.querySelector(".sheet");
  if (!sheet || !location.protocol.startsWith("http")) return;
  sheet.querySelector("[data-page-address]").textContent = location.href;
  if (!found) return;
  const note = sheet.querySelector("[data-short-addresses]");
  note.hidden = false;
  note.querySelector("span").textContent = SITE;
}

addEventListener("beforeprint", prepare);
