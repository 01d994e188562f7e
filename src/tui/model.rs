//! Everything the editor knows between two events.

use std::path::{Path, PathBuf};
use std::time::Duration;

use ratatui::layout::Size;

use super::chair::{self, Chair};
use super::command::Context;
use super::editor::Editor;
use super::export;
use super::focus::Focus;
use super::geometry::{Geometry, Shown, measure_of};
use super::keeper::Keeper;
use super::keymap::Keymap;
use super::look::Look;
use super::message::{Effect, Holder};
use super::mouse::Clicks;
use super::notice::Notice;
use super::overlay::{Asked, Overlay};
use super::pen::{Found, Pen, Trail};
use super::preview::{self, Preview, side_by_side};
use super::replace::{self, Replace};
use super::theme::Theme;
use super::walk::{self, Walk};
use super::widget::banner::Kind;
use super::widget::outline::Outline;
use crate::config::editor::Settings;
use crate::document::Document;
use crate::lint::Action;
use crate::storage::{File, Identity, Rescued};
use crate::text::{Inline, Search, Selection, printable, slice};

/// The state of the editor.
pub struct Model {
    /// The time since the editor was started.
    pub now: Duration,
    /// The screen; nothing is drawn before it is known.
    pub size: Option<Size>,
    /// How things look.
    pub look: Look,
    /// What they are drawn with.
    pub theme: Theme,
    /// Which keys do what.
    pub keymap: Keymap,
    /// The text.
    pub editor: Editor,
    /// How wide its lines may get, in cells.
    measure: u16,
    /// The same where the user has settled it, whatever the text.
    own_measure: Option<u16>,
    /// What is said of it.
    pub pen: Pen,
    /// What stands back while one writes.
    pub focus: Focus,
    /// Where it is saved; `None` for one that has no name yet.
    pub path: Option<PathBuf>,
    /// What the file was when it was read or written last.
    pub identity: Option<Identity>,
    /// Whether the text was never saved though it is not what an empty file holds (a rescued one, a template's).
    pub is_new: bool,
    /// The text in safety that this one was taken from; removed once it is saved.
    pub rescued: Option<Rescued>,
    /// What another program made of the file, which the writer was asked about already.
    pub(super) asked: Option<Identity>,
    /// When the file was looked at last.
    pub(super) checked: Duration,
    /// Whether that was because a key was pressed.
    pub(super) is_checked_by_key: bool,
    /// Who else edits the document; it is only read here then.
    pub(super) held: Option<Holder>,
    /// What the journal knows.
    pub(super) copy: Keeper,
    /// Text cut or copied.
    pub register: String,
    /// What was searched for last.
    pub search: Option<Search>,
    /// The same as it was typed.
    pub needle: String,
    /// What was put in the place of something last.
    pub replaced: replace::Last,
    /// What was exported last.
    pub exported: export::Choice,
    /// The places of the finding whose other places were looked at last.
    pub trail: Option<Trail>,
    /// The reading view, where it is open.
    pub chair: Option<Chair>,
    /// The preview, where it is open.
    pub preview: Option<Preview>,
    /// The walk through the strikes.
    pub walk: Option<Walk>,
    /// What lies on top of the text.
    pub overlay: Option<Overlay>,
    /// What comes back once what lies on top is put away.
    pub beneath: Option<Overlay>,
    /// The list of parts.
    pub outline: Outline,
    /// The reading and the part that the list of parts shows.
    outlined: Option<(u64, Option<usize>)>,
    /// Whether the list of parts is on the screen.
    pub outline_pane: Shown,
    /// Whether the figures are on the screen.
    pub score_pane: Shown,
    /// Whether replacements of struck words are shown in the margin.
    pub has_margin: bool,
    /// Whether clicks come to us.
    pub mouse: bool,
    /// The last clicks, for telling a double click, and what is dragged since.
    pub clicked: Option<Clicks>,
    /// A message.
    pub notice: Option<Notice>,
    /// What is to follow once the document is saved: quitting, or another document.
    pub after_save: Option<Effect>,
}

