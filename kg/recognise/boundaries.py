"""Where a name begins, given where its head noun stands.

Guarantees: looks only to the left of the head noun, on the tokens of the segmenter cut at the head's
first character; never crosses punctuation (other than a pair of brackets inside a name), a function
word or a verb of the lexicon; a division of the gazetteer is taken whole, and a name that has one
begins with it or with the divisions above it. Pure; linear in the length of the name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from kg.lexicon import Lexicon
from kg.models.common_words import common_words
from kg.recognise.matching import FormMatcher, LastWords, alternation, words

__all__ = ["NameBoundary", "NameContext", "quotation"]

LONGEST_NAME = 30
DIVISION_HEADS = frozenset("省市县区镇乡村")
LEVELS = frozenset("省市县区州旗镇")
MARKS = "，。、；：！？“（\n"
SHORTEST_STEM, LONGEST_STEM = 2, 4
LONGEST_PARENT, LONGEST_UNKNOWN = 10, 6
OPENING, CLOSING = "“‘\"'", "”’\"'"
NAME_TEXT = re.compile(r"[\u3007\u4e00-\u9fffA-Za-z·+&-]+")


class NameContext:
    """What the boundaries of one article's names depend on."""

    def __init__(self, text: str, token_begins: Sequence[int]) -> None:
        self.text = text
        self.token_begins = token_begins
        self.divisions: dict[int, int] = {}
        """End of each division mention → its begin."""
        self.names: dict[int, int] = {}
        """End of each name found so far → its begin; names may be built on names."""
        self.verb_ends: frozenset[int] | None = None
        """Where verbs end that the segmenter has cut (欢|聚), once somebody has looked for them."""

    def is_token_end(self, end: int) -> bool:
        """Whether a token ends at view position `end`."""
        return end >= len(self.text) or self.is_token_begin(end)

    def is_token_begin(self, begin: int) -> bool:
        """Whether a token begins at view position `begin`."""
        index = bisect_right(self.token_begins, begin) - 1
        return index >= 0 and self.token_begins[index] == begin

    def next_token(self, position: int) -> int:
        """View position where the token that holds `position` ends."""
        index = bisect_right(self.token_begins, position)
        return self.token_begins[index] if index < len(self.token_begins) else len(self.text)

    def piece(self, end: int) -> int:
        """The begin of the token, or of the part of a token, that ends at view position `end`."""
        index = bisect_right(self.token_begins, end - 1) - 1
        return self.token_begins[index] if index >= 0 else end - 1


