// Starts the CMS on /redaktion/ when the editor asks for it, and teaches it to read our files as the catalogue does.

const at = (name) => new URL(name, document.baseURI).href;

/** Waits for a script that is not a module. */
function load(name) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = at(name);
    script.addEventListener("load", resolve);
    script.addEventListener("error", () => reject(new Error(name)));
    document.head.append(script);
  });
}

/**
 * Every scalar stays text, so that "no", 010 and 35.10 are what they were; an empty value is nothing.
 * In a list an empty cell keeps its word, null: the CMS would drop the last one, and the row would be too short.
 */
function format({ parse, stringify }) {
  const isEmpty = (value) => value === undefined || value === null || value === "";
  const asText = (value) => (typeof value === "object" ? value : String(value));
  const options = { schema: "failsafe", lineWidth: 100, blockQuote: "folded" };
  return {
    fromFile: (text) => parse(text, (key, value) => (isEmpty(value) ? null : value), { schema: "failsafe" }),
    toFile: (record) => stringify(record, (key, value) => (isEmpty(value) ? "null" : asText(value)), options),
  };
}

/** The CMS speaks the browser's language unless told otherwise; the catalogue is Danish. */
function preferDanish() {
  const key = "sveltia-cms.prefs";
  if (!localStorage.getItem(key)) localStorage.setItem(key, JSON.stringify({ locale: "da" }));
}

async function begin() {
  const [yaml, config] = await Promise.all([
    import(at("yaml/index.js")),
    fetch(at("config.json")).then((answer) => answer.json()),
  ]);
  preferDanish();
  window.CMS_MANUAL_INIT = true;
  await load("sveltia-cms.js");
  window.CMS.registerCustomFormat("katalog", "yml", format(yaml));
  document.querySelectorAll(".foer").forEach((part) => part.remove());
  // Its own logo would be fetched from a data: address, which the policy refuses.
  window.CMS.init({ config: { ...config, logo: { src: at("../assets/img/favicon.svg") } } });
}

async function start() {
  const button = document.getElementById("start");
  const told = document.getElementById("besked");
  button.disabled = true;
  told.textContent = "Henter redaktionen …";
  try {
    await begin();
  } catch (error) {
    console.error(error);
    button.disabled = false;
    told.textContent = "Redaktionen kunne ikke hentes. Prøv igen om lidt.";
  }
}

// An address with a place in the CMS (#/collections/...) comes from the CMS itself: go there at once.
if (location.hash.startsWith("#/")) start();
document.getElementById("start")?.addEventListener("click", start);
