"""The only package that knows MkDocs: `events` is what it calls, `made` are its pages and files that come from data."""
