//! Setting up for a document: its configuration, its word lists, what its name claims, whether it is read at all.

mod passed_over;

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::out::Out;
use crate::analysis::{Analyst, Claim, House};
use crate::config::{self, Config, ConfigFile, Known, PackFile};
use crate::document::Date;
use crate::lint::phrases::{Matcher, Pack};
use crate::lint::{RULES, Severity};
use crate::storage::{Disk, Files, Shown};
use crate::template::Catalogue;
pub(super) use passed_over::{Ignores, PassedOver};

/// What holds for a document, ready to work with.
pub(crate) struct Settled {
    /// What analyses start from.
    pub house: Arc<House>,
    /// What is settled for its path.
    pub config: Config,
    /// Where that comes from.
    pub file: Arc<ConfigFile>,
}

/// A configuration file, and its word lists as they are understood.
struct Opened {
    file: Arc<ConfigFile>,
    packs: HashMap<PathBuf, Pack>,
}

/// A configuration file, which of its overrides hold, and where own templates are looked for.
type Key = (Option<PathBuf>, Vec<usize>, usize);

/// Houses by the configuration file they come from and the overrides that hold: everything is read and made once,
/// however many documents there are.
pub(crate) struct Desk {
    named: Option<PathBuf>,
    files: Arc<dyn Files>,
    /// Configuration files by the folder they hold in.
    homes: Mutex<HashMap<PathBuf, Option<PathBuf>>>,
    opened: Mutex<HashMap<Option<PathBuf>, Arc<Opened>>>,
    settled: Mutex<HashMap<Key, Arc<Settled>>>,
    /// Phrases by the word lists that are read beside the built-in ones.
    matchers: Mutex<HashMap<Vec<PathBuf>, Arc<Matcher>>>,
    templates: Mutex<Shelves>,
    ignores: Ignores,
    /// Configurations that are not read for their name, each once.
    misnamed: Mutex<BTreeSet<PathBuf>>,
}

/// The templates that were read.
#[derive(Default)]
struct Shelves {
    /// By the folder of the documents that they are for.
    by_folder: HashMap<PathBuf, Arc<Catalogue>>,
    /// By the folders that they lie in.
    by_folders: HashMap<Vec<PathBuf>, Arc<Catalogue>>,
}

/// Whether a document is to be read.
pub(super) enum Admitted {
    /// It is.
    Yes,
    /// It is, though it is excluded: what to say of that.
    Noted(String),
    /// It is passed over.
    No,
}

impl Desk {
    /// A desk where `named` is the configuration of every document, if it is given.
    pub fn new(named: Option<&Path>) -> Self {
        Self::among(Arc::new(Disk), named)
    }

    /// As [`Desk::new`], where configurations and word lists are those among `files`.
    pub fn among(files: Arc<dyn Files>, named: Option<&Path>) -> Self {
        Self {
            named: named.map(Path::to_owned),
            ignores: Ignores::among(Arc::clone(&files)),
            files,
            homes: Mutex::default(),
            opened: Mutex::default(),
            settled: Mutex::default(),
            matchers: Mutex::default(),
            templates: Mutex::default(),
            misnamed: Mutex::default(),
        }
    }

    /// What configurations and word lists are read from.
    pub fn files(&self) -> Arc<dyn Files> {
        Arc::clone(&self.files)
    }

    /// The house of the document at `path`.
    ///
    /// # Errors
    ///
    /// Whatever is wrong with its configuration or the word lists that it names.
    pub fn settled(&self, path: &Path) -> Result<Arc<Settled>, config::Error> {
        let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.settled_in(whole.parent().unwrap_or(Path::new("/")), &whole)
    }

    /// The house of the document or folder at `path`, whose configuration is looked for from `folder` upwards.
    ///
    /// # Errors
    ///
    /// As [`Desk::settled`].
    pub fn settled_in(&self, folder: &Path, path: &Path) -> Result<Arc<Settled>, config::Error> {
        let opened = self.opened(folder)?;
        let overrides = opened.file.overrides_of(path);
        let templates = self.templates(folder);
        let key = (opened.file.path.clone(), overrides, Arc::as_ptr(&templates) as usize);
        let mut settled = held(&self.settled);
        if let Some(known) = settled.get(&key) {
            return Ok(Arc::clone(known));
        }
        let config = opened.file.config(&key.1);
        let house = House {
            settings: config.settings.clone(),
            matcher: self.matcher(&config, &opened),
            templates,
            template: config.template.clone(),
            thresholds: config.gate.thresholds(),
            today: Some(today()),
        };
        let new = Arc::new(Settled { house: Arc::new(house), config, file: Arc::clone(&opened.file) });
        settled.insert(key, Arc::clone(&new));
        Ok(new)
    }

    /// The configuration file that holds in `folder`.
    fn opened(&self, folder: &Path) -> Result<Arc<Opened>, config::Error> {
        let path = self.named.clone().or_else(|| self.home(folder));
        let mut opened = held(&self.opened);
        if let Some(known) = opened.get(&path) {
            return Ok(Arc::clone(known));
        }
        let templates = self.templates(folder);
        let new = Arc::new(open(path.as_deref(), &templates, &*self.files)?);
        opened.insert(path, Arc::clone(&new));
        Ok(new)
    }

    /// Where that is.
    fn home(&self, folder: &Path) -> Option<PathBuf> {
        let mut homes = held(&self.homes);
        if let Some(known) = homes.get(folder) {
            return known.clone();
        }
        let found = config::find(folder, &*self.files);
        if found.is_none() {
            held(&self.misnamed).extend(config::misnamed(folder));
        }
        homes.insert(folder.to_owned(), found.clone());
        found
    }

