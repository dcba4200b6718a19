"""The forms of an office around a document: lists to sign, registers, slips, labels and envelopes."""
