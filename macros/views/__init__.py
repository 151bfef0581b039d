"""Katalog to small view objects: sorted, grouped, labelled, and free of markup. `today` is an argument."""
