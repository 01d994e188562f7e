#!/usr/bin/env python3
"""Writes syllable-rules.tsv: letter patterns learned from nine tenths of CMUdict. See README.md.

usage: rules.py cmudict.dict heldout.txt > syllable-rules.tsv

Words whose CRC-32 is a multiple of ten are kept apart and written to heldout.txt, lines of a count and the words that
have it; what the rules make of them is said at the end.
"""

import sys
import textwrap
import zlib
from collections import Counter

from syllables import by_rules, fewest_counts

RULES = 400
LONGEST = 8
FEWEST = 4  # words that a pattern has to mend


def is_kept_apart(word):
    return zlib.crc32(word.encode()) % 10 == 0


def patterns(framed):
    starts = range(len(framed))
    return {framed[a:b] for a in starts for b in range(a + 1, min(a + LONGEST, len(framed)) + 1)}


def learn(counts):
    """Greedily: the pattern and the change that mend the most words, less those that they break."""
    off = {f"^{word}$": count - by_rules(word, {}) for word, count in counts.items()}
    tallies = {change: Counter() for change in (-1, 0, 1)}

    def note(framed, by):
        tally = tallies.get(off[framed], {})
        for pattern in patterns(framed) if off[framed] in tallies else ():
            tally[pattern] += by

    for framed in off:
        note(framed, 1)
    rules = {}
    while len(rules) < RULES:
        candidates = [
            (mended - tallies[0][pattern], pattern, change)
            for change in (1, -1)
            for pattern, mended in tallies[change].items()
            if mended >= FEWEST and pattern not in rules
        ]
        gain, pattern, change = max(candidates)
        if gain < 2:
            break
        rules[pattern] = change
        for framed in off:
            if pattern in framed:
                note(framed, -1)
                off[framed] -= change * sum(framed.startswith(pattern, at) for at in range(len(framed)))
                note(framed, 1)
    return rules


def main():
    counts = {word: count for word, count in fewest_counts(sys.argv[1]).items() if "'" not in word}
    apart = {word: count for word, count in counts.items() if is_kept_apart(word)}
    seen = {word: count for word, count in counts.items() if word not in apart}
    rules = learn(seen)
    for pattern in sorted(rules):
        print(f"{pattern}\t{rules[pattern]}")
    with open(sys.argv[2], "w", encoding="utf-8") as heldout:
        for count in sorted(set(apart.values())):
            words = " ".join(sorted(word for word, known in apart.items() if known == count))
            for line in textwrap.wrap(words, 110, break_on_hyphens=False):
                print(count, line, file=heldout)
    for name, words in [("learned from", seen), ("kept apart", apart)]:
        right = sum(by_rules(word, rules) == count for word, count in words.items())
        print(f"{name}: {right} of {len(words)} words, {100 * right / len(words):.2f} %", file=sys.stderr)


main()
