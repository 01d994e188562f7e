//! Setting up for a document: its configuration, its word lists, what its name claims.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::out::Out;
use crate::analysis::{Analyst, Claim, House};
use crate::config::{self, Config, Known};
use crate::document::Date;
use crate::lint::phrases::{Matcher, Pack};
use crate::lint::{RULES, Severity};
use crate::storage::Shown;
use crate::template;

/// A configuration, ready to work with.
pub(crate) struct Settled {
    /// What analyses start from.
    pub house: Arc<House>,
    /// As it was read.
    pub config: Config,
}

/// Houses by the configuration file they come from, each read once.
pub(crate) struct Desk {
    named: Option<PathBuf>,
    settled: Mutex<HashMap<Option<PathBuf>, Arc<Settled>>>,
    /// Configurations that are not read for their name, each once.
    misnamed: Mutex<BTreeSet<PathBuf>>,
}

impl Desk {
    /// A desk where `named` is the configuration of every document, if it is given.
    pub fn new(named: Option<&Path>) -> Self {
        Self { named: named.map(Path::to_owned), settled: Mutex::default(), misnamed: Mutex::default() }
    }

    /// The house of the document at `path`.
    ///
    /// # Errors
    ///
    /// Whatever is wrong with its configuration or the word lists that it names.
    pub fn settled(&self, path: &Path) -> Result<Arc<Settled>, config::Error> {
        let folder = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let file = self.named.clone().or_else(|| config::find(folder.parent().unwrap_or(Path::new("/"))));
        if file.is_none() {
            let misnamed = config::misnamed(folder.parent().unwrap_or(Path::new("/")));
            self.misnamed.lock().unwrap_or_else(PoisonError::into_inner).extend(misnamed);
        }
        let mut settled = self.settled.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = settled.get(&file) {
            return Ok(Arc::clone(known));
        }
        let new = Arc::new(settle(file.as_deref())?);
        settled.insert(file, Arc::clone(&new));
        Ok(new)
    }

    /// Says which configurations were passed over because of their name.
    pub fn say_notes(&self, out: &mut Out) {
        for path in std::mem::take(&mut *self.misnamed.lock().unwrap_or_else(PoisonError::into_inner)) {
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
            None => claim(path, &settled.config),
        };
        Ok((Analyst::new(Arc::clone(&settled.house), claim), settled))
    }
}

fn claim(path: &Path, config: &Config) -> Claim {
    match Claim::of_name(path) {
        Claim::Nothing if config.documents.contains(path) => Claim::Configured,
        claim => claim,
    }
}

fn settle(file: Option<&Path>) -> Result<Settled, config::Error> {
    let names: Vec<&str> = template::builtin().iter().map(|template| template.name).collect();
    let known = Known { rules: RULES, templates: &names, parts: template::part_ids };
    let config = file.map_or_else(|| Ok(Config::default()), |path| config::load(path, known))?;
    let house = House {
        settings: config.settings.clone(),
        matcher: matcher(&config)?,
        template: config.template.clone(),
        thresholds: config.gate.thresholds(),
        today: Some(today()),
    };
    Ok(Settled { house: Arc::new(house), config })
}

/// Today where the user is.
fn today() -> Date {
    let today = jiff::Zoned::now().date();
    // The calendar reaches from -9999 to 9999, and its months and days are positive.
    Date::new(today.year().unsigned_abs(), today.month().unsigned_abs(), today.day().unsigned_abs())
}

fn matcher(config: &Config) -> Result<Arc<Matcher>, config::Error> {
    if config.packs.is_empty() {
        return Ok(Matcher::builtin());
    }
    let own = config.packs.iter().map(|file| {
        Pack::parse(&file.text).map_err(|error| config::Error::in_text(&file.path, &file.text, error))
    });
    Ok(Arc::new(Matcher::with_own(own.collect::<Result<_, _>>()?)))
}

/// Whether any of `findings` is at or above `least`; `None` is never.
pub(super) fn fails(findings: &[crate::lint::Diagnostic], least: Option<Severity>) -> bool {
    least.is_some_and(|least| findings.iter().any(|finding| finding.severity >= least))
}
