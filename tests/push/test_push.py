"""What a push sends, what it refuses, and what it says when a server does not take it."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest

from kg.errors import OutputError, PushError
from kg.push import push
from kg.push.progress_file import NAME
from tests.push.conftest import Notes


def test_credentials_are_sent_and_nothing_else_tells_them(notes: Notes, out: Path) -> None:
    push(out, notes.url, environment={"KG_PUSH_USER": "甘棠", "KG_PUSH_PASSWORD": "se:cret"})
    sent = notes.seen[0][2]["Authorization"].removeprefix("Basic ")
    assert base64.b64decode(sent).decode() == "甘棠:se:cret"
    push(out, notes.url, environment={"KG_PUSH_TOKEN": "abc.def"})
    assert notes.seen[1][2]["Authorization"] == "Bearer abc.def"
    push(out, notes.url, environment={})
    assert "Authorization" not in notes.seen[2][2]


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({"KG_PUSH_USER": "secret"}, "only one is set"),
        ({"KG_PUSH_PASSWORD": "secret"}, "only one is set"),
        ({"KG_PUSH_USER": "u", "KG_PUSH_PASSWORD": "secret", "KG_PUSH_TOKEN": "secret"}, "both KG_PUSH_TOKEN"),
        ({"KG_PUSH_TOKEN": "secret\r\nX: y"}, "is no token"),
    ],
)
def test_half_credentials(notes: Notes, out: Path, environment: dict[str, str], message: str) -> None:
    with pytest.raises(PushError, match=message) as raised:
        push(out, notes.url, environment=environment)
    assert "secret" not in str(raised.value)
    assert notes.seen == []


def test_what_is_sent(notes: Notes, out: Path) -> None:
    push(out, notes.url, graph="https://example.org/a&b", chunk_size=60, replace=True)
    assert [(method, path) for method, path, _, _ in notes.seen] == [
        ("PUT", "/store?graph=https%3A%2F%2Fexample.org%2Fa%26b"),
        ("POST", "/store?graph=https%3A%2F%2Fexample.org%2Fa%26b"),
    ]
    assert {headers["Content-Type"].split(";")[0] for _, _, headers, _ in notes.seen} == {"application/n-triples"}
    assert b"".join(body for _, _, _, body in notes.seen) == (out / "graph.nt").read_bytes()
    push(out, notes.url + "?key=1")
    assert notes.seen[2][:2] == ("POST", "/store?key=1&default")


def test_what_may_pass_is_tried_again(notes: Notes, out: Path) -> None:
    notes.statuses = [(503, {}, ""), (429, {}, ""), (204, {}, "")]
    pauses: list[float] = []
    done = push(out, notes.url, pause=pauses.append)
    assert (len(notes.seen), pauses, done.requests) == (3, [1, 2], 1)


def test_it_gives_up(notes: Notes, out: Path) -> None:
    notes.statuses = [(204, {}, ""), (502, {"Content-Type": "text/plain"}, "no\nroom \x1b[31m")]
    with pytest.raises(PushError, match=r"answers 502 Bad Gateway \(no room \[31m\), 6 times; the same command"):
        push(out, notes.url, chunk_size=50, pause=lambda _: None)
    assert len(notes.seen) == 7


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (401, "set KG_PUSH_USER and KG_PUSH_PASSWORD, or KG_PUSH_TOKEN"),
        (403, "do not allow to write"),
        (404, "no graph store at this address"),
        (405, "does not take statements there"),
        (413, "smaller --chunk-size"),
        (418, "check the address"),
    ],
)
def test_refusals_are_explained_and_not_repeated(notes: Notes, out: Path, status: int, message: str) -> None:
    notes.statuses = [(status, {}, "")]
    with pytest.raises(PushError, match=message) as raised:
        push(out, notes.url, environment={"KG_PUSH_TOKEN": "secret"})
    assert "secret" not in str(raised.value)
    assert len(notes.seen) == 1


def test_no_redirect_is_followed(notes: Notes, out: Path) -> None:
    notes.statuses = [(307, {"Location": notes.url.replace("store", "elsewhere")}, ""), (204, {}, "")]
    with pytest.raises(PushError, match=r"give the address itself: .*elsewhere"):
        push(out, notes.url, environment={"KG_PUSH_TOKEN": "secret"})
    assert [path for _, path, _, _ in notes.seen] == ["/store?default"]


def interrupted(notes: Notes, out: Path, **options: object) -> None:
    """A push that ends after its first chunk of 40 statements."""
    notes.statuses = [(204, {}, ""), (403, {}, "")]
    with pytest.raises(PushError):
        push(out, notes.url, chunk_size=40, **options)  # type: ignore[arg-type]
    notes.seen.clear()
    notes.statuses = [(204, {}, "")]


def test_the_state_holds_no_secret(notes: Notes, out: Path) -> None:
    interrupted(notes, out, environment={"KG_PUSH_USER": "someone", "KG_PUSH_PASSWORD": "secret"})
    state = (out / NAME).read_text(encoding="utf-8")
    assert "secret" not in state and "someone" not in state
    assert json.loads(state)["done"] == sum(map(len, (out / "graph.nt").read_bytes().splitlines(True)[:40]))
    push(out, notes.url)
    assert notes.seen[0][3].startswith(b"<https://example.org/40>")


@pytest.mark.parametrize("change", ["graph.nt", "target", "replace", "broken state"])
def test_another_push_starts_anew(notes: Notes, out: Path, change: str) -> None:
    interrupted(notes, out)
    options: dict[str, object] = {}
    if change == "graph.nt":
        with (out / "graph.nt").open("a", encoding="utf-8") as file:
            file.write('<https://example.org/more> <https://example.org/p> "more" .\n')
    elif change == "target":
        options["graph"] = "https://example.org/g"
    elif change == "replace":
        options["replace"] = True
    else:
        (out / NAME).write_text("{", encoding="utf-8")
    push(out, notes.url, **options)  # type: ignore[arg-type]
    assert notes.seen[0][3].startswith(b"<https://example.org/0>")
    assert notes.seen[0][0] == ("PUT" if change == "replace" else "POST")


@pytest.mark.parametrize(
    "line",
    [
        "_:b0 <https://example.org/p> <https://example.org/o> .",
        "<https://example.org/s> <https://example.org/p> _:b0 .",
        "<https://example.org/s><https://example.org/p>_:b0.",
    ],
)
def test_blank_nodes_are_refused(notes: Notes, out: Path, line: str) -> None:
    with (out / "graph.nt").open("a", encoding="utf-8") as file:
        file.write('<https://example.org/s> <https://example.org/p> "_:b0 . <a> <b> _:c ." .\n' + line + "\n")
    with pytest.raises(PushError, match="line 102: names a blank node"):
        push(out, notes.url)
    assert notes.seen == []


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("localhost:7878/store", "is no web address"),
        ("ftp://example.org/store", "is no web address"),
        ("http://example.org:port/store", "is no web address"),
        ("ftp://user:secret@example.org:port/store", "holds credentials"),
        ("http://user:secret@example.org/store", "holds credentials"),
        ("http://example.org/store?default", "names a graph itself"),
        ("http://example.org/store?graph=a", "names a graph itself"),
    ],
)
def test_addresses_that_are_none(out: Path, url: str, message: str) -> None:
    with pytest.raises(PushError, match=message) as raised:
        push(out, url)
    assert "secret" not in str(raised.value)


def test_other_mistakes(notes: Notes, out: Path, tmp_path: Path) -> None:
    with pytest.raises(PushError, match="is no IRI"):
        push(out, notes.url, graph="no iri")
    with pytest.raises(PushError, match="larger --chunk-size"):
        push(out, notes.url, chunk_size=0)
    with pytest.raises(OutputError, match=r"holds no graph\.nt"):
        push(tmp_path, notes.url)
    (out / "graph.nt").write_text("# nothing\n", encoding="utf-8")
    with pytest.raises(PushError, match="holds no statement"):
        push(out, notes.url, replace=True)
    assert notes.seen == []


def test_credentials_over_plain_http_are_warned_of(notes: Notes, out: Path) -> None:
    warned: list[str] = []
    with pytest.raises(PushError, match="cannot be reached"):
        push(
            out,
            "http://nowhere.invalid/store",
            environment={"KG_PUSH_TOKEN": "secret"},
            warn=warned.append,
            pause=lambda _: None,
        )
    push(out, notes.url, environment={"KG_PUSH_TOKEN": "secret"}, warn=warned.append)
    (said,) = warned
    assert "unencrypted" in said and "secret" not in said
