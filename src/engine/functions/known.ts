import { plainName } from '../latex/parse/words.js';
import { elementwise } from './elementwise.js';
import { matrixFunction } from './matrix.js';

/** Is this the name of a function that everybody knows? */
export function isFunctionWord(key: string): boolean {
  const name = plainName(key);
  return elementwise(name) !== undefined || matrixFunction(name) !== undefined;
}
