/** What a file of predictions has to be. */
export interface Expectation {
  /** As the header writes it: `track_id`. */
  readonly idColumn: string;
  readonly labelColumn: string;
  /** Of the test data, in their order, as they are written there. */
  readonly ids: readonly string[];
  /** The classes; empty where they are not known. */
  readonly labels: readonly string[];
  /** The file's name, where it has to follow the rule for what is handed in. */
  readonly fileName?: string;
}