impl Model {
    /// An editor of `text` that is not saved anywhere yet; `path` is where it will be.
    pub fn new(text: impl Into<String>, path: Option<PathBuf>, look: Look) -> Self {
        let text = text.into();
        Self {
            now: Duration::ZERO,
            measure: measure_of(&text),
            size: None,
            look,
            theme: look.theme(),
            keymap: Keymap::default(),
            own_measure: None,
            editor: Editor::new(text),
            pen: Pen::default(),
            focus: Focus::default(),
            path,
            identity: None,
            is_new: false,
            asked: None,
            checked: Duration::ZERO,
            is_checked_by_key: false,
            held: None,
            copy: Keeper::default(),
            register: String::new(),
            search: None,
            needle: String::new(),
            replaced: replace::Last::default(),
            exported: export::Choice::default(),
            trail: None,
            chair: None,
            preview: None,
            walk: None,
            overlay: None,
            beneath: None,
            outline: Outline::default(),
            outlined: None,
            outline_pane: Shown::Auto,
            score_pane: Shown::Auto,
            rescued: None,
            has_margin: true,
            mouse: true,
            clicked: None,
            notice: None,
            after_save: None,
        }
    }

    /// The same as the user wants it to work.
    #[must_use]
    pub fn with(self, settings: &Settings, keymap: Keymap) -> Self {
        Self {
            keymap,
            measure: settings.measure.unwrap_or(self.measure),
            own_measure: settings.measure,
            mouse: settings.mouse,
            has_margin: settings.margin,
            focus: Focus::settled(settings),
            ..self
        }
    }

    /// Takes up `text` in place of what was edited; `path` is where it will be saved.
    pub fn begin(&mut self, text: impl Into<String>, path: Option<PathBuf>) {
        let text = text.into();
        self.measure = self.own_measure.unwrap_or_else(|| measure_of(&text));
        self.editor = Editor::new(text);
        self.pen = self.pen.fresh();
        self.focus = self.focus.fresh();
        self.trail = None;
        self.chair = None;
        self.preview = None;
        self.walk = None;
        self.copy.outdate();
        self.path = path;
        self.identity = None;
        self.asked = None;
        self.held = None;
        self.is_new = false;
        self.rescued = None;
        self.search = None;
        self.outlined = None;
        self.outline = Outline::default();
    }

    /// Puts the cursor behind the front matter: what is typed before it would make text of it.
    pub(super) fn go_to_body(&mut self) {
        let text = self.editor.buffer().text();
        let start = Document::front_matter(text).span.end.max(self.editor.buffer().start());
        let blank = slice(text, start..text.len());
        let at = start + blank.len() - blank.trim_start().len();
        self.editor.select(Selection::cursor(at));
    }

    /// Takes up the file at `path` in place of what was edited.
    pub fn open(&mut self, path: PathBuf, file: File) {
        self.begin(file.text, Some(path));
        self.identity = Some(file.identity);
    }

    /// Takes up what another program wrote into the file, which is saved by that: one step for undo.
    pub fn reload(&mut self, file: File) {
        let applied = self.editor.take_over(&file.text, self.now);
        self.pen.edited(&applied);
        self.editor.mark_saved();
        self.is_new = false;
        self.identity = Some(file.identity);
        self.asked = None;
    }

    /// Whether the document is edited here, or somewhere else and by whom.
    pub fn hold(&mut self, held: Option<Holder>) {
        self.held = held;
        self.editor.lock(held.is_some());
    }

    /// What the keys go to, where nothing lies on top.
    pub fn context(&self) -> Context {
        match self.is_walking() {
            _ if self.chair.is_some() => Context::Chair,
            false if self.is_previewing() => Context::Chair,
            true => Context::Walk,
            false if self.outline.is_focused() => Context::Outline,
            false => Context::Text,
        }
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
        let size = self.size.unwrap_or_default();
        let is_away = self.focus.is_pen_away;
        let (outline, score) = match (is_away, self.outline_pane) {
            // Whoever asks for the parts while writing in peace gets them.
            (true, Shown::Yes) => (Shown::Yes, Shown::No),
            (true, _) => (Shown::No, Shown::No),
            (false, outline) => (outline, self.score_pane),
        };
        let beside = self.has_preview_beside().then(|| side_by_side(size, outline, score, self.measure));
        let geometry = beside.flatten().unwrap_or_else(|| Geometry::new(size, outline, score, self.measure));
        let geometry = if is_away { geometry.without_card() } else { geometry };
        if self.has_chair() { geometry.with_head() } else { geometry }
    }

    // Whether it is said who sits in the empty chair: in what is written for a customer. With the pen away there is
    // nothing but the text.
    fn has_chair(&self) -> bool {
        let reading = self.pen.rest();
        (reading.customer.is_some() || reading.template.is_some()) && !self.focus.is_pen_away
    }

