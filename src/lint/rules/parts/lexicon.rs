//! Words that the tests of parts look for: who a person is, what stands for a crowd, what counts, what feels.

use crate::document::WordKind;
use crate::text::WordSet;

/// Words for one person or several, in the singular; a plural `s` is taken off before they are looked up.
static PEOPLE: WordSet = WordSet::new(
    "\
    you your yours who whoever anyone anybody someone somebody people person man men woman women child \
    children kid teen adult senior boy girl parent mother father mum mom dad grandparent family families \
    household neighbor neighbour friend student pupil teacher professor nurse doctor physician patient \
    clinician carer caregiver driver rider commuter passenger traveler traveller tourist pilot shopper \
    buyer seller vendor merchant retailer shopkeeper owner founder entrepreneur manager boss leader \
    executive developer engineer programmer coder designer maker builder creator writer author reader \
    editor journalist reporter analyst scientist researcher economist marketer recruiter candidate \
    seeker employee worker staff associate colleague coworker co-worker freelancer contractor artist \
    musician singer dancer photographer gamer player fan attendee visitor speaker presenter volunteer \
    donor citizen resident voter taxpayer immigrant refugee veteran soldier tenant renter landlord \
    homeowner farmer gardener cook chef baker waiter customer user consumer client member subscriber \
    viewer listener guest host hacker operator administrator admin sysadmin accountant bookkeeper lawyer \
    attorney judge professional practitioner expert beginner novice learner tester technician mechanic \
    plumber electrician carpenter courier cashier clerk librarian maintainer responder firefighter \
    officer american european londoner runner cyclist walker swimmer athlete coach trainer investor \
    trader saver borrower policyholder applicant official mayor minister porter cleaner indie solo \
    respondent participant organizer organiser enthusiast adopter stakeholder bystander victim survivor",
);

/// Words for a crowd that nobody has met.
static CROWDS: WordSet = WordSet::new(
    "\
    organization organizations organisation organisations business businesses company companies \
    enterprise enterprises team teams firm firms institution institutions brand brands agency agencies \
    department departments municipality municipalities community communities industry industries \
    everyone everybody authorities councils startups corporations",
);

/// Plurals in -ers, -ors, -ists that are no people.
static THINGS: WordSet = WordSet::new(
    "\
    servers computers containers papers numbers orders offers letters filters headers folders parameters \
    layers routers browsers trackers controllers answers matters corners centers powers others towers \
    timers buffers clusters printers scanners adapters adaptors handlers wrappers parsers compilers \
    drawers trailers errors factors vectors sensors processors monitors colors indicators connectors \
    behaviors sectors mirrors identifiers markers pointers registers covers delivers considers discovers \
    triggers transfers suffers transformers counters meters barriers chapters quarters dollars reminders \
    calendars helpers exists consists assists persists insists resists stickers posters banners freezers \
    boilers heaters coolers chargers lockers loaders floors motors tractors ancestors renders wonders \
    gathers empowers uncovers remembers encounters fosters masters alters enters differs refers prefers",
);

/// Whether `word` stands for a person.
pub(super) fn is_person(word: &str) -> bool {
    let word = bare(word);
    let singular = word.strip_suffix(['s', 'S']).unwrap_or(word);
    let listed = |word: &str| PEOPLE.has(word);
    listed(word) || listed(singular) || is_doer(word)
}

/// Whether `word` is a plural as people who do something have it: "payers", "editors", "cyclists", "trainees".
fn is_doer(word: &str) -> bool {
    let ends = |ending: &str| {
        word.len() > ending.len() + 3
            && word.get(word.len() - ending.len()..).is_some_and(|tail| tail.eq_ignore_ascii_case(ending))
    };
    ["ers", "ors", "ists", "eers", "ees", "icians"].iter().any(|ending| ends(ending))
        && !THINGS.has(word)
        && !["fees", "trees", "knees", "degrees", "committees", "coffees", "lists"]
            .iter()
            .any(|thing| word.eq_ignore_ascii_case(thing))
}

/// Whether `word` stands for a crowd.
pub(super) fn is_crowd(word: &str) -> bool {
    CROWDS.has(bare(word))
}

/// Whether `word` addresses the reader.
pub(super) fn is_you(word: &str) -> bool {
    ["you", "your", "yours", "yourself", "you're", "you'll", "you've", "you’re", "you’ll", "you’ve"]
        .iter()
        .any(|you| word.eq_ignore_ascii_case(you))
}

