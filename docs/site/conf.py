"""Sphinx's settings for the site; it reads Markdown, and finds Chinese words in its search."""

from __future__ import annotations

from typing import Any

from docs.site.chinese_search import Search
from kg import __version__

project = "union-kg"
version = release = __version__
copyright = "union-kg"
extensions = ["myst_parser"]
myst_heading_anchors = 3
myst_enable_extensions = ["attrs_block", "tasklist"]
root_doc = "index"
# The lexer of SPARQL does not know paths such as schema:startDate|schema:endDate.
suppress_warnings = ["misc.highlighting_failure"]
html_theme = "furo"
html_title = "union-kg"
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#1f5fa8", "color-brand-content": "#1f5fa8"},
    "dark_css_variables": {"color-brand-primary": "#8fb8ea", "color-brand-content": "#8fb8ea"},
}
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False
# From a file, a browser may not read other pages, which the summaries under the search's results are made of.
html_show_search_summary = False
html_search_language = "en"
pygments_style = "default"
pygments_dark_style = "monokai"


def setup(app: Any) -> None:
    """Put the search that knows Chinese in the place of the English one."""
    app.add_search_language(Search)
