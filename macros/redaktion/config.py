"""The CMS's configuration as JSON text: where the repository is, and one collection for each record kind."""

import json
from typing import Any

from macros.model import KINDS, Katalog, Kind
from macros.redaktion.felter import fields

FORMAT = "katalog"
"""The name of the file format that `docs/assets/js/redaktion.js` gives the CMS."""


def config(katalog: Katalog, repository: str, api: str | None = None) -> str:
    """The configuration; `api` is another address than GitHub's own, for a test."""
    whole = {
        "load_config_file": False,
        "app_title": f"{katalog.indstillinger.navn}: redaktion",
        "backend": _backend(repository, api),
        "publish_mode": "editorial_workflow",
        "media_folder": "docs/assets/img",
        "media_libraries": {"default": False, "stock_assets": {"providers": []}},
        "show_preview_links": False,
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True},
        "output": {"omit_empty_optional_fields": True},
        "collections": [_collection(kind, katalog) for kind in KINDS.values()],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _backend(repository: str, api: str | None) -> dict[str, Any]:
    """GitHub with a personal token: a sign-in that needs no server of our own."""
    elsewhere = {"api_root": api} if api else {}
    return {
        "name": "github",
        "repo": repository,
        "branch": "main",
        "auth_methods": ["token"],
        "cms_label_prefix": "redaktion/",
        "commit_messages": {
            "create": "Ny post: {{collection}} {{slug}}",
            "update": "Rettet post: {{collection}} {{slug}}",
        },
        **elsewhere,
    }


def _collection(kind: Kind, katalog: Katalog) -> dict[str, Any]:
    """One kind. A record is taken out with `udgaaet`, never deleted; a proposal is published on GitHub when checked."""
    return {
        "name": kind.folder,
        "label": kind.plural.capitalize(),
        "label_singular": kind.singular.capitalize(),
        "folder": f"data/{kind.folder}",
        "extension": "yml",
        "format": FORMAT,
        "identifier_field": "titel",
        "slug": {"template": "{{fields.id}}", "editable": False},
        "summary": "{{titel}}",
        "sortable_fields": {"fields": ["titel", "status", "gennemgaaet"]},
        "create": True,
        "delete": False,
        "publish": False,
        "fields": fields(kind.model, katalog),
    }
