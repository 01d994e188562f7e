//! Common verbs and their forms. Regular forms are made; those of irregular verbs are listed.

use crate::centre::tags::Tags;

/// Regular verbs by what they tell beside being verbs.
pub(super) const LISTS: &[(&str, Tags)] = &[
    (
        "accept access achieve act activate add adjust adopt affect aim answer appear apply appreciate arrange arrive \
         attach attend avoid back belong board book borrow bother browse call cancel capture carry cause change \
         charge check claim clean clear click climb close collect come compare complete compose confirm connect \
         consider consist contact contain continue control convert cook copy count cover create customize cycle \
         decide delay delete deliver depend describe deserve detect determine develop die disappear discover display \
         divide dock double download drag drop earn edit email employ end enjoy enter escape examine exceed exist \
         expand expect expire explain explore export expose face fail fall fear figure file fill filter fit fix \
         flag float focus follow force forget format forward gather generate glue grow guess guide handle hang happen hate \
         hide hire identify ignore import improve include increase inform inspect install integrate interact invest \
         issue join juggle jump kick kill land last launch lay lead learn leave lie lift limit link list live load \
         locate lock log look lose lower mail maintain manage mark match matter measure merge miss monitor mount move \
         name need note notice notify observe occur offer open operate order organize organise own pack paste pause \
         perform pick pin place plan plant plug point post press prevent print process produce promise propose \
         prove publish pull push qualify question queue raise rate react realize rebuild receive recognize \
         recommend record recover reduce refer refill refund refuse register reject release remain remember \
         remind remove rent repair repeat replace reply require rescue reserve resolve respond rest restart restore \
         retry return reuse review ride rise roll rotate route save say scale scan schedule scroll search seem select \
         sell separate serve settle share shift shop shout sign sink sit skip sleep slide slip slow snap sort \
         specify spread start state stay stop store stream struggle study submit subscribe succeed suffer suggest \
         supply support suppose surprise switch sync tailor talk tap target taste tend test text thank tie toggle touch \
         track train transfer transform translate travel treat trigger trust try tune turn type unlock unscrew update \
         upgrade upload use verify view visit volunteer vote wait wake walk want warn wash watch wipe wish wonder \
         work worry wrap swap sail hit spend repay reimburse enroll enrol knock ring rush print vary weigh \
         brew boil pour steam heat cool bake peel swipe scratch crash leak retrieve rename replay rank predict report \
         abandon advise afford age agree alert allocate analyse analyze anticipate appoint approach approve argue arise assemble \
         assess assign assist assume assure audit authorize automate balance batch behave bill block blow boost borrow bounce \
         bridge broadcast bump bundle calculate capitalize care cast cater center centralize certify chase chat chew circulate \
         clarify classify clip collaborate commission communicate commute compensate compete compile comply compress compute \
         concentrate conclude conduct configure conform conserve constrain construct consult consume convince cooperate \
         coordinate correct correspond criticize cross cure curate damage dare deal debate debug declare decline decrease deduct \
         define defend demand demonstrate deny deploy design destroy detail deteriorate devote diagnose differ digest digitize \
         disable discard disclose discount discuss dismiss dispatch dispute distinguish distribute donate draft drain dress drift \
         duplicate echo educate elect eliminate embrace emerge emphasize encounter encourage encrypt endure enforce \
         enhance ensure entertain escalate establish estimate evaluate evolve exchange execute exercise exhaust \
         exploit extend extract facilitate familiarize fasten feature fetch finance finish fire flash flip flow fold foster found \
         freeze frustrate fulfil fulfill function fund gain gauge govern grab grade grant greet grind guarantee halt hammer harm \
         hesitate highlight hope host house hunt hurry illustrate imagine imitate impact implement imply impress infer inherit \
         inhibit initiate inject innovate inquire insert insist inspire instruct insure intend interpret interrupt introduce \
         invent investigate isolate iterate jam justify knit label lack lag last laugh license lighten line litter loan lobby \
         loosen manufacture march market marry maximize mention migrate mind minimize mirror misread misuse mix model modify \
         motivate multiply name narrow navigate negotiate nest number oblige obtain offset optimize overcome overflow overlap \
         overlook override overwhelm owe pace package park participate partner pass patch penalize persist persuade phase phone picture \
         pitch plague play plead position possess postpone practice praise precede prefer prepare prescribe preserve presume \
         pretend prevail price prioritize prioritise proceed profile progress prohibit project prompt protest pump purchase pursue \
         quote reach reassure rebook recall recharge reconcile reconnect recruit recycle redeem redesign redirect redo refine reflect \
         refresh regain regret regulate reinforce relate relax relieve relocate remake render renew reorder reorganize replicate represent \
         reproduce request research resell reset resist resort restrict result resume retire retrain reveal reverse revise \
         revisit reward rewrite rid risk rob rotate ruin rule sacrifice salvage satisfy scare scatter scope score scrape \
         screen script seal secure seek sense separate sequence shape shed shine shorten shrink sign signal simplify simulate \
         situate size sketch slice smell smile smooth solve source spark spell split sponsor spot spray squeeze stabilize staff \
         stage stamp standardize stem step stick stimulate stock strengthen stress stretch strike strip structure style subject \
         subsidize substitute sue suit sum summarize summarise supervise surface surround survive suspect suspend sustain swallow \
         sweep swing symbolize synchronize tackle tag taper tear tempt terminate threaten tick tighten time tip tolerate tour trace trade \
         transcribe transition transmit transport trap triple troubleshoot trim tumble uncover undergo undermine undertake \
         undo unify uninstall unite unload unpack unplug unveil upset urge validate vanish vary visualize visualise warm waste \
         weaken widen withdraw witness wonder yield zoom catch bind bend breed creep rust deal flee forbid forgive grind lean leap seek \
         spin split spread stack swear sweat tie vote weave",
        Tags::NONE,
    ),
    ("let help enable allow save give spare free protect empower make", Tags::LET),
    ("mean", Tags::THUS),
    (
        "use utilize utilise run rely leverage combine employ integrate base power build write harness embed",
        Tags::USE,
    ),
    ("announce launch introduce unveil release present debut", Tags::ANNOUNCE),
    (
        "value serve love thank care listen believe strive aspire commit dedicate invite engage acquire attract \
         delight target survey interview partner pride pledge cherish win celebrate monetize monetise retain",
        Tags::SELF,
    ),
    ("believe think know hope say feel say add promise recognize understand", Tags::SAY),
    ("cost ship retail", Tags::COST),
    ("beat outperform crush outclass outpace outsell overtake surpass", Tags::AGAINST),
    (
        "ask show tell teach send pay bring feed keep hold find get take put set see meet read go hear",
        Tags::NONE,
    ),
];

