// Lighthouse on each address, as a phone sees it: node measure.mjs CHROMIUM RUNS ADDRESS... One line of JSON for each run.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [chromePath, runs, ...addresses] = process.argv.slice(2);
const chromeFlags = [
  "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--lang=da-DK",
];
const NUMBERS = { fcp: "first-contentful-paint", lcp: "largest-contentful-paint", tbt: "total-blocking-time",
  cls: "cumulative-layout-shift", speed: "speed-index" };

const failed = (report) => Object.values(report.categories).flatMap((category) => category.auditRefs)
  .filter(({ id, weight }) => weight && report.audits[id].score !== null && report.audits[id].score < 1)
  .map(({ id }) => ({ id, score: report.audits[id].score, shown: report.audits[id].displayValue,
    items: report.audits[id].details?.items?.slice(0, 5).map((item) => item.node?.snippet ?? item.url ?? item.source) }));

const waiting = (report) => report.audits["render-blocking-resources"]?.details?.items?.map((item) => item.url) ?? [];

const chrome = await launch({ chromePath, chromeFlags });
try {
  for (let run = 0; run < Number(runs); run += 1) {
    for (const address of addresses) {
      const { lhr } = await lighthouse(address, { port: chrome.port, output: "json", logLevel: "error", locale: "en-US" });
      const scores = Object.fromEntries(Object.entries(lhr.categories).map(([name, { score }]) => [name, score]));
      const numbers = Object.fromEntries(Object.entries(NUMBERS).map(([name, id]) => [name, lhr.audits[id].numericValue]));
      console.log(JSON.stringify({ address, scores, numbers, blocking: waiting(lhr), failed: failed(lhr),
        error: lhr.runtimeError?.message, version: lhr.lighthouseVersion }));
    }
  }
} finally {
  await chrome.kill();
}
