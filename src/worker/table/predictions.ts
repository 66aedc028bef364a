import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { checkPredictions } from '../../engine/table/predictions/checkPredictions.js';
import type { Expectation } from '../../engine/table/predictions/expectation.js';
import { readSubmissionName, submissionName } from '../../engine/table/predictions/fileName.js';
import { MAX_BYTES } from '../../engine/table/predictions/readPredictions.js';
import { mendPredictions } from '../../engine/table/predictions/writePredictions.js';
import type { PredictionsReport, PredictionsRequest } from '../../shared/tableProtocol.js';
import { loaded } from './load.js';
import type { Room, Task } from './room.js';
import type { Session } from './session.js';
import { fieldOf, relation, type OpenTable } from './tables.js';

/** More different values than this are no classes, and then any value may be predicted. */
const MOST_CLASSES = 200;

/** Looks at a file of predictions beside the test data, and mends what needs no decision. */
export async function predictions(
  room: Room,
  request: PredictionsRequest,
  task: Task,
): Promise<PredictionsReport> {
  const { session } = task;
  const test = await loaded(room, request.table, task);
  const { train } = request;
  const labels =
    train === undefined
      ? []
      : await classesOf(session, await loaded(room, train, task), request.label);
  const sample = request.names.find((name) => readSubmissionName(name) !== undefined);
  const wanted: Expectation = {
    idColumn: request.id,
    labelColumn: request.label,
    ids: await cellsOf(session, test, request.id),
    labels,
    // Only where other files of the folder follow the rule is it the course's rule.
    ...(sample !== undefined && { fileName: path.basename(request.path) }),
  };
  const bytes = await contentOf(request.path);
  const faults = checkPredictions(bytes, wanted);
  const mended = faults.length === 0 ? undefined : mendPredictions(bytes, wanted);
  const submission = sample === undefined ? undefined : readSubmissionName(sample);
  return {
    faults,
    rows: wanted.ids.length,
    mended: mended === undefined ? null : { text: mended, left: leftIn(mended, wanted) },
    name: submission === undefined ? null : submissionName(submission, 'csv'),
  };
}

/** A file that is too large is read up to where that shows. */
async function contentOf(file: string): Promise<Uint8Array> {
  const { size } = await stat(file);
  return size > MAX_BYTES ? new Uint8Array(MAX_BYTES + 1) : readFile(file);
}

function leftIn(mended: string, wanted: Expectation): number {
  const { idColumn, labelColumn, ids, labels } = wanted;
  const again = checkPredictions(new TextEncoder().encode(mended), {
    idColumn,
    labelColumn,
    ids,
    labels,
  });
  return again.filter(({ severity }) => severity === 'error').length;
}

async function cellsOf(
  session: Session,
  table: OpenTable,
  column: string,
): Promise<readonly string[]> {
  const [cells = []] = await session.columns(
    `SELECT CAST(${fieldOf(table, column)} AS VARCHAR) FROM ${relation(table)} ORDER BY rowid`,
  );
  return cells.flatMap((cell) => (cell === null ? [] : [String(cell)]));
}

async function classesOf(
  session: Session,
  table: OpenTable,
  column: string,
): Promise<readonly string[]> {
  const cell = fieldOf(table, column);
  const [cells = []] = await session.columns(
    `SELECT CAST(${cell} AS VARCHAR) AS v FROM ${relation(table)} WHERE ${cell} IS NOT NULL
     GROUP BY v ORDER BY count(*) DESC, v LIMIT ${MOST_CLASSES + 1}`,
  );
  return cells.length > MOST_CLASSES ? [] : cells.map(String);
}
