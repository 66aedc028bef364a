/**
 * The themes in which things are looked at: colours differ, and so may what can be read.
 *
 * - `title`: as VS Code's list of themes calls it
 * - `setting`: as the settings call it
 * - `look`: the class that the body of a webview then has
 */
export const themes = [
  {
    name: 'light',
    title: 'Light Modern',
    setting: 'Default Light Modern',
    look: 'vscode-light',
  },
  { name: 'dark', title: 'Dark Modern', setting: 'Default Dark Modern', look: 'vscode-dark' },
  {
    name: 'contrast',
    title: 'Dark High Contrast',
    setting: 'Default High Contrast',
    look: 'vscode-high-contrast',
  },
];
