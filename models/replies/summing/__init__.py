"""汇总: what the replies say about each item of the plan. The clerk decides; here are suggestions, each with its reasons."""
