"""Received files and their readings."""

from __future__ import annotations

import hashlib

from build_pages.intake.decode import decode
from build_pages.model.library import Reading
from build_pages.model.problem import SourceError
from build_pages.model.record import ReceivedFile
from build_pages.source.folder import Folder
from build_pages.source.held import Held

RECEIVED = "source/received"


def read_readings(folder: Folder) -> dict[str, Held[Reading]]:
    """File name ▸ its reading, for every file on ``received.yml`` whose bytes are those on record."""
    readings: dict[str, Held[Reading]] = {}
    for held in folder.read_list(ReceivedFile, "source/received.yml"):
        reading = _read(folder, held)
        if held.value.file in readings:
            folder.problems.append(held.problem("R004", f"remove the second record of {held.value.file}"))
        elif reading:
            readings[held.value.file] = Held(reading, held.text, held.at)
    return readings


def _read(folder: Folder, held: Held[ReceivedFile]) -> Reading | None:
    file = held.value
    if "/" in file.file or "/" in (file.reading or ""):
        folder.problems.append(held.problem("R001", "name a file in source/received/, not a path", ("file",)))
        return None
    data = folder.bytes(f"{RECEIVED}/{file.file}")
    if data is None:
        return None
    if hashlib.sha256(data).hexdigest() != file.sha256:
        say = (
            f"put back the bytes of {file.file} as received (or import the new ones under another name): sha256 differs"
        )
        folder.problems.append(held.problem("R002", say, ("sha256",)))
        return None
    readable = folder.bytes(f"{RECEIVED}/{file.reading}") if file.reading else data
    if file.reading_sha256 and hashlib.sha256(readable or b"").hexdigest() != file.reading_sha256:
        say = f"put back {file.reading} as the import made it, and correct the text by repairs: sha256 differs"
        folder.problems.append(held.problem("R003", say, ("reading_sha256",)))
        return None
    try:
        decoded = decode(readable or b"", f"{RECEIVED}/{file.reading or file.file}")
    except SourceError as error:
        folder.problems += error.problems
        return None
    return Reading(file, decoded.text, decoded.encoding, len(data))
