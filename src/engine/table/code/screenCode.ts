import { classesCode, correlationCode, profileCode, rankingCode } from './columnCode.js';
import { findingsCode } from './findingCode.js';
import { pcaCode, tsneCode, umapCode } from './projectionCode.js';
import type { CodeSource, Comments, Screen } from './screen.js';
import { joinSnippets, snippetText, type Desk, type Snippet } from './snippet.js';
import { sourceSnippet } from './source.js';
import { splitCode } from './splitCode.js';
import { sqlCode } from './sqlCode.js';
import { viewCode } from './viewCode.js';

/**
 * The pandas and scikit-learn lines that give what is on the screen, from reading the file on, with a comment before
 * each step. The frame is `df`; a table that it is compared with is `test`. Names from the file occur only within
 * quoted strings.
 */
export function screenCode(screen: Screen, source: CodeSource, comments: Comments): string {
  return screensCode([screen], source, comments);
}

/** The same for all that is on the screen: each file is read once, and compared with one other at most. */
export function screensCode(
  screens: readonly Screen[],
  source: CodeSource,
  comments: Comments,
): string {
  const desk: Desk = { frame: 'df', columns: source.columns, comments };
  const read = [sourceSnippet(source, 'df', comments)];
  const against = screens.flatMap((screen) => ('against' in screen ? screen.against : []));
  if (against[0] !== undefined) read.push(sourceSnippet(against[0], 'test', comments));
  const steps = screens.flatMap((screen) => stepsOf(screen, desk));
  return snippetText(joinSnippets([...read, ...steps]));
}

function stepsOf(screen: Screen, desk: Desk): readonly Snippet[] {
  switch (screen.kind) {
    case 'open':
      return [];
    case 'view':
      return viewCode(screen, desk);
    case 'profile':
      return [profileCode(screen, desk)];
    case 'classes':
      return [classesCode(screen, desk)];
    case 'ranking':
      return [rankingCode(screen, desk)];
    case 'correlation':
      return [correlationCode(screen, desk)];
    case 'pca':
      return [pcaCode(screen, desk)];
    case 'tsne':
      return [tsneCode(screen, desk)];
    case 'umap':
      return [umapCode(screen, desk)];
    case 'split':
      return [splitCode(screen, desk)];
    case 'sql':
      return sqlCode(screen, desk);
    case 'findings':
      return [findingsCode(screen, desk)];
    default:
      return screen satisfies never;
  }
}
