"""The one table of actions, the keys that are bound to them, and the QActions made from both."""
