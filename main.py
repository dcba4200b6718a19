"""印发 (Yinfa): a batch job without a window, or the window."""
