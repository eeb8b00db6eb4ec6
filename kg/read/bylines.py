"""Names of reporters, correspondents and photographers, and where a by-line, a sign-off or a photo
credit begins and ends.

Guarantees: positions count the characters of the text handed in; a name is two to four characters
(spaced-out 顾 岚 is one name, its space inside), a name with a middle dot may be longer; 记者从…获悉
and its like are no names. Nothing is looked for in running text: only at a line's head or end.
"""

from __future__ import annotations

import re

import msgspec

from kg.model import Byline
from kg.read.cues import Cues

__all__ = ["Opening", "SignOff", "opening", "sign_off", "standalone"]

RUN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]{1,12}(?:[·•‧][\u3400-\u4dbf\u4e00-\u9fff]{1,8}){0,3}")
BETWEEN = re.compile(r"[\s、，/／|｜：&+【】]{0,4}")
SPACE = re.compile("[ \u3000】]{0,2}")
BULLET = re.compile(r"[\s□■◆◇●○▲△★☆※*]{0,4}")
PLACE_DISPATCH = re.compile("[\u4e00-\u9fff]{2,6}[讯电][ \u3000]{0,2}（")
"""柳州讯（通讯员 …）: a place's news, its by-line in brackets."""
AFTER_ROLE = " \u3000：:\t"
AFTER_MARK = ("：", ":")
"""What makes a photographer's word the head of a line of credits (摄影：张三)."""
SENTENCE_ENDS = "。！？”…）；.!?)"
DAY = re.compile(r"[\s，]{0,3}(?:[0-9]{2,4}[年.-])?[0-9]{1,2}[月.-][0-9]{1,2}日?")
"""The day on which a sign-off was written (（张三 2014年9月26日）)."""
DAY_BEFORE = re.compile(r"(?:[0-9]{2,4}[年.-])?[0-9]{1,2}[月.-][0-9]{1,2}日?[\s，]{1,3}")
"""The day before the names (（2014年9月26日 记者张三）)."""
OPENING, CLOSING = "（【", "）】"
REACH = 90
"""Characters within which a by-line must end."""


class Opening(msgspec.Struct, frozen=True):
    """The head of a report: ``本报讯 记者张三报道``. `end` is where its story begins."""

    end: int
    names: tuple[Byline, ...]


class SignOff(msgspec.Struct, frozen=True):
    """``（张三）`` or ``张三 摄`` at the end of a piece. `begin` is where it begins."""

    begin: int
    names: tuple[Byline, ...]
    photo: bool


class People(msgspec.Struct, frozen=True):
    """Names read one after another. `end` is where reading stopped, `roles` the role words met."""

    end: int
    names: tuple[Byline, ...]
    roles: tuple[str, ...]
    bodies: int = 0


def opening(text: str, begin: int, end: int, cues: Cues) -> Opening | None:
    """The by-line or date line at the head of the line ``text[begin:end]``, else None."""
    limit = min(end, begin + REACH)
    place = _after(BULLET, text, begin, limit)
    dispatch = cues.dispatch.match(text, place, limit)
    if dispatch:
        return _after_dispatch(text, dispatch.end(), limit, cues)
    if text[place : place + 1] == "（":
        close = text.find("）", place, limit)
        people = _people(text, place + 1, close, cues) if close > 0 else None
        reported = people and (people.roles or cues.lead.match(text, close + 1, end))  # （张三 李四）近日，
        if people and people.names and reported and people.end == close and close + 1 < end:
            return Opening(close + 1, people.names)
        return None
    from_place = PLACE_DISPATCH.match(text, place, limit)
    if from_place:
        people = _people(text, from_place.end(), limit, cues)
        if people.names and text[people.end : people.end + 1] == "）":
            return Opening(_after(BETWEEN, text, people.end + 1, limit), people.names)
    people = _people(text, place, limit, cues)
    closing = cues.closing.match(text, _after(SPACE, text, people.end, limit), limit)
    apart = cues.closing.fullmatch(text, _after(BETWEEN, text, people.end, limit), end)  # 张三 报道
    if people.names and apart and text[people.end].isspace():
        return Opening(end, people.names)
    if closing and people.names and people.roles:
        return Opening(_after(BETWEEN, text, closing.end(), limit), people.names)
    if people.names and people.end < end and text[people.end].isspace() and cues.role.match(text, place, limit):
        return Opening(_after(BETWEEN, text, people.end, limit), people.names)  # 通讯员 张三 近日，
    return None