/// Forms that no rule makes.
pub(super) const IRREGULAR: &[(&str, Tags)] = &[
    (
        "came became began broke brought bought caught chose cost cut did drew drank drove ate fell felt fought found \
         flew forgot got gave went grew heard held hid hit hurt kept knew laid led left lent lost made met paid put \
         quit read rode rang rose ran said saw sold sent set shook shut sang sat slept spoke spent stood stole stuck \
         swam took taught told thought threw understood woke wore won wrote rebuilt built brought shot hung sank cast",
        Tags::PAST,
    ),
    (
        "begun broken chosen done drawn drunk driven eaten fallen flown forgotten given gone grown hidden known \
         ridden rung risen seen shaken shown sung spoken stolen sworn swum taken thrown woken worn written \
         rewritten undone",
        Tags::PAST,
    ),
    ("built written powered based backed driven", Tags::USE),
    ("gave given let made", Tags::LET),
    ("meant", Tags::THUS),
    ("got cut put set shut let quit hit", Tags::BASE),
    (
        "keep buy bring break begin draw drink drive eat fight fly lend shoot sing speak stand steal swim throw wear hurt",
        Tags::BASE,
    ),
    (
        "buys begins breaks drives eats draws fights flies lends sings speaks stands steals swims throws wears hurts",
        Tags::FINITE,
    ),
    ("does goes becomes", Tags::FINITE),
    ("go do become", Tags::BASE),
    (
        "going becoming buying beginning breaking driving eating flying speaking standing swimming wearing",
        Tags::ING,
    ),
    ("won won't", Tags::SELF),
    ("thought knew felt said understood", Tags::SAY),
];

/// The forms of a regular verb, each with what it is; for an irregular one "ed" makes words that nobody writes.
pub(super) fn forms(base: &str) -> [(String, Tags); 4] {
    let bytes = base.as_bytes();
    let last = bytes.last().copied().unwrap_or(0);
    let vowel = |byte: Option<&u8>| byte.is_some_and(|byte| b"aeiou".contains(byte));
    let y = last == b'y' && !vowel(bytes.iter().rev().nth(1));
    let cut = |by: usize| base.get(..base.len() - by).unwrap_or(base);
    let sibilant = ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| base.ends_with(end));
    // "stop", "plan": one vowel between two consonants in a short word doubles.
    let doubles =
        (base.len() <= 4 || base.ends_with("fer") || base.ends_with("mit") || base.ends_with("rap"))
            && !b"wxy".contains(&last)
            && !vowel(bytes.last())
            && vowel(bytes.iter().rev().nth(1))
            && !vowel(bytes.iter().rev().nth(2))
            && !["open", "edit", "need"].contains(&base);
    let stem = if doubles { format!("{base}{}", char::from(last)) } else { base.to_owned() };
    let third = match () {
        () if y => format!("{}ies", cut(1)),
        () if sibilant => format!("{base}es"),
        () => format!("{base}s"),
    };
    let past = match () {
        () if last == b'e' => format!("{base}d"),
        () if y => format!("{}ied", cut(1)),
        () => format!("{stem}ed"),
    };
    let ing = match () {
        () if base.ends_with("ie") => format!("{}ying", cut(2)),
        () if last == b'e' && !base.ends_with("ee") => format!("{}ing", cut(1)),
        () => format!("{stem}ing"),
    };
    [(base.to_owned(), Tags::BASE), (third, Tags::FINITE), (past, Tags::PAST), (ing, Tags::ING)]
}
