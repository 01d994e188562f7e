//! `editor.yml`: how the user wants the editor to look and to work, whatever the project.
//!
//! It is in the user's own folder, `$XDG_CONFIG_HOME/prfaq`, never in a project: what one's eyes and fingers need is
//! nobody else's business. Which commands there are and what is a key is known by the editor, which says by
//! [`File::wrong_key`] what is wrong in `keys:`.

mod choice;
mod focus;
mod keys;
mod mistakes;
mod strike;
#[cfg(test)]
mod tests;
mod tone;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Deserializer};

pub use focus::Lit;
pub use keys::Keys;
pub use mistakes::Mistakes;
pub use strike::Strike;
pub use tone::Tone;

use super::schema::whole;
use super::{Error, user};
use crate::storage::{Disk, Files};
use crate::yaml::{self, Step};

/// The file's name.
pub const FILE_NAME: &str = "editor.yml";

/// The narrowest and the widest text, in cells.
pub const MEASURE: (u16, u16) = (40, 120);

/// What the user has settled; the default is what holds where there is no file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// The colours; `None` is what suits the terminal.
    #[serde(deserialize_with = "tone::or_auto")]
    pub theme: Option<Tone>,
    /// How struck words are told from others.
    pub strike: Strike,
    /// Whether clicks come to the editor; else the terminal selects with them.
    pub mouse: bool,
    /// How wide the text may get, in cells, within [`MEASURE`]; `None` is what suits it.
    #[serde(deserialize_with = "measure")]
    pub measure: Option<u16>,
    /// Whether replacements of struck words stand in the margin.
    pub margin: bool,
    /// Whether the red pen is in the text from the start.
    pub pen: bool,
    /// What stays bright from the start.
    pub focus: Lit,
    /// Whether the row of the cursor keeps its place on the screen from the start.
    pub typewriter: bool,
    /// The keys of commands by their names, as they are written.
    #[serde(deserialize_with = "keys::or_none")]
    pub keys: BTreeMap<String, Keys>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: None,
            strike: Strike::Auto,
            mouse: true,
            measure: None,
            margin: true,
            pen: true,
            focus: Lit::Off,
            typewriter: false,
            keys: BTreeMap::new(),
        }
    }
}

fn measure<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u16>, D::Error> {
    let (least, most) = MEASURE;
    whole(deserializer, least, most).map(Some)
}

/// An `editor.yml` as it was read.
#[derive(Debug, Default)]
pub struct File {
    path: PathBuf,
    text: String,
    /// The text without what could not be read, line for line.
    legible: String,
    /// What it says.
    pub settings: Settings,
}

/// Where the user's `editor.yml` is, or would be; `None` where there is no home.
pub fn path() -> Option<PathBuf> {
    Some(user::folder()?.join(FILE_NAME))
}

/// Reads the `editor.yml` at `path`; where there is none it says nothing.
///
/// # Errors
///
/// All that is wrong in it, but for what the keys are called; and what it says beside that.
pub fn read(path: &Path) -> Result<File, Mistakes> {
    if !Disk.is_there(path) {
        return Ok(File::default());
    }
    let text = Disk.read(path).map_err(|error| Mistakes::from(Error::Read(error)))?;
    let (settings, legible, errors) = mistakes::read_in_spite(&text);
    let errors: Vec<Error> = errors.into_iter().map(|error| Error::in_text(path, &text, error)).collect();
    let file = File { path: path.to_owned(), text, legible, settings };
    if errors.is_empty() { Ok(file) } else { Err(Mistakes { errors, file: Box::new(file) }) }
}

impl File {
    /// That something is wrong with the name of a command in `keys:`, or with the key at an index of its keys.
    pub fn wrong_key(&self, command: &str, key: Option<usize>, message: impl Into<String>) -> Error {
        let name = [Step::Key("keys"), Step::Key(command)];
        let error = match key {
            None => yaml::Error::at_key(&self.legible, &name, message),
            Some(index) => {
                let [keys, command] = name;
                yaml::Error::at_value(&self.legible, &[keys, command, Step::Entry(index)], message)
            }
        };
        Error::in_text(&self.path, &self.text, error)
    }
}
