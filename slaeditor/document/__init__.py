"""From an agreement to a document: what it says (compose) and how it reads as HTML and text."""
