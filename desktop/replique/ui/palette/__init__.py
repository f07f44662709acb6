"""The command palette: any action and any setting by any of its words."""
