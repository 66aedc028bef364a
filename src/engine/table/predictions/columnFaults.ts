import type { Expectation } from './expectation.js';
import { fault, type Fault, type Spot } from './fault.js';
import type { Layout } from './locate.js';
import type { PredictionRow } from './readPredictions.js';

/** What is wrong with the header and the form of the rows. */
export function columnFaults(layout: Layout, wanted: Expectation): readonly Fault[] {
  const { header, body, id, label } = layout;
  const faults: Fault[] = [];
  const { idColumn, labelColumn, ids } = wanted;
  if (header === undefined) {
    const expected = `${idColumn},${labelColumn}`;
    faults.push(fault('header.missing', 'error', { expected }, [lineOf(body[0])]));
  } else faults.push(...headerFaults(header, layout, wanted));
  for (const [place, name] of [
    [id, idColumn],
    [label, labelColumn],
  ] as const) {
    const told = place < 0 && !(place === label && layout.probabilities.length > 0);
    if (told) faults.push(fault('column.missing', 'error', { column: name }, [lineOf(header)]));
  }
  const width = (header ?? body[0])?.cells.length ?? 0;
  const ragged = body.filter(({ cells }) => cells.length !== width).map(lineOf);
  if (ragged.length > 0) faults.push(fault('row.cells', 'error', { cells: width }, ragged));
  if (body.length !== ids.length) {
    const args = { rows: body.length, expected: ids.length };
    faults.push(fault('row.count', 'error', args, [lineOf(header ?? body[0])]));
  }
  return faults;
}

function headerFaults(
  header: PredictionRow,
  { id, label, index, probabilities, extra }: Layout,
  { idColumn, labelColumn }: Expectation,
): readonly Fault[] {
  const faults: Fault[] = [];
  const spotsOf = (places: readonly number[]): readonly Spot[] =>
    places.map((place) => header.cells[place] ?? lineOf(header));
  for (const [place, expected] of [
    [id, idColumn],
    [label, labelColumn],
  ] as const) {
    const cell = header.cells[place];
    if (cell === undefined || cell.text === expected) continue;
    const args = { name: cell.text, expected };
    faults.push(fault('header.name', 'error', args, [{ ...cell, expected }]));
  }
  if (index.length > 0) faults.push(fault('column.index', 'error', {}, spotsOf(index)));
  const [first] = probabilities;
  if (first !== undefined) {
    const args = { columns: probabilities.length };
    faults.push(fault('label.probability', 'error', args, spotsOf(probabilities)));
  }
  if (extra.length > 0) {
    const name = header.cells[extra[0] ?? 0]?.text ?? '';
    faults.push(fault('column.extra', 'warning', { name }, spotsOf(extra)));
  }
  if (id > label && label >= 0)
    faults.push(fault('column.order', 'warning', { idColumn, labelColumn }, spotsOf([label])));
  return faults;
}

/** A row's whole line. */
export function lineOf(row: PredictionRow | undefined): Spot {
  const last = row?.cells.at(-1);
  return { line: row?.line ?? 1, start: 0, end: last?.end ?? 0 };
}
