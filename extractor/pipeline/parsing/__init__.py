"""The statistical model, and the sentences as it is given them."""
