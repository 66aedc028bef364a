import { speaksOfTables } from '../claim/jointTable.js';
import type { Placed } from '../claim/zone.js';
import type { Span } from '../text/span.js';
import type { Found } from './found.js';
import type { Edit } from './edits/edit.js';
import type { Judgement } from './judge.js';
import { editText } from './editText.js';
import type { Fix, Step } from './report.js';

/** A judgement as a step of the report: where it stands, what to underline, what to put there. */
export function stepOf(placed: Placed, k: number, result: Found, cause: number | null): Step {
  const { statement, block } = placed;
  const { judgement, edit } = result;
  const right = statement.items[k + 1];
  const span = right?.span ?? statement.span;
  const left = statement.items[0]?.span.start ?? statement.span.start;
  const from = k === 0 ? left : (statement.relations[k]?.span.start ?? span.start);
  const { part } = block.place;
  const marked = judgement.verdict === 'fails' || judgement.verdict === 'slip';
  const own = edit && within(edit.node.span, block.place) && !speaksOfTables(edit.change);
  const inside = marked && own ? edit : null;
  const inherited = { code: 'step.consequence' as const, args: { step: String(cause) } };
  return {
    place: { part, start: Math.min(from, span.start), end: span.end },
    latex: textAt(block, span),
    ...shown(judgement),
    fixes: inside ? [fixOf(inside, block)] : [],
    ...(marked && !inside && (edit || judgement.sure) ? { sure: true as const } : {}),
    ...(cause === null ? {} : { cause, reason: inherited }),
    ...(marked ? { at: { part, ...(inside ? markOf(inside, block) : span) } } : {}),
  };
}

type Block = Placed['block'];

function within(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function textAt(block: Block, span: Span): string {
  return block.latex.slice(span.start - block.place.start, span.end - block.place.start);
}

/** What a report says of a judgement. */
function shown(judgement: Judgement): Omit<Judgement, 'detached' | 'sure'> {
  const { detached, sure, ...rest } = judgement;
  return detached === undefined && sure === undefined ? judgement : rest;
}

/** The smallest wrong term: of a sum its sign with the limits, of a wrong sign the term it stands before. */
function markOf(edit: Edit, block: Block): Span {
  const { node, code } = edit;
  if (node.kind === 'big' && code === 'fix.bounds')
    return { start: node.head.start, end: node.head.end };
  if (node.kind === 'add' && code === 'fix.sign') {
    const between = textAt(block, { start: node.left.span.end, end: node.right.span.start });
    const sign = between.search(/[+-]/);
    if (sign >= 0) return { start: node.left.span.end + sign, end: node.right.span.end };
  }
  return { start: node.span.start, end: node.span.end };
}

/** Where one term's sign is wrong, nothing else is written anew. */
function signFix(edit: Edit, block: Block): Fix | null {
  const { node, change, code } = edit;
  if (code !== 'fix.sign' || node.kind !== 'add' || change.kind !== 'add') return null;
  const span = markOf(edit, block);
  if (span.start === node.span.start || change.right !== node.right) return null;
  const old = textAt(block, span);
  const text = `${change.op}${old.slice(1)}`;
  return { code, args: { old, new: text }, place: { part: block.place.part, ...span }, text };
}

function fixOf(edit: Edit, block: Block): Fix {
  const sign = signFix(edit, block);
  if (sign) return sign;
  const span = { start: edit.node.span.start, end: edit.node.span.end };
  const old = textAt(block, span);
  const text = editText(edit, (place) => textAt(block, place));
  return {
    code: edit.code,
    args: { old, new: text },
    place: { part: block.place.part, ...span },
    text,
  };
}
