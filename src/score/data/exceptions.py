#!/usr/bin/env python3
"""Writes syllable-exceptions.txt: the words of CMUdict that rules, endings and compounds get wrong. See README.md.

usage: exceptions.py cmudict.dict syllable-rules.tsv compound-parts.txt > syllable-exceptions.txt
"""

import sys
import textwrap

from syllables import Counter, fewest_counts, rule_table


def main():
    counts = fewest_counts(sys.argv[1])
    counter = Counter(rule_table(sys.argv[2]), set(open(sys.argv[3], encoding="utf-8").read().split()))
    for word in sorted(counts, key=lambda word: (len(word), word)):
        if counter.syllables(word) != counts[word]:
            counter.exceptions[word] = counts[word]
    for count in sorted(set(counter.exceptions.values())):
        words = " ".join(sorted(word for word, known in counter.exceptions.items() if known == count))
        for line in textwrap.wrap(words, 110, break_on_hyphens=False):
            print(count, line)
    wrong = sum(counter.syllables(word) != counts[word] for word in counts)
    print(f"{len(counts)} words, {len(counter.exceptions)} exceptions, {wrong} wrong", file=sys.stderr)


main()
