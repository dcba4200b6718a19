"""What changed between two states of a value: as a difference that can be kept, told and taken back."""
