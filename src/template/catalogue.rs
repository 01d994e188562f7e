//! The templates one can write by: the built-in ones, and those of the user and the project.
//!
//! Where own templates lie is known by `config`; here their texts are told from other files and read.

use std::sync::Arc;

use super::builtin::{builtin, known};
use super::{Error, Name, Template};
use crate::text::unknown;

/// Where a template comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The program.
    Builtin,
    /// The user's configuration folder.
    User,
    /// The project's `templates/` folder.
    Project,
}

impl Origin {
    /// What lists say of it.
    pub fn name(self) -> &'static str {
        match self {
            Origin::Builtin => "built-in",
            Origin::User => "yours",
            Origin::Project => "project",
        }
    }
}

/// A template as a list shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// Its name.
    pub name: String,
    /// Where it comes from.
    pub origin: Origin,
    /// Its file, safe to show; empty for a built-in one.
    pub file: String,
    /// The template, or what is wrong with it.
    pub read: Result<Arc<Template>, Error>,
}

/// Whether a rule of this name, and a setting of it, is there.
pub type KnownRule<'a> = &'a dyn Fn(&str, Option<&str>) -> bool;

impl Listed {
    /// Reads the own template in `file`; `stem` is the file's name without its ending. `None` where the file is none: its
    /// YAML head has no `template:`, or nothing else that templates have, as a document written from one has not.
    pub fn own(origin: Origin, file: &str, stem: &str, text: &str, is_known: KnownRule<'_>) -> Option<Self> {
        if !is_template(text) {
            return None;
        }
        let read = Template::checked(file, text, is_known).and_then(|template| {
            if template.name.as_str() == stem {
                return Ok(Arc::new(template));
            }
            let message = format!("it is called `{}`; call the file {0}.md", template.name);
            Err(Error::at_key(file, text, "template", message))
        });
        Some(Self { name: stem.to_owned(), origin, file: file.to_owned(), read })
    }
}

/// Whether the head of `text` is that of a template, be it a sound one or not.
fn is_template(text: &str) -> bool {
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    if lines.next().map(str::trim_end) != Some("---") {
        return false;
    }
    let head: Vec<&str> = lines.take_while(|line| line.trim_end() != "---").collect();
    let has = |key: &str| {
        head.iter().any(|line| line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with(':')))
    };
    has("template") && ["title", "summary", "parts"].into_iter().any(has)
}

/// All templates there are. Of two with one name the project's counts, then the user's, then the built-in one.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Catalogue {
    own: Vec<Listed>,
}

impl Catalogue {
    /// The built-in templates and `own` ones, of which an earlier one stands above a later one of the same name.
    pub fn new(own: Vec<Listed>) -> Self {
        let mut kept: Vec<Listed> = Vec::with_capacity(own.len());
        for listed in own {
            if kept.iter().all(|other| other.name != listed.name) {
                kept.push(listed);
            }
        }
        Self { own: kept }
    }

    /// The template called `name`.
    ///
    /// # Errors
    ///
    /// A name that could be a path, one that no template has, or a template that cannot be used.
    pub fn find(&self, name: &str) -> Result<Arc<Template>, Error> {
        if let Some(own) = self.own.iter().find(|own| own.name == name) {
            return own.read.clone();
        }
        Name::try_from(name.to_owned()).map_err(|message| Error::nameless(format!("template: {message}")))?;
        known(name)
            .map(Arc::clone)
            .ok_or_else(|| Error::nameless(unknown("template", name, self.names(), "prfaq templates")))
    }

