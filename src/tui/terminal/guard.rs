//! The modes the editor needs, and undoing every one of them.

use std::io;
use std::panic;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crossterm::cursor::Show;
use crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, DisableMouseCapture, EnableBracketedPaste, EnableFocusChange,
    EnableMouseCapture,
};
use crossterm::execute;
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};

/// Whether the terminal is ours now.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Gives the terminal back when it goes.
pub(super) struct Guard;

impl Guard {
    /// Takes the terminal, and sees to it that a panic gives it back before its message is printed.
    pub(super) fn enter(mouse: bool) -> io::Result<Self> {
        static HOOK: Once = Once::new();
        HOOK.call_once(|| {
            let previous = panic::take_hook();
            panic::set_hook(Box::new(move |info| {
                restore();
                previous(info);
            }));
        });
        enter(mouse)?;
        Ok(Self)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
    }
}

/// Gives the terminal back as it was. Does nothing where it is not taken, and is therefore safe to call at any time.
pub fn restore() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    // Where this fails the terminal is gone, and nobody is left to tell.
    let _ = execute!(
        io::stdout(),
        DisableFocusChange,
        DisableBracketedPaste,
        DisableMouseCapture,
        LeaveAlternateScreen,
        Show
    );
    let _ = disable_raw_mode();
}

fn enter(mouse: bool) -> io::Result<()> {
    // Before the first mode is set, so that what is set before a failure is undone.
    TAKEN.store(true, Ordering::SeqCst);
    let entered = enable_raw_mode().and_then(|()| {
        // What a program that was killed left on the alternate screen is still there.
        execute!(io::stdout(), EnterAlternateScreen, Clear(ClearType::All))?;
        execute!(io::stdout(), EnableBracketedPaste, EnableFocusChange)?;
        if mouse { execute!(io::stdout(), EnableMouseCapture) } else { Ok(()) }
    });
    entered.inspect_err(|_| restore())
}

/// Takes the terminal after the process was continued. The shell may not have handed it over yet, so a failure is
/// tried again for half a second.
pub(super) fn enter_patiently(mouse: bool) -> io::Result<()> {
    const TRIES: usize = 50;
    for _ in 1..TRIES {
        if enter(mouse).is_ok() {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    enter(mouse)
}
