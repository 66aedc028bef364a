import type { Expectation } from './expectation.js';
import { knownOf } from './known.js';
import { layoutOf } from './locate.js';
import { isFault, readPredictions } from './readPredictions.js';

/** A prediction: an id and its class, as they are written. */
export type Prediction = readonly [string, string];

/** UTF-8 without a mark, commas, `\n`, a header, no index: what every grader's reader takes. */
export function writePredictions(
  { idColumn, labelColumn }: Pick<Expectation, 'idColumn' | 'labelColumn'>,
  predictions: readonly Prediction[],
): string {
  const lines = [[idColumn, labelColumn] as const, ...predictions].map(
    ([id, label]) => `${cell(id)},${cell(label)}\n`,
  );
  return lines.join('');
}

/**
 * The same predictions in the form that is expected, in the test data's order: what needs no
 * decision is mended. Rows without a known id are left out, and of an id that is there twice the
 * first is kept, so the result has to be checked again. `undefined` where nothing can be read.
 */
export function mendPredictions(bytes: Uint8Array, wanted: Expectation): string | undefined {
  const read = readPredictions(bytes);
  if (isFault(read)) return undefined;
  const known = knownOf(wanted);
  const { body, id: idPlace, label: labelPlace } = layoutOf(read, wanted, known);
  if (idPlace < 0 || labelPlace < 0) return undefined;
  const labels = new Map<string, string>();
  for (const { cells } of body) {
    const id = known.idOf(cells[idPlace]?.text ?? '');
    const text = cells[labelPlace]?.text ?? '';
    if (id !== undefined && !labels.has(id)) labels.set(id, known.labelOf(text) ?? text.trim());
  }
  const ordered = [...new Set(wanted.ids)].flatMap((id): readonly Prediction[] => {
    const label = labels.get(id);
    return label === undefined ? [] : [[id, label]];
  });
  return writePredictions(wanted, ordered);
}

/** Within quotes where the text could be taken for more than one cell, or for none. */
function cell(text: string): string {
  return text === '' || /[",;|\t\r\n]|^\s|\s$|^#/.test(text)
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}
