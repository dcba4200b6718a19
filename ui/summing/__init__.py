"""汇总: what the replies say about each item of the plan, paragraph by paragraph."""
