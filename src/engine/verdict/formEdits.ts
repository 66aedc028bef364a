import type { Expr, Sym } from '../expression/node.js';
import { numberAt } from '../expression/numberAt.js';
import { mapChildren, replaceNode } from '../expression/replace.js';
import type { Names } from '../claim/reading.js';
import type { Edit } from './edits/edit.js';
import { compact, isAtom, partsOf } from './formValue.js';
import type { FixCode } from './report.js';

/** What is mistaken in a formula that is known by heart, beside the edits of any other. */
export function formEdits(body: Expr, names: Names): Edit[] {
  const edits: Edit[] = [];
  const add = (code: FixCode, node: Expr, change: Expr): void => {
    edits.push({ code, cost: COST, node, change, result: replaceNode(body, node, change) });
  };
  const visit = (node: Expr): void => {
    const { span } = node;
    const atom = isAtom(node, names);
    if (atom || node.kind === 'add')
      add('fix.power', node, {
        kind: 'call',
        fn: symbol('sqrt', 'upright', node),
        args: [node],
        certain: true,
        span,
      });
    if (atom) {
      for (const exponent of [symbol('t', 'plain', node), minusOne(node)])
        add('fix.power', node, { kind: 'pow', base: node, exponent, span });
      return;
    }
    if (node.kind === 'num') {
      for (const text of NUMBERS) add('fix.number', node, numberAt(text, node));
      add('fix.number', node, symbol('K', 'plain', node));
    }
    if (node.kind === 'add') {
      add('fix.term', node, { kind: 'add', op: '-', left: node, right: numberAt('1', node), span });
      for (const change of exchanged(node, names)) add('fix.replace', node, change);
    }
    for (const child of partsOf(node)) visit(child);
  };
  visit(body);
  return edits;
}

const COST = 2;
const NUMBERS = ['1', '2', '3', '6'];

function symbol(base: string, font: Sym['font'], { span }: Expr): Expr {
  return { kind: 'sym', base, accents: [], font, span };
}

function minusOne(node: Expr): Expr {
  return { kind: 'neg', target: numberAt('1', node), span: node.span };
}

/** A sum with two of its names in each other's place. */
function exchanged(root: Expr, names: Names): Expr[] {
  const atoms = new Map<string, Expr>();
  const note = (node: Expr): void => {
    if (isAtom(node, names)) atoms.set(compact(node), node);
    else partsOf(node).forEach(note);
  };
  note(root);
  const all = [...atoms];
  if (all.length > MOST_NAMES) return [];
  return all.flatMap(([one, first], at) =>
    all.slice(at + 1).map(([other, second]) => {
      const put = (node: Expr): Expr => {
        if (!isAtom(node, names)) return mapChildren(node, put);
        const name = compact(node);
        return name === one ? second : name === other ? first : node;
      };
      return put(root);
    }),
  );
}

const MOST_NAMES = 6;
