//! Text that is raised or lowered, in the letters that Unicode has for that: Markdown has no mark for it.

use roxmltree::Node;

use super::xml::value;

/// How text stands to its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shift {
    Raised,
    Lowered,
}

const RAISED: [(&str, &str); 2] = [
    ("0123456789+-\u{2212}=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾"),
    ("abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"),
];

const LOWERED: [(&str, &str); 2] =
    [("0123456789+-\u{2212}=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"), ("aehijklmnoprstuvx", "ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")];

impl Shift {
    /// How the run properties `node` shift their text.
    pub fn of(node: Node<'_, '_>) -> Option<Self> {
        match value(node, &["vertAlign"])? {
            "superscript" => Some(Self::Raised),
            "subscript" => Some(Self::Lowered),
            _ => None,
        }
    }

    /// `text` so shifted; nothing where there is no letter for one of its characters.
    pub fn write(self, text: &str) -> Option<String> {
        let all = if self == Self::Raised { RAISED } else { LOWERED };
        let find = |own: char| {
            let mut pairs = all.iter().flat_map(|(from, to)| from.chars().zip(to.chars()));
            pairs.find(|(from, _)| *from == own).map(|(_, to)| to)
        };
        text.chars().map(|own| if own.is_whitespace() { Some(own) } else { find(own) }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_has_one_of_its_own() {
        for (from, to) in RAISED.iter().chain(&LOWERED) {
            assert_eq!(from.chars().count(), to.chars().count(), "{from}");
        }
        assert_eq!(Shift::Raised.write("2n").as_deref(), Some("²ⁿ"));
        assert_eq!(Shift::Lowered.write("2").as_deref(), Some("₂"));
        assert_eq!(Shift::Raised.write("TM"), None);
    }
}
