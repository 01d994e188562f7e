//! Where printed words go: buffered standard output, and standard error for errors and progress.

use std::io::{self, BufRead, BufWriter, IsTerminal, Stdout, Write};
use std::time::{Duration, Instant};

use super::links::Linking;
use super::style::{ColorChoice, Style, wrapped};
use crate::report::{Paint, Tone};
use crate::text::{printable, printable_lines};

/// Standard output and standard error with their styles.
pub(super) struct Out {
    /// Not locked: the editor's threads write there too, when one of them breaks down.
    stdout: BufWriter<Stdout>,
    /// Style of standard output.
    pub style: Style,
    errors: Style,
    /// Whether only what was asked for is printed.
    pub quiet: bool,
    started: Instant,
    /// Length of the progress line that stands on the terminal, in characters.
    progress: usize,
}

/// How long work may go on in silence.
const SILENCE: Duration = Duration::from_millis(200);

impl Out {
    pub fn new(color: ColorChoice, quiet: bool) -> Self {
        let (style, errors) = (Style::stdout(color), Style::stderr(color));
        let stdout = BufWriter::with_capacity(1 << 16, io::stdout());
        Self { stdout, style, errors, quiet, started: Instant::now(), progress: 0 }
    }

    /// Columns of the terminal that standard output goes to, or those that the environment names.
    pub fn columns() -> Option<usize> {
        let size = io::stdout().is_terminal().then(crossterm::terminal::size);
        let seen = size.and_then(Result::ok).map(|(columns, _)| usize::from(columns));
        let named = || std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        seen.or_else(named).filter(|columns| *columns > 0)
    }

    /// Columns to wrap what people read to: the terminal's, 80 where it does not tell; none where nothing but a file or
    /// a program reads it, unless the environment names them.
    pub fn wrap() -> Option<usize> {
        /// What terminals have had for fifty years.
        const USUAL: usize = 80;
        Self::columns().or_else(|| io::stdout().is_terminal().then_some(USUAL))
    }

    /// The style of standard output, with names of files that open where the terminal can do that.
    pub fn linking(&self) -> Linking {
        Linking::new(self.style, io::stdout().is_terminal())
    }

    /// An error, on standard error.
    pub fn error(&mut self, message: &str) {
        self.complain(Tone::Error, "error", message);
    }

    /// A note beside the work, on standard error; not in quiet mode.
    pub fn note(&mut self, message: &str) {
        if !self.quiet {
            self.complain(Tone::Note, "note", message);
        }
    }

    /// A question or a word beside the work, on standard error, whatever is quiet: somebody waits for it.
    pub fn aside(&mut self, text: &str) {
        self.clear_progress();
        let _ = self.stdout.flush();
        let _ = write!(io::stderr(), "{}", printable_lines(text));
        let _ = io::stderr().flush();
    }

    /// Asks `question` on standard output: the line that answers it; nothing where there are no more.
    ///
    /// # Errors
    ///
    /// Where nothing can be written or read.
    pub fn ask(&mut self, question: &str, answers: &mut dyn BufRead) -> io::Result<Option<String>> {
        write!(self.stdout, "{}", self.style.strong(question))?;
        self.stdout.flush()?;
        let mut line = String::new();
        if answers.read_line(&mut line)? == 0 {
            writeln!(self.stdout)?;
            return Ok(None);
        }
        Ok(Some(line))
    }

    /// Writes `text`, indented, broken at words where the terminal ends.
    ///
    /// # Errors
    ///
    /// Where nothing can be written.
    pub fn put(&mut self, indent: &str, text: &str) -> io::Result<()> {
        let columns = Self::columns().unwrap_or(usize::MAX);
        wrapped(text, indent, columns).into_iter().try_for_each(|line| writeln!(self.stdout, "{line}"))
    }

    fn complain(&mut self, tone: Tone, name: &str, message: &str) {
        self.clear_progress();
        // What was found before the error is read before it.
        let _ = self.stdout.flush();
        let mut lines = message.lines();
        let first = lines.next().unwrap_or("");
        let head = self.errors.paint(tone, &format!("{name}:")).to_string();
        let _ = writeln!(io::stderr(), "prfaq: {head} {}", printable(first));
        for line in lines {
            let _ = writeln!(io::stderr(), "{}", printable(line));
        }
    }

    /// Says on a terminal how far the work is, once it takes longer than anybody waits gladly.
    pub fn progress(&mut self, message: &str) {
        let wanted = !self.quiet && self.started.elapsed() > SILENCE && io::stderr().is_terminal();
        if wanted && !io::stdout().is_terminal() {
            self.clear_progress();
            self.progress = message.chars().count();
            let _ = write!(io::stderr(), "{message}\r");
        }
    }

    fn clear_progress(&mut self) {
        if self.progress > 0 {
            let _ = write!(io::stderr(), "{:1$}\r", "", self.progress);
            self.progress = 0;
        }
    }

    /// A document that was asked for: as it is for files and pipes, made safe to show on a terminal.
    pub fn document(&mut self, text: &str) -> io::Result<()> {
        if io::stdout().is_terminal() {
            self.stdout.write_all(printable_lines(text).as_bytes())
        } else {
            self.stdout.write_all(text.as_bytes())
        }
    }

    /// Everything that is still buffered.
    pub fn flush(&mut self) -> io::Result<()> {
        self.clear_progress();
        self.stdout.flush()
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.stdout.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stdout.flush()
    }
}

impl Paint for Style {
    fn paint(&self, tone: Tone, text: &str) -> String {
        Style::paint(*self, tone, text).to_string()
    }

    fn is_on(&self) -> bool {
        Style::is_on(*self)
    }
}
