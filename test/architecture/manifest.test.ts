import { describe, expect, it } from 'vitest';
import { filesBelow, manifest, read } from './project.js';

const { contributes } = manifest();

const commands = (contributes?.commands ?? []).map(({ command }) => command);
const views = Object.values(contributes?.views ?? {}).flatMap((list) => list.map(({ id }) => id));
const editors = (contributes?.customEditors ?? []).map(({ viewType }) => viewType);
const settings = Object.keys(contributes?.configuration?.properties ?? {});
const containers = Object.values(contributes?.viewsContainers ?? {}).flatMap((list) =>
  list.map(({ id }) => id),
);

/** VS Code makes these commands for every view. */
const viewCommands = views.flatMap((view) => [`${view}.focus`, `${view}.open`]);

const code = filesBelow('src/extension').map(read).join('\n');

/** Names of ours in quotes: `'tarea.check.automatically'`. */
const named = new Set(
  [...code.matchAll(/(['"`])(tarea(?:\.[A-Za-z][A-Za-z-]*)+)\1/g)].map(([, , id]) => id ?? ''),
);

/** Settings are asked for below a section: `getConfiguration('tarea').get('check.automatically')`. */
const belowSection = new Set(
  [...code.matchAll(/\.(?:get|inspect|update)(?:<[^>]*>)?\(\s*'([\w.]+)'/g)].map(
    ([, key]) => `tarea.${key ?? ''}`,
  ),
);

/** An item of the status bar has an id that is declared nowhere. */
const statusItems = [...code.matchAll(/createStatusBarItem\(\s*'([\w.]+)'/g)].map(
  ([, id]) => id ?? '',
);

describe('ids of commands, views and settings', () => {
  it('are found at all', () => {
    expect(commands).toContain('tarea.checkDerivations');
    expect(named).toContain('tarea.checkDerivations');
    expect(views.length).toBeGreaterThan(0);
    expect(settings.length).toBeGreaterThan(0);
  });

  it('used in the code are declared in package.json', () => {
    const declared = new Set(
      [commands, views, viewCommands, editors, settings, containers, statusItems].flat(),
    );
    const sections = new Set(settings.map((id) => id.slice(0, id.lastIndexOf('.'))));
    expect([...named].filter((id) => !declared.has(id) && !sections.has(id))).toEqual([]);
  });

  it('declared in package.json are used in the code', () => {
    const used = new Set([...named, ...belowSection]);
    expect([...commands, ...views, ...editors, ...settings].filter((id) => !used.has(id))).toEqual(
      [],
    );
  });

  it('start with the name of the extension', () => {
    const all = [...commands, ...views, ...editors, ...settings, ...containers];
    expect(all.filter((id) => !/^tarea(?:\.|$)/.test(id))).toEqual([]);
  });
});
