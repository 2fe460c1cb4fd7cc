"""What changed between two drafts as plain JSON: small, readable, and applied again later.

A delta is `None` (nothing), `["=", value]` (replaced), or a dict. For objects it holds `set`
{key: delta} and `gone` [keys]; for lists whose items all have an own id it holds `set` {id: delta}
— a new item is a replacement — and `order` [ids] where items came, went or moved; no `gone`.
"""

import json
from typing import Any

Delta = Any
_REPLACED = "="


def delta(old: Any, new: Any) -> Delta:
    """What turns `old` into `new`; both are JSON values and stay as they are."""
    if isinstance(old, dict) and isinstance(new, dict):
        return _between_objects(old, new)
    if isinstance(old, list) and isinstance(new, list):
        return _between_lists(old, new)
    return None if _same(old, new) else [_REPLACED, new]


def applied(old: Any, change: Delta) -> Any:
    """`old` with the delta applied; parts that didn't change are shared with `old`.

    Raises `KeyError`, `TypeError` or `ValueError` when the delta doesn't fit `old`.
    """
    if change is None:
        return old
    if isinstance(change, list):
        return change[1]
    if isinstance(old, list):
        return _applied_to_list(old, change)
    new = {key: value for key, value in old.items() if key not in change["gone"]}
    for key, part in change["set"].items():
        new[key] = applied(old.get(key), part)
    return new


def _between_objects(old: dict[str, Any], new: dict[str, Any]) -> Delta:
    parts = {}
    for key, value in new.items():
        part = delta(old[key], value) if key in old else [_REPLACED, value]
        if part is not None:
            parts[key] = part
    gone = [key for key in old if key not in new]
    return {"set": parts, "gone": gone} if parts or gone else None


def _between_lists(old: list[Any], new: list[Any]) -> Delta:
    before, after = _by_id(old), _by_id(new)
    if before is None or after is None:
        return None if _same(old, new) else [_REPLACED, new]
    parts = {}
    for name, item in after.items():
        part = delta(before[name], item) if name in before else [_REPLACED, item]
        if part is not None:
            parts[name] = part
    if list(before) != list(after):
        return {"set": parts, "order": list(after)}
    return {"set": parts} if parts else None


def _applied_to_list(old: list[Any], change: dict[str, Any]) -> list[Any]:
    before = _by_id(old)
    if before is None:
        raise ValueError("the items of the list have no ids")
    parts = change["set"]
    order = change.get("order", before)
    return [applied(before.get(name), parts.get(name)) for name in order]


def _by_id(items: list[Any]) -> dict[str, Any] | None:
    """The items by their id; None when one has no text as id or two share one."""
    found: dict[str, Any] = {}
    for item in items:
        name = item.get("id") if isinstance(item, dict) else None
        if not isinstance(name, str) or name in found:
            return None
        found[name] = item
    return found


def _same(old: Any, new: Any) -> bool:
    """Equal also in type (1 is not True), whatever the order of keys."""
    if isinstance(old, (dict, list)) or isinstance(new, (dict, list)):
        return json.dumps(old, sort_keys=True) == json.dumps(new, sort_keys=True)
    return type(old) is type(new) and bool(old == new)
