"""What one sentence tells: the event words with those beside them, and what befell how many."""
