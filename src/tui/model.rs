//! Everything the editor knows between two events.

use std::path::{Path, PathBuf};
use std::time::Duration;

use ratatui::layout::Size;

use super::editor::Editor;
use super::geometry::{Geometry, Shown};
use super::message::Effect;
use super::overlay::{Asked, Overlay};
use super::pen::{Found, Pen};
use super::theme::Theme;
use crate::lint::Action;
use crate::storage::{File, Identity};
use crate::text::{Inline, Search, printable};

/// How long a message stays.
const NOTICE: Duration = Duration::from_secs(6);

/// What the keys go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Focus {
    /// The text.
    #[default]
    Text,
    /// The list of parts.
    Outline,
}

/// Something the writer should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The message, on one line.
    pub text: String,
    /// Whether something went wrong; that stays until a key is pressed after it was read for a while.
    pub is_trouble: bool,
    /// When it goes.
    pub until: Duration,
}

/// The state of the editor.
pub struct Model {
    /// The time since the editor was started.
    pub now: Duration,
    /// The screen; nothing is drawn before it is known.
    pub size: Option<Size>,
    /// How things look.
    pub theme: Theme,
    /// Show struck words in brackets too, for terminals that cross nothing out.
    pub brackets: bool,
    /// The text.
    pub editor: Editor,
    /// What is said of it.
    pub pen: Pen,
    /// Where it is saved; `None` for one that has no name yet.
    pub path: Option<PathBuf>,
    /// What the file was when it was read or written last.
    pub identity: Option<Identity>,
    /// Whether the text was never saved though it is not what an empty file holds (a rescued one, a template's).
    pub is_new: bool,
    /// Text cut or copied.
    pub register: String,
    /// What was searched for last.
    pub search: Option<Search>,
    /// What the keys go to.
    pub focus: Focus,
    /// What lies on top of the text.
    pub overlay: Option<Overlay>,
    /// The list of parts.
    pub outline: Shown,
    /// The chosen row of the list of parts.
    pub outline_row: usize,
    /// The figures.
    pub score: Shown,
    /// Whether clicks come to us.
    pub mouse: bool,
    /// The last click, for telling a double click: when, and where.
    pub clicked: Option<(Duration, usize)>,
    /// A message.
    pub notice: Option<Notice>,
    /// What is to follow once the document is saved: quitting, or another document.
    pub after_save: Option<Effect>,
}

impl Model {
    /// An editor of `text` that is not saved anywhere yet; `path` is where it will be.
    pub fn new(text: impl Into<String>, path: Option<PathBuf>, theme: Theme) -> Self {
        Self {
            now: Duration::ZERO,
            size: None,
            theme,
            brackets: false,
            editor: Editor::new(text),
            pen: Pen::default(),
            path,
            identity: None,
            is_new: false,
            register: String::new(),
            search: None,
            focus: Focus::Text,
            overlay: None,
            outline: Shown::Auto,
            outline_row: 0,
            score: Shown::Auto,
            mouse: true,
            clicked: None,
            notice: None,
            after_save: None,
        }
    }

    /// Takes up the file at `path` in place of what was edited.
    pub fn open(&mut self, path: PathBuf, file: File) {
        self.editor = Editor::new(file.text);
        self.pen = Pen::default();
        self.path = Some(path);
        self.identity = Some(file.identity);
        self.is_new = false;
        self.search = None;
        self.focus = Focus::Text;
    }

    /// Whether there is text that is nowhere but here.
    pub fn is_modified(&self) -> bool {
        self.is_new || !self.editor.history().is_saved()
    }

    /// The file's name, safe to show.
    pub fn name(&self) -> String {
        let name = self.path.as_deref().and_then(Path::file_name);
        name.map_or_else(|| "untitled".to_owned(), |name| printable(&name.to_string_lossy()).into_owned())
    }

    /// Where everything is.
    pub fn geometry(&self) -> Geometry {
        Geometry::new(self.size.unwrap_or_default(), self.outline, self.score)
    }

    /// Whether text to find is being typed.
    pub fn is_finding(&self) -> bool {
        matches!(self.overlay, Some(Overlay::Ask(_, Asked::Find { .. })))
    }

    /// What the pen says of the words under the cursor.
    pub fn found(&self) -> Option<Found<'_>> {
        self.pen.at(self.editor.selection().head)
    }

    /// Tells the writer something.
    pub fn say(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice { text: text.into(), is_trouble: false, until: self.now + NOTICE });
    }

    /// Tells the writer that something went wrong.
    pub fn complain(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice { text: text.into(), is_trouble: true, until: self.now + 5 * NOTICE });
    }

    /// When time alone changes something next.
    pub fn deadline(&self) -> Option<Duration> {
        let notice = self.notice.as_ref().map(|notice| notice.until);
        notice.into_iter().chain(self.pen.deadline()).min()
    }

    /// Brings what depends on several things in line with them; called after every message.
    pub(super) fn settle(&mut self) {
        if self.notice.as_ref().is_some_and(|notice| notice.until <= self.now) {
            self.notice = None;
        }
        self.pen.look(self.editor.selection().head, self.now);
        if self.size.is_some() {
            let geometry = self.geometry();
            let inlines = self.inlines();
            self.editor.settle(geometry.measure(), usize::from(geometry.text.height), inlines);
        }
    }

    // The words proposed for the strike under the cursor, behind it.
    fn inlines(&self) -> Vec<Inline> {
        let Some(found) = self.found().filter(|_| self.editor.selection().is_empty()) else {
            return Vec::new();
        };
        let Some(edit) = found.edit() else { return Vec::new() };
        let action = found.remark.diagnostic.fix.as_ref().map(|fix| fix.action);
        let words = edit.insert.trim();
        let is_replaced = action == Some(Action::Replace) && !words.is_empty();
        let mut inlines = Vec::new();
        if self.brackets {
            inlines.push(Inline { at: found.span.start, text: "[-".into() });
            inlines.push(Inline { at: found.span.end, text: "-]".into() });
        }
        if is_replaced {
            let text = if self.brackets { format!("{{+{words}+}}") } else { format!(" {words}") };
            inlines.push(Inline { at: found.span.end, text });
        }
        inlines
    }
}
