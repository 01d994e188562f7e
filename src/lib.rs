//! `prfaq`: write a press release and FAQ before the product exists, with a red pen in the text.
//!
//! # The map
//!
//! Data flows one way: text, document, findings, score, output.
//!
//! | module | what lives there | pure |
//! | --- | --- | --- |
//! | [`yaml`] | the one door to `serde_yaml`: caps, budgets, errors with a place | yes |
//! | [`text`] | spans, positions, buffer, edits, history, selection, soft wrap, search | yes |
//! | [`document`] | front matter, blocks, parts, sentences, words; parsing never fails | yes |
//! | [`centre`] | what a sentence is about: customer, product, company, rival, technology, business | yes |
//! | [`lint`] | rules, phrase packs, engine and cache, diagnostics, fixes, suppressions | yes |
//! | [`fix`] | the fixes of findings, applied to a text | yes |
//! | [`baseline`] | the findings that a house lives with | yes |
//! | [`score`] | readability, syllables, customer focus, gate | yes |
//! | [`redline`] | two texts compared block by block, sentence by sentence, word by word | yes |
//! | [`review`] | reviewers' records, threads and anchors; CriticMarkup | yes |
//! | [`word`] | Word documents read into blocks, tracked changes and comments | yes |
//! | [`analysis`] | one document read, linted, scored and judged | yes |
//! | [`template`] | the catalogue of templates, their parts, placeholders, the interview | yes |
//! | [`report`] | findings and scores as text for people and for programs | yes |
//! | [`export`] | a document as Word, HTML, Markdown, plain text, JSON | yes |
//! | [`config`] | `prfaq.yml`: schema, discovery, loading; where own templates lie | no |
//! | [`storage`] | reading and atomic saving: the only module that writes files | no |
//! | [`git`] | what is staged, revisions; the only module that runs a program | no |
//! | [`drafts`] | what a document was: git's revisions, or the snapshots of every save | no |
//! | [`sidecars`] | reviews on the disk, who reviews, what was read last | no |
//! | [`publish`] | an export from its gate to the bytes of its files | no |
//! | [`cli`] | the command line, one file a subcommand | no |
//! | [`tui`] | the editor in the terminal | no |
//!
//! Direction: `{yaml, text} <- document <- {template, centre <- lint <- score, redline <- review <- word} <- analysis <- {report, export}` and
//! `lint <- fix`; `cli` and `tui` may use everything and nobody uses them.
//!
//! # Invariants, each held by a test in `tests/architecture.rs`
//!
//! - Pure modules use no file system, environment, clock, thread, ratatui or crossterm.
//! - Only `storage` writes files; only `tui::terminal` and `cli::style` write escape sequences; only `yaml` names
//!   `serde_yaml`.
//! - Text from a document or a file name never reaches a terminal unescaped.
//! - Parsing, linting and scoring never fail and never panic, whatever the bytes.

pub mod analysis;
pub mod baseline;
pub mod centre;
pub mod cli;
pub mod config;
pub mod document;
pub mod drafts;
pub mod export;
pub mod fix;
pub mod git;
pub mod lint;
pub mod publish;
pub mod redline;
pub mod report;
pub mod review;
pub mod score;
pub mod sidecars;
pub mod storage;
pub mod template;
pub mod text;
pub mod tui;
pub mod word;
pub mod yaml;
