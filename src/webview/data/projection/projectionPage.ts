import type { DataState, Screen } from '../../../shared/dataProtocol.js';
import type { Components } from '../../../shared/projectionViewProtocol.js';
import { projectionWords } from '../../../shared/projectionWords.js';
import { button, make } from '../../ui.js';
import { formatCount } from '../numbers.js';
import type { Page, PageContext } from '../page.js';
import { dressOf } from './colours.js';
import { Controls } from './controls.js';
import { legendOf, nameOf } from './legend.js';
import { methods } from './methods.js';
import { describePreparation, describeQuality, describeTrouble } from './remarks.js';
import { createSaving } from './saving.js';
import { Scatter } from './scatter.js';
import { createSelection } from './selection.js';
import { explainedPart, pointsTable } from './twins.js';
import '../../plot.css';
import './projection.css';

/** The rows as points of a plane: PCA at once, t-SNE and UMAP while they are computed. */
export class ProjectionPage implements Page {
  readonly element: HTMLElement;
  readonly #context: PageContext;
  readonly #controls: Controls;
  readonly #scatter: Scatter;
  readonly #selection;
  readonly #status = make('p', 'status');
  readonly #trouble = make('p', 'trouble');
  readonly #hover = make('p', 'hover');
  readonly #legend = make('div', '');
  readonly #quality = make('div', 'remarks');
  readonly #twin = make('div', '');
  readonly #explained = make('div', '');
  readonly #preparation = make('ul', 'remarks');
  #drawn = '';
  #title = '';
  #components: (Components & { readonly own: number }) | undefined;
  #stop: (() => void) | undefined;
  /** Grows with each thing that is asked for: an answer to an older one comes too late. */
  #asked = 0;

