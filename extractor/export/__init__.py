"""Event records in the columns of the field's codebooks and in common file formats."""

from extractor.export.profiles import PROFILES, Profile, UnknownProfileError, export

__all__ = ["PROFILES", "Profile", "UnknownProfileError", "export"]
