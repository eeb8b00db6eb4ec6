"""Article → Mentions: the NER pass. Guarantees: exact characters, a rule and a confidence on each mention."""

from kg.recognise.page_year import with_page_year
from kg.recognise.pipeline import Recogniser

__all__ = ["Recogniser", "with_page_year"]