def _after_dispatch(text: str, place: int, limit: int, cues: Cues) -> Opening:
    begin = _after(BETWEEN, text, place, limit)
    if text[begin : begin + 1] == "（":
        close = text.find("）", begin, limit)
        people = _people(text, begin + 1, close, cues) if close > 0 else None
        if people and people.names:
            return Opening(_after(BETWEEN, text, close + 1, limit), people.names)
        return Opening(begin, ())
    people = _people(text, begin, limit, cues)
    closing = cues.closing.match(text, _after(BETWEEN, text, people.end, limit), limit)
    reported = closing is not None or (bool(people.roles) and (people.end == limit or text[people.end].isspace()))
    if people.names and reported:
        end = closing.end() if closing else people.end
        return Opening(_after(BETWEEN, text, end, limit), people.names)
    return Opening(begin, ())


def standalone(text: str, begin: int, end: int, cues: Cues) -> tuple[Byline, ...]:
    """The names of a line that is a by-line and nothing else (本报记者 张三); empty where it is none."""
    if end - begin > REACH:
        return ()
    place = _after(BULLET, text, begin, end)
    bracketed = text[place : place + 1] == "（" and text[end - 1] == "）"
    first, last = (place + 1, end - 1) if bracketed else (place, end)
    if place > begin and cues.behind_names.search(text, first, last):  # □张三 李四 文/图
        people = _people(text, first, last, cues)
        return people.names if people.end == last and people.roles else ()
    role = cues.role.search(text, first, min(last, first + 20))
    marked = role is not None and text.startswith(AFTER_MARK, role.end())
    credit = role is not None and role.lastgroup == "photographer" and not marked
    if not role or credit or re.search(r"[，。、；：！？\s]", text[first : role.start()]):
        return ()
    house = cues.house.match(text, first, last)
    housed = house is not None and house.end() == role.start() and house[0].endswith(cues.paper_ends)
    if role.start() > first and role.lastgroup == "correspondent" and text[role.end()] not in AFTER_ROLE and not housed:
        return ()  # 为社区工|作者|送健康
    people = _people(text, role.start(), last, cues)
    return people.names if people.end == last and people.roles else ()


def sign_off(text: str, begin: int, end: int, cues: Cues) -> SignOff | None:
    """The sign-off or photo credit that ends the line ``text[begin:end]``, else None."""
    if end - begin < 3:
        return None
    if text[end - 1] in CLOSING:
        return _bracketed(text, begin, end, cues)
    if cues.photo.search(text, max(begin, end - 8), end):
        return _credit(text, begin, end, cues)
    return _unbracketed(text, begin, end, cues)


def _unbracketed(text: str, begin: int, end: int, cues: Cues) -> SignOff | None:
    """…优先办理。 本报记者 张三: a role and names behind the last sentence, set off by a space."""
    place = max(text.rfind(mark, max(begin, end - REACH), end) for mark in SENTENCE_ENDS) + 1
    if place <= begin or not text[place : place + 1].isspace():
        return None
    start = _after(BULLET, text, place, end)
    people = _people(text, start, end, cues)
    if people.end != end or not people.names or not people.roles or "photographer" in people.roles:
        return None
    return SignOff(start, people.names, False)


def _bracketed(text: str, begin: int, end: int, cues: Cues) -> SignOff | None:
    place = text.rfind(OPENING[CLOSING.index(text[end - 1])], max(begin, end - REACH), end)
    if place < 0 or not _sentence_ends(text, begin, place):
        return None
    people = _people(text, _after(DAY_BEFORE, text, place + 1, end - 1), end - 1, cues)
    stop = _after(cues.closing, text, _after(SPACE, text, people.end, end - 1), end - 1)  # （张三、李四报道）
    if _after(DAY, text, stop, end - 1) != end - 1 or not (people.names or people.bodies):
        return None
    return SignOff(place, people.names, "photographer" in people.roles)


