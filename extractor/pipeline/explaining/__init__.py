"""Why a record is as it is, and why others were dropped."""
