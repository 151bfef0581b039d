"""The catalogue as a pipeline: data files in, pages and open data out. HACKING.md has the map."""
