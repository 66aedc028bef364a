/**
 * When VS Code gives the focus back to a page, after a dialog or the palette, it is on no control: it goes back to the
 * one that had it.
 */
export function keepFocus(): void {
  let last: HTMLElement | undefined;
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement) last = target;
  });
  document.addEventListener('pointerdown', () => {
    // Who points at something has left the control.
    last = undefined;
  });
  window.addEventListener('focus', () => {
    if (document.activeElement !== document.body || last?.isConnected !== true) return;
    last.focus({ preventScroll: true });
  });
}
