//! What a text becomes when a strike in it is taken, one line each: `{words}` are cut, `{words>others}` replaced. Behind
//! the arrow stands the text as struck; `-` where English would break and so nothing is offered.

use super::*;

const STRUCK: &[&str] = &[
    // Spaces and capitals.
    "It is {very} small. -> It is small.",
    "It is {very}  small. -> It is small.",
    "{Clearly}, it works. -> It works.",
    "{Clearly} it works. -> It works.",
    "So. {Really} it works. -> So. It works.",
    "{It should be noted that} iPhones work. -> iPhones work.",
    "{It should be noted that} `prfaq` works. -> `prfaq` works.",
    "{It should be noted that}, when it rains, riders wait. -> When it rains, riders wait.",
    "{Simply} provide a key. -> Provide a key.",
    "- {really} good -> - good",
    "# {Very} Good Boxes -> # Good Boxes",
    "A: {Clearly}, it works. -> A: It works.",
    "({Clearly}, it works.) -> (It works.)",
    "\"{Very} good,\" he said. -> \"Good,\" he said.",
    "He said: \"{Very} good.\" -> He said: \"Good.\"",
    "Ann said “{truly} fast” boxes. -> Ann said “fast” boxes.",
    "- {Clearly} -> -",
    "It works. {Clearly}. It does. -> -",
    "{Truly} and deeply good. -> Deeply good.",
    "{Rather} than wait, call. -> -",
    "It opens {quickly} enough. -> -",
    "We {very} much like it. -> -",
    "It is {very} well known. -> -",
    // Articles.
    "An {extremely} large pot. -> A large pot.",
    "This is a {truly} open pot. -> This is an open pot.",
    "A {very} honest man. -> An honest man.",
    "An {incredibly} useful tool. -> A useful tool.",
    "An {innovative} 8 km route. -> An 8 km route.",
    "It is a {robust} (open) box. -> It is an (open) box.",
    "Make a {utilization>use} plan. -> Make a use plan.",
    "Make a {robust>open} plan. -> Make an open plan.",
    "An {utilized>used} box. -> A used box.",
    // Commas and what stands between them.
    "It works, {of course}, and lasts. -> It works and lasts.",
    "It works, {of course}, but you pay. -> It works, but you pay.",
    "When it rains, {of course}, riders wait. -> When it rains, riders wait.",
    "The bus, {of course}, is late. -> The bus is late.",
    "It works, {of course}. -> It works.",
    "It sounds better {going forward}. -> It sounds better.",
    "We test it {going forward}, and you wait. -> We test it, and you wait.",
    "It is {truly}, madly good. -> It is madly good.",
    "It is {truly}, cold and wet. -> -",
    "It is {really}. -> -",
    "It is cold -- {very} -- cold. -> -",
    "It is {very}, very good. -> It is very good.",
    "{Very}, very good. -> Very good.",
    "It is {very} very good. -> It is very good.",
    "It is cold and {truly} wet. -> It is cold and wet.",
    "It is {very} and truly cold. -> -",
    // Brackets and quotation marks.
    "It is ({very}) cold. -> It is cold.",
    "The transfer ({seamless}) is free. -> The transfer is free.",
    "The transfer is ({very}). -> -",
    "A \"{seamless}\" transfer. -> A transfer.",
    "A “{smart}” lock opens. -> A lock opens.",
    "It is \"{seamless}\". -> -",
    // Lists.
    "It is {seamless} and cheap. -> It is cheap.",
    "It is cheap and {seamless}. -> It is cheap.",
    "It is fast, {seamless}, and cheap. -> It is fast and cheap.",
    "It is fast, {seamless} and cheap. -> It is fast and cheap.",
    "It is {seamless}, fast, and cheap. -> It is fast and cheap.",
    "It is {seamless}, fast or cheap. -> It is fast or cheap.",
    "It is fast, cheap, and {seamless}. -> It is fast and cheap.",
    "It is fast, cheap and {seamless} for all. -> It is fast and cheap for all.",
    "It is fast, cheap, {seamless}, and open. -> It is fast, cheap, and open.",
    "It is fast, {seamless}, cheap and open. -> It is fast, cheap and open.",
    "It is fast, cheap, open, and {seamless}. -> It is fast, cheap, and open.",
    "{Seamless}, fast, and cheap transfers. -> Fast and cheap transfers.",
    "A {robust} and open lock. -> An open lock.",
    "A {robust} and sturdy lock. -> A sturdy lock.",
    "A {robust}, open lock. -> An open lock.",
    "A fast, {robust} lock. -> A fast lock.",
    "It opens {seamlessly} and cheaply. -> It opens cheaply.",
    "It opens quickly, {seamlessly}, and cheaply. -> It opens quickly and cheaply.",
    "It is {seamless} and works. -> -",
    "It is {seamless} and you pay. -> -",
    "It is {seamless} and saves time. -> -",
    "It is a more {seamless} and cheap box. -> -",
    "It is {seamless}. -> -",
    "{From an open perspective}, gRPC-based locks open. -> gRPC-based locks open.",
    // Verbs.
    "It {utilizes>uses} data. -> It uses data.",
    "{A number of>12} riders waits here. -> 12 riders waits here.",
    "{A number of>12} riders is here. -> 12 riders are here.",
    "{a number of>1} rider is here. -> 1 rider is here.",
    "{The majority of>Most} riders is late. -> Most riders are late.",
    "{The majority of>Most} bus riders has keys. -> Most bus riders have keys.",
    "{The majority of>most} water is lost. -> Most water is lost.",
    "{The majority of>Most} the riders wait. -> Most of the riders wait.",
    "It {has the ability to>can} open it. -> It can open it.",
    "You do {have the ability to>can} open it. -> -",
    "Ann {is pleased to announce>announces} it. -> Ann announces it.",
    "Ann {is pleased to announce>announces} and share it. -> -",
    "{Prior to>before} noon it opens. -> Before noon it opens.",
    "We came to {in order to>to} see. -> -",
    "We tested it {over the course of>during} the summer. -> We tested it during the summer.",
    "We tested it {over the course of>during} six weeks. -> -",
    // Markup and lines.
    "It is **{very}** good. -> It is good.",
    "It is _{very}_ good. -> It is good.",
    "It is ***{very}*** good. -> It is good.",
    "It is {very} **good**. -> It is **good**.",
    "It is **{very} good**. -> It is **good**.",
    "**{Clearly}**, it works. -> It works.",
    "{Clearly}, **it** works. -> **It** works.",
    "It is an **{extremely} large** pot. -> It is a **large** pot.",
    "It is fast, **{seamless}**, and cheap. -> It is fast and cheap.",
    "It is **fast**, {seamless}, and *cheap*. -> It is **fast** and *cheap*.",
    "It is (**{very}**) cold. -> It is cold.",
    "We *{really use it>x}*. -> We *x*.",
    "We *{leverage>use}* it. -> We *use* it.",
    "It is [{very}](a.md) good. -> !",
    "It is [{very} good](a.md). -> It is [good](a.md).",
    "It is {very}¶good. -> It is¶good.",
    "We need it {in¶order to>to} see. -> We need it¶to see.",
    "> We need it {in¶> order to>to} see. -> > We need it¶> to see.",
    "> It is {very}¶> good. -> > It is¶> good.",
    "{It should¶be noted that} boxes work. -> Boxes work.",
    "{Clearly}, - a box. -> -",
];

