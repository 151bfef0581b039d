"""Reading aloud, with a voice that notes what it is given."""

from playwright.sync_api import Page, expect

FAKE = """(voices) => {
  const said = [];
  const calls = [];
  const fake = new EventTarget();
  Object.assign(fake, {
    getVoices: () => voices,
    speak: (utterance) => { said.push(utterance.text); window.finish = () => utterance.onend(); },
    pause: () => calls.push("pause"), resume: () => calls.push("resume"), cancel: () => calls.push("cancel"),
  });
  Object.defineProperty(window, "speechSynthesis", { value: fake });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.assign(window, { said, calls });
}"""
DANISH = '[{lang: "en-GB", localService: true}, {lang: "da-DK", localService: true}]'
OTHERS = '[{lang: "en-GB", localService: true}, {lang: "da-DK", localService: false}]'


def _open(page: Page, base: str, voices: str, address: str = "metoder/ips/") -> None:
    page.add_init_script(f"({FAKE})({voices})")
    page.goto(base + address)
    page.wait_for_load_state()


def test_without_a_danish_voice_on_the_machine_there_is_no_button(page: Page, base: str) -> None:
    """English voices, and a Danish one that another host speaks, offer nothing."""
    _open(page, base, OTHERS)
    expect(page.locator(".readaloud")).to_have_count(0)


def test_the_keyboard_plays_pauses_and_stops_and_each_state_is_told(page: Page, base: str) -> None:
    """Enter starts, pauses and goes on; "Stop oplæsning" ends; the focus stays, and the status says what happened."""
    _open(page, base, DANISH)
    play = page.locator(".readaloud button").first
    status = page.locator(".readaloud [role=status]")
    play.focus()
    for pressed, said, name in (
        (1, "Læser siden op.", "Hold pause"),
        (2, "Oplæsningen holder pause.", "Læs videre"),
        (3, "Læser videre.", "Hold pause"),
    ):
        page.keyboard.press("Enter")
        expect(status, f"press {pressed}").to_have_text(said)
        expect(play).to_have_text(name)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(status).to_have_text("Oplæsningen er stoppet.")
    expect(play).to_be_focused()
    assert page.evaluate("calls") == ["pause", "resume", "cancel"]


def test_the_text_is_read_from_the_heading_and_no_navigation(page: Page, base: str) -> None:
    """The first piece is the h1; menu, breadcrumb and buttons are not read; the end is told."""
    _open(page, base, DANISH, "guider/laes-evidens/")
    page.get_by_role("button", name="Læs op").click()
    going = "document.querySelector('.readaloud button + button:not([hidden])')"
    page.evaluate(f"for (let count = 0; count < 2000 && {going}; count++) finish()")
    said = page.evaluate("said")
    assert said[0] == page.locator("h1").inner_text()
    assert not {"Forside", "Læs op", "Stop oplæsning"} & set(said)
    expect(page.locator(".readaloud [role=status]")).to_have_text("Oplæsningen er slut.")
