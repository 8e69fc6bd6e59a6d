"""patterns/ read, validated, hashed and compiled to matchers."""

from extractor.lexicon.files import PatternError, default_patterns
from extractor.lexicon.lexicon import Lexicon, load_lexicon

__all__ = ["Lexicon", "PatternError", "default_patterns", "load_lexicon"]
