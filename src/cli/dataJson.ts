import { pandasCall } from '../engine/table/code/readCsv.js';
import { describeFinding, describeRemedy } from '../shared/describeFinding.js';
import { describeNote } from '../shared/describeNote.js';
import { describeProblem } from '../shared/describeProblem.js';
import type { Say } from '../shared/say.js';
import type { DataOutcome, DataReport } from './data.js';

/** The version of this output; it changes when a reader of the old one would be misled. */
const VERSION = 1;

/** What is known of a table, for programs: one JSON document. */
export function dataJson(outcome: DataOutcome, say: Say): string {
  const report = 'problem' in outcome ? failed(outcome, say) : known(outcome, say);
  return `${JSON.stringify({ version: VERSION, path: outcome.path, ...report }, null, 2)}\n`;
}

function failed({ problem }: Extract<DataOutcome, { problem: unknown }>, say: Say): object {
  const { code } = problem;
  return { error: { code, message: describeProblem(problem, say) } };
}

function known(report: DataReport, say: Say): object {
  const { preview, rows, columns, profiles, classes } = report;
  const call = readCall(report);
  return {
    bytes: preview.bytes,
    rows,
    format: preview.format,
    dialect: preview.dialect,
    notes: report.notes.map((note) => ({ ...note, message: describeNote(note, say) })),
    columns: columns.map((column, at) => ({ ...column, profile: profiles[at] ?? null })),
    ...(classes.length > 0 ? { classes } : {}),
    findings: report.findings.map((finding) => ({
      ...finding,
      message: describeFinding(finding, say),
      remedy: describeRemedy(finding, say),
    })),
    ...(call === undefined ? {} : { pandas: call }),
  };
}

/** The lines that read the file with pandas; undefined where the format needs none. */
export function readCall({ path, preview, columns }: DataReport): string | undefined {
  return preview.dialect === null ? undefined : pandasCall(preview.dialect, columns, path);
}
