"""Which drafts of an article are one event, and what is told of several."""
