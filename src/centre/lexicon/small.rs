//! The closed classes: pronouns, determiners, prepositions, conjunctions, auxiliaries, common adverbs.

use crate::centre::tags::Tags;

const fn both(one: Tags, two: Tags) -> Tags {
    Tags::union(one, two)
}

/// Words by what they are.
pub(super) const LISTS: &[(&str, Tags)] = &[
    ("you yours yourself yourselves", Tags::YOU),
    ("your", both(Tags::YOU, Tags::OWN)),
    ("we us ours ourselves", Tags::WE),
    ("our", both(Tags::WE, Tags::OWN)),
    ("it", Tags::IT),
    ("its", both(Tags::IT, Tags::OWN)),
    ("they them theirs he she him", Tags::THEY),
    ("itself themselves himself herself", Tags::ADV),
    ("their his her", both(Tags::THEY, Tags::OWN)),
    ("i me mine myself", Tags::I),
    ("my", both(Tags::I, Tags::OWN)),
    ("a an the this these those each every any some no all both another either neither such", Tags::DET),
    ("two three four five six seven eight nine ten twelve twenty hundred dozen", Tags::DET),
    ("that", both(Tags::DET, Tags::REL)),
    (
        "about above across after against along among around as at before behind below beneath beside besides between \
         beyond by despite down during except following from in inside into like near off on onto out outside \
         over past per since through throughout toward towards under until up upon via with within without \
         according regarding instead because-of",
        Tags::PREP,
    ),
    ("to", both(Tags::PREP, Tags::TO)),
    ("for", both(Tags::PREP, Tags::FOR)),
    ("there", Tags::THERE),
    ("take takes took", Tags::TAKE),
    ("of", both(Tags::PREP, Tags::OF)),
    ("people children women everyone everybody folks staff", Tags::MANY),
    ("unlike than versus vs", both(Tags::PREP, Tags::AGAINST)),
    ("and or but nor yet plus &", Tags::COORD),
    ("when whenever if because while although though unless whether once whereas wherever", Tags::SUB),
    ("so therefore thus hence", both(Tags::SUB, Tags::THUS)),
    ("after before until till since as", Tags::SUB),
    ("who whom whose which", Tags::REL),
    ("what how why where who which when", Tags::WH),
    ("is are was were am be been being", both(Tags::AUX, Tags::BE)),
    ("has have had having do does did", Tags::AUX),
    ("isn't aren't wasn't weren't", both(Tags::AUX, Tags::BE)),
    ("hasn't haven't hadn't don't doesn't didn't", Tags::AUX),
    (
        "can could will would shall should may might must cannot can't couldn't won't wouldn't shouldn't needn't",
        Tags::MODAL,
    ),
    ("please just simply then now don't never always only", Tags::URGE),
    (
        "not never always also just only simply now then today tomorrow yesterday still already often usually \
         sometimes soon even again finally currently really very too quite almost nearly easily quickly \
         automatically instantly immediately directly instead together actually simply once twice here longer \
         therefore however meanwhile typically generally rarely seldom either otherwise later earlier first ever \
         straight right away back",
        Tags::ADV,
    ),
    (
        "half third quarter percent cent % most many several few none thousands hundreds millions dozens number \
         majority one lots plenty part rest much tens billions share",
        Tags::QUANTITY,
    ),
    (
        "other others most existing traditional conventional competing legacy rival typical ordinary today's \
         alternative similar",
        Tags::OTHER,
    ),
];
