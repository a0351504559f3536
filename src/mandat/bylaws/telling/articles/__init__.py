"""A bylaws file as numbered articles in plain sentences, in English and French: what a lawyer or a member reads.

``articles(bylaws, language)`` gives them as data; pages, print and comparison are made from that.
"""

from mandat.bylaws.telling.articles.articles import Article, ArticleClause, articles

__all__ = ["Article", "ArticleClause", "articles"]
