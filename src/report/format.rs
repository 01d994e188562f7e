//! The formats by name, and what reads them.

/// A way to write findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Sentences with the strike drawn in them.
    Human,
    /// One line a finding.
    Short,
    /// The contract: files with figures and findings.
    Json,
    /// One object a finding and line.
    JsonLines,
    /// Static Analysis Results Interchange Format 2.1.0.
    Sarif,
    /// Workflow commands of GitHub Actions.
    Github,
    /// GitLab's Code Quality report.
    Gitlab,
    /// Checkstyle's XML.
    Checkstyle,
    /// JUnit's XML.
    Junit,
    /// Reviewdog Diagnostic Format.
    Rdjson,
    /// A comment for a merge request.
    Markdown,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Human,
        Self::Short,
        Self::Json,
        Self::JsonLines,
        Self::Sarif,
        Self::Github,
        Self::Gitlab,
        Self::Checkstyle,
        Self::Junit,
        Self::Rdjson,
        Self::Markdown,
    ];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Short => "short",
            Self::Json => "json",
            Self::JsonLines => "jsonl",
            Self::Sarif => "sarif",
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::Checkstyle => "checkstyle",
            Self::Junit => "junit",
            Self::Rdjson => "rdjson",
            Self::Markdown => "markdown",
        }
    }

    /// Who or what reads it, in a few words.
    pub fn readers(self) -> &'static str {
        match self {
            Self::Human => "people: the sentence with the strike drawn in it, and the reason",
            Self::Short => {
                "editors, grep and compilers' error lists: path:line:column: severity[rule] message"
            }
            Self::Json => "programs: version 1 of the contract, with figures and fixes",
            Self::JsonLines => "jq and log collectors: one finding a line",
            Self::Sarif => "GitHub code scanning, Azure DevOps, VS Code's SARIF viewer: SARIF 2.1.0",
            Self::Github => "GitHub Actions: workflow commands, shown in the diff",
            Self::Gitlab => "GitLab: a Code Quality report",
            Self::Checkstyle => "Jenkins, SonarQube and whatever else reads Checkstyle's XML",
            Self::Junit => "every CI that shows tests: one failure for each finding that fails the run",
            Self::Rdjson => "reviewdog: review comments with suggestions",
            Self::Markdown => "people: a comment for a pull or merge request",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_format_has_a_name_of_its_own() {
        let names: HashSet<&str> = Format::ALL.into_iter().map(Format::name).collect();
        assert_eq!(names.len(), Format::ALL.len());
    }
}
