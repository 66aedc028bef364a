import { columnFaults } from './columnFaults.js';
import type { Expectation } from './expectation.js';
import { fault, type Fault } from './fault.js';
import { isSubmissionName } from './fileName.js';
import { idFaults } from './idFaults.js';
import { knownOf } from './known.js';
import { labelFaults } from './labelFaults.js';
import { layoutOf } from './locate.js';
import { isFault, readPredictions, type PredictionRows } from './readPredictions.js';

/** What is wrong with a file of predictions, the worst first; nothing where it can be handed in. Never throws. */
export function checkPredictions(bytes: Uint8Array, wanted: Expectation): readonly Fault[] {
  const read = readPredictions(bytes);
  const named = nameFaults(wanted);
  if (isFault(read)) return [read, ...named];
  const known = knownOf(wanted);
  const layout = layoutOf(read, wanted, known);
  const faults = [
    ...fileFaults(read),
    ...columnFaults(layout, wanted),
    ...idFaults(layout, wanted, known),
    ...labelFaults(layout, wanted, known),
    ...named,
  ];
  return faults.toSorted((a, b) => RANKS[a.severity] - RANKS[b.severity]);
}

const RANKS: Readonly<Record<Fault['severity'], number>> = { error: 0, warning: 1, info: 2 };

function nameFaults({ fileName }: Expectation): readonly Fault[] {
  if (fileName === undefined || isSubmissionName(fileName, 'csv')) return [];
  return [fault('file.name', 'warning', { name: fileName })];
}

function fileFaults({ encoding, mark, delimiter }: PredictionRows): readonly Fault[] {
  const faults: Fault[] = [];
  if (encoding !== 'utf-8') faults.push(fault('file.encoding', 'error', { encoding }));
  else if (mark) faults.push(fault('file.mark', 'warning', {}));
  if (delimiter !== ',') {
    const written = delimiter === '\t' ? 'tab' : delimiter;
    faults.push(fault('file.delimiter', 'error', { delimiter: written }));
  }
  return faults;
}
