"""Rounding for display: once, at the end, never before a comparison."""

from decimal import ROUND_HALF_UP, Decimal


def rounded(value: Decimal, places: int) -> Decimal:
    """The value with exactly `places` decimals, halves away from zero."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def shown(value: Decimal, places: int) -> Decimal:
    """The value with at most `places` decimals and without trailing zeros: 43.20 is 43.2."""
    plain = rounded(value, places).normalize()
    exponent = plain.as_tuple().exponent
    return plain.quantize(Decimal(1)) if isinstance(exponent, int) and exponent > 0 else plain
