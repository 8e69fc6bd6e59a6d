"""Files that are not on this machine: `s3://`, `gs://`, `https://` and all that fsspec knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, cast

from extractor.articles.article import ReadFailure, UnreadableError
from extractor.articles.extras import optional_module

# What says whether a file is still the one that it was, by the kind of store.
_STAMPS = ("ETag", "etag", "md5Hash", "LastModified", "last_modified", "mtime", "updated", "created")


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """`stamp` changes when the file does; it is empty where the store tells nothing of the kind."""

    url: str
    size: int
    stamp: str

    def open(self) -> BinaryIO:
        """The file's bytes as a stream. Raises UnreadableError where it cannot be opened."""
        try:
            return cast(BinaryIO, _fsspec().open(self.url, "rb").open())
        except Exception as error:  # each store has errors of its own
            raise UnreadableError(f"cannot be opened ({_told(error)})") from error


def is_remote(given: str) -> bool:
    """Whether an input is an address and no path."""
    return "://" in given


def remote_files(address: str) -> Iterator[tuple[str, RemoteFile] | ReadFailure]:
    """The file at an address, or all files below it, each with its name inside it; hidden ones left out.

    One folder after the other and in sorted order.
    """
    try:
        store, root = _fsspec().core.url_to_fs(address)
        is_folder = store.isdir(root)
        if not is_folder:
            yield root.rsplit("/", 1)[-1], _remote(store, store.info(root))
    except UnreadableError as error:
        yield ReadFailure(address, None, str(error))
    except Exception as error:  # each store has errors of its own
        yield ReadFailure(address, None, f"cannot be opened ({_told(error)})")
    else:
        if is_folder:
            yield from _below(store, root.rstrip("/"), "")


def _below(store: Any, folder: str, prefix: str) -> Iterator[tuple[str, RemoteFile] | ReadFailure]:
    try:
        entries = sorted(store.ls(folder, detail=True), key=lambda entry: str(entry["name"]))
    except Exception as error:
        yield ReadFailure(store.unstrip_protocol(folder), None, f"cannot open the folder ({_told(error)})")
        return
    for entry in entries:
        path = str(entry["name"]).rstrip("/")
        name = path.rsplit("/", 1)[-1]
        if name.startswith(".") or path == folder:
            continue
        if entry["type"] == "directory":
            yield from _below(store, path, f"{prefix}{name}/")
        else:
            yield prefix + name, _remote(store, entry)


def _remote(store: Any, entry: dict[str, Any]) -> RemoteFile:
    stamp = next((str(entry[key]) for key in _STAMPS if entry.get(key)), "")
    return RemoteFile(store.unstrip_protocol(entry["name"]), int(entry.get("size") or 0), stamp)


def _fsspec() -> Any:
    return optional_module("fsspec", "remote", "is not on this machine")


def _told(error: Exception) -> str:
    hint = "; run: pip install 'extractor[remote]'" if isinstance(error, ImportError) else ""
    return f"{str(error) or type(error).__name__}{hint}"