/// Verbs that tell the reader what to do where they open a sentence.
static DOING: WordSet = WordSet::new(
    "\
    add ask book borrow bring buy call charge check choose click collect connect cut drop enter fill \
    find fit fold get give go hang hold keep lift look mount move open order pay pick plug point pour \
    press print pull push put scan see select send set show sign swap swipe take tap tell text turn type \
    upload use wait walk wash write",
);

/// Whether a sentence that `word` opens tells the reader what to do.
pub(in crate::lint::rules) fn is_doing(word: &str) -> bool {
    DOING.has(word)
}

/// Numbers in letters; "one" is mostly a pronoun.
static NUMBERS: WordSet = WordSet::new(
    "\
    two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty \
    seventy eighty ninety hundred hundreds thousand thousands million millions billion half third thirds \
    quarter quarters dozen dozens twice",
);

/// Whether `word` counts something.
pub(super) fn is_number(word: &str, kind: WordKind) -> bool {
    let digits =
        word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(|c: char| c.is_ascii_digit());
    let spelled = |word: &str| NUMBERS.has(word);
    kind == WordKind::Number || (digits && kind != WordKind::Object) || word.split('-').any(spelled)
}

/// How companies say that they are happy.
static FEELINGS: WordSet = WordSet::new(
    "\
    thrilled excited proud delighted pleased honored honoured humbled happy passionate ecstatic elated \
    overjoyed love",
);

/// Whether `word` is a feeling.
pub(super) fn is_feeling(word: &str) -> bool {
    FEELINGS.has(word)
}

/// Words that a detail of somebody's day comes with.
static DETAILS: WordSet = WordSet::new(
    "\
    minute minutes second seconds hour hours day days week weeks weekend month months morning evening \
    afternoon night midnight noon lunch breakfast dinner bedtime yesterday monday tuesday wednesday \
    thursday friday saturday sunday january february april june july august september october november \
    december christmas school kitchen car bus train phone desk grandson granddaughter son daughter wife \
    husband mother father",
);

/// Whether `word` is of somebody's day.
pub(super) fn is_detail(word: &str) -> bool {
    DETAILS.has(bare(word))
}

/// Small words and words of the trade of writing releases: two parts that share them share nothing.
static EMPTY: WordSet = WordSet::new(
    "\
    about after again also another because been before being between both cannot could does doing done \
    down each even ever every from have having here into just know less like made make makes making many \
    more most much must need needs never only other over people provide provides same should some still \
    such take takes than that their them then there these they thing this those through time today under \
    until upon very want were what when where which while will with without would your",
);

/// The stem of a content word, as far as two words are to be taken for one; `None` for small words.
pub(super) fn stem(word: &str) -> Option<String> {
    let lower = bare(word).to_lowercase();
    if lower.chars().count() < 4 || EMPTY.has(&lower) || !lower.chars().all(char::is_alphabetic) {
        return None;
    }
    let endings = [
        "ations", "ation", "ings", "ing", "ments", "ment", "ers", "ies", "er", "ed", "es", "ly", "s", "e",
        "y",
    ];
    let cut =
        endings.iter().find_map(|ending| lower.strip_suffix(ending).filter(|stem| stem.chars().count() >= 3));
    Some(cut.map_or(lower.clone(), str::to_owned))
}

/// Without a possessive.
fn bare(word: &str) -> &str {
    ["'s", "’s", "'", "’"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_told_from_crowds_and_things() {
        for person in ["nurses", "You", "shopper's", "ratepayers", "trainees", "librarians"] {
            assert!(is_person(person), "{person}");
        }
        for other in ["servers", "teams", "fees", "delivers", "software"] {
            assert!(!is_person(other), "{other}");
        }
        assert!(is_crowd("Organizations") && is_crowd("team's") && !is_crowd("teacher"));
    }

    #[test]
    fn stems_meet() {
        assert_eq!(stem("deliveries"), stem("delivery"));
        assert_eq!(stem("refunded"), stem("refunds"));
        assert_eq!(stem("with"), None);
    }

    #[test]
    fn numbers_are_figures_or_words() {
        assert!(is_number("26", WordKind::Number) && is_number("two-thirds", WordKind::Plain));
        assert!(is_number("110+", WordKind::Plain) && !is_number("one", WordKind::Plain));
    }
}
