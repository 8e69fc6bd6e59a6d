"""Bytes → text, whatever the encoding, or a clear reason why they are no text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from extractor.articles.article import UnreadableError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins the same way
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65_536
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\x80-\x84\x86-\x9f]")
_MAX_CONTROL_SHARE = 0.02
_NOT_TEXT = "is not text (binary content); give the article as text, HTML, JSONL, CSV or PDF"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text with line ends as "\\n", and what to tell about how it was read."""

    text: str
    encoding: str
    problems: tuple[str, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode `data`; `declared` is an encoding that the file itself names.

    Raises UnreadableError for binary content.
    """
    encoding = detect_encoding(data[:_SAMPLE], declared, whole=len(data) <= _SAMPLE)
    try:
        text = data.decode(encoding)
        problems: tuple[str, ...] = ()
    except UnicodeDecodeError:
        encoding = detect_encoding(data, declared)
        text, problems = _decode_with_losses(data, encoding)
    if looks_binary(text[:_SAMPLE]):
        raise UnreadableError(_NOT_TEXT)
    return Decoded(normalise_newlines(text), encoding, problems)


def _decode_with_losses(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    text = data.decode(encoding, errors="replace")
    lost = text.count("\N{REPLACEMENT CHARACTER}")
    if not lost:
        return text, ()
    return text, (f"{lost} characters are not valid {encoding} and were replaced",)


def detect_encoding(data: bytes, declared: str | None = None, *, whole: bool = True) -> str:
    """The name of the codec that reads `data`; Raises UnreadableError for binary content.

    `whole` is False where `data` is only the beginning, which may cut a character in two.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return encoding
    if b"\x00" in data:
        return _utf16_without_bom(data)
    if _is_utf8(data, whole=whole):
        return "utf-8"
    if declared and _decodes(data, declared):
        return declared
    if _mostly_utf8(data):
        return "utf-8"
    # Of the single-byte encodings, English news comes in cp1252; others have to show in the letters.
    if _high_share(data) < 0.1 and _decodes(data, "cp1252"):
        return "cp1252"
    return _guess(data)


def _is_utf8(data: bytes, *, whole: bool) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, final=whole)
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf8(data: bytes) -> bool:
    """Whether a few broken bytes stand in what is UTF-8 otherwise: cp1252 hardly ever reads as UTF-8."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    whole = sum(character > "\x7f" for character in text) - broken
    return whole >= 4 * broken


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _high_share(data: bytes) -> float:
    high = len(data.translate(None, bytes(range(128))))
    return high / max(len(data), 1)


def _utf16_without_bom(data: bytes) -> str:
    """UTF-16 shows itself by zeros in every second byte of Latin text; else zeros mean binary."""
    even, odd = data[0::2], data[1::2]
    if odd.count(0) > 0.4 * len(odd) and even.count(0) < 0.05 * len(even):
        return "utf-16-le"
    if even.count(0) > 0.4 * len(even) and odd.count(0) < 0.05 * len(odd):
        return "utf-16-be"
    raise UnreadableError(_NOT_TEXT)


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise UnreadableError(_NOT_TEXT)
    return best.encoding


def looks_binary(text: str) -> bool:
    """Whether there are more control characters than text ever holds."""
    return len(_CONTROL.findall(text)) > _MAX_CONTROL_SHARE * len(text)


def normalise_newlines(text: str) -> str:
    """Windows and old Mac line ends as "\\n"."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def without_surrogates(text: str) -> str:
    """Replace lone surrogates, which JSON can hold and UTF-8 cannot; the length stays the same."""
    if text.isascii():
        return text
    return re.sub(r"[\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", text)
