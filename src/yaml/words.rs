//! The parser's messages in words for people: "expected text, found a list" instead of "invalid type: sequence".

/// Translates `said`, the parser's message with its place. `found` is the character at that place.
pub(super) fn for_people(said: &str, found: Option<char>) -> String {
    let message = without_place(said);
    STARTS
        .iter()
        .filter_map(|(start, translate)| split_at_start(message, start).map(|parts| (parts, translate)))
        .min_by_key(|((path, _), _)| path.len())
        .map(|((path, rest), translate)| format!("{path}{}", translate(rest)))
        .or_else(|| syntax(message, found))
        .unwrap_or_else(|| without_places(message).to_owned())
}

type Translate = fn(&str) -> String;

/// How serde's messages begin, and what becomes of the rest.
const STARTS: [(&str, Translate); 10] = [
    ("invalid type: ", wrong_type),
    ("invalid value: ", wrong_type),
    ("invalid length ", |rest| format!("wrong number of entries: {}", expected_in(rest))),
    ("unknown field ", |rest| format!("unknown key {}", choices(rest, "the keys here are"))),
    ("unknown variant ", |rest| format!("unknown value {}", choices(rest, "it can be"))),
    ("missing field ", |rest| format!("the key {rest} is missing")),
    ("duplicate field ", |rest| format!("the key {rest} is given twice")),
    ("data did not match any variant", |_| "this value has the wrong form".to_owned()),
    ("recursion limit exceeded", |_| "nested more than 128 levels deep".to_owned()),
    ("repetition limit exceeded", |_| "aliases unfold to far too much".to_owned()),
];

/// What the parser says about syntax, and what to do about it.
const SYNTAX: [(&str, &str); 10] = [
    ("did not find expected node content", "a value is missing before this; is every `[` and `{` closed?"),
    ("mapping values are not allowed", "`: ` cannot stand inside a plain value; put the value in quotes"),
    ("tab character", "a tab cannot indent YAML; use spaces"),
    ("could not find expected ':'", "a key without its `:`; or the indentation is off"),
    ("did not find expected ',' or ']'", "a `,` or `]` is missing before this"),
    ("did not find expected ',' or '}'", "a `,` or `}` is missing before this"),
    (
        "did not find expected '-' indicator",
        "expected `-` for the next entry of the list; is the indentation right?",
    ),
    ("did not find expected key", "expected a key here; is the indentation right, are the quotes closed?"),
    ("unexpected end of stream", "a quotation mark is never closed"),
    ("unknown anchor", "this alias (`*name`) has no anchor (`&name`) before it"),
];

fn syntax(said: &str, found: Option<char>) -> Option<String> {
    if said.contains("cannot start any token") {
        return Some(match found {
            Some('\t') => "a tab cannot indent YAML; use spaces".to_owned(),
            Some(found) => format!("a value cannot begin with `{found}`; put it in quotes"),
            None => "a value is missing here".to_owned(),
        });
    }
    SYNTAX.iter().find(|(theirs, _)| said.contains(theirs)).map(|(_, ours)| (*ours).to_owned())
}

/// The message up to its last ` at line 3 column 4`.
fn without_place(said: &str) -> &str {
    match said.rsplit_once(" at line ").or_else(|| said.rsplit_once(" at position ")) {
        Some((message, place)) if place.bytes().all(|b| b.is_ascii_digit() || b" column".contains(&b)) => {
            message
        }
        _ => said,
    }
}

/// The message up to the first place in it: the parser may name two ("... at line 2 column 1, while parsing a flow node").
fn without_places(said: &str) -> &str {
    said.match_indices(" at line ")
        .find(|(at, place)| {
            said.get(at + place.len()..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        })
        .and_then(|(at, _)| said.get(..at))
        .unwrap_or(said)
}

/// Splits `said` into the path before `start` (empty, or `rules[0].why: `) and what comes after it.
fn split_at_start<'a>(said: &'a str, start: &str) -> Option<(&'a str, &'a str)> {
    if let Some(rest) = said.strip_prefix(start) {
        return Some(("", rest));
    }
    let at = said.find(&format!(": {start}"))? + 2;
    Some((said.get(..at)?, said.get(at + start.len()..)?))
}

fn wrong_type(rest: &str) -> String {
    match rest.rsplit_once(", expected ") {
        Some((found, expected)) => format!("expected {}, found {}", kind(expected), value(found)),
        None => rest.to_owned(),
    }
}

fn expected_in(rest: &str) -> String {
    rest.rsplit_once(", expected ").map_or(rest, |(_, expected)| expected).to_owned()
}

/// "`x`, expected one of `a`, `b`" as "`x`; the keys here are `a`, `b`".
fn choices(rest: &str, introduction: &str) -> String {
    match rest.split_once(", expected ") {
        Some((name, known)) => {
            format!("{name}; {introduction} {}", known.strip_prefix("one of ").unwrap_or(known))
        }
        None => rest.split(", ").next().unwrap_or(rest).to_owned(),
    }
}

/// What serde expected.
fn kind(expected: &str) -> &str {
    match expected {
        "a string" | "string" | "str" | "a borrowed string" | "identifier" => "text",
        "a sequence" => "a list",
        "a boolean" => "true or false",
        "a map" => "a list of keys",
        "u8" | "u16" | "u32" | "u64" | "usize" => "a whole number, 0 or more",
        "i8" | "i16" | "i32" | "i64" | "isize" | "an integer" => "a whole number",
        "f32" | "f64" | "a float" => "a number",
        "unit" | "null" => "nothing",
        other if other.starts_with("struct ") => "a list of keys",
        other => other,
    }
}

/// What serde found.
fn value(found: &str) -> String {
    match found {
        "sequence" => "a list".to_owned(),
        "map" => "a list of keys".to_owned(),
        "unit value" => "nothing".to_owned(),
        "enum" => "a value with a tag (`!...`)".to_owned(),
        _ => ["string ", "boolean ", "integer ", "floating point "]
            .iter()
            .find_map(|kind| found.strip_prefix(kind))
            .unwrap_or(found)
            .to_owned(),
    }
}
