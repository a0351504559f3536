"""The data of the demonstration: bylaws, ballots and official results, with their sources."""
