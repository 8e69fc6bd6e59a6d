"""patterns/ compiled: every entry by layer and id, and every wording that tells of one."""

from extractor.lexicon.lexicon import Lexicon, load_lexicon

__all__ = ["Lexicon", "load_lexicon"]
