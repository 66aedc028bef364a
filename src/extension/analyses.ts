import * as vscode from 'vscode';
import type { Report } from '../engine/index.js';
import type { Commands } from '../shared/checkerProtocol.js';
import type { CheckerClient, CheckOutcome } from '../worker/checker/client.js';
import { keyOf, snapshotOf, stampOf, type Snapshot, type Subject } from './subject.js';

/** A report and the text it is about. */
export interface Analysis extends Snapshot {
  readonly subject: Subject;
  readonly report: Report;
  readonly commands: Commands;
}

/** What is known of one subject. */
export interface Entry {
  readonly subject: Subject;
  readonly checking: boolean;
  /** The latest report, kept on while a newer one is on its way. */
  readonly analysis?: Analysis;
  /** Why the latest check gave no report. */
  readonly trouble?: Trouble;
}

export type Trouble = Exclude<CheckOutcome, { kind: 'report' | 'superseded' }>;

/** Milliseconds of quiet after a keystroke before the text is checked again. */
const QUIET = 250;

/** The reports of all checked documents. A report older than its text is never handed out as current. */
export class Analyses implements vscode.Disposable {
  readonly #entries = new Map<string, Entry>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #changed = new vscode.EventEmitter<Entry>();
  readonly #forgotten = new vscode.EventEmitter<Subject>();

  readonly onDidChange = this.#changed.event;
  readonly onDidForget = this.#forgotten.event;

  constructor(readonly client: CheckerClient) {}

  get entries(): readonly Entry[] {
    return [...this.#entries.values()];
  }

  entryOf(subject: Subject): Entry | undefined {
    return this.#entries.get(keyOf(subject));
  }

  /** The subject's report if it is about the text as it now stands. */
  current(subject: Subject): Analysis | undefined {
    const analysis = this.entryOf(subject)?.analysis;
    return analysis?.stamp === stampOf(subject) ? analysis : undefined;
  }

  /** Checks once the person has stopped typing. */
  schedule(subject: Subject, delay = QUIET): void {
    const key = keyOf(subject);
    clearTimeout(this.#timers.get(key));
    const timer = setTimeout(() => void this.check(subject), delay);
    this.#timers.set(key, timer);
  }

  async check(subject: Subject): Promise<Entry | undefined> {
    const key = keyOf(subject);
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    const snapshot = snapshotOf(subject);
    this.#put(key, { ...this.#entries.get(key), subject, checking: true });
    const outcome = await this.client.check(key, snapshot.source);
    if (outcome.kind === 'superseded' || !this.#entries.has(key)) return undefined;
    if (outcome.kind !== 'report') {
      return this.#put(key, { subject, checking: false, trouble: outcome });
    }
    if (stampOf(subject) !== snapshot.stamp) {
      // The text moved on while it was checked; an edit always schedules, but a language may change silently.
      this.schedule(subject);
      return undefined;
    }
    const { report, commands } = outcome;
    const analysis: Analysis = { ...snapshot, subject, report, commands };
    return this.#put(key, { subject, checking: false, analysis });
  }

  forget(subject: Subject): void {
    const key = keyOf(subject);
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    if (!this.#entries.delete(key)) return;
    this.client.forget(key);
    this.#forgotten.fire(subject);
  }

  /** Tells everyone again, as when the language changed. */
  refresh(): void {
    for (const entry of this.#entries.values()) this.#changed.fire(entry);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#changed.dispose();
    this.#forgotten.dispose();
    this.client.dispose();
  }

  #put(key: string, entry: Entry): Entry {
    this.#entries.set(key, entry);
    this.#changed.fire(entry);
    return entry;
  }
}
