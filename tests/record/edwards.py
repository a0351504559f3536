"""The curve of Ed25519 in plain integers, slow and simple, to make signatures at the edges of the standard.

Source: RFC 8032, section 5.1. Points are affine pairs (x, y).
"""

from __future__ import annotations

import hashlib

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
I = pow(2, (P - 1) // 4, P)  # noqa: E741 - the square root of -1, so called in RFC 8032

Point = tuple[int, int]
ZERO: Point = (0, 1)


def add(a: Point, b: Point) -> Point:
    """Add two points."""
    product = D * a[0] * b[0] * a[1] * b[1] % P
    x = (a[0] * b[1] + a[1] * b[0]) * pow(1 + product, -1, P)
    y = (a[1] * b[1] + a[0] * b[0]) * pow(1 - product, -1, P)
    return x % P, y % P


def multiply(factor: int, point: Point) -> Point:
    """Add a point to itself ``factor`` times."""
    total = ZERO
    while factor:
        if factor & 1:
            total = add(total, point)
        point, factor = add(point, point), factor >> 1
    return total


def on_curve(y: int, odd: int) -> Point | None:
    """Return the point with this y and the sign of x, if there is one."""
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * I % P
    if x * x % P != square:
        return None
    return (P - x if x & 1 != odd else x) % P, y


def encode(point: Point) -> bytes:
    """Write a point in the one form that RFC 8032 has for it."""
    return (point[1] | (point[0] & 1) << 255).to_bytes(32, "little")


def decode(raw: bytes) -> Point | None:
    """Read a point written in any form, even with y beyond the prime or the sign of a zero."""
    number = int.from_bytes(raw, "little")
    return on_curve((number & (1 << 255) - 1) % P, number >> 255)


def challenge(r: bytes, key: bytes, message: bytes) -> int:
    """Return k of RFC 8032, 5.1.7."""
    return int.from_bytes(hashlib.sha512(r + key + message).digest(), "little") % L


def usual_verifiers_accept(key: bytes, message: bytes, signature: bytes) -> bool:
    """Check as most verifiers do: S below the order, R compared as bytes, no cofactor."""
    r, s = signature[:32], int.from_bytes(signature[32:], "little")
    point = decode(key)
    if point is None or s >= L:
        return False
    minus = (-point[0] % P, point[1])
    return encode(add(multiply(s, BASE), multiply(challenge(r, key, message), minus))) == r


def small_points() -> tuple[Point, ...]:
    """Return the eight points whose order divides eight."""
    eighth = next(
        point
        for y in range(2, 100)
        if (found := on_curve(y, 0))
        and len({multiply(n, point := multiply(L, found)) for n in range(8)}) == 8
    )
    return tuple(multiply(n, eighth) for n in range(8))


def encodings(point: Point) -> tuple[bytes, ...]:
    """Return all forms of a point that 32 bytes can hold, the one of RFC 8032 first."""
    ys = [y for y in (point[1], point[1] + P) if y < 1 << 255]
    signs = (0, 1) if point[0] == 0 else (point[0] & 1,)
    return tuple((y | sign << 255).to_bytes(32, "little") for y in ys for sign in signs)


_found = on_curve(4 * pow(5, -1, P) % P, 0)
assert _found is not None
BASE: Point = _found
