/** A colour of the person's theme, as a canvas takes it. */
export function themeColour(name: string): string {
  return getComputedStyle(document.body).getPropertyValue(`--vscode-${name}`).trim();
}

/** VS Code names the theme in the class of the body: what is drawn in its colours is drawn again. */
export function onThemeChange(draw: () => void): void {
  new MutationObserver(draw).observe(document.body, {
    attributes: true,
    attributeFilter: ['class', 'data-vscode-theme-id'],
  });
}
