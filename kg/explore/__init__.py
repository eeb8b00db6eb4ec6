"""The graph to look at: the explorer, one page that opens anywhere.

Guarantees: importing this loads no RDF library.
"""