/// `source` with the marked strike taken.
fn struck(source: &str) -> String {
    let (before, rest) = source.split_once('{').unwrap();
    let (marked, after) = rest.rsplit_once('}').unwrap();
    let (words, with) = match marked.rsplit_once('>') {
        // The mark of a quoted line is none of ours.
        Some((words, with)) if !with.starts_with(' ') => (words, Some(with.to_owned())),
        _ => (marked, None),
    };
    let (source, open) = (format!("{before}{words}{after}"), before.len());
    let document = Document::parse(&source, &[]);
    let block = document.block_at(open).map(|at| &document.blocks[at]).unwrap();
    let visible = |offset| block.prose.visible_of(offset).unwrap();
    let mut finding = Finding::new(visible(open)..visible(open + words.len()), "");
    let action = if with.is_some() { Action::Replace } else { Action::Delete };
    finding.fix = Some((action, with.unwrap_or_default().into()));
    let fix = of_block(&finding, block, &source).unwrap();
    let Some((span, text)) = fix.edit.as_deref() else {
        return if fix.action == action { "-" } else { "!" }.to_owned();
    };
    let (before, after) = (slice(&source, 0..span.start), slice(&source, span.end..source.len()));
    format!("{before}{text}{after}")
}

#[test]
fn a_strike_that_is_taken_leaves_english_behind() {
    let mut wrong = Vec::new();
    for line in STRUCK {
        let (source, expected) = line.rsplit_once(" -> ").unwrap();
        let said = struck(&source.replace('¶', "\n")).replace('\n', "¶");
        if said != expected {
            wrong.push(format!("{source}\n   wanted {expected}\n   is     {said}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
