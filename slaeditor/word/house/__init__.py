"""House templates: a firm's Word file as the base of exports, with its styles and numbering."""
