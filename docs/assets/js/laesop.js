// "Læs op": the page's text in the browser's own Danish voice. Without such a voice there is no button.

import { element } from "./byg.js";

const SKIPPED = "nav, button, script, .actions, .brief__more, .readaloud, [aria-hidden='true']";
const READ = "h1, h2, h3, h4, p, li, dt, dd, th, td, caption";
const speech = window.speechSynthesis;
let queue = [];
let state = "stoppet";
let controls = null;

function danishVoice() {
  const danish = (speech?.getVoices() ?? []).filter((voice) => /^da\b/i.test(voice.lang.replace("_", "-")));
  // A voice of the machine itself sends the text nowhere; others may.
  return danish.find((voice) => voice.localService);
}

// The pieces to read, in order; a piece within another piece is read once.
function pieces() {
  return [...document.querySelectorAll(`#indhold :is(${READ})`)]
    .filter((node) => !node.closest(SKIPPED) && !node.querySelector(READ) && node.checkVisibility())
    .map((node) => node.textContent.replace(/\s+/g, " ").trim())
    .filter(Boolean);
}

function show(next, said) {
  state = next;
  controls.play.textContent = { stoppet: "Læs op", læser: "Hold pause", pause: "Læs videre" }[state];
  controls.stop.hidden = state === "stoppet";
  controls.status.textContent = said;
}

function readNext() {
  const text = queue.shift();
  if (text === undefined) return stop("Oplæsningen er slut.");
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = "da-DK";
  utterance.voice = danishVoice() ?? null;
  utterance.onend = () => { if (state !== "stoppet") readNext(); };
  utterance.onerror = () => { if (state !== "stoppet") stop("Oplæsningen stoppede. Browseren kunne ikke læse videre."); };
  speech.speak(utterance);
}

function stop(said) {
  const focused = document.activeElement === controls.stop;
  queue = [];
  show("stoppet", said);
  speech.cancel();
  if (focused) controls.play.focus(); // the button that had the focus is gone
}

function press() {
  if (state === "læser") {
    speech.pause();
    show("pause", "Oplæsningen holder pause.");
  } else if (state === "pause") {
    speech.resume();
    show("læser", "Læser videre.");
  } else {
    queue = pieces();
    show("læser", "Læser siden op.");
    readNext();
  }
}

function button(text, action) {
  const made = element("button", { type: "button" }, text);
  made.addEventListener("click", action);
  return made;
}

function offer() {
  const heading = document.querySelector("#indhold h1");
  if (controls || !heading || !danishVoice()) return;
  const status = element("span", { role: "status" });
  controls = { play: button("Læs op", press), stop: button("Stop oplæsning", () => stop("Oplæsningen er stoppet.")), status };
  controls.stop.hidden = true;
  heading.after(element("p", { class: "readaloud" }, controls.play, controls.stop, status));
}

if (speech && (document.querySelector(".post") || /\/guider\/[^/]+\//.test(location.pathname))) {
  offer();
  speech.addEventListener?.("voiceschanged", offer); // some browsers find their voices late
  addEventListener("pagehide", () => speech.cancel());
}
