let isBlank = false;

/**
 * Makes sure that no page asks about anything unsaved once it was blanked. Call it before any other listener is
 * registered: browsers call those of a window in their order, whatever their phase.
 */
export function askNothingOnceBlank(): void {
  addEventListener('beforeunload', event => {
    if (isBlank) event.stopImmediatePropagation();
  });
}

/** Takes everything off the screen, the page's name included. */
export function blank(): void {
  isBlank = true;
  document.documentElement.style.display = 'none';
  document.title = '\u00a0';
}
