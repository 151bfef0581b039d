"""What can be typed after `python -m macros`."""

import argparse
from datetime import date
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
TOLERANCE = _ROOT / ".github" / "lychee-tolerance.yml"
MODULES = _ROOT / "redaktion" / "node_modules"
ZENSICAL = _ROOT / ".venv-zensical" / "bin" / "zensical"


def parser() -> argparse.ArgumentParser:
    """Reads a command line; `-h` explains each command."""
    top = argparse.ArgumentParser(prog="python -m macros", description="Ungeløftets inspirationskatalog")
    top.add_argument("--today", type=date.fromisoformat, help="byg, som om det var denne dag: 2026-11-21")
    commands = top.add_subparsers(dest="command", required=True, metavar="kommando")
    check_ = commands.add_parser("check", help="tjek data: alle fejl på én gang")
    check_.add_argument("--records", action="store_true", help="sig for hver post, hvor udfyldt den er")
    fix_ = commands.add_parser("fix", help="skriv datafilerne om til fast rækkefølge og faste anførselstegn")
    schema_ = commands.add_parser("schema", help="skriv data/schema/*.json ud fra modellerne")
    export_ = commands.add_parser("export", help="skriv de åbne data i en mappe")
    export_.add_argument("--out", type=Path, default=Path("export"), help="mappen (ellers export)")
    compare_ = commands.add_parser("compare", help="sig som Markdown, hvad en ændring gør ved posterne")
    compare_.add_argument("--base", type=Path, required=True, help="datamappen, som den var før ændringen")
    links_ = commands.add_parser("links", help="sig som Markdown, hvad links ud af kataloget svarede")
    links_.add_argument("--out", type=Path, help="skriv også svarene i denne fil, som build kan vise")
    pdf_ = commands.add_parser("pdf", help="lav kataloget, eller en del af det, som én PDF (kør make pdf)")
    pdf_.add_argument("names", nargs="*", metavar="post", help="metoder/ips, eller en hel slags: puljer (ellers alt)")
    pdf_.add_argument("--out", type=Path, default=Path("katalog.pdf"), help="filen (ellers katalog.pdf)")
    cms_ = commands.add_parser("cms", help="læg redaktionen i det byggede site (kør make cms)")
    cms_.add_argument("--site", type=Path, default=Path("site"), help="det byggede site (ellers site)")
    cms_.add_argument("--modules", type=Path, default=MODULES, help="hvor npm har lagt pakkerne")
    cms_.add_argument("--api", help="en anden adresse end GitHubs egen (til tests)")
    zensical_ = commands.add_parser("zensical", help="byg hele sitet med Zensical (kør make zensical)")
    zensical_.add_argument("--out", type=Path, default=Path("zensical"), help="projektets mappe (ellers zensical)")
    zensical_.add_argument("--program", type=Path, default=ZENSICAL, help="hvor Zensical er installeret")
    stale_ = commands.add_parser("stale", help="sig som Markdown, hvilke poster der skal gennemgås igen")
    for one in (compare_, links_):
        one.add_argument("--addresses", action="store_true", help="skriv kun de adresser, som lychee skal spørge")
        one.add_argument("--links", type=Path, help="lychees svar som JSON")
        one.add_argument("--tolerance", type=Path, default=TOLERANCE, help="værter, der gerne må afvise maskiner")
    for one in (check_, fix_, schema_, export_, compare_, links_, stale_, cms_, pdf_):
        one.add_argument("--data", type=Path, default=Path("data"), help="datamappe (ellers data)")
    for one in (fix_, schema_):
        one.add_argument("--check", action="store_true", help="skriv ikke; sig kun, hvad der ville ændre sig")
    build_ = commands.add_parser("build", help="byg hele sitet")
    build_.add_argument("--site", type=Path, default=Path("site"), help="hvor sitet lægges (ellers site)")
    serve_ = commands.add_parser("serve", help="vis sitet, og byg igen, når en fil ændres")
    serve_.add_argument("--address", default="127.0.0.1:8000", help="adresse og port")
    new_ = commands.add_parser("new", help="lav en ny, tom post")
    new_.add_argument("kind", help="slags, fx initiativer")
    new_.add_argument("id", help="postens id, fx flere-i-faellesskab")
    return top
