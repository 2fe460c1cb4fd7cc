"""Writing an agreement as a file: Word, and by suffix every other form of export."""
