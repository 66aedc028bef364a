import type { AudioSettings } from '../../shared/audioViewProtocol.js';
import { recall, remember } from '../host.js';

/** What the person computes with; it outlives the page. */
export interface KeptSettings {
  readonly usual: AudioSettings;
  readonly read: () => AudioSettings;
  readonly write: (settings: AudioSettings) => void;
}

/** Those of an older version, which lack something, are forgotten. */
export function keptSettings(usual: AudioSettings): KeptSettings {
  let settings = usual;
  const kept = recall('settings');
  if (typeof kept === 'string') {
    const parsed: unknown = JSON.parse(kept);
    if (alike(parsed, usual)) settings = parsed;
  }
  return {
    usual,
    read: () => settings,
    write: (next) => {
      settings = next;
      remember('settings', JSON.stringify(next));
    },
  };
}

function alike<Shape>(value: unknown, model: Shape): value is Shape {
  if (model === null || value === null) return true;
  if (typeof model !== 'object') return typeof value === typeof model;
  if (typeof value !== 'object') return false;
  const parts = new Map<string, unknown>(Object.entries(value));
  return Object.entries(model).every(
    ([name, part]) => parts.has(name) && alike(parts.get(name), part),
  );
}