def _credit(text: str, begin: int, end: int, cues: Cues) -> SignOff | None:
    place = max(text.rfind(mark, max(begin, end - REACH), end) for mark in SENTENCE_ENDS) + 1
    place = max(place, begin)
    if end - place > 60:
        return None
    start = _after(BULLET, text, place, end)
    people = _people(text, start, end, cues)
    if people.end != end or not people.names:
        return None
    return SignOff(start, people.names, True)


def _sentence_ends(text: str, begin: int, place: int) -> bool:
    before = text[begin:place].rstrip()
    return not before or before[-1] in SENTENCE_ENDS


def _after(pattern: re.Pattern[str], text: str, place: int, limit: int) -> int:
    found = pattern.match(text, place, limit)
    return found.end() if found else place


def _people(text: str, begin: int, end: int, cues: Cues) -> People:
    """Names and role words from `begin` on, until something else comes."""
    house = None if cues.role.match(text, begin, end) else cues.house.match(text, begin, end)
    place = house.end() if house else begin
    last, role, bodies = place, "", 0
    roles: list[str] = []
    names: list[tuple[int, int, str]] = []
    while place < end:
        start = _after(BETWEEN, text, place, end)
        word = cues.role.match(text, start, end)
        half = _half(names) and place < start
        if word and word.lastgroup and (len(word[0]) > 1 or (_alone(text, word.end(), end) and not half)):
            fresh = bool(names and names[-1][1] > last)
            role = word.lastgroup if fresh or not role else role
            roles.append(word.lastgroup)
            place = last = word.end()
            continue
        stop = _name_end(text, start, end, cues)
        if stop == start:
            body = _body_end(text, start, end, cues)
            if body == start:
                break
            bodies, place = bodies + 1, body
            continue
        names.append((start, stop, role))
        place = stop
    merged = _merged(text, names)
    if any(stop - start < 2 for start, stop, _ in merged):
        return People(begin, (), ())
    default = "photographer" if set(roles) == {"photographer"} else "correspondent"
    return People(place, tuple(Byline(role or default, b, e) for b, e, role in merged), tuple(roles), bodies)


def _name_end(text: str, start: int, end: int, cues: Cues) -> int:
    """Where the name at `start` ends; `start` itself where none stands there."""
    run = RUN.match(text, start, end)
    if not run or cues.not_name.match(text, start, end) or cues.closing.match(text, start, end):
        return start
    stop = run.end()
    cut = cues.closing.search(text, start + 1, min(end, stop + 4)) or cues.photo_report.search(text, start + 2, end)
    if cut and cut.start() < stop:
        stop = cut.start()
    length = stop - start
    if length > 2 and cues.surely_body.fullmatch(text, start, stop) and _body_end(text, start, end, cues) == stop:
        return start  # （区总工会 张三）
    return stop if length <= 4 or "·" in text[start:stop] else start


def _half(names: list[tuple[int, int, str]]) -> bool:
    """True where the first character of a spaced-out name still waits for its second."""
    singles = 0
    while singles < len(names) and names[-1 - singles][1] - names[-1 - singles][0] == 1:
        singles += 1
    return singles % 2 == 1


def _alone(text: str, place: int, end: int) -> bool:
    """True where a one-character role word (文, 图, 摄) is not the beginning of a name."""
    return place >= end or text[place] in "/／ ：，、）】"


def _body_end(text: str, start: int, end: int, cues: Cues) -> int:
    """Where a body that signs ends (市总工会研究室); `start` where there is none."""
    stop = start
    while stop < end and not text[stop].isspace() and text[stop] not in "、，）":
        stop += 1
    return stop if cues.signing_body.fullmatch(text, start, stop) else start


def _merged(text: str, names: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Names with spaced-out ones put together: 顾 | 岚 becomes 顾 岚."""
    merged: list[tuple[int, int, str]] = []
    for start, stop, role in names:
        if merged:
            first, last, before = merged[-1]
            if last - first == 1 and stop - start <= 2 and before == role and text[last:start].isspace():
                merged[-1] = (first, stop, role)
                continue
        merged.append((start, stop, role))
    return merged
