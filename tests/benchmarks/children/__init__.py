"""Programs that are started to be measured; they end by themselves."""
