import type {
  AssumptionCode,
  ClaimKind,
  Evidence,
  FixCode,
  ReadProblem,
  ReasonCode,
  VerdictName,
} from '../engine/index.js';

/**
 * Sentences for one code, the fullest first. The first whose `{placeholders}` all have a value is
 * said; the last has none, so every code can always be said. The placeholders of a code's sentences
 * are the arguments that the engine may give with it.
 */
export type Wordings = readonly [string, ...string[]];

/** `left`, `right` are the counterexample's values and `line`, `cell` are the cause's: they are filled in here. */
export const reasons: Readonly<Record<ReasonCode, Wordings>> = {
  'step.not-equal': [
    'The two sides are not equal: {left} on the left, {right} on the right.',
    'The two sides are not equal.',
  ],
  'step.shape': ['The shapes do not fit: {left} and {right}.', 'The shapes do not fit.'],
  'step.order': ['The factors are in the wrong order: a matrix product does not commute.'],
  'step.implication': ['This does not follow from what comes before it.'],
  'step.remainder': [
    'The remainder is not that small: the two sides differ like the power {power}.',
    'The remainder is not that small.',
  ],
  'step.inequality': [
    'The inequality does not hold: {left} on the left, {right} on the right.',
    'The inequality does not hold.',
  ],
  'step.membership': ['{element} does not lie in {set}.', 'This value does not lie in the set.'],
  'step.argmin': ['The optimum for {name} is not here.', 'The optimum is not here.'],
  'step.rounding': [
    'Rounded correctly, this is {expected}.',
    'This number is not rounded correctly.',
  ],
  'step.contradicts': [
    'This contradicts what was said before: {earlier}.',
    'This contradicts what was said before.',
  ],
  'step.consequence': [
    'Wrong because of the mistake in cell {cell}, line {line}; correct that one first.',
    'Wrong because of the mistake on line {line}; correct that one first.',
    'Wrong because of an earlier mistake; correct that one first.',
  ],
  'definition.known': [
    'This is not the usual definition of {name}, which is {expected}.',
    'This is not the usual definition of {name}.',
    'This is not the usual definition.',
  ],
  'definition.dependants': [
    'What builds on {name} later does not fit this definition.',
    'What builds on it later does not fit this definition.',
  ],
  'notation.index-missing': ['{name} needs an index here.', 'An index is missing here.'],
  'notation.counter': [
    'The sum counts with {name}, but its terms have {other}.',
    'The sum counts with a letter that its terms do not have.',
  ],
  'notation.index-free': [
    'The index {index} appears on one side only, and nothing sums over it.',
    'An index appears on one side only, and nothing sums over it.',
  ],
  'notation.bounds': [
    'The limits of this sum are not right: {expected} is meant.',
    'The limits of this sum are not right.',
  ],
  'notation.range': [
    'The index {index} runs to {here} here and to {there} elsewhere.',
    'This index runs over another range elsewhere.',
  ],
  'notation.symbol': [
    '{name} is written where {expected} is meant.',
    'This symbol is not the one that was defined.',
  ],
  'notation.derivative': ['The derivative is not complete: a part of it is missing.'],
  'notation.left-side': [
    'The left side should be {expected}.',
    'The left side is missing, or is not what is computed here.',
  ],
  'notation.remainder': [
    'The remainder should be {expected}.',
    'The remainder is not of the right order.',
  ],
  'notation.truncated': [
    'The decimals were cut, not rounded: rounded it is {expected}.',
    'The decimals were cut, not rounded.',
  ],
  'unchecked.syntax': [
    'The formula could not be read, starting at {text}.',
    'The formula could not be read.',
  ],
  'unchecked.size': ['The formula is too large to check.'],
  'unchecked.kind': ['Statements of this kind are not checked.'],
  'unchecked.unknown-function': [
    'The function {name} is not known here.',
    'A function in it is not known here.',
  ],
  'unchecked.unlinked': [
    'Nothing in the document says what {name} is.',
    'Nothing in the document says what its symbols are.',
  ],
  'unchecked.shape': [
    'The shape of {name} is not known.',
    'The shapes are not known well enough to check this step.',
  ],
  'unchecked.domain': ['No point was found where both sides have a value.'],
  'unchecked.trivial': [
    'As it was read here, the left side is zero whatever its names are: it must be meant otherwise.',
  ],
  'unchecked.budget': ['There was not enough time to check this step.'],
  'unchecked.ambiguous': ['It can be read in several ways, and they do not agree.'],
  'unchecked.unexplained': [
    'The sides differ as they were read here, and no single change makes them agree: perhaps they are meant otherwise. Worth a second look.',
  ],
  'unchecked.context': ['It builds on a step that is wrong or could not be checked.'],
};

