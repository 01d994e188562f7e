#!/usr/bin/env python3
"""Writes syllable-exceptions.txt: the words of CMUdict that rules and endings get wrong. See README.md.

usage: exceptions.py cmudict.dict syllable-rules.tsv > syllable-exceptions.txt
"""

import re
import sys
import textwrap


def fewest_counts(path):
    """Headword -> its fewest syllables: a phone with a stress digit is a vowel."""
    counts = {}
    for line in open(path, encoding="utf-8"):
        word, *phones = line.split("#")[0].split()
        word = re.sub(r"\(\d+\)$", "", word)
        count = sum(phone[-1].isdigit() for phone in phones)
        if re.fullmatch(r"[a-z']*[a-z][a-z']*", word) and count:
            counts[word] = min(count, counts.get(word, count))
    return counts


def rule_table(path):
    table = {}
    for line in open(path, encoding="utf-8"):
        pattern, change = line.rstrip("\n").split("\t")
        table[pattern] = int(change)
    return table


def by_rules(word, rules, lengths):
    """Vowel groups, changed by every occurrence of a pattern in ^word$; at least 1."""
    count = len(re.findall("[aeiouy]+", word))
    framed = f"^{word}$"
    for start in range(len(framed)):
        for length in lengths:
            if start + length <= len(framed):
                count += rules.get(framed[start : start + length], 0)
    return max(count, 1)


def hisses(stem):
    """Whether an s after `stem` is a syllable of its own."""
    return bool(re.search(r"(s|x|z|ch|sh|ce|ge|se|ze)$", stem))


def syllables(word, exceptions, rules, lengths):
    """What src/score/syllables.rs counts for a word of letters and apostrophes."""
    if word in exceptions:
        return exceptions[word]
    if word.endswith("'s"):
        return syllables(word[:-2], exceptions, rules, lengths) + hisses(word[:-2])
    if word.endswith("'"):
        return syllables(word[:-1], exceptions, rules, lengths)
    if word.endswith("s") and word[:-1] in exceptions:
        return exceptions[word[:-1]] + hisses(word[:-1])
    return by_rules(word, rules, lengths)


def main():
    counts, rules = fewest_counts(sys.argv[1]), rule_table(sys.argv[2])
    lengths = sorted({len(pattern) for pattern in rules})
    exceptions = {}
    for word in sorted(counts, key=lambda word: (len(word), word)):
        if syllables(word, exceptions, rules, lengths) != counts[word]:
            exceptions[word] = counts[word]
    for count in sorted(set(exceptions.values())):
        words = " ".join(sorted(word for word in exceptions if exceptions[word] == count))
        for line in textwrap.wrap(words, 110, break_on_hyphens=False):
            print(count, line)
    wrong = sum(syllables(word, exceptions, rules, lengths) != counts[word] for word in counts)
    print(f"{len(counts)} words, {len(exceptions)} exceptions, {wrong} wrong", file=sys.stderr)


main()
