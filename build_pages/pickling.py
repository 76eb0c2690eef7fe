"""Things to bytes and back, as pickle does it; slotted dataclasses are taken apart field by field, which is quicker."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from operator import attrgetter, methodcaller
from typing import Any, cast

from build_pages.collector import not_collected


def dump(made: object) -> bytes:
    """The bytes of a thing."""
    data = io.BytesIO()
    _Pickler(data, pickle.HIGHEST_PROTOCOL).dump(made)
    return data.getvalue()


def load(data: bytes) -> object:
    """The thing of bytes, made without the collector, which would go through the growing heap again and again."""
    with not_collected():
        return cast(object, pickle.loads(data))


class _Fields(dict[type, Callable[[Any], Any]]):
    """Class ▸ how pickle takes an object of it apart. Slotted dataclasses do it themselves far more slowly."""

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        if issubclass(kind, type):
            raise KeyError(kind)  # a class is no object to take apart: pickle writes its name
        names = kind.__dict__.get("__slots__", ())
        if not is_dataclass(kind) or len(names) < 2 or names != tuple(kind.__dataclass_fields__):
            self[kind] = methodcaller("__reduce_ex__", pickle.HIGHEST_PROTOCOL)
            return self[kind]
        read = attrgetter(*names)
        if all(one.init and not one.kw_only for one in fields(kind)) and not hasattr(kind, "__post_init__"):
            self[kind] = lambda made: (kind, read(made))
        else:
            self[kind] = lambda made: (_restore, (kind, read(made)))
        return self[kind]


class _Pickler(pickle.Pickler):
    dispatch_table: Mapping[type, Callable[[Any], Any]] = _Fields()


def _restore(kind: type, values: tuple[object, ...]) -> object:
    """Make an object of fields that its class would not take, or not in this order, or look through again."""
    made: object = object.__new__(kind)
    for name, value in zip(kind.__slots__, values, strict=True):  # type: ignore[attr-defined]
        object.__setattr__(made, name, value)
    return made
