"""The sections of an agreement, one folder each: fields, clauses and checks stand together."""
