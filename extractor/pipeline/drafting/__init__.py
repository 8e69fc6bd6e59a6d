"""From what a sentence tells to drafts of events, and whether they happened."""
