"""Article → Mentions: the NER pass. Guarantees: exact characters, a rule and a confidence on each mention."""

from kg.recognise.pipeline import Recogniser

__all__ = ["Recogniser"]
