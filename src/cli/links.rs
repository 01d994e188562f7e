//! Names of files that a terminal opens on a click: whether it can, and the address of a file.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::style::Style;
use crate::report::{Paint, Tone};

/// A style whose names of files are links, where the terminal takes them.
#[derive(Debug, Clone)]
pub(super) struct Linking {
    style: Style,
    from: Option<From>,
}

/// What relative names begin at.
#[derive(Debug, Clone)]
struct From {
    /// This computer, so that a terminal on another one does not open a file of its own.
    host: String,
    folder: PathBuf,
}

impl Linking {
    /// `style` with links, where standard output is a `terminal` that takes them.
    pub fn new(style: Style, terminal: bool) -> Self {
        let takes = terminal && style.is_on() && takes_links(|name| std::env::var_os(name));
        let folder = takes.then(std::env::current_dir).and_then(Result::ok);
        Self { style, from: folder.map(|folder| From { host: host(), folder }) }
    }
}

impl Paint for Linking {
    fn paint(&self, tone: Tone, text: &str) -> String {
        Paint::paint(&self.style, tone, text)
    }

    fn is_on(&self) -> bool {
        self.style.is_on()
    }

    fn link(&self, words: String, path: &str) -> String {
        let Some(From { host, folder }) = &self.from else { return words };
        let path = folder.join(path);
        // Standard input has a name and no file; neither has a name that is not shown as it is.
        if path.is_file() { self.style.link(&words, &address(host, &path)) } else { words }
    }
}

/// Whether a terminal with these `variable`s is known to take links. Those that find `PATH:LINE:COLUMN` themselves, and
/// go to the line with it, are better off without.
fn takes_links(variable: impl Fn(&str) -> Option<OsString>) -> bool {
    let value = |name| variable(name).and_then(|value| value.into_string().ok()).unwrap_or_default();
    let has = |name| variable(name).is_some_and(|value| !value.is_empty());
    let (term, program) = (value("TERM"), value("TERM_PROGRAM"));
    if program == "vscode" || value("TERMINAL_EMULATOR").contains("JetBrains") || term == "dumb" {
        return false;
    }
    // Where the multiplexer of tmux or screen would have to pass them on, nobody can tell.
    if has("TMUX") || term.starts_with("screen") || term.starts_with("tmux") {
        return false;
    }
    let kinds = ["kitty", "alacritty", "foot", "ghostty", "wezterm", "contour"];
    let programs = ["iTerm.app", "WezTerm", "ghostty", "Hyper", "Tabby", "rio"];
    // VTE takes them since 0.50, and versions before that printed them.
    let vte = value("VTE_VERSION").parse::<u32>().is_ok_and(|version| version >= 5000);
    vte || kinds.iter().any(|kind| term.contains(kind))
        || programs.contains(&program.as_str())
        || ["WT_SESSION", "KONSOLE_VERSION", "DOMTERM"].into_iter().any(has)
}

/// The name of this computer; nothing where it is not known, which means the same computer.
fn host() -> String {
    let name = std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    name.trim().to_owned()
}

/// The address of the file at `path`, which is absolute, on `host`, by RFC 8089; whatever RFC 3986 reserves is encoded.
fn address(host: &str, path: &Path) -> String {
    let mut address = format!("file://{}", encoded(host));
    let path = path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
    if !path.starts_with('/') {
        address.push('/');
    }
    address.push_str(&encoded(&path));
    address
}

/// `text` with every byte but letters, digits and `-._~/:` as `%XX`.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/:".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::style::ColorChoice;

    fn takes(variables: &[(&str, &str)]) -> bool {
        takes_links(|name| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| value.into()))
    }

    #[test]
    fn links_go_to_terminals_that_are_known_to_take_them() {
        assert!(takes(&[("TERM", "xterm-256color"), ("VTE_VERSION", "7600")]));
        assert!(takes(&[("TERM", "xterm-kitty")]));
        assert!(takes(&[("TERM", "xterm-256color"), ("TERM_PROGRAM", "iTerm.app")]));
        assert!(!takes(&[("TERM", "xterm-256color"), ("VTE_VERSION", "4800")]));
        assert!(!takes(&[("TERM", "xterm-256color")]));
        assert!(!takes(&[("TERM", "screen-256color"), ("VTE_VERSION", "7600")]));
        assert!(!takes(&[("TERM_PROGRAM", "vscode"), ("VTE_VERSION", "7600")]));
    }

    #[test]
    fn addresses_are_absolute_and_encoded() {
        let path = Path::new("/home/ann/a b%\u{1b}\u{7}é#?.md");
        assert_eq!(address("box.lan", path), "file://box.lan/home/ann/a%20b%25%1B%07%C3%A9%23%3F.md");
    }

    #[test]
    fn only_files_that_are_there_are_linked() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.md"), "").unwrap();
        let from = From { host: "box".to_owned(), folder: folder.path().to_owned() };
        let linking = Linking { style: Style::PLAIN, from: Some(from) };
        let linked = linking.link("a.md:1:2".to_owned(), "a.md");
        let target = address("box", &folder.path().join("a.md"));
        assert!(linked.contains(&format!(";{target}")) && linked.contains("a.md:1:2"), "{linked:?}");
        assert_eq!(linking.link("-:1:2".to_owned(), "-"), "-:1:2");
    }

    #[test]
    fn what_is_not_coloured_is_not_linked() {
        let linking = Linking::new(Style::stdout(ColorChoice::Never), true);
        assert!(linking.from.is_none());
    }
}
