//! The glyphs of a paragraph as runs, tracked changes, links and comment ranges.

use docx_rs::{
    BreakType, Comment, CommentRangeEnd, CommentRangeStart, Delete, Footnote, Hyperlink, HyperlinkData,
    Insert, ParagraphChild, Run, VertAlignType,
};

use super::merge::{Placed, State};
use super::model::{Ink, Marks};
use super::page::Page;
use super::xml;

impl Page<'_> {
    /// `glyphs` of the text; those of a footnote have no place in it and no comments.
    pub(super) fn inline(&mut self, glyphs: &[Placed], is_text: bool) -> Vec<ParagraphChild> {
        let mut out = Vec::new();
        let mut rest = glyphs;
        while !rest.is_empty() {
            let first = self.place;
            if is_text {
                self.starts(first, &mut out);
            }
            let len = self.run_len(rest, is_text);
            let (run, others) = rest.split_at(len);
            out.push(self.piece(run));
            rest = others;
            if is_text {
                self.place += len;
                self.ends(self.place - 1, &mut out);
            }
        }
        out
    }

    /// How many of `glyphs` are set and tracked alike, with no comment beginning or ending between them.
    fn run_len(&self, glyphs: &[Placed], is_text: bool) -> usize {
        let Some(first) = glyphs.first() else { return 0 };
        let key = |placed: &Placed| (placed.state, placed.glyph.marks);
        let is_note = |placed: &Placed| matches!(placed.glyph.ink, Ink::Note(_));
        if is_note(first) {
            return 1;
        }
        let more = glyphs.iter().enumerate().skip(1).take_while(|(at, placed)| {
            let breaks = is_text && self.ranges.breaks(self.place + at);
            !breaks && key(placed) == key(first) && !is_note(placed)
        });
        more.count() + 1
    }

    fn starts(&self, place: usize, out: &mut Vec<ParagraphChild>) {
        for id in self.ranges.starting(place) {
            out.push(ParagraphChild::CommentStart(Box::new(CommentRangeStart::new(Comment::new(*id)))));
        }
    }

    fn ends(&self, place: usize, out: &mut Vec<ParagraphChild>) {
        for id in self.ranges.ending(place) {
            out.push(ParagraphChild::CommentEnd(CommentRangeEnd::new(*id)));
        }
    }

    /// Glyphs that are set and tracked alike.
    fn piece(&mut self, glyphs: &[Placed]) -> ParagraphChild {
        let (marks, state) = glyphs
            .first()
            .map_or((Marks::default(), State::Same), |placed| (placed.glyph.marks, placed.state));
        let run = self.run(glyphs, marks, state);
        let (by, date) = self.author(state);
        let child = match state {
            State::Same => ParagraphChild::Run(Box::new(run)),
            State::Inserted(_) => ParagraphChild::Insert(Insert::new(run).author(by).date(date)),
            State::Deleted(_) => ParagraphChild::Delete(Delete::new().add_run(run).author(by).date(date)),
        };
        let Some(link) = marks.link.and_then(|link| self.target(link)) else { return child };
        ParagraphChild::Hyperlink(Hyperlink { link, history: None, children: vec![child] })
    }

    /// Where a link leads; nothing where the place is not in the document.
    fn target(&mut self, link: usize) -> Option<HyperlinkData> {
        let address = self.names.address(link);
        if address.starts_with('#') {
            return self.bookmarks.name_of(address).map(|anchor| HyperlinkData::Anchor { anchor });
        }
        let rid = self.relations.link(address);
        Some(HyperlinkData::External { rid, path: String::new() })
    }

    fn run(&mut self, glyphs: &[Placed], marks: Marks, state: State) -> Run {
        let mut run = self.set(Run::new(), marks);
        let is_gone = matches!(state, State::Deleted(_));
        let mut text = String::new();
        let flush = |run: Run, text: &mut String| {
            let text = std::mem::take(text);
            match (text.is_empty(), is_gone) {
                (true, _) => run,
                (false, true) => run.add_delete_text(text),
                (false, false) => run.add_text(text),
            }
        };
        for placed in glyphs {
            match placed.glyph.ink {
                Ink::Char('\t') => run = flush(run, &mut text).add_tab(),
                Ink::Char(character) => text.push(character),
                Ink::Break => run = flush(run, &mut text).add_break(BreakType::TextWrapping),
                Ink::Note(note) => return self.note(note, state),
            }
        }
        flush(run, &mut text)
    }

    /// The mark of a footnote; where the note was referred to before, its number: Word knows a note once.
    fn note(&mut self, note: usize, state: State) -> Run {
        let (id, is_real) = self.notes.id(note, state);
        if is_real {
            return Run::new().add_footnote_reference(Footnote { id, content: Vec::new() });
        }
        // The style says that it is no number like another.
        let mut run = Run::new().style(self.styles.id("FootnoteReference"));
        run.run_property = run.run_property.vert_align(VertAlignType::SuperScript);
        let number = id.to_string();
        if matches!(state, State::Deleted(_)) { run.add_delete_text(number) } else { run.add_text(number) }
    }

    fn set(&self, mut run: Run, marks: Marks) -> Run {
        if marks.code {
            run = run.style(self.styles.id("VerbatimChar"));
        } else if marks.link.is_some() {
            run = run.style(self.styles.id("Hyperlink"));
        }
        if marks.strong {
            run = run.bold();
        }
        if marks.emphasis {
            run = run.italic();
        }
        if marks.struck {
            run = run.strike();
        }
        run
    }

    /// Name and date of whoever made a change.
    pub(super) fn author(&self, state: State) -> (String, String) {
        let (State::Deleted(who) | State::Inserted(who)) = state else { return Default::default() };
        self.authors.get(who).map(|author| (xml::clean(&author.by), author.date())).unwrap_or_default()
    }
}
