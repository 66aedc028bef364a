import type { DataEditorProtocol, DataState, Place, Screen } from '../../shared/dataProtocol.js';
import type { Say } from '../../shared/say.js';

/** What every page of a data file has at hand. */
export interface PageContext {
  /** Nothing when the editor did not answer, which the frame then says; what is wrong with the data is in the reply. */
  readonly ask: Ask;
  /** For what takes its time: it tells its progress and can be called off. */
  readonly follow: Follow;
  readonly say: Say;
  /** Shows another page, and there a column or rows. */
  readonly go: (place: Place) => void;
}

export type Ask = <Name extends keyof DataEditorProtocol>(
  name: Name,
  params: DataEditorProtocol[Name]['params'],
) => Promise<DataEditorProtocol[Name]['result'] | undefined>;

export type Follow = <Name extends keyof DataEditorProtocol>(
  name: Name,
  params: DataEditorProtocol[Name]['params'],
  onProgress: (value: DataEditorProtocol[Name]['progress']) => void,
) => {
  /** Nothing when it was called off, or when the editor did not answer. */
  readonly result: Promise<DataEditorProtocol[Name]['result'] | undefined>;
  readonly cancel: () => void;
};

/** One page of a data file. */
export interface Page {
  readonly element: HTMLElement;
  /** Called when the page comes to the front, and there at each change of the state. */
  readonly draw: (state: DataState) => void;
  /** Called after `draw`. */
  readonly reveal?: (place: Place) => void;
  /** Takes the focus from a control of another page, which is gone; the panel takes it where this is absent. */
  readonly focus?: () => void;
  /** What is on the screen, for the code that gives the same; the file alone where it is absent. */
  readonly screens?: () => readonly Screen[];
  /** The id of the partner that is on the screen too; empty where there is none. */
  readonly against?: () => string;
  /** There are others to be compared with than when it asked. */
  readonly partnersChanged?: () => void;
}

/** A row of the table of pages. A page is made when it is first looked at. */
export interface PageRow {
  /** As in `Place`. */
  readonly tab: string;
  readonly title: string;
  readonly page: new (context: PageContext) => Page;
}