    /// The names of all, the built-in ones first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let own = self.own.iter().map(|own| own.name.as_str());
        let builtin = builtin().iter().map(|builtin| builtin.name);
        builtin.chain(own.filter(|own| known(own).is_none()))
    }

    /// All of them: the built-in ones, or what stands in their place, then the others.
    pub fn list(&self) -> Vec<Listed> {
        let shipped = |name: &str| {
            known(name).map(|template| Listed {
                name: name.to_owned(),
                origin: Origin::Builtin,
                file: String::new(),
                read: Ok(Arc::clone(template)),
            })
        };
        let own = |name: &str| self.own.iter().find(|own| own.name == name).cloned();
        self.names().filter_map(|name| own(name).or_else(|| shipped(name))).collect()
    }

    /// What is wrong with own templates.
    pub fn broken(&self) -> impl Iterator<Item = &Error> {
        self.own.iter().filter_map(|own| own.read.as_ref().err())
    }

    /// The ids of the parts of all templates.
    pub fn part_ids(&self) -> Vec<String> {
        let sound = self.list().into_iter().filter_map(|listed| listed.read.ok());
        sound
            .flat_map(|template| template.parts.iter().map(|part| part.id.to_string()).collect::<Vec<_>>())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MEMO: &str = "---\ntemplate: memo\ntitle: Memo\nsummary: Short\nseverities: {hype: error}\nparts:\n  - {id: news, kind: news, \
        heading: News, ask: What is new?}\n---\n\n# {{title}}\n\n## News\n\n{{news}}\n";

    fn own(stem: &str, text: &str) -> Option<Listed> {
        Listed::own(Origin::Project, &format!("templates/{stem}.md"), stem, text, &|rule, _| rule == "hype")
    }

    fn refusal(stem: &str, text: &str) -> String {
        own(stem, text).expect("a template").read.unwrap_err().to_string()
    }

    #[test]
    fn other_files_in_a_folder_of_templates_are_no_templates() {
        for text in [
            "<html>{{ body }}</html>",
            "# {{ title }}\n",
            "---\ntitle: {{ page }}\nlayout: post\n---\n",
            "---\ntemplate: prfaq\nproduct: Box\n---\n# Box\n",
            "---\nthemes:\n  template: x\n  parts: y\n---\n",
            "",
        ] {
            assert_eq!(own("page", text), None, "{text}");
        }
    }

    #[test]
    fn own_templates_stand_above_the_built_in_ones() {
        let memo = own("memo", MEMO).unwrap();
        let prfaq = own("prfaq", &MEMO.replace("template: memo", "template: prfaq")).unwrap();
        let catalogue = Catalogue::new(vec![memo.clone(), prfaq, Listed { origin: Origin::User, ..memo }]);
        assert_eq!(catalogue.find("memo").unwrap().title, "Memo");
        assert_eq!(catalogue.find("prfaq").unwrap().title, "Memo");
        assert_eq!(catalogue.find("sunset").unwrap().title, "Sunset");
        let list = catalogue.list();
        assert_eq!((list.len(), list[0].origin), (builtin().len() + 1, Origin::Project));
        assert!(catalogue.part_ids().contains(&"news".to_owned()));
        let said = catalogue.find("mmeo").unwrap_err().to_string();
        assert!(said.ends_with("did you mean `memo`?"), "{said}");
        assert!(catalogue.find("../memo").is_err());
    }

    #[test]
    fn a_broken_one_is_refused_with_its_place_and_stops_no_other() {
        let said = refusal("memo", &MEMO.replace("kind: news", "knid: news"));
        assert!(said.starts_with("templates/memo.md:7:"), "{said}");
        let said = refusal("memo", &MEMO.replace("hype", "hpye"));
        assert!(said.starts_with("templates/memo.md:5:14: there is no rule `hpye`\n"), "{said}");
        assert!(said.contains("severities: {hpye: error}"), "{said}");
        let said = refusal("note", MEMO);
        assert!(
            said.starts_with("templates/note.md:2:1: it is called `memo`; call the file memo.md\n"),
            "{said}"
        );
        let broken = own("memo", &MEMO.replace("title: Memo", "title: [")).unwrap();
        let catalogue = Catalogue::new(vec![broken]);
        assert!(catalogue.find("memo").is_err() && catalogue.find("prfaq").is_ok());
        assert_eq!(catalogue.broken().count(), 1);
    }
}
