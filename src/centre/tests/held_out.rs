//! Sentences that nothing was tuned on: written before the analysis, to tell how right it is on new text.

use super::{World, Zone};

pub(super) const BUSES: World = World {
    product: "Waitback",
    company: "Northmoor Buses",
    customer: "people who take the bus to work",
    rivals: &["Dash Cabs"],
    kinds: &[],
    terms: &["shift"],
    zone: Zone::Release,
    sentences: &[
        ("customer", "When the bus is late, Waitback pays you £2."),
        ("customer", "Riders get the money before they get off."),
        ("product", "Waitback counts the minutes from the timetable."),
        ("company", "Northmoor Buses has run buses since 1921."),
        ("company", "Our drivers are proud of this city."),
        ("business", "Ticket sales rose 8% last year."),
        ("competitor", "Other bus companies pay nothing."),
        ("technology", "The app talks to a cluster of servers in the cloud."),
        ("technology", "Delays are predicted with a neural network."),
        ("customer", "We text every passenger who waited more than ten minutes."),
        ("none", "Forty per cent of buses are late in winter."),
        ("customer", "Nobody has to fill in a form: passengers tap once and are paid."),
    ],
};

pub(super) const CLINICS: World = World {
    product: "Tidewell",
    company: "Haro Health",
    customer: "small clinics and their nurses",
    rivals: &["CareDesk"],
    kinds: &[],
    terms: &[],
    zone: Zone::Release,
    sentences: &[
        ("customer", "At six in the morning, a nurse finds out that two colleagues are ill."),
        ("customer", "Tidewell calls the next nurse on the list."),
        ("customer", "Clinics that use it fill a shift in nine minutes."),
        ("product", "The software keeps a log of every change."),
        ("competitor", "CareDesk charges for each call."),
        ("competitor", "Tidewell is cheaper than CareDesk."),
        ("company", "Haro Health was named one of the fastest growing firms of the year."),
        ("company", "We believe in the power of people."),
        ("business", "We expect 300 paying clinics and £2.1m in revenue by 2029."),
        ("technology", "It is built on a serverless architecture."),
        ("customer", "Our engineers rebuilt the rota so that a ward manager sees it on one page."),
        ("customer", "Print the list, pin it to the door and go home."),
    ],
};

pub(super) const KETTLES: World = World {
    product: "Brunn",
    company: "Oslo Kettle Works",
    customer: "people who mend things",
    rivals: &["Steamly"],
    kinds: &[],
    terms: &[],
    zone: Zone::Release,
    sentences: &[
        ("customer", "Lift the lid and unscrew the element with a coin."),
        ("product", "The kettle holds 1.7 litres."),
        ("product", "Brunn switches itself off after a minute without water."),
        ("none", "It costs €59."),
        ("customer", "If the switch breaks, you order a new one for €4."),
        ("customer", "Every part is numbered, so owners find the right one in a minute."),
        ("technology", "A Bluetooth chip and an ARM processor sit in the base."),
        ("competitor", "Steamly glues its kettles shut."),
        ("competitor", "Unlike most kettles, Brunn can be opened."),
        ("company", "Oslo Kettle Works is the leading maker of kettles in Norway."),
        ("business", "Spare parts bring a margin of 60%."),
        ("company", "Our founder, Liv Brunn, started the company in a garage."),
    ],
};

pub(super) const RAILGATE: World = World {
    product: "Railgate",
    company: "Pennant",
    customer: "developers",
    rivals: &[],
    kinds: &[],
    terms: &["webhook", "REST API", "SDK"],
    zone: Zone::Release,
    sentences: &[
        ("customer", "Developers send their first message in four minutes."),
        ("customer", "Call the REST API with your key."),
        ("product", "Railgate retries a failed message for three days."),
        ("customer", "Your data stays in the region you choose."),
        ("technology", "Under the hood, Railgate runs on Kafka and PostgreSQL."),
        ("business", "Usage-based pricing will raise our average revenue per account."),
        ("competitor", "Competitors drop messages under load."),
        ("company", "Pennant opened a second office in Lisbon in May."),
        ("customer", "We show each failed call with the reason, which means you stop guessing."),
        ("none", "The beta ends on 1 March."),
        ("customer", "With the SDK, a developer tests a flow without a server."),
        ("company", "We are excited about what comes next."),
    ],
};

pub(super) const MOVE_ONCE: World = World {
    product: "Move Once",
    company: "City of Arden",
    customer: "residents who move house",
    rivals: &[],
    kinds: &[],
    terms: &[],
    zone: Zone::Release,
    sentences: &[
        ("customer", "Residents tell the city once, and eleven offices know."),
        ("customer", "You do not need a new library card."),
        ("none", "The law changed in 2024."),
        ("product", "The form has six questions."),
        ("product", "Move Once works in twelve languages."),
        ("company", "The city council voted for the plan in March."),
        ("company", "The City of Arden is honoured to be a pioneer."),
        ("technology", "The register uses blockchain technology."),
        ("customer", "Letters to the old address are sent on for a year, so families miss no bill."),
        ("customer", "What happens if I have no phone?"),
        ("business", "The service will save the city £2m a year."),
    ],
};

pub(super) const QUOTED: World = World {
    zone: Zone::CustomerQuote,
    sentences: &[("customer", "\"I moved on Friday and was done on Saturday,\" said Jo Pick.")],
    ..MOVE_ONCE
};
