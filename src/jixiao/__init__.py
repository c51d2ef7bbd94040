"""jixiao (绩效): the evaluation of public spending, exact and checkable."""
