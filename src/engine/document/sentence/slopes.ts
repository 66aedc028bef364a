import type { Fact } from '../outline.js';
import { MENTION, type Sentence } from './flow.js';

/** What a function's derivative is said to be in words: `la derivada de la sigmoide es $\sigma(x)(1 - \sigma(x))$`. */
export function slopesIn(sentence: Sentence): Fact[] {
  if (!/deriv|gradi/.test(sentence.text)) return [];
  return [...sentence.text.matchAll(said)].flatMap((match): Fact[] => {
    const [text, word = ''] = match;
    const value = sentence.mentions.get(match.index + text.length - 1);
    const named = sentence.mentions.get(match.index + text.indexOf(MENTION));
    const latex = word === MENTION ? functionOf(named?.latex ?? '') : FUNCTIONS[word];
    if (!value || latex === undefined || /=|\\(?:le|ge|in|to|approx)(?![a-z])/.test(value.latex))
      return [];
    return [{ kind: 'slope', latex, place: value.place, scope: sentence.scope }];
  });
}

/** The f of `$f$` and `$f(x)$`. */
function functionOf(latex: string): string | undefined {
  return /^\s*(\\?[a-zA-Z]+)\s*(?:\(\s*\\?[a-zA-Z]\s*\))?\s*$/.exec(latex)?.[1];
}

const FUNCTIONS: Readonly<Record<string, string>> = {
  sigmoide: '\\sigma',
  sigmoid: '\\sigma',
  logística: '\\sigma',
  logistica: '\\sigma',
  logistic: '\\sigma',
  tanh: '\\tanh',
  'tangente hiperbólica': '\\tanh',
  'tangente hiperbolica': '\\tanh',
  'hyperbolic tangent': '\\tanh',
};

const said = new RegExp(
  '(?:derivada|gradiente|derivative|gradient) (?:de|of) (?:la |the |una |a )?' +
    '(?:funci[oó]n (?:de activaci[oó]n )?|function |activation )?' +
    `(${Object.keys(FUNCTIONS).join('|')}|${MENTION})` +
    '(?: function| activation)?(?: \\([^()]*\\))?' +
    `(?: (?:con )?respecto (?:a|de) ${MENTION}| with respect to ${MENTION})?,? ?` +
    `(?:es|is|equals|vale|est[aá] dada por|viene dada por|is given by)(?: simplemente| simply| entonces| then)?:? ?${MENTION}`,
  'g',
);
