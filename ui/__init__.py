"""The window: shows an open draft and reports what the person did. Only here is Qt used."""
