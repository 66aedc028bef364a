import { isClearlyMissing, USUAL_MISSING } from '../missing.js';
import { lineOf } from './columnFaults.js';
import type { Expectation } from './expectation.js';
import { fault, Spots, type Fault, type FaultCode, type Spot } from './fault.js';
import { numberForm, type Known } from './known.js';
import type { Layout } from './locate.js';
import type { PredictionCell } from './readPredictions.js';

/** What is wrong with the predicted classes. */
export function labelFaults(layout: Layout, wanted: Expectation, known: Known): readonly Fault[] {
  const { body, label: place } = layout;
  if (place < 0) return [];
  const spots = new Spots();
  const used = new Set<string>();
  for (const row of body) {
    const cell = row.cells[place] ?? { ...lineOf(row), text: '' };
    used.add(cell.text.trim());
    const found = judge(cell, wanted, known);
    if (found === undefined) continue;
    const { code, expected } = found;
    spots.note(code, expected === undefined ? cell : { ...cell, expected });
  }
  const told = spots.errors((first) => argsOf(first, wanted));
  return [...told, ...constant(used, layout, wanted)];
}

interface Judged {
  readonly code: FaultCode;
  readonly expected?: string;
}

function judge(
  { text }: PredictionCell,
  { labels }: Expectation,
  known: Known,
): Judged | undefined {
  const label = known.labelOf(text);
  if (label === text) return undefined;
  if (text.trim() === '' || MISSING.has(text.trim()) || isClearlyMissing(text)) {
    return { code: 'label.empty' };
  }
  if (label !== undefined) return { code: 'label.spelling', expected: label };
  if (isProbability(text)) return { code: 'label.probability' };
  if (labels.length === 0) return undefined;
  if (!known.numbered && numberForm(text) !== undefined) return { code: 'label.number' };
  return { code: 'label.unknown' };
}

const MISSING: ReadonlySet<string> = new Set([...USUAL_MISSING, 'None']);

/** A decimal between 0 and 1, or a list of them as `print` writes it. */
function isProbability(text: string): boolean {
  return (
    /^\s*[[(]?\s*(?:0?\.\d+|[01]\.\d*|\d(?:\.\d+)?e-\d+)(?:[\s,;].*)?$/i.test(text) &&
    numberForm(text) === undefined
  );
}

/** Labels that are named where one is unknown. */
const NAMED = 8;

function argsOf(spot: Spot, { labels }: Expectation): Fault['args'] {
  const listed = labels.slice(0, NAMED).join(', ') + (labels.length > NAMED ? '…' : '');
  return {
    label: spot.text ?? '',
    ...(spot.expected !== undefined && { expected: spot.expected }),
    ...(listed !== '' && { labels: listed }),
  };
}

/** Fewer rows may well be of one class. */
const LEAST_ROWS = 10;

function constant(
  used: ReadonlySet<string>,
  { body, header }: Layout,
  { labels }: Expectation,
): readonly Fault[] {
  const [label] = used;
  if (used.size !== 1 || label === undefined || label === '' || body.length < LEAST_ROWS) return [];
  if (labels.length === 1) return [];
  return [fault('label.constant', 'warning', { label }, [lineOf(header ?? body[0])])];
}
