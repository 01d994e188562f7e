//! What a question asks, in the fewest words: one word for all that mean the same, and one wording for the questions that
//! every FAQ asks (the price, where to buy, the battery, leaving, refunds, data, the start, what is different).
//!
//! All words here are plain (see [`super::plain`]); whether two questions are the same is decided in `duplicate`.

/// Words that say nothing of what is asked.
pub(super) const EMPTY: &[&str] = &[
    "a",
    "an",
    "the",
    "it",
    "this",
    "that",
    "these",
    "those",
    "they",
    "them",
    "its",
    "exactly",
    "actually",
    "really",
    "just",
    "currently",
    "also",
    "please",
];
/// Words that every question is made of.
const FRAME: &[&str] = &[
    "how", "what", "what's", "why", "who", "who's", "whom", "when", "where", "which", "whose", "is", "are",
    "was", "were", "am", "be", "been", "do", "does", "did", "can", "could", "will", "would", "should",
    "shall", "may", "might", "must", "has", "have", "had", "i", "we", "you", "me", "us", "my", "our", "your",
    "to", "of", "for", "in", "on", "at", "by", "with", "from", "as", "and", "so", "if", "there", "get",
    "many", "much", "long", "big", "any", "some",
];
/// Words for one thing, by their stems, and the one that stands for all.
const SAME: &[(&str, &str)] = &[
    ("pric", "cost"),
    ("pay", "cost"),
    ("fee", "cost"),
    ("expensiv", "cost"),
    ("purchas", "buy"),
    ("order", "buy"),
    ("begin", "start"),
    ("setup", "start"),
    ("quit", "stop"),
    ("cancel", "stop"),
    ("unsubscrib", "stop"),
    ("remov", "delet"),
    ("eras", "delet"),
    ("differenc", "differ"),
    ("different", "differ"),
    ("compar", "differ"),
    ("secur", "safe"),
    ("saf", "safe"),
    ("safety", "safe"),
    ("security", "safe"),
    ("privat", "privacy"),
    ("information", "data"),
    ("info", "data"),
    ("refund", "return"),
    ("customer", "user"),
    ("dangerous", "risk"),
    ("using", "use"),
    ("used", "use"),
];
/// Where the price is asked for, these only say that nothing is left out.
const ALTOGETHER: &[&str] = &["all", "altogether", "total", "overall", "over"];
/// What a question that compares is made of, beside the two sides.
const COMPARING: &[&str] = &["mak", "use", "buy", "choos", "pick", "switch", "than"];

/// A question without its wording.
pub(super) struct Gist<'a> {
    /// What kind of answer it wants: `why` is not `how`, and `how many` not `how long`.
    pub kind: &'static str,
    /// The stems of its content words, sorted, each once.
    pub content: Vec<&'a str>,
}

/// The gist of the question with these words, in order, but those of [`EMPTY`].
pub(super) fn gist<'a>(all: &[&'a str]) -> Gist<'a> {
    let mut content: Vec<&str> =
        all.iter().filter(|word| !FRAME.contains(word)).map(|word| stem(word)).collect();
    content.sort_unstable();
    content.dedup();
    let mut gist = Gist { kind: kind(all), content };
    for settle in [price, shop, battery, money_back, data, start, difference] {
        settle(&mut gist, all);
    }
    gist.content.sort_unstable();
    gist.content.dedup();
    gist
}

impl<'a> Gist<'a> {
    fn has(&self, word: &str) -> bool {
        self.content.contains(&word)
    }

    /// Puts `word` in the place of all `others`.
    fn settle(&mut self, others: &[&str], word: &'a str) {
        self.content.retain(|known| !others.contains(known));
        self.content.push(word);
    }
}

/// Whether `words` stand in a row in `all`.
fn in_a_row(all: &[&str], words: &[&str]) -> bool {
    all.windows(words.len()).any(|row| row == words)
}

/// "How much is it?", "What would I pay altogether?", "What do you charge for it?"
fn price(gist: &mut Gist<'_>, all: &[&str]) {
    let bare = gist.kind == "much" && ["is", "are", "for"].iter().any(|verb| in_a_row(all, &["much", verb]));
    let charge = gist.has("charg") && ["you", "we"].iter().any(|who| in_a_row(all, &[who, "charge"]));
    let asks = matches!(gist.kind, "what" | "much");
    if asks && (bare || charge || gist.has("cost")) {
        gist.kind = "much";
        gist.settle(if charge { &["charg"] } else { &[] }, "cost");
        gist.content.retain(|word| !ALTOGETHER.contains(word));
    }
}