  constructor(context: PageContext) {
    const { say } = context;
    this.#context = context;
    this.#controls = new Controls(say, {
      onData: () => void this.#project(),
      onMethod: () => {
        this.#halt();
        if (this.#controls.shown.kind === 'pca') this.#showComponents();
      },
      onColour: () => void this.#recolour(),
      onStart: () => void this.#embed(),
      onStop: () => {
        this.#halt();
      },
    });
    this.#selection = createSelection(context);
    this.#scatter = new Scatter({
      onPoint: (point) => {
        this.#tellPoint(point);
      },
      onOpen: (point) => {
        const own = this.#components?.own ?? 0;
        if (point < own) context.go({ tab: 'table', rows: [point] });
      },
      onSelect: (points) => {
        this.#selection.show(points, this.#components?.own ?? 0, this.#controls.partner);
      },
    });
    this.#status.setAttribute('role', 'status');
    this.#trouble.setAttribute('role', 'alert');
    this.element = this.#layout();
  }

  draw(state: DataState): void {
    void this.#draw(state);
  }

  screens(): readonly Screen[] {
    const { columns, colour, shown } = this.#controls;
    const common = { columns, components: KEPT, ...(colour !== '' && { colour }) };
    if (shown.kind !== 'pca') return [{ ...shown, ...common }];
    return [{ kind: 'pca', ...common, axes: [shown.x, shown.y] }];
  }

  against(): string {
    return this.#controls.partner?.id ?? '';
  }

  partnersChanged(): void {
    void this.#context.ask('partners', null).then((partners) => {
      if (partners !== undefined) this.#controls.offerPartners(partners);
    });
  }

  async #draw(state: DataState): Promise<void> {
    const key = JSON.stringify([state.revision, state.rows, state.columns.length, state.target]);
    if (key === this.#drawn) return;
    this.#drawn = key;
    this.#halt();
    this.#title = state.title.replace(/\.[^.]*$/, '');
    if (state.rows === null) {
      this.#status.textContent = this.#context.say(projectionWords.notYet);
      return;
    }
    this.#controls.draw(state, []);
    const partners = (await this.#context.ask('partners', null)) ?? [];
    if (key !== this.#drawn) return;
    this.#controls.draw(state, partners);
    await this.#project();
  }

  #layout(): HTMLElement {
    const { say } = this.#context;
    const tools = make(
      'div',
      'projection-tools',
      button(say(projectionWords.showAll), () => {
        this.#scatter.reset();
      }),
      button(say(projectionWords.selectShown), () => {
        this.#scatter.selectShown();
      }),
      createSaving(
        this.#context,
        this.#scatter,
        () => `${this.#title}-${this.#controls.shown.kind}`,
      ),
    );
    const main = make(
      'div',
      'projection-main',
      this.#trouble,
      this.#scatter.plot.element,
      make('div', 'said', this.#status, this.#hover),
      this.#legend,
      tools,
      make('p', 'hint', say(projectionWords.dragSelects)),
      this.#selection.element,
      this.#quality,
      this.#twin,
      this.#explained,
      this.#preparation,
    );
    return make('div', 'projection-page', this.#controls.element, main);
  }

  /** Reads the columns and shows their components; what is computed from others is forgotten. */
  async #project(): Promise<void> {
    this.#halt();
    const { say, follow } = this.#context;
    const question = ++this.#asked;
    this.#trouble.textContent = '';
    const { columns } = this.#controls;
    const partner = this.#controls.partner?.id ?? '';
    const asked = follow('project', { columns, partner }, ({ done, of }) => {
      const counts = { done: formatCount(done), all: formatCount(of) };
      if (question === this.#asked) this.#status.textContent = say(projectionWords.reading, counts);
    });
    const reply = await asked.result;
    if (question !== this.#asked || reply === undefined) return;
    this.#status.textContent = '';
    if (!reply.ok) {
      this.#trouble.textContent = describeTrouble(reply.problem, say);
      return;
    }
    this.#components = reply;
    this.#controls.offer(reply.shown);
    this.#explained.replaceChildren(explainedPart(reply, say));
    const told = describePreparation(reply, say);
    this.#preparation.replaceChildren(...told.map((line) => make('li', '', line)));
    this.#scatter.reset();
    this.#showComponents(false);
    await this.#recolour();
  }

  #showComponents(judged = true): void {
    const components = this.#components;
    const { shown } = this.#controls;
    if (components === undefined) return;
    const { rows, scores, own } = components;
    const [x, y] = shown.kind === 'pca' ? [shown.x, shown.y] : [0, 1];
    const points = new Float32Array(2 * rows);
    for (let row = 0; row < rows; row++) {
      points[2 * row] = scores[x * rows + row] ?? 0;
      points[2 * row + 1] = scores[y * rows + row] ?? 0;
    }
    this.#show(points, own);
    if (judged) void this.#judge();
  }

  #show(points: Float32Array, own: number): void {
    const { shown } = this.#controls;
    this.#scatter.show(points, own);
    const method = shown.kind === 'pca' ? 'PCA' : methods[shown.kind].title;
    const args = { method, count: formatCount(points.length / 2) };
    const label = this.#context.say(projectionWords.scatterLabel, args);
    this.#scatter.plot.element.setAttribute('aria-label', label);
  }

  async #embed(): Promise<void> {
    const { say, follow } = this.#context;
    const { shown } = this.#controls;
    const components = this.#components;
    if (shown.kind === 'pca' || components === undefined) return;
    this.#halt();
    const question = ++this.#asked;
    this.#trouble.textContent = '';
    this.#quality.replaceChildren();
    this.#scatter.reset();
    let last = { step: '0', all: '0' };
    const asked = follow('embed', { method: shown }, ({ stage, step, of, points }) => {
      if (question !== this.#asked) return;
      last = { step: formatCount(step), all: formatCount(of) };
      const words = stage === 'neighbours' ? projectionWords.searching : projectionWords.running;
      this.#status.textContent = say(words, last);
      if (stage === 'embedding') this.#show(points, components.own);
    });
    this.#controls.running(true);
    this.#stop = () => {
      asked.cancel();
      this.#status.textContent = last.all === '0' ? '' : say(projectionWords.stopped, last);
      void this.#judge();
    };
    const reply = await asked.result;
    if (question !== this.#asked || reply === undefined) return;
    this.#stop = undefined;
    this.#controls.running(false);
    if (!reply.ok) {
      this.#status.textContent = '';
      this.#trouble.textContent = describeTrouble(reply.problem, say);
      return;
    }
    const same = JSON.stringify(reply.method) === JSON.stringify(shown);
    this.#status.textContent = same ? '' : say(projectionWords.adjusted);
    this.#show(reply.points, components.own);
    await this.#judge();
  }

  /** Ends what is being computed; the picture stays as it is. */
  #halt(): void {
    const stop = this.#stop;
    this.#stop = undefined;
    this.#asked++;
    this.#controls.running(false);
    stop?.();
  }

  async #recolour(): Promise<void> {
    const { say, ask } = this.#context;
    const { colour } = this.#controls;
    const count = this.#scatter.points.length / 2;
    const reply = colour === '' ? undefined : await ask('colour', { column: colour });
    if (colour !== this.#controls.colour) return;
    if (reply?.ok === false) this.#trouble.textContent = describeTrouble(reply.problem, say);
    const dress = dressOf(reply?.ok === true ? reply.colouring : undefined, count);
    this.#scatter.wear(dress);
    const legend = legendOf(dress, say, (hidden) => {
      this.#scatter.hide(hidden);
    });
    const partner = this.#controls.partner;
    const files =
      partner === undefined
        ? []
        : [
            make(
              'p',
              'hint',
              `${say(projectionWords.own)}; ${say(projectionWords.partner, { name: partner.name })}`,
            ),
          ];
    this.#legend.replaceChildren(legend, ...files);
    if (this.#stop === undefined) await this.#judge();
  }

  /** Says how far the picture that is shown can be believed. */
  async #judge(): Promise<void> {
    const { say, ask } = this.#context;
    const { points, dress } = this.#scatter;
    if (points.length === 0) return;
    this.#twin.replaceChildren(pointsTable(points, dress, say));
    const reply = await ask('quality', { points });
    if (points !== this.#scatter.points || reply === undefined) return;
    const told = reply.ok
      ? describeQuality(reply, points.length / 2, say)
      : [describeTrouble(reply.problem, say)];
    this.#quality.replaceChildren(...told.map((line) => make('p', '', line)));
  }

  #tellPoint(point: number): void {
    const { say } = this.#context;
    const { dress } = this.#scatter;
    if (point < 0) {
      this.#hover.textContent = '';
      return;
    }
    const own = this.#components?.own ?? 0;
    const row = formatCount((point < own ? point : point - own) + 1);
    const where =
      point < own
        ? say(projectionWords.rowAt, { row })
        : say(projectionWords.rowOfPartner, { row, name: this.#controls.partner?.name ?? '' });
    const entry = dress.classes ? dress.legend[dress.of[point] ?? -1] : undefined;
    this.#hover.textContent = entry === undefined ? where : `${where} · ${nameOf(entry, say)}`;
  }
}

/** Components from which points are computed. */
const KEPT = 50;
