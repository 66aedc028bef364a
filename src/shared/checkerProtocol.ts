import type { ReadProblem, Report, SourceDocument } from '../engine/index.js';
import type { Call } from './rpc.js';

export interface CheckRequest {
  /** Names the document; the same key finds what was computed for it before. */
  readonly key: string;
  readonly document: SourceDocument;
  /** One 32-bit integer: not 0 means "stop now". A thread at work reads no messages, so this is how it hears. */
  readonly stop: SharedArrayBuffer;
}

/** The document's own commands, as a typesetter takes them: `\R` stands for `\mathbb{R}`. */
export type Commands = Readonly<Record<string, string>>;

export type CheckReply =
  | {
      readonly ok: true;
      readonly report: Report;
      readonly commands: Commands;
      readonly milliseconds: number;
    }
  | { readonly ok: false; readonly problem: ReadProblem };

/** What the extension host asks of the checker's thread. */
export interface CheckerProtocol {
  check: Call<CheckRequest, CheckReply>;
  /** The document was closed: drop what was remembered of it. */
  forget: Call<{ readonly key: string }, null>;
}
