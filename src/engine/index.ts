export { checkDocument, createChecker } from './check.js';
export type { Checker, CheckOptions } from './check.js';
export { readSource } from './document/read.js';
export type { ReadProblem, ReadResult, SourceFormat } from './document/read.js';
export type { PartKind, SourceDocument, SourcePart } from './document/source.js';
export type * from './verdict/report.js';
export type { Place, Position, Span } from './text/span.js';
export { positionAt } from './text/position.js';
