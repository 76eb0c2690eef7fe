"""Versions and days as records write them, checked when they are read."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator

_VERSION = re.compile(r"(0|[1-9][0-9]{0,5})(\.(0|[1-9][0-9]{0,5})){2}")


def check_version(text: str) -> str:
    """The version as given; raises ValueError where it is not three numbers (https://semver.org, releases only)."""
    if not _VERSION.fullmatch(text):
        raise ValueError(f"write the version as 1.0.0, not {text!r}")
    return text


def check_day(text: str) -> str:
    """The day as given; raises ValueError where it is none of the calendar written as 2026-11-22."""
    try:
        written = date.fromisoformat(text).isoformat()
    except ValueError:
        written = ""
    if written != text:
        raise ValueError(f"write the day as 2026-11-22, not {text!r}")
    return text


def rank(version: str) -> tuple[int, ...]:
    """What versions are ordered by; () for "", which comes before every version."""
    return tuple(int(part) for part in version.split(".")) if version else ()


Version = Annotated[str, AfterValidator(check_version)]
Day = Annotated[str, AfterValidator(check_day)]