    /// Whether text to find is being typed.
    pub fn is_finding(&self) -> bool {
        matches!(self.overlay, Some(Overlay::Ask(_, Asked::Find { .. }) | Overlay::Replace(_)))
    }

    /// What the pen says of the words under the cursor; nothing while it is put away.
    pub fn found(&self) -> Option<Found<'_>> {
        self.pen.at(self.editor.selection().head).filter(|_| !self.focus.is_pen_away)
    }

    /// The key of the command called `name`, for what is said.
    pub(super) fn key(&self, name: &str) -> String {
        self.keymap.hint(name)
    }

    /// Tells the writer something worth knowing.
    pub fn say(&mut self, text: impl Into<String>) {
        self.tell(Kind::Note, text);
    }

    /// Tells the writer that something did not work.
    pub fn complain(&mut self, text: impl Into<String>) {
        self.tell(Kind::Error, text);
    }

    /// Tells the writer something of some kind; what went wrong stays longer.
    pub fn tell(&mut self, kind: Kind, text: impl Into<String>) {
        self.notice = Some(Notice::new(kind, text, self.now));
    }

    /// When time alone changes something next.
    pub fn deadline(&self) -> Option<Duration> {
        let notice = self.notice.as_ref().map(|notice| notice.until);
        let drag = self.clicked.as_ref().and_then(Clicks::deadline);
        notice.into_iter().chain(drag).chain(self.pen.deadline()).min()
    }

    /// Brings what depends on several things in line with them; called after every message.
    pub(super) fn settle(&mut self) {
        if self.notice.as_ref().is_some_and(|notice| notice.until <= self.now) {
            self.notice = None;
        }
        self.pen.look(self.editor.selection().head, self.now);
        walk::settle(self);
        chair::settle(self);
        self.settle_outline();
        self.focus.settle(self.editor.buffer(), self.pen.generation(), self.editor.selection().head);
        self.editor.keep_in_middle(self.focus.is_typewriter);
        if self.size.is_some() {
            let geometry = self.geometry();
            let inlines = self.inlines();
            let height = geometry.text.height.saturating_sub(self.covered(&geometry));
            self.editor.settle(geometry.measure(), usize::from(height), inlines);
            preview::settle(self);
            if let Some(Overlay::Interview(interview)) = &mut self.overlay {
                interview.settle(geometry.screen);
            }
        }
    }

    // How many rows of the text are under what lies on top of it.
    fn covered(&self, geometry: &Geometry) -> u16 {
        match &self.overlay {
            Some(Overlay::Replace(_)) => {
                let below = geometry.screen.bottom() - geometry.text.bottom();
                Replace::height(geometry.screen).saturating_sub(below)
            }
            _ => 0,
        }
    }

    // The list of parts follows the last reading and the cursor.
    fn settle_outline(&mut self) {
        let reading = self.pen.rest();
        let current = reading.part_at(self.editor.selection().head);
        let shown = self.pen.heard().map(|heard| (heard, current));
        if shown == self.outlined {
            self.outline.count(reading.parts.iter().map(|part| part.item.words));
        } else {
            self.outline.set(reading.parts.iter().map(|part| part.item.clone()).collect(), current);
            self.outline.required = reading.scores.parts;
            self.outlined = shown;
        }
        self.outline.is_pen_away = self.focus.is_pen_away;
        if self.geometry().outline.width == 0 {
            self.outline.focus(false);
        }
    }

    // The words proposed for the strike under the cursor, behind it.
    fn inlines(&self) -> Vec<Inline> {
        let Some(found) = self.found().filter(|_| self.editor.selection().is_empty()) else {
            return Vec::new();
        };
        let Some(edit) = found.edit() else { return Vec::new() };
        let action = found.diagnostic.fix.as_ref().map(|fix| fix.action);
        let words = edit.insert.trim();
        let is_replaced = action == Some(Action::Replace) && !words.is_empty();
        let brackets = self.look.has_brackets();
        let mut inlines = Vec::new();
        if brackets {
            inlines.push(Inline { at: found.span.start, text: "[-".into() });
            inlines.push(Inline { at: found.span.end, text: "-]".into() });
        }
        if is_replaced {
            let text = if brackets { format!("{{+{words}+}}") } else { format!(" {words}") };
            inlines.push(Inline { at: found.span.end, text });
        }
        inlines
    }
}
