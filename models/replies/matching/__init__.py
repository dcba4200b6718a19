"""Whose a reply is: what is proved is assigned, what is only likely is offered with its reasons, never assigned."""
