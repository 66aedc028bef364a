/**
 * What a webview is sent travels as JSON, in which infinite numbers and NaN become null. These put
 * words in their place and take them out again; typed arrays travel as they are.
 */
export function packNumbers(value: unknown): unknown {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : { [MARK]: String(value) };
  }
  return within(value, packNumbers);
}

export function unpackNumbers(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && MARK in value) return Number(value[MARK]);
  return within(value, unpackNumbers);
}

/** No message of ours has a member of this name. */
const MARK = '#number';

/** The same value where nothing in it changes: most messages hold only text and plain numbers. */
function within(value: unknown, change: (part: unknown) => unknown): unknown {
  if (Array.isArray(value)) {
    const parts: readonly unknown[] = value;
    const changed = parts.map(change);
    return changed.every((part, index) => part === parts[index]) ? value : changed;
  }
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (value instanceof ArrayBuffer) return value;
  const entries = Object.entries(value);
  const changed = entries.map(([name, part]) => [name, change(part)] as const);
  const same = changed.every(([, part], index) => part === entries[index]?.[1]);
  return same ? value : Object.fromEntries(changed);
}
