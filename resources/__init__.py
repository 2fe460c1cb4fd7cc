"""What the program ships beside its code: wording, templates, icons, themes, help. Data only."""
