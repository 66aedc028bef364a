import type { Fact } from '../outline.js';
import { MENTION, type Sentence } from './flow.js';

/** What a text gives a name in words: `$\frac{\partial L}{\partial z} = p - y$; call this number $h$`. The fact is the formula. */
export function calledIn({ text, mentions, scope }: Sentence): Fact[] {
  if (!/call|denot|llam/.test(text)) return [];
  return [...text.matchAll(called)].flatMap((match): Fact[] => {
    const meant = mentions.get(match.index);
    const name = mentions.get(match.index + match[0].length - 1);
    // `la derivada de $x^2$, que llamamos $g$`: what is called so is not the formula.
    if (!meant || !name || BARE.test(meant.latex) || part.test(text.slice(0, match.index)))
      return [];
    return [{ kind: 'called', latex: meant.latex, place: name.place, scope }];
  });
}

/** One letter is as a rule what the words before it speak of. */
const BARE = /^\s*\\?[a-zA-Z]+\s*$/;

const part =
  /(?:^|\s)(?:of|in|by|to|for|from|with|on|de|del|en|por|a|para|con|sobre)(?: (?:the|el|la|los|las))?\s*$/;

const KIND =
  '(?:number|quantity|vector|matrix|difference|error|term|value|product|sum|factor|numero|cantidad|' +
  'matriz|diferencia|termino|valor|producto|suma)';

const called = new RegExp(
  `${MENTION}[,;:]? (?:` +
    `(?:(?:and|we) )*(?:call|denote) (?:this|it)(?: ${KIND})?(?: by| as)? ` +
    '|(?:which|that) we (?:will )?(?:call|denote(?: by)?) ' +
    '|(?:y )?(?:a )?(?:lo|la)? ?que (?:llam(?:amos|aremos)|denot(?:amos|aremos)(?: por| con| como)?) ' +
    '|(?:y )?l[aoe] (?:llam(?:amos|aremos)|denot(?:amos|aremos)(?: por| con| como)?) ' +
    `|(?:y )?llam(?:amos|emos|aremos) (?:a )?est[ea] ${KIND} (?:como )?` +
    `)${MENTION}`,
  'g',
);
