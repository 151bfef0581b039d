"""The 98 municipalities and their regions: `data/kommuner.yml`."""

from datetime import date
from typing import Self

from pydantic import model_validator

from macros.model.felt import Dato, Del, Id, Navn, paakraevet, refuse_twice, valgfri


class Region(Del):
    """A region, with the dates between which it exists."""

    id: Id = paakraevet("Id", "Kort navn uden æøå.")
    navn: Navn = paakraevet("Navn", "Regionens navn.")
    kode: str | None = valgfri("Kode", "Firecifret kode som tekst.", pattern=r"^\d{4}$")
    gyldig_fra: Dato = paakraevet("Gyldig fra", "Første dag.")
    gyldig_til: Dato | None = valgfri("Gyldig til", "Sidste dag.")
    afloeses_af: Id | None = valgfri("Afløses af", "Id på den region, der tager over dagen efter.")


class Tavle(Del):
    """A place on the tile map, one equal tile for each municipality."""

    raekke: int = paakraevet("Række", "Fra nord, 1 er øverst.", ge=1, le=50)
    kolonne: int = paakraevet("Kolonne", "Fra vest, 1 er til venstre.", ge=1, le=50)


class Kommune(Del):
    """A municipality, known by its name in the records and by its code in other systems."""

    kode: str = paakraevet("Kode", "Firecifret kommunekode som tekst.", pattern=r"^\d{4}$")
    navn: Navn = paakraevet("Navn", "Kommunens navn, fx Høje-Taastrup.", pattern=r"^[A-ZÆØÅ]")
    region: Id = paakraevet("Region", "Id på regionen den 1. januar 2026.")
    tavle: Tavle = paakraevet("Tavle", "Kommunens plads på kortet.")


class Kommuner(Del):
    """The whole file."""

    regioner: tuple[Region, ...] = paakraevet("Regioner", "Regionerne.", min_length=1)
    kommuner: tuple[Kommune, ...] = paakraevet("Kommuner", "Kommunerne.", min_length=1)

    @model_validator(mode="after")
    def _regions_exist(self) -> Self:
        ids = {region.id: region for region in self.regioner}
        for index, kommune in enumerate(self.kommuner):
            if kommune.region not in ids:
                raise ValueError("region", ("kommuner", index, "region"), kommune.region, list(ids))
        for index, region in enumerate(self.regioner):
            path = ("regioner", index, "afloeses_af")
            if region.afloeses_af and region.afloeses_af not in ids:
                raise ValueError("region", path, region.afloeses_af, list(ids))
            if region.afloeses_af and ids[region.afloeses_af].gyldig_fra <= region.gyldig_fra:
                raise ValueError("regioner", path)
        return self

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        refuse_twice((region.id for region in self.regioner), "regioner", "id")
        refuse_twice((kommune.navn for kommune in self.kommuner), "kommuner", "navn")
        refuse_twice((kommune.kode for kommune in self.kommuner), "kommuner", "kode")
        return self

    def region(self, kommune: Kommune, day: date) -> Region:
        """The region that the municipality belongs to on that day."""
        regions = {region.id: region for region in self.regioner}
        region = regions[kommune.region]
        while region.gyldig_til and day > region.gyldig_til and region.afloeses_af:
            region = regions[region.afloeses_af]
        return region
