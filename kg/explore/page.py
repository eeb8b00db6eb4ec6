"""The explorer as one HTML page: bundle, styles and data inside, nothing fetched.

Guarantees: the same records give the same bytes; texts of the graph stand in a block of JSON in which no
markup can begin; the page's Content-Security-Policy lets run the bundle alone, by its hash, and connects
to nothing.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

import msgspec

from kg.explore.contract import Data

__all__ = ["explorer_page", "policy_of", "security_policy"]

_BUNDLE = Path(__file__).parent / "bundle"
_HASH = rb"'sha256-[A-Za-z0-9+/]{43}='"
_POLICY = re.compile(
    rb"<meta http-equiv=\"Content-Security-Policy\" content=\"(default-src 'none'; script-src "
    + _HASH
    + rb"; style-src "
    + _HASH
    + rb"; img-src data: blob:; base-uri 'none'; form-action 'none')\">"
)
_HEAD = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>工会图谱 · Union graph</title>
<style>{style}</style>
</head>
<body>
<noscript>请启用 JavaScript。Please allow JavaScript: this page runs on its own and connects to nothing.</noscript>
<div id="app"></div>
<script type="application/json" id="data">"""
_TAIL = """</script>
<script>{script}</script>
</body>
</html>
"""


def explorer_page(data: Data) -> bytes:
    """The page, UTF-8."""
    script, style = _bundled("explorer.js"), _bundled("explorer.css")
    head = _HEAD.format(policy=security_policy(), style=style)
    return b"".join([head.encode(), _json(data), _TAIL.format(script=script).encode()])


def security_policy() -> str:
    """The Content-Security-Policy of the page."""
    script, style = (_hash(_bundled(name)) for name in ("explorer.js", "explorer.css"))
    return (
        f"default-src 'none'; script-src '{script}'; style-src '{style}'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def policy_of(page: bytes) -> str | None:
    """The policy that the beginning of a page states, or None where it is none of this explorer, of any version."""
    found = _POLICY.search(page[:4096])
    return found[1].decode() if found else None


def _json(data: Data) -> bytes:
    """JSON without any character that could begin markup."""
    return msgspec.json.encode(data).replace(b"<", b"\\u003c").replace(b">", b"\\u003e").replace(b"&", b"\\u0026")


@cache
def _bundled(name: str) -> str:
    """A file of the bundle, as it may stand inside its element."""
    text = (_BUNDLE / name).read_text(encoding="utf-8")
    ends = ("</style",) if name.endswith(".css") else ("</script", "<script", "<!--")
    if any(end in text.lower() for end in ends):
        raise ValueError(f"{name}: would end its element early; build the bundle again with a newer toolchain")
    return text


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
