"""The way without a window: what is typed, what is done, what is printed. Nothing of Qt is loaded here."""