/// "Where is it sold?", "Where do I get it?"
fn shop(gist: &mut Gist<'_>, all: &[&str]) {
    let gets = gist.content.is_empty() && all.contains(&"get");
    if gist.kind == "where" && (gets || gist.has("sold") || gist.has("sel")) {
        gist.settle(&["sold", "sel"], "buy");
    }
}

/// "How long does the battery last?", "What is the battery life?"
fn battery(gist: &mut Gist<'_>, _: &[&str]) {
    let lasts = ["last", "lif", "run"].iter().any(|word| gist.has(word));
    if matches!(gist.kind, "what" | "long") && gist.has("battery") && lasts {
        gist.kind = "long";
        gist.settle(&["lif", "run"], "last");
    }
}

/// "Can I get my money back?"
fn money_back(gist: &mut Gist<'_>, _: &[&str]) {
    if gist.has("money") && gist.has("back") {
        gist.settle(&["money", "back"], "return");
    }
}

/// "What do you do with my data?", "What happens to my information?"
fn data(gist: &mut Gist<'_>, all: &[&str]) {
    if gist.has("data") && in_a_row(all, &["do", "with"]) {
        gist.content.push("happen");
    }
}

/// "How do I set it up?"
fn start(gist: &mut Gist<'_>, _: &[&str]) {
    if gist.has("set") && gist.has("up") {
        gist.settle(&["set", "up"], "start");
    }
}

/// "Why is it better than a bag?", "Why would I use it instead of a bag?", "How is it different from a bag?"
fn difference(gist: &mut Gist<'_>, _: &[&str]) {
    let compares = ["differ", "better", "instead"].iter().any(|word| gist.has(word));
    let side = |word: &&str| !COMPARING.contains(word) && !["differ", "better", "instead"].contains(word);
    if compares && matches!(gist.kind, "why" | "what" | "how") && gist.content.iter().any(side) {
        gist.kind = "how";
        gist.content.retain(|word| side(word));
        gist.content.push("differ");
    }
}

/// What the question begins with, as far as it tells what is wanted.
fn kind(all: &[&str]) -> &'static str {
    const KINDS: &[&str] = &["why", "who", "when", "where", "how"];
    const MEASURES: &[&str] = &["many", "much", "long", "big", "often", "far", "soon", "fast"];
    let opener = all.iter().find(|word| FRAME.contains(word)).copied().unwrap_or("");
    let second = all.iter().skip_while(|word| **word != "how").nth(1).copied().unwrap_or("");
    match opener {
        "what" | "what's" | "which" => "what",
        "who's" | "whom" | "whose" => "who",
        "how" => MEASURES.iter().find(|measure| **measure == second).copied().unwrap_or("how"),
        _ => KINDS.iter().find(|kind| **kind == opener).copied().unwrap_or("whether"),
    }
}

/// What `word` has in common with its other forms, or the word that stands for it and others of its meaning.
fn stem(word: &str) -> &str {
    let bare = word.strip_suffix("'s").unwrap_or(word);
    let cut = ["ing", "ed", "es", "s"].iter().find_map(|suffix| {
        bare.strip_suffix(suffix).filter(|rest| rest.len() >= 3 && !(*suffix == "s" && rest.ends_with('s')))
    });
    let cut = cut.unwrap_or(bare);
    let cut = cut.strip_suffix('e').filter(|rest| rest.len() >= 3).unwrap_or(cut);
    let mut letters = cut.chars().rev();
    let doubled = cut.len() > 3 && letters.next() == letters.next();
    let cut = if doubled { cut.get(..cut.len() - 1).unwrap_or(cut) } else { cut };
    if cut == "not" {
        // "note" denies nothing.
        return bare;
    }
    SAME.iter().find(|(form, _)| *form == cut).map_or(cut, |(_, same)| same)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for forms in [["stop", "stopped"], ["use", "using"], ["price", "prices"], ["delete", "removing"]] {
            assert_eq!(stem(forms[0]), stem(forms[1]), "{forms:?}");
        }
        assert_ne!(stem("not"), stem("note"));
    }
}
