"""From an event to its record: who, to whom, with what, how many, on what evidence, how sure."""