    /// The templates of documents in `folder`. Folders that have the same ones share them.
    pub fn templates(&self, folder: &Path) -> Arc<Catalogue> {
        let Shelves { by_folder, by_folders } = &mut *held(&self.templates);
        let read = |folders: &Vec<PathBuf>| Arc::new(config::templates(folders, &*self.files));
        let look = |folder: &PathBuf| {
            let folders = config::template_folders(folder, &*self.files);
            Arc::clone(by_folders.entry(folders).or_insert_with_key(read))
        };
        Arc::clone(by_folder.entry(folder.to_owned()).or_insert_with_key(look))
    }

    fn matcher(&self, config: &Config, opened: &Opened) -> Arc<Matcher> {
        if config.packs.is_empty() {
            return Matcher::builtin();
        }
        let paths: Vec<PathBuf> = config.packs.iter().map(|pack| pack.path.clone()).collect();
        let packs = || {
            let own = paths.iter().filter_map(|path| opened.packs.get(path));
            own.cloned().collect::<Vec<Pack>>()
        };
        let mut matchers = held(&self.matchers);
        let known = matchers.entry(paths.clone()).or_insert_with(|| Arc::new(Matcher::with_own(packs())));
        Arc::clone(known)
    }

    /// Says which configurations were passed over because of their name.
    pub fn say_notes(&self, out: &mut Out) {
        for path in std::mem::take(&mut *held(&self.misnamed)) {
            out.note(&format!(
                "{} is not read; the configuration is called {}",
                Shown(&path),
                config::FILE_NAME
            ));
        }
    }

    /// An analyst for the document at `path`, taken for one of `template` where the user says so.
    pub fn analyst(
        &self,
        path: &Path,
        template: Option<&str>,
    ) -> Result<(Analyst, Arc<Settled>), config::Error> {
        let settled = self.settled(path)?;
        let claim = match template {
            Some(name) => Claim::Template(name.to_owned()),
            None => claim(path, &settled.file),
        };
        let mut house = Arc::clone(&settled.house);
        if template.is_some_and(|name| house.templates.find(name).is_err()) {
            // Named by somebody in another folder.
            let templates = self.templates(&std::env::current_dir().unwrap_or_default());
            house = Arc::new(House { templates, ..House::clone(&house) });
        }
        Ok((Analyst::new(house, claim), settled))
    }

    /// Why the file at `path` is not read where nobody names it; nothing where it is. A configuration that cannot be
    /// read leaves nothing out.
    pub fn passed_over(&self, path: &Path) -> Option<PassedOver> {
        let by_house = match self.settled(path) {
            Ok(settled) => PassedOver::by(&settled.file, path),
            Err(_) => PassedOver::by(&ConfigFile::default(), path),
        };
        by_house.or_else(|| self.ignores.find(path))
    }

    /// Whether the file at `path`, which a person calls `name`, is to be read: one that is `named` is, unless `force`
    /// says that what is excluded is excluded.
    pub fn admits(&self, path: &Path, name: &Path, named: bool, force: bool) -> Admitted {
        match self.passed_over(path) {
            Some(PassedOver::Ending) if named => Admitted::Yes,
            Some(_) if force || !named => Admitted::No,
            Some(why) if why.is_excluded() => Admitted::Noted(format!(
                "{} {why}; read because it is named, which --force-exclude changes",
                Shown(name)
            )),
            None | Some(_) => Admitted::Yes,
        }
    }

    /// Whether the name or folder of the document at `path` says that it is a PR/FAQ, whatever is in it. Where the
    /// configuration cannot be read it may be.
    pub fn claims(&self, path: &Path) -> bool {
        self.settled(path).map_or(true, |settled| claim(path, &settled.file) != Claim::Nothing)
    }
}

fn claim(path: &Path, file: &ConfigFile) -> Claim {
    match Claim::of_name(path) {
        Claim::Nothing if file.documents.contains(path) => Claim::Configured,
        claim => claim,
    }
}

/// What is behind `mutex`; a thread that broke down while it held it left nothing half done.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Reads the configuration at `path`, which may name one of `templates`, and all its word lists.
fn open(path: Option<&Path>, templates: &Catalogue, files: &dyn Files) -> Result<Opened, config::Error> {
    let names: Vec<&str> = templates.names().collect();
    let known = Known { rules: RULES, templates: &names, parts: &|| templates.part_ids() };
    let file = path.map_or_else(|| Ok(ConfigFile::default()), |path| config::load(path, known, files))?;
    let understood = |pack: &PackFile| match Pack::parse(&pack.text) {
        Ok(understood) => Ok((pack.path.clone(), understood)),
        Err(error) => Err(config::Error::in_text(&pack.path, &pack.text, error)),
    };
    let packs = file.packs().map(understood).collect::<Result<_, _>>()?;
    Ok(Opened { file: Arc::new(file), packs })
}

/// `path` as a person in the current folder calls it, safe to show.
pub(super) fn near(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    Shown(path.strip_prefix(here).unwrap_or(path)).to_string()
}

/// Today where the user is.
fn today() -> Date {
    let today = jiff::Zoned::now().date();
    // The calendar reaches from -9999 to 9999, and its months and days are positive.
    Date::new(today.year().unsigned_abs(), today.month().unsigned_abs(), today.day().unsigned_abs())
}

/// Whether any of `findings` is at or above `least`; `None` is never.
pub(super) fn fails(findings: &[crate::lint::Diagnostic], least: Option<Severity>) -> bool {
    least.is_some_and(|least| findings.iter().any(|finding| finding.severity >= least))
}
