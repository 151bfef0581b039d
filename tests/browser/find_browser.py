"""Which browser the tests open: one that the machine has, else Playwright's own, which is fetched.

`python tests/browser/find_browser.py` says which, and exits with 1 where there is none.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_APP = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
NONE = "No browser was found. Install Chromium or Google Chrome, or run: python -m playwright install chromium"


def browser_path() -> Path | None:
    """The browser on this machine, or the one that Playwright has fetched; None where there is neither."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found:
        return Path(found)
    return MAC_APP if MAC_APP.exists() else _fetched()


def _fetched() -> Path | None:
    try:
        with sync_playwright() as playwright:
            path = Path(playwright.chromium.executable_path)
    except Error:
        return None
    return path if path.exists() else None


def _fetch() -> None:
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    print("No Chromium or Google Chrome on this machine. Running: python -m playwright install chromium", flush=True)
    subprocess.run(command, check=False)


def _version(path: Path) -> str:
    """What the browser says of itself; nothing where it will not start."""
    try:
        done = subprocess.run([path, "--version"], text=True, capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def main() -> int:
    """Prints which browser will be used."""
    path = browser_path()
    if path is None:
        _fetch()
        path = browser_path()
    version = _version(path) if path else ""
    if not version:
        print(f"{path} does not start. {NONE}" if path else NONE)
        return 1
    print(f"Browser: {path} ({version})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