/** Readings taken, as they are told to the person. */
export const assumptions: Readonly<Record<AssumptionCode, Wordings>> = {
  'reading.broadcast': [
    '{from} was broadcast to {to}, as NumPy does.',
    'One side was broadcast to the other’s shape, as NumPy does.',
  ],
  'reading.shape': [
    '{name} was taken as {shape}.',
    'A shape was chosen that the document does not say.',
  ],
  'reading.layout': [
    'The derivative by {name} was taken to have the shape {shape}.',
    'A layout was chosen for the derivatives.',
  ],
  'reading.product': ['{text} was read as a product.', 'Adjacent factors were read as a product.'],
  'reading.call': [
    '{text} was read as a function of its argument.',
    'A name was read as a function.',
  ],
  'reading.einstein': [
    'The repeated index {index} was summed over.',
    'Repeated indices were summed over.',
  ],
  'reading.log-base': [
    'The logarithm was taken with base {base}.',
    'A base was chosen for the logarithm.',
  ],
  'reading.symbol': ['{name} was read as {meaning}.', 'A symbol was given its usual meaning.'],
  'reading.index': [
    'In {name}, {index} was read as an index.',
    'A subscript was read as an index.',
  ],
  'reading.known': [
    'The usual definition of {name} was used.',
    'A usual definition was used that the document does not give.',
  ],
  'reading.rounded-inputs': ['The numbers it starts from were taken as rounded.'],
  'reading.truncated': ['Its decimals were taken as cut, not rounded.'],
  'reading.condition': [
    'It was checked where {text}.',
    'It was checked under a condition of the text.',
  ],
  'reading.hypothesis': ['Taken as given: {text}.', 'A statement before it was taken as given.'],
  'reading.abstract': [
    '{name} is not defined, so any function was taken for it.',
    'Something that is not defined was taken as arbitrary.',
  ],
  'reading.domain': ['{name} was taken in {domain}.', 'Values were chosen where both sides exist.'],
  'reading.tight': ['Both sides are equal at some points; everywhere else it holds strictly.'],
  'reading.alias': [
    '{name} was taken as another way to write {other}.',
    'Two ways to write a name were taken as one.',
  ],
};

/** Titles of repairs. `old` and `new` are the text before and after, unless the engine gives nicer ones. */
export const fixes: Readonly<Record<FixCode, Wordings>> = {
  'fix.replace': ['Replace {old} with {new}', 'Write {new}', 'Correct this term'],
  'fix.index': ['Correct the index: {new}', 'Correct the index'],
  'fix.sign': ['Change the sign: {new}', 'Change the sign'],
  'fix.factor': ['Correct the factor: {new}', 'Correct the factor'],
  'fix.transpose': ['Correct the transpose: {new}', 'Correct the transpose'],
  'fix.order': ['Change the order: {new}', 'Change the order of the factors'],
  'fix.product': ['Use the other product: {new}', 'Use the other product'],
  'fix.sum': ['Correct the sum: {new}', 'Correct the sum'],
  'fix.bounds': ['Correct the limits: {new}', 'Correct the limits'],
  'fix.derivative': ['Correct the derivative: {new}', 'Correct the derivative'],
  'fix.number': ['Write {new}', 'Correct the number'],
  'fix.brackets': ['Put the brackets: {new}', 'Put the brackets'],
  'fix.power': ['Correct the power: {new}', 'Correct the power'],
  'fix.term': ['Add the term: {new}', 'Add the missing term'],
  'fix.definition': ['Use the usual definition: {new}', 'Use the usual definition'],
};

/** On what ground a step holds. */
export const evidences: Readonly<Record<Evidence['method'], Wordings>> = {
  exact: ['Computed with exact arithmetic.'],
  symbolic: ['Both sides are the same expression.'],
  sampled: [
    'Both sides agree at {points} random points, with {sizes} choices of sizes. This is evidence, not a proof.',
    'Both sides agree at {points} random points. This is evidence, not a proof.',
    'Both sides agree at random points. This is evidence, not a proof.',
  ],
  rounded: ['Both sides agree in the decimals that are written.'],
};

export const verdicts: Readonly<Record<VerdictName, string>> = {
  holds: 'Right',
  fails: 'Wrong',
  slip: 'Notation',
  given: 'Given',
  unchecked: 'Not checked',
};

export const kinds: Readonly<Record<ClaimKind, string>> = {
  definition: 'definition',
  declaration: 'declaration',
  identity: 'equality',
  gradient: 'derivative',
  numeric: 'computation',
  equation: 'equation',
  implication: 'consequence',
  argmin: 'optimum',
  inequality: 'inequality',
  membership: 'membership',
  condition: 'condition',
  expression: 'expression',
};

/** Why a document could not be read. */
export const problems: Readonly<Record<ReadProblem['code'], Wordings>> = {
  'file.too-large': [
    'The file is too large to check: more than {limit} characters.',
    'The file is too large to check.',
  ],
  'file.not-a-notebook': ['This is not a notebook: its JSON is cut short or has no cells.'],
  'file.unknown-format': ['Only .tex, .md, .txt and .ipynb files can be checked.'],
};

/** Counts of verdicts, as they are told in a row. */
export const tallies = {
  fails: '{count} wrong',
  slip: '{count} in notation',
  inherited: '{count} carried over',
  holds: '{count} right',
  given: '{count} given',
  unchecked: '{count} not checked',
} as const;

/** What surrounds the coded sentences, wherever a step is described. */
export const phrases = {
  inherited: 'Carried over',
  example: 'For example, at {values}.',
  /** Row and column of the entry of a matrix where the sides differ. */
  entry: 'entry {position}',
  entryName: 'entry',
  andMore: 'and {count} more',
} as const;
