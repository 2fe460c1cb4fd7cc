"""Care for the library as a whole: back-up, bringing back, checking, and what is left of drafts."""
