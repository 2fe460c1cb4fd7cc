"""The firm's own Word template: choosing it, and what its styles are for."""
