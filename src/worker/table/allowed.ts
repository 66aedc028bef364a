import { TableTrouble } from './trouble.js';

/** What a question in SQL is about. */
export interface Question {
  /** Names of tables, in lower case, that it reads; some may be its own (`WITH`). */
  readonly tables: ReadonlySet<string>;
}

/**
 * Looks at a question as the database's own parser serialises it, and throws `query.syntax` or `query.refused`. What
 * passes is one `SELECT` over tables and functions without a door to files, settings or the network. Only names that
 * could be nothing else are let through: a table whose name has a dot or a slash is one of `known`, in lower case.
 */
export function demandHarmless(serialised: string, known: ReadonlySet<string>): Question {
  const question = JSON.parse(serialised) as Tree & Failure;
  if (question.error) throw failure(question);
  const statements = question['statements'];
  if (!Array.isArray(statements) || statements.length !== 1) throw refused('');
  const walk = new Walk(known);
  walk.visit(statements[0], 0);
  return { tables: walk.tables };
}

interface Failure {
  readonly error: boolean;
  readonly error_type?: string;
  readonly error_message?: string;
  readonly position?: string;
}

type Tree = Readonly<Record<string, unknown>>;

/** What is no `SELECT` parses, but is not serialised. */
function failure({
  error_type: type,
  error_message: detail = '',
  position,
}: Failure): TableTrouble {
  // DuckDB's word for it begins so; its other kinds are `parser`, `syntax` and the like.
  if (type?.startsWith('not ') === true) return refused('');
  const at = Number(position);
  return new TableTrouble('query.syntax', { detail, ...(Number.isInteger(at) && { at }) });
}

function refused(name: string): TableTrouble {
  return new TableTrouble('query.refused', name === '' ? {} : { name });
}

/** Functions that give rows; all others of the database read files or tell of the machine. */
const TABLE_FUNCTIONS: ReadonlySet<string> = new Set([
  'generate_series',
  'histogram',
  'histogram_values',
  'json_each',
  'json_tree',
  'range',
  'repeat',
  'repeat_row',
  'unnest',
]);

/** Functions of values that do more than give a value, or run SQL of their own. */
const REFUSED_FUNCTIONS: ReadonlySet<string> = new Set([
  'current_setting',
  'currval',
  'getvariable',
  'json_deserialize_sql',
  'json_execute_serialized_sql',
  'json_serialize_plan',
  'nextval',
  'query',
  'query_table',
  'setseed',
  'sleep_ms',
  'write_log',
]);

/** What may stand after FROM. */
const REFERENCES: ReadonlySet<unknown> = new Set([
  'BASE_TABLE',
  'EMPTY',
  'EXPRESSION_LIST',
  'JOIN',
  'PIVOT',
  'SHOW_REF',
  'SUBQUERY',
  'TABLE_FUNCTION',
]);

/** The database takes what has a dot or a slash for a file. */
const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_ -]*$/u;

/** The database's own tables. */
const SYSTEM_NAME = /^(?:duckdb_|pragma_|pg_|sqlite_)/;

/** Nesting of a serialised question; the parser itself allows less. */
const DEEPEST = 5_000;

class Walk {
  readonly tables = new Set<string>();

  constructor(readonly known: ReadonlySet<string>) {}

  visit(node: unknown, depth: number): void {
    if (typeof node !== 'object' || node === null) return;
    if (depth > DEEPEST) throw refused('');
    if (!Array.isArray(node)) this.#look(node as Tree);
    for (const child of Object.values(node)) this.visit(child, depth + 1);
  }

  #look(node: Tree): void {
    const { type, from_table: from, cte_map: own } = node;
    if (from !== undefined && !REFERENCES.has((from as Tree)['type'])) throw refused('');
    if (own !== undefined) this.#lookAtOwn(own as Tree);
    if (type === 'BASE_TABLE') this.#lookAtTable(node);
    if (type === 'TABLE_FUNCTION') this.#lookAtRows(node['function'] as Tree);
    // `SHOW TABLES` and the like have a name and no question.
    if (type === 'SHOW_REF' && node['query'] === undefined) throw refused('SHOW');
    if (node['class'] === 'FUNCTION' || node['class'] === 'WINDOW') this.#lookAtFunction(node);
  }

  /** A name of `WITH` holds only within its question: outside of it the same name would be a file. */
  #lookAtOwn(own: Tree): void {
    const entries = (own['map'] ?? []) as readonly { readonly key: string }[];
    for (const { key } of entries) if (!PLAIN_NAME.test(key)) throw refused(key);
  }

  #lookAtTable(node: Tree): void {
    const name = word(node['table_name']);
    const schema = word(node['schema_name']);
    const inside = (schema === '' || schema === 'main') && node['catalog_name'] === undefined;
    const plain = PLAIN_NAME.test(name) && !SYSTEM_NAME.test(name);
    if (!inside || !(plain || this.known.has(name))) throw refused(String(node['table_name']));
    this.tables.add(name);
  }

  #lookAtRows(call: Tree): void {
    const name = word(call['function_name']);
    if (!TABLE_FUNCTIONS.has(name)) throw refused(name);
  }

  #lookAtFunction(call: Tree): void {
    const name = word(call['function_name']);
    if (REFUSED_FUNCTIONS.has(name)) throw refused(name);
  }
}

function word(value: unknown): string {
  return typeof value === 'string' ? value.toLowerCase() : '';
}
