/** Sectioning commands and the levels of their headings. */
export const sectionLevels: ReadonlyMap<string, number> = new Map([
  ['chapter', 1],
  ['section', 1],
  ['subsection', 2],
  ['subsubsection', 3],
  ['paragraph', 4],
  ['subparagraph', 5],
]);

/** Commands whose first argument is no text of the document. */
export const silentCommands: ReadonlySet<string> = new Set([
  'label',
  'ref',
  'eqref',
  'autoref',
  'cref',
  'Cref',
  'pageref',
  'cite',
  'citep',
  'citet',
  'parencite',
  'textcite',
  'nocite',
  'url',
  'href',
  'path',
  'includegraphics',
  'input',
  'include',
  'lstinputlisting',
  'inputminted',
  'bibliography',
  'bibliographystyle',
  'addbibresource',
  'usepackage',
  'documentclass',
  'hypersetup',
  'graphicspath',
  'vspace',
  'hspace',
  'setlength',
  'setcounter',
  'addtocounter',
  'pagestyle',
  'thispagestyle',
  'geometry',
  'color',
  'textcolor',
  'definecolor',
  'newtheorem',
  'theoremstyle',
  'selectlanguage',
  'pagenumbering',
  'rule',
  'fontsize',
  'index',
  'hyphenation',
]);

/** Commands whose argument is code: no formula begins in it. */
export const codeCommands: ReadonlySet<string> = new Set([
  'verb',
  'lstinline',
  'mintinline',
  'path',
  'url',
]);

/** Environments of lists; `numbered` ones may hold exercises or their parts. */
export const listEnvironments: ReadonlyMap<string, { readonly numbered: boolean }> = new Map([
  ['enumerate', { numbered: true }],
  ['questions', { numbered: true }],
  ['parts', { numbered: true }],
  ['subparts', { numbered: true }],
  ['tasks', { numbered: true }],
  ['itemize', { numbered: false }],
  ['description', { numbered: false }],
]);

/** Commands that begin an item, with the level of the scope that an exam's own commands open. */
export const itemCommands: ReadonlyMap<string, 'item' | 'question' | 'part'> = new Map([
  ['item', 'item'],
  ['task', 'item'],
  ['question', 'question'],
  ['part', 'part'],
  ['subpart', 'part'],
]);
