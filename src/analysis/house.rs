//! What one house has settled, ready to be worked with.

use std::sync::Arc;

use crate::document::Date;
use crate::lint::Settings;
use crate::lint::phrases::Matcher;
use crate::score::gate::Thresholds;
use crate::template::Catalogue;

/// Settings, word lists and gate of one house; shared by all its documents.
#[derive(Clone)]
pub struct House {
    /// Severities, numbers and terms.
    pub settings: Settings,
    /// The packs, built-in and own.
    pub matcher: Arc<Matcher>,
    /// The templates that documents may follow.
    pub templates: Arc<Catalogue>,
    /// The template of documents that name none.
    pub template: Option<String>,
    /// What a document must meet before it is exported.
    pub thresholds: Thresholds,
    /// The day of the writing, where it is known.
    pub today: Option<Date>,
}

impl Default for House {
    fn default() -> Self {
        Self {
            settings: Settings::default(),
            matcher: Matcher::builtin(),
            templates: Arc::default(),
            template: None,
            thresholds: Thresholds::DEFAULT,
            today: None,
        }
    }
}
