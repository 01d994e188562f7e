//! The review as a person uses it: keys pressed, clicks, screens looked at.
