//! Nouns that tell a centre. Only what nearly always means that: a word of doubt is left to the names and nouns of the
//! document.

use crate::centre::tags::Tags;

const fn both(one: Tags, two: Tags) -> Tags {
    Tags::union(one, two)
}

/// Words by what they are.
pub(super) const LISTS: &[(&str, Tags)] = &[
    (
        "adult adults teenager teenagers boy boys girl girls friend mother mothers father fathers adopter adopters anybody anyone applicant applicants audiences beginner beginners borrower borrowers \
         buyer buyers caregiver caregivers carer carers child children citizen citizens client clients \
         commuter commuters consumer consumers couple couples customer customers cyclist cyclists diner \
         diners employers everybody everyone families family farmer farmers folks freelancer freelancers \
         friends gamer gamers gardener gardeners guardian guardians guest guests homeowner homeowners host \
         hosts household households individual individuals kid kids landlord landlords learner learners \
         listener listeners man member members merchant merchants motorist motorists neighbor neighbors \
         neighbour neighbours newcomer newcomers nobody owner owners parent parents participant participants \
         passenger passengers patient patients pedestrian pedestrians people person physicians player players \
         pupil pupils reader readers recipient recipients renter renters resident residents retailer \
         retailers rider riders senior seniors shopkeeper shopkeepers shopper shoppers somebody someone \
         student students subscriber subscribers taxpayer taxpayers teens tenant tenants traveler travelers \
         traveller travellers user users veteran veterans viewer viewers visitor visitors voter voters woman \
         women",
        Tags::PEOPLE,
    ),
    // Those who work: customers of many, but "our nurses" are the company's.
    (
        "accountant accountants admin administrator administrators admins agents analyst analysts artist \
         artists author authors bakers clinician clinicians coach coaches colleague colleagues contributor \
         contributors creator creators designer designers developer developers doctor doctors driver drivers \
         editor editors employee employees engineer engineers experts maintainer maintainers makers manager \
         managers marketer marketers mechanic mechanics musician musicians nurse nurses officers operator \
         operators organizer organizers photographer photographers practitioner practitioners professional \
         professionals programmer programmers reporter reporters researcher researchers scientist scientists \
         seller sellers staff teacher teachers teams technician technicians volunteer volunteers worker \
         workers writer writers",
        both(Tags::PEOPLE, Tags::STAFF),
    ),
    ("company startup headquarters leadership", Tags::COMPANY),
    (
        "ceo cto coo cfo cpo founder founders co-founder cofounder executives spokesperson spokeswoman spokesman \
         president board committee council team mayor",
        Tags::STAFF,
    ),
    (
        "app application apps service product device tool platform software feature features system website site \
         dashboard plugin extension prototype release version update toolkit kit package library suite program \
         programme portal interface editor assistant bot gadget functionality solution beta form button screen \
         widget page command box",
        Tags::PRODUCT,
    ),
    (
        "alternatives apps applications brands companies competitors devices editors firms frameworks libraries \
         manufacturers methods models offerings options packages platforms products programs providers services \
         sites solutions systems tools vendors websites approaches makers banks carriers operators",
        Tags::KIND,
    ),
    ("competitor competitors rival rivals competition incumbents incumbent", Tags::RIVAL),
    (
        "ai ml algorithm algorithms api apis architecture backend back-end blockchain blockchains bluetooth cache \
         chip chips chipset cloud cluster clusters codebase compiler containers cpu cpus database databases docker \
         elasticsearch encryption endpoint endpoints firmware framework frontend gpu gpus graphql grpc http https infrastructure \
         javascript json kafka kernel kubernetes linux llm llms microservice microservices middleware \
         multi-tenant mysql nginx node.js nosql oauth parser pipeline pipelines postgres postgresql processor processors \
         protocol protocols python rdf redis s3 schema schemas sdk sdks serverless server servers \
         sql sqlite stack tcp tensorflow typescript wasm webassembly websocket websockets webhook webhooks xml yaml blazor \
         terraform hadoop mongodb rabbitmq kotlin golang c++ .net django \
         ai-powered ai-driven cloud-native cloud-based event-driven gpt gpt-4 backends sensors transistor lidar nlp neural \
         tls aes aes-256 xslt mariadb",
        Tags::TECH,
    ),
    (
        "technology technologies model models agents network networks code data language languages engine layer",
        Tags::WEAK_TECH,
    ),
    ("machine learning artificial intelligence natural large deep generative semantic", Tags::WEAK_TECH),
    (
        "rust go swift react node rails spark electron lambda arm rest java spring flutter azure aws gcp",
        Tags::PROPER_TECH,
    ),
    (
        "minute hour day night morning afternoon evening week weekend month quarter year season spring summer autumn \
         winter monday tuesday wednesday thursday friday saturday sunday time",
        Tags::TIME,
    ),
    (
        "revenue revenues profit profits profitability margin margins turnover growth arr mrr arpu ltv cac churn \
         monetization monetisation tam valuation investors investor shareholders shareholder ebitda earnings roi \
         upsell cross-sell kpi kpis gmv dau mau retention ipo funnel",
        Tags::BUSINESS,
    ),
    ("sales market markets share pricing", Tags::WEAK_BUSINESS),
    (
        "thrilled excited proud pleased delighted honoured honored humbled elated grateful passionate committed \
         dedicated happy glad award awards award-winning mission vision values pioneer leader leaders leading \
         world-class journey milestone partnership passion commitment",
        Tags::FEEL,
    ),
    ("free available price prices priced", Tags::COST),
];
