import type { Fact } from '../outline.js';
import { MENTION, type Sentence } from './flow.js';

/** What is differentiated by: `derivando respecto a la matriz $X$`, `its gradient with respect to $x$`. */
export function variablesIn(sentence: Sentence): Fact[] {
  if (!/respec|w\.?r\.?t/.test(sentence.text)) return [];
  return [...sentence.text.matchAll(by)].flatMap(({ 0: text, index }): Fact[] => {
    const mention = sentence.mentions.get(index + text.length - 1);
    if (!mention || !/^\s*\S{1,20}\s*$/.test(mention.latex)) return [];
    const { latex, place } = mention;
    return [{ kind: 'variable', latex: latex.trim(), place, scope: sentence.scope }];
  });
}

const by = new RegExp(
  '(?:respecto (?:al?|de|del)|with respect to|w\\.?r\\.?t\\.?)' +
    `(?: (?:la|el|los|las|the|entradas?|pesos|vector|matriz|matrix|variable)){0,3} ${MENTION}`,
  'g',
);
