"""Every judgement about place: elements become placed pages."""
