"""Writers draw what was placed and decide nothing."""
