"""The CMS's own script: its addresses turned to this site, and the policy under which it runs.

The published script is one file. It would fetch three fonts, its Danish words and news of new versions from other
hosts; `local` gives it addresses on this site instead, and stops where a new version has changed them.
"""

import base64
import hashlib
import re

WORDS = "https://unpkg.com/@sveltia/cms"
_FONTS = "https://cdn.jsdelivr.net/fontsource/fonts"
FONTS = {
    f"{_FONTS}/source-sans-3:vf@5.3.0/latin-wght-normal.woff2": "tekst.woff2",
    f"{_FONTS}/noto-mono@5.3.0/latin-400-normal.woff2": "mono.woff2",
    f"{_FONTS}/material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2": "ikoner.woff2",
}
"""What the script asks for, and the file on this site that it gets."""
PACKAGE = "cms"
"""What the script takes for the address of its own package: `cms/package.json`, `cms@<version>/locales/da.json`."""
_STYLE = re.compile(r"\{hash:`svelte-[a-z0-9]+`,code:`((?:[^`\\]|\\.)*)`\}", re.DOTALL)
_ESCAPED = re.compile(r"\\(u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|\n|.)", re.DOTALL)
_SIGNS = {"n": "\n", "t": "\t", "r": "\r", "\n": ""}


class ChangedError(ValueError):
    """The script is not as this module knows it; the message says which address was looked for."""


def local(script: str) -> str:
    """The script with addresses on this site."""
    for address, name in {WORDS: PACKAGE, **FONTS}.items():
        if script.count(address) != 1:
            raise ChangedError(address)
        script = script.replace(address, name)
    return script


def style_hashes(script: str) -> list[str]:
    """The hash of each style sheet that the script puts into the page, sorted: only those are allowed."""
    return sorted({_hash(_plain(code)) for code in _STYLE.findall(script)})


def _plain(code: str) -> str:
    return _ESCAPED.sub(lambda found: _sign(found[1]), code)


def _sign(name: str) -> str:
    """The sign that a JavaScript text means by a backslash and this."""
    if name[0] in "ux" and len(name) > 1:
        return chr(int(name[1:].strip("{}"), 16))
    return _SIGNS.get(name, name)


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def policy(script: str, api: str | None = None) -> str:
    """The Content-Security-Policy of the page. Everything is refused that is not named.

    `style-src-attr`: eight pieces of the script's markup hold `style="display: contents"`, which nothing but
    'unsafe-hashes' with that one hash lets through.
    """
    sheets = " ".join(f"'{one}'" for one in style_hashes(script))
    rules = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src-elem": f"'self' {sheets}",
        "style-src-attr": f"'unsafe-hashes' '{_hash('display: contents')}'",
        "font-src": "'self'",
        "img-src": "'self' data: blob:",
        "connect-src": f"'self' {api or 'https://api.github.com'}",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())