class NameBoundary:
    """Follows a name to the left from its head noun."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("boundaries")
        organizations = lexicon.table("organizations")
        self.stops = frozenset(words(table["function"]) + words(table["verbs"]))
        self._stem_grammar, self._upper_lower = frozenset(words(table["stem_grammar"])), words(table["upper_lower"])
        self._single_stops = frozenset(words(table["single_stops"]))
        self._pointing = frozenset(words(table["pointing"]))
        self._before_level = self.stops - self._stem_grammar - self._pointing
        self._opening = words(table["opening"])
        self._numbered = re.compile(rf"\d{{1,3}}(?:{alternation(table['numbered'])})\Z")
        self._joining: str = table["joined"]
        self._division = LastWords(words(organizations["prefixes"]["divisions"]))
        self._listed_divisions = frozenset(words(organizations["prefixes"]["gazetteer"]))
        self.anaphors = frozenset(words(organizations["prefixes"]["anaphors"]))
        self._business = frozenset(words(table["business"]))
        self._trades = frozenset((*words(table["trades"]), *self._business))
        self._whole: dict[str, list[str]] = {}
        for word in words(table["whole"]):
            self._whole.setdefault(word[-1], []).append(word)
        self._straddled = frozenset(word for word in words(table["whole"]) if len(word) == SHORTEST_STEM)
        self._straddling = frozenset(word for word in words(table["brands"]) if len(word) == SHORTEST_STEM)
        self._brands = LastWords(words(table["brands"]))
        self._generic = frozenset(words(organizations["generic"]))
        self._sounds = frozenset(table["sounds"])
        self._members = tuple(words(organizations["members"]))
        self._adjectives = frozenset(words(table["stem_adjectives"]))
        self._sure = frozenset(words(table["sure_verbs"]))
        self._acts = frozenset(words(table["verbs"])) & self._business
        self._branch_heads = words(table["branch_heads"])
        self._verbs = FormMatcher({form: form for form in self.stops - self._business if len(form) > 1})

    def begin(self, context: NameContext, head: int, *, firm: bool = False, quoted: bool = False) -> int:
        """View position where the name with a head noun at `head` begins, as `_begin` finds it, or one before.

        新 or 老 before a stem that stands nowhere in the text without it begins the name (新某某陶瓷集团).
        """
        begin = self._begin(context, head, firm=firm, quoted=quoted)
        text, stem = context.text, context.text[begin : begin + SHORTEST_STEM]
        known = begin in context.divisions.values() or begin in context.names.values() or begin > head - SHORTEST_STEM
        if known or text[begin - 1 : begin] not in self._adjectives or not _is_name_text(stem):
            return begin
        word = text[begin : context.next_token(begin)]
        before = text[begin - 2 : begin - 1]
        behind_mark = not before or before in MARKS or before in self._single_stops or begin - 1 in context.divisions
        common = word in self._generic or word in self._trades or word in common_words()
        always = text.count(stem) == text.count(text[begin - 1] + stem)
        return begin - 1 if behind_mark and always and not common else begin

    def _begin(self, context: NameContext, head: int, *, firm: bool, quoted: bool) -> int:
        """View position where the name with a head noun at `head` begins; `head` itself where nothing precedes.

        A `firm` has a stem before its lines of business, which may hold a word of grammar (九和农副产品有限公司); a
        `quoted` name goes on over a quotation directly before its head noun (“…”志愿服务队).
        """
        position, stem = self._joined(context, head) if firm else head, ""
        while head - position < LONGEST_NAME:
            before = self._step(context, position)
            if before is None and quoted and context.text[position:head] in ("", *self._members):
                before = quotation(context.text, position)
            if before is None:
                break
            piece, (position, final) = context.text[before[0] : position], before
            if final and position in context.divisions.values() and context.text.startswith(self._branch_heads, head):
                return self._parent(context, position)
            if final and len(piece) >= SHORTEST_STEM:
                return self._foreign(context, position) if firm and position in context.divisions.values() else position
            stem += "" if piece in self._trades else piece
            if final:
                break
        if firm and position - 1 in context.divisions and context.text[position - 1] in self._adjectives:
            return self._above(context, context.divisions[position - 1])
        if firm and len(stem) < SHORTEST_STEM:
            return self._stem(context, position, stem)
        position = self._behind_act(context, position, head)
        return position - 1 if context.text[position - 1 : position + 1] in self._straddling else position

    def is_verb(self, word: str) -> bool:
        """Whether a word is a verb or a word of grammar that no name holds."""
        return len(word) > 1 and word in self.stops

    def is_preposition(self, character: str) -> bool:
        """Whether a character ends a name even inside a word of the segmenter's."""
        return character in self._single_stops

    def is_act(self, word: str) -> bool:
        """Whether a word is a verb elsewhere that names of bodies hold (协调, 建设)."""
        return word in self._business

    def is_trade(self, word: str) -> bool:
        """Whether a word is a line of business, with which a firm's name goes on."""
        return word in self._trades

    def holds_verb(self, context: NameContext, begin: int, end: int) -> bool:
        """Whether a verb ends inside a stretch."""
        return not self._verb_ends(context).isdisjoint(range(begin + 1, end))

    def _joined(self, context: NameContext, head: int) -> int:
        """Where 联合 before the head of a firm begins (某某联合集团), which joins two bodies elsewhere."""
        begin = head - len(self._joining)
        text = context.text
        alone = begin in context.names or text.endswith("工会", 0, max(begin, 0)) or not text[:begin].strip()
        joined = text.startswith(self._joining, max(begin, 0)) and not alone
        return begin if joined and _is_name_text(text[begin - 1]) else head

    def _foreign(self, context: NameContext, position: int) -> int:
        """Where a firm begins whose division stands behind a parent's name of sounds (欧司朗|佛山照明有限公司)."""
        text, begin = context.text, position
        while begin > 0 and position - begin < LONGEST_STEM and text[begin - 1] in self._sounds:
            begin -= 1
        whole = position - begin > SHORTEST_STEM and context.is_token_begin(begin)
        return begin if whole and (begin == 0 or text[begin - 1] in MARKS) else position

    def _parent(self, context: NameContext, position: int) -> int:
        """Where the firm begins whose branch a division tells (某某物业|某市分公司)."""
        text, begin = context.text, position
        while begin > 0 and position - begin < LONGEST_PARENT:
            if begin in context.names or begin in context.divisions:
                begin = (
                    context.names[begin] if begin in context.names else self._above(context, context.divisions[begin])
                )
                break
            start = context.piece(begin)
            if self._is_grammar(text[start:begin]) or not _is_name_text(text[start:begin]):
                break
            if text[start] in self._single_stops or begin in self._verb_ends(context):
                break
            begin = start
        else:
            return position
        parent = text[begin:position]
        return begin if len(parent) >= SHORTEST_STEM and parent not in self._generic else position

    def _behind_act(self, context: NameContext, position: int, head: int) -> int:
        """Where a name begins whose clause opens with a verb that is a line of business elsewhere (，利用|某某中学)."""
        text, end = context.text, context.next_token(position)
        opens = position == 0 or text[position - 1] in MARKS
        return end if opens and text[position:end] in self._acts and head - end >= SHORTEST_STEM else position

    def _stem(self, context: NameContext, position: int, stem: str) -> int:
        """Where a firm begins whose stem holds words of grammar: behind a division or a mark, else where it was."""
        text, begin = context.text, position
        if text[position] in LEVELS:
            return position
        while position - begin + len(stem) < LONGEST_STEM and begin > 0 and begin not in self._verb_ends(context):
            piece = text[context.piece(begin) : begin]
            if piece not in self._stem_grammar and (piece in self._generic or self._is_grammar(piece)):
                break
            if len(piece) > 2 or not _is_name_text(piece):
                break
            begin -= len(piece)
            if position - begin + len(stem) >= SHORTEST_STEM and begin in context.divisions:
                return self._above(context, context.divisions[begin])
            if begin in context.divisions or begin in context.names:
                break
            if len(piece) == SHORTEST_STEM and position > begin + len(piece) and self._after_stop(text, begin):
                return begin
        return position

    def _step(self, context: NameContext, position: int) -> tuple[int, bool] | None:
        """(new begin, whether the name begins there for good), or None where the name cannot go on."""
        if position == 0:
            return None
        if position in context.names:
            return self._above(context, context.names[position]), True
        if position in context.divisions:
            return self._above(context, context.divisions[position]), True
        text = context.text
        if text[position - 1] == "）":
            return self._bracket(text, position)
        begin = context.piece(position)
        piece = text[begin:position]
        number = self._numbered.search(text, max(0, position - 8), position)
        if number:
            return number.start(), False
        divided = begin in context.divisions and text[position : position + 1] not in DIVISION_HEADS
        if divided and piece in self._upper_lower:
            return begin, False
        whole = self._whole_word(context, position)
        if whole:
            return min(begin, whole), False
        word = text[position - self._division.length(text, position) : position]
        if word and (len(word) > 1 or piece == word) and not self._anaphoric(context, position - len(word)):
            return self._unknown_division(context, position - len(word), word), True
        if piece in self._business:
            return None if text.endswith("工会", 0, begin) else (begin, False)  # 市总工会指导某某公司
        if len(piece) == 1 and text[begin : position + 1] in self._straddled:
            return begin, False  # 新|兴铸管
        if self._is_grammar(piece) or not _is_name_text(piece):
            return None
        if len(piece) == 2 and piece[1] in LEVELS and piece[0] in self._before_level:
            return begin + 1, True  # 获省|总工会
        if begin in context.divisions and len(piece) > 1 and piece[0] in self._single_stops:
            return begin, False
        stop = max(
            (end for end in range(begin + 1, position + 1) if end in self._verb_ends(context)),
            default=max(
                (begin + n + 1 for n, c in enumerate(piece) if c in self._single_stops and len(piece) > 1), default=0
            ),
        )
        if stop:
            return (stop, True) if stop < position else None
        return begin, False

    def _is_grammar(self, piece: str) -> bool:
        return piece in self.stops or piece in self.anaphors

    def _whole_word(self, context: NameContext, end: int) -> int:
        """Where a word that is one in spite of its grammar begins, which ends at `end`; 0 for none."""
        listed = self._whole.get(context.text[end - 1], ())
        begins = (end - len(word) for word in listed if context.text.endswith(word, 0, end))
        return min((begin for begin in begins if context.is_token_begin(begin)), default=0)

    def _verb_ends(self, context: NameContext) -> frozenset[int]:
        if context.verb_ends is None:
            context.verb_ends = frozenset(
                end
                for begin, end, _ in self._verbs.matches(context.text)
                if context.is_token_begin(begin) or context.is_token_end(end) or context.text[begin:end] in self._sure
            )
        return context.verb_ends

    def _unknown_division(self, context: NameContext, position: int, word: str) -> int:
        """Where the name of a division that no gazetteer lists begins (两江新区, 某某村)."""
        if word in self._listed_divisions:
            return position
        begin = position
        while begin > 0 and position - begin < LONGEST_UNKNOWN:
            if begin in context.divisions:
                return self._above(context, context.divisions[begin])
            token = context.piece(begin)
            piece_begin = max((end for end in range(token + 1, begin) if end in context.divisions), default=token)
            piece = context.text[piece_begin:begin]
            if self._is_grammar(piece) or not _is_name_text(piece) or piece[0] in self._single_stops:
                break
            begin = piece_begin
        return begin if position - begin >= 2 else position

    def _above(self, context: NameContext, position: int) -> int:
        while position in context.divisions:
            position = context.divisions[position]
        if position in context.names:
            return context.names[position]
        return position - self._brands.length(context.text, position)

    def _anaphoric(self, context: NameContext, position: int) -> bool:
        return position > 0 and context.text[position - 1] in self._pointing

    def _after_stop(self, text: str, begin: int) -> bool:
        """Whether a mark stands before `begin`, or a preposition behind a mark (，在某某…)."""
        before = text[max(0, begin - 2) : begin]
        return not before or before[-1] in MARKS or (before[-1] in self._opening and before[:-1] in ("", *MARKS))

    def _bracket(self, text: str, position: int) -> tuple[int, bool] | None:
        opened = text.rfind("（", max(0, position - 12), position)
        return (opened, False) if opened > 0 and _is_name_text(text[opened + 1 : position - 1]) else None


def quotation(text: str, position: int) -> tuple[int, bool] | None:
    """A quotation without a mark of sentences that ends at `position`, as a step to its begin."""
    if text[position - 1] not in CLOSING:
        return None
    opened = text.rfind(OPENING[CLOSING.index(text[position - 1])], max(0, position - 14), position - 1)
    return (opened, False) if opened >= 0 and not re.search(r"[，。、；]", text[opened:position]) else None


def _is_name_text(piece: str) -> bool:
    return NAME_TEXT.fullmatch(piece) is not None
