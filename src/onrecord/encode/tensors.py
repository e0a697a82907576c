"""Tensors: one weight taken out of an ONNX file, so that two networks can share it.

The file is protobuf; what is needed of its wire format (varints and length-delimited fields) is a page, the package
for it is ten megabytes. Field numbers: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import ModelError

_GRAPH, _INITIALIZER = 7, 5
_DIMS, _TYPE, _NAME, _RAW = 1, 2, 8, 9
_TYPES: dict[int, type[np.generic]] = {1: np.float32, 3: np.int8}
_VARINT, _FIXED64, _DELIMITED, _FIXED32 = 0, 1, 2, 5


def read_tensor(network: bytes, name: str) -> NDArray[Any]:
    """Take a weight out of a network.

    Args:
        network: An ONNX file.
        name: The weight's.

    Returns:
        float32 or int8, of the weight's shape.

    Raises:
        ModelError: It is not in there, or of another type.
    """
    whole = memoryview(network)
    for _, graph in _parts(whole, _GRAPH):
        for _, tensor in _parts(graph, _INITIALIZER):
            if any(bytes(value) == name.encode() for _, value in _parts(tensor, _NAME)):
                return _array(name, tensor)
    raise ModelError(f"the network has no weight {name!r}; install onrecord again")


def _array(name: str, tensor: memoryview) -> NDArray[Any]:
    shape = [value for number, value in _fields(tensor) if number == _DIMS and isinstance(value, int)]
    kind = next((value for number, value in _fields(tensor) if number == _TYPE and isinstance(value, int)), 0)
    raw = next((value for _, value in _parts(tensor, _RAW)), None)
    if kind not in _TYPES or raw is None:
        raise ModelError(f"the weight {name!r} is of type {kind}, not float32 or int8; install onrecord again")
    return np.frombuffer(raw, _TYPES[kind]).reshape(shape)


def _parts(message: memoryview, wanted: int) -> Iterator[tuple[int, memoryview]]:
    for number, value in _fields(message):
        if number == wanted and isinstance(value, memoryview):
            yield number, value


def _fields(message: memoryview) -> Iterator[tuple[int, memoryview | int]]:
    """The fields of a message: number and value, a number or bytes."""
    place = 0
    while place < len(message):
        key, place = _varint(message, place)
        number, wire = key >> 3, key & 7
        if wire == _VARINT:
            value, place = _varint(message, place)
            yield number, value
        elif wire == _DELIMITED:
            length, place = _varint(message, place)
            yield number, message[place : place + length]
            place += length
        elif wire in (_FIXED32, _FIXED64):
            place += 4 if wire == _FIXED32 else 8
        else:
            raise ModelError("the network is damaged; install onrecord again")


def _varint(message: memoryview, place: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[place]
        value |= (byte & 0x7F) << shift
        place += 1
        if byte < 0x80:
            return value, place
        shift += 7
