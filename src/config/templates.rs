//! Where own templates lie, and reading them.
//!
//! The user's are in `prfaq/templates` of the configuration folder; a project's in a folder `templates` beside the document
//! or above it, up to the repository's root or the folder with the `prfaq.yml`. Such a folder may hold anything: what is
//! no template is left alone, and one that cannot be used troubles only those who ask for it.

use std::fs;
use std::path::{Path, PathBuf};

use super::{FILE_NAME, user};
use crate::lint;
use crate::storage::{Disk, Files, Shown};
use crate::template::{Catalogue, Listed, Origin};

/// The folder's name.
const FOLDER: &str = "templates";
/// Files of a folder that are looked at; one with more is no folder of templates.
const MOST: usize = 500;

/// The user's own folder of templates; `None` where there is no home.
fn of_user() -> Option<PathBuf> {
    Some(user::folder()?.join(FOLDER))
}

/// The folders of templates of the project that `folder` is in, the nearest first. Without a repository and a
/// configuration there is no project, and only a folder right beside the document counts.
pub fn of_project(folder: &Path, files: &dyn Files) -> Vec<PathBuf> {
    let Ok(folder) = std::path::absolute(folder) else { return Vec::new() };
    let is_root = |folder: &&Path| folder.join(".git").exists() || files.is_there(&folder.join(FILE_NAME));
    let depth = folder.ancestors().position(|folder| is_root(&folder)).unwrap_or(0);
    let near = folder.ancestors().take(depth + 1).map(|folder| folder.join(FOLDER));
    near.filter(|folder| folder.is_dir()).collect()
}

/// All templates there are where those of the project lie in the folders of [`of_project`]. Their texts are read from
/// `files`, the user's from the disk.
pub fn templates(of_project: &[PathBuf], files: &dyn Files) -> Catalogue {
    let project = of_project.iter().flat_map(|folder| in_folder(Origin::Project, folder, files));
    let user = of_user().into_iter().flat_map(|folder| in_folder(Origin::User, &folder, &Disk));
    Catalogue::new(project.chain(user).collect())
}

fn in_folder(origin: Origin, folder: &Path, files: &dyn Files) -> Vec<Listed> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.take(MOST).filter_map(|entry| Some(entry.ok()?.path()));
    let mut paths: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|ending| ending == "md")).collect();
    paths.sort();
    let read = |path: PathBuf| {
        let stem = path.file_stem()?.to_str()?;
        let text = files.read(&path).ok()?;
        Listed::own(origin, &Shown(near(&path)).to_string(), stem, &text, &is_known)
    };
    paths.into_iter().filter_map(read).collect()
}

/// `path` as a person in the current folder calls it.
fn near(path: &Path) -> &Path {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(here).unwrap_or(path)
}

fn is_known(rule: &str, key: Option<&str>) -> bool {
    let found = lint::rule(rule);
    found.is_some_and(|rule| key.is_none_or(|key| rule.settings.iter().any(|setting| setting.name == key)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folders_up_to_the_root_of_the_project_count_the_nearest_first() {
        let root = tempfile::tempdir().unwrap();
        let at = |path: &str| root.path().join(path);
        for folder in ["templates", "repo/templates", "repo/docs/templates", "repo/docs/drafts"] {
            fs::create_dir_all(at(folder)).unwrap();
        }
        let found = || of_project(&at("repo/docs"), &Disk);
        assert_eq!(found(), [at("repo/docs/templates")]);
        assert!(of_project(&at("repo/docs/drafts"), &Disk).is_empty());
        fs::write(at("repo/prfaq.yml"), "").unwrap();
        assert_eq!(found(), [at("repo/docs/templates"), at("repo/templates")]);
        fs::remove_file(at("repo/prfaq.yml")).unwrap();
        fs::create_dir(at("repo/.git")).unwrap();
        assert_eq!(found(), [at("repo/docs/templates"), at("repo/templates")]);
    }

    #[test]
    fn only_templates_are_taken() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join(FOLDER);
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join("page.html"), "---\ntemplate: page\ntitle: x\n---\n").unwrap();
        fs::write(folder.join("mail.md"), "Dear {{name}}\n").unwrap();
        fs::write(folder.join("bad.md"), "---\ntemplate: bad\ntitle: x\n---\n").unwrap();
        let found = in_folder(Origin::Project, &folder, &Disk);
        assert_eq!(found.iter().map(|own| own.name.as_str()).collect::<Vec<_>>(), ["bad"]);
    }
}
