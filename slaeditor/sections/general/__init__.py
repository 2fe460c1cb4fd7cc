"""The clauses that every agreement carries whatever its sections; no fields of their own."""
