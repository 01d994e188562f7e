//! Text with its white space folded, and the way back.

/// A text in which every run of white space is one space, so that it reads the same however it is wrapped.
#[derive(Debug, Default)]
pub struct Folded {
    pub text: String,
    /// Where the way back takes a step: byte of the folded text, byte of the source.
    steps: Vec<(usize, usize)>,
}

impl Folded {
    /// Folds `source`. `>` at the head of a line goes with the white space: it moves when a block quote is wrapped anew.
    pub fn new(source: &str, at_line_start: bool) -> Self {
        let mut folded = Self::default();
        let mut between = false;
        let mut head = at_line_start;
        for (at, character) in source.char_indices() {
            if character.is_whitespace() || (head && character == '>') {
                head |= character == '\n';
                if !between {
                    folded.step(at);
                    folded.text.push(' ');
                }
                between = true;
                continue;
            }
            if between {
                folded.step(at);
            }
            (between, head) = (false, false);
            folded.text.push(character);
        }
        folded.step(source.len());
        folded
    }

    fn step(&mut self, source: usize) {
        let at = self.text.len();
        if self.source_of(at) != source {
            self.steps.push((at, source));
        }
    }

    /// The byte of the source that byte `offset` of the folded text stands for.
    pub fn source_of(&self, offset: usize) -> usize {
        let step = self.steps.partition_point(|(at, _)| *at <= offset);
        let (at, source) =
            step.checked_sub(1).and_then(|step| self.steps.get(step)).copied().unwrap_or_default();
        source + (offset - at)
    }
}

/// `text` with its white space folded.
pub fn folded(text: &str) -> String {
    Folded::new(text, false).text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_folds_and_the_way_back_is_exact() {
        let source = "> One  two\n> \tthree.\n\n>> fo\u{e9}ur > five";
        let folded = Folded::new(source, true);
        assert_eq!(folded.text, " One two three. fo\u{e9}ur > five");
        for word in ["One", "two", "three.", "fo\u{e9}ur", "five"] {
            let at = folded.text.find(word).unwrap();
            let (start, end) = (folded.source_of(at), folded.source_of(at + word.len()));
            assert_eq!(source.get(start..end), Some(word));
        }
    }
}
