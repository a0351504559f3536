"""One opinion and the seats that follow it, in continuous values: what terms, staggering and recall cost and give."""
