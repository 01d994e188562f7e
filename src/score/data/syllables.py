"""What src/score/syllables counts, for the scripts beside it that make and check its tables."""

import re


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


def by_rules(word, rules):
    """Vowel groups, changed by every occurrence of a pattern in ^word$; at least 1."""
    count = len(re.findall("[aeiouy]+", word))
    framed = f"^{word}$"
    for start in range(len(framed)):
        for end in range(start + 1, min(start + 8, len(framed)) + 1):
            count += rules.get(framed[start:end], 0)
    return max(count, 1)


def hisses(stem):
    """Whether an s after `stem` is a syllable of its own."""
    return bool(re.search(r"(s|x|z|ch|sh|ce|ge|se|ze)$", stem))


def compound(word, parts):
    """The two parts of `word`, the first as long as can be; the second may have an s behind it."""
    for cut in range(len(word) - 2, 1, -1):
        first, second = word[:cut], word[cut:]
        if first in parts and (second in parts or (second[-1] == "s" and second[:-1] in parts)):
            return first, second
    return None


class Counter:
    def __init__(self, rules, parts):
        self.rules, self.parts, self.exceptions = rules, parts, {}

    def syllables(self, word):
        """Of a word of letters and apostrophes."""
        if word in self.exceptions:
            return self.exceptions[word]
        if word.endswith("'s"):
            return self.syllables(word[:-2]) + hisses(word[:-2])
        if word.endswith("'"):
            return self.syllables(word[:-1])
        if word.endswith("s") and word[:-1] in self.exceptions:
            return self.exceptions[word[:-1]] + hisses(word[:-1])
        if halves := compound(word, self.parts):
            return sum(self.syllables(half) for half in halves)
        return by_rules(word, self.rules)
