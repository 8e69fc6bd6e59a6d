"""Packed files, read as they are unpacked."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from typing import TYPE_CHECKING, BinaryIO, cast

from extractor.articles.extras import optional_module

if TYPE_CHECKING:
    from typing_extensions import Buffer

SUFFIXES = (".gz", ".zst", ".zstd", ".bz2", ".xz")
_BUFFER = 1 << 17


class DamagedError(ValueError):
    """A packed file is torn or is none."""


def unpacked(file: BinaryIO, suffix: str) -> BinaryIO:
    """The content of `file`, packed as its suffix says, as a stream that closes the file with it.

    Reading it raises DamagedError where the file is damaged. Raises UnreadableError where the library for
    the format is not installed.
    """
    return cast(BinaryIO, io.BufferedReader(_Stream(file, suffix), _BUFFER))


def _opened(file: BinaryIO, suffix: str) -> BinaryIO:
    if suffix in (".zst", ".zstd"):
        library = optional_module("zstandard", "zst", "is packed by zstandard")
        return cast(BinaryIO, library.ZstdDecompressor().stream_reader(file, read_across_frames=True))
    if suffix == ".bz2":
        return cast(BinaryIO, bz2.open(file))
    return cast(BinaryIO, lzma.open(file) if suffix == ".xz" else gzip.open(file))


class _Stream(io.RawIOBase):
    """Unpacks, and has one error for all that may be wrong."""

    def __init__(self, file: BinaryIO, suffix: str) -> None:
        self._file = file
        self._name = {".gz": "gzip", ".xz": "xz", ".bz2": "bzip2"}.get(suffix, "zstandard")
        unpacked = _opened(file, suffix)
        # What comes in one go: of a torn file, all that stands before the fault.
        self._read = getattr(unpacked, "read1", unpacked.read)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        view = memoryview(buffer)
        try:
            data = self._read(len(view))
        except (OSError, EOFError, zlib.error, lzma.LZMAError) as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise  # of the disk, not of the format
            raise DamagedError(self._fault(error)) from error
        except Exception as error:
            if type(error).__name__ != "ZstdError":
                raise
            raise DamagedError(self._fault(error)) from error
        view[: len(data)] = data
        return len(data)

    def _fault(self, error: Exception) -> str:
        return f"is no whole {self._name} file ({error}); what stands before the fault was read"

    def close(self) -> None:
        if not self.closed:
            self._file.close()
        super().close()
