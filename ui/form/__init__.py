"""The form of a screen, made from the records: cards, rows, lists. It knows no field by name."""
