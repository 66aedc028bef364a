import * as vscode from 'vscode';
import type { Place, Step } from '../engine/index.js';
import type { Setting } from '../shared/describe.js';
import type { Analysis } from './analyses.js';
import { say } from './messages.js';

/** The document and range of a place; nothing when the part is gone. */
export function locate(analysis: Analysis, place: Place): vscode.Location | undefined {
  const document = analysis.documents[place.part];
  if (document === undefined) return undefined;
  const range = new vscode.Range(document.positionAt(place.start), document.positionAt(place.end));
  return new vscode.Location(document.uri, range);
}

/** What the words around a step need, taken from its analysis. */
export function settingOf(analysis: Analysis): Setting {
  const { report, source, documents, subject } = analysis;
  return {
    report,
    say,
    textAt: ({ part, start, end }) => source.parts[part]?.text.slice(start, end) ?? '',
    spotAt: ({ part, start }) => {
      const line = String((documents[part]?.positionAt(start).line ?? 0) + 1);
      return subject.kind === 'notebook' ? { cell: String(part + 1), line } : { line };
    },
  };
}

/** The steps of one document that touch a range, the shortest first. */
export function stepsTouching(
  analysis: Analysis,
  document: vscode.TextDocument,
  range: vscode.Range,
): readonly Step[] {
  const part = analysis.documents.indexOf(document);
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  const touches = (place: Place): boolean =>
    place.part === part && place.start <= end && place.end >= start;
  return analysis.report.steps
    .filter(({ place, at }) => touches(place) || (at !== undefined && touches(at)))
    .toSorted((a, b) => length(a.place) - length(b.place));
}

function length({ start, end }: Place): number {
  return end - start;
}
