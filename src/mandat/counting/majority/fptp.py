"""First past the post: each paper is one vote for the candidate it ranks first; most votes win.

Text: Representation of the People Act 1983 (United Kingdom), schedule 1 (Parliamentary elections rules): the
candidate "to whom the majority of votes has been given" is elected (rule 50), and equal votes are decided "by
lot" (rule 49). With several seats the same text gives the single non-transferable vote. A paper that marks
two candidates as first is void (rule 47).

>>> from mandat.counting import Ballots, count
>>> count("fptp", Ballots.from_rankings(["Ann", "Bob"], [((1,), 2), ((2,), 2)]), 1).question.candidates
(1, 2)
"""

from __future__ import annotations

import numpy as np

from mandat.counting.ballots import Ballots
from mandat.counting.majority.most_votes import elect_most_votes
from mandat.counting.reading import ReadingRule, read_papers
from mandat.counting.result import Count
from mandat.counting.rule import Rule
from mandat.counting.sums import sum_by_place


def first_past_the_post(ballots: Ballots, seats: int, *, lots: tuple[int, ...] = ()) -> Count:
    """Count the first preferences; a tie for the last seat asks for a lot."""
    papers = read_papers(ballots, ReadingRule(gap="stop", equal="stop"))
    sums = sum_by_place(papers.rankings[:, 0].astype(np.intp), papers.weights, len(ballots.candidates) + 1)
    votes = {number: sums[number] for number in ballots.standing}
    return elect_most_votes("fptp", ballots, seats, votes, lots=lots, paragraph="rule 49", valid=papers.valid)


RULE = Rule(
    name="fptp",
    title="First past the post",
    text="Representation of the People Act 1983, schedule 1, rules 47 to 50",
    kind="plurality",
    function=first_past_the_post,
    aliases=("plurality", "first-past-the-post", "sntv"),
)
