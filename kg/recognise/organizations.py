"""Organisations other than unions, found by the head noun of their name.

Guarantees: a mention ends with a head noun of the lexicon or is a well-known short name; a head that
means nothing alone is never a mention alone; the subtype is the head's. Unions are left to `unions`.
"""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.recognise.boundaries import NameBoundary, NameContext
from kg.recognise.matching import FormMatcher, words
from kg.recognise.person_names import FirstWords

__all__ = ["OrganizationFinder"]

CONTINUES = ("长", "员", "办")
"""Characters behind a head that make it a person or an office (局长, 委员) and not an organisation."""
BEGINS_ANEW = ("员工", "长期", "长年", "办理", "办事", "办起")
"""Words that begin with one of them and leave the name before them whole (公司员工)."""


class OrganizationFinder:
    """Finds organisations in one article."""

    def __init__(self, lexicon: Lexicon, boundary: NameBoundary) -> None:
        table = lexicon.table("organizations")
        forms: dict[str, tuple[str, bool]] = {}
        for subtype, listed in table["heads"].items():
            forms.update((form, (subtype, True)) for form in words(listed))
        for subtype, listed in table["known"].items():
            forms.update((form, (subtype, False)) for form in words(listed))
        self._matcher = FormMatcher(forms)
        self._known = frozenset(form for form, (_, is_head) in forms.items() if not is_head)
        self._bare = frozenset(words(table["bare"]))
        self._generic = frozenset(words(table["generic"]))
        self._agency = words(table["agency"])
        self._committees = frozenset(words(table["committees"]))
        self._committee_titles = words(table["committee_titles"])
        people = lexicon.table("people")
        self._works = FirstWords((*words(people["titles"]), *words(people["occupations"])))
        self._boundary = boundary

    def mentions(self, context: NameContext) -> list[Mention]:
        """Organisations in text order; each is added to `context.names`."""
        found: list[Mention] = []
        text = context.text
        for begin, end, (subtype, is_head) in self._matcher.matches(text):
            if self._goes_on(context, begin, end):
                end = begin + self._shorter(text, begin, end)
                if end == begin:
                    continue
            start = self._boundary.begin(context, begin, firm=subtype == "Company") if is_head else begin
            if is_head and self._meaningless(context, start, begin, end):
                continue
            if (start and text[start - 1].isdigit()) or text.startswith(self._agency, end):
                continue
            while found and found[-1].begin >= start:
                found.pop()
            found.append(
                Mention(
                    type=MentionType.ORGANIZATION,
                    begin=start,
                    end=end,
                    text=text[start:end],
                    rule="organization-head" if is_head else "organization-known",
                    confidence=0.85 if is_head else 0.8,
                    concept="" if subtype == "Other" else subtype,
                )
            )
            context.names[end] = start
        return found

    def _shorter(self, text: str, begin: int, end: int) -> int:
        """Length of the well-known name with which a longer one begins (京东 in 京东快递员), or 0."""
        lengths = range(end - begin - 1, 1, -1)
        return next((length for length in lengths if text[begin : begin + length] in self._known), 0)

    def _goes_on(self, context: NameContext, begin: int, end: int) -> bool:
        """Whether a head is only the begin of something else: 局长, 党委书记 of a company, 作协 in 合作协议."""
        text = context.text
        if text.startswith(CONTINUES, end) and not text.startswith(BEGINS_ANEW, end):
            return True
        titled = any(text.startswith(title, end) for title in self._committee_titles)
        if text[begin:end] in self._committees and titled:
            return True
        cut = not titled and not context.is_token_end(end) and not self._works.at(text, end)
        return end - begin == 2 and cut

    def _meaningless(self, context: NameContext, start: int, begin: int, end: int) -> bool:
        """Whether a head with what precedes it names no body of its own: 学校, 兄弟学校, 快递公司."""
        head = context.text[begin:end]
        if begin and context.text[begin - 1].isdigit():
            return True
        if start == begin:
            return head in self._bare or (len(head) < 3 and head[0] not in "省市县区州旗团")
        position = begin
        while position > start and position not in context.divisions and position not in context.names:
            piece = max(context.piece(position), start)
            if context.text[piece:position] not in self._generic:
                return False
            position = piece
        return position == start
