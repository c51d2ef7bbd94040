"""What reviewers bring to a run: their waivers, an earlier run, their bureau's own checks."""
