"""What the rules look for in a text. The form at /bidrag/ looks for the same, see `formular`."""

import re

FIGURE = re.compile(r"(?<![\w.,])\d[\d.,]*\d|(?<![\w.,])\d")
NOT_A_FIGURE = re.compile(
    r"(?<!§)§+ ?\d[\w.]*(?: ?(?:,|og|til|-) ?\d+)*"
    r"|\b(?:1[89]|20)\d\d\b"
    r"|\bkl\. ?\d{1,2}(?:[.:]\d\d)?(?: ?[-–] ?\d{1,2}(?:[.:]\d\d)?)?(?![\d.,]*\d)"
    r"|\b\d{1,2}\. (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w*"
    r"|(?:nr\.|nummer|spor|tabel|figur|kapitel|bilag|punkt|anbefaling|pejlemærke|emne|fase|trin|afsnit|artikel|covid)"
    r"[ -]\d[\d.]*",
    re.IGNORECASE,
)
"""Years, dates, times of the day, sections and numbers in a list: they name something, they do not measure it."""
AGES = re.compile(r"\b(\d{1,2})(?: ?[-–] ?| til | og )(\d{1,2})\b")
"""Two figures as an age range is written; whether it is one, the fields for ages tell."""
MARKUP = re.compile(r"<[a-zA-Z/!][^>]*>?|\{\{|\{%|\{#|&[a-z]+;|\]\((?:javascript|data|http)", re.IGNORECASE)
GOAL_WORDS = re.compile(
    r"^(?:målet er|målsætningen|ambitionen|det forventes|forventes|man håber|hensigten er|planen er)\b"
    r"|\b(?:skal opnås|forventes at)\b",
    re.IGNORECASE,
)
CPR = re.compile(r"\b\d{6}-\d{4}\b")
MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+\b")
FUNCTION_MAILBOX = (
    "sekretariat",
    "post",
    "kontakt",
    "info",
    "mail",
    "kommunen",
    "star",
    "job",
    "ips",
    "ungeloeft",
)
"""How the address of a mailbox begins that belongs to no single person."""
