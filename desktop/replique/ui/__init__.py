"""The window: views, actions, dialogs."""
