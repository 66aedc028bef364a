/** What a drawing knows of its place; lengths are in CSS pixels. */
export interface PlotArea {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly colours: PlotColours;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
}

/** The theme's. */
export interface PlotColours {
  readonly text: string;
  readonly faint: string;
  readonly line: string;
  readonly back: string;
  readonly mark: string;
}

export interface Plot {
  readonly element: HTMLCanvasElement;
  readonly redraw: () => void;
}

/**
 * A canvas that is drawn anew whenever its size or the theme changes. Its label is all that a screen
 * reader gets: what it shows must also be somewhere as text.
 */
export function createPlot(className: string, draw: (area: PlotArea) => void): Plot {
  const element = document.createElement('canvas');
  element.className = className;
  element.setAttribute('role', 'img');
  const redraw = (): void => {
    const { clientWidth: width, clientHeight: height } = element;
    const context = element.getContext('2d');
    if (width === 0 || height === 0 || context === null) return;
    const ratio = window.devicePixelRatio;
    // Setting a size, even the same, empties the canvas.
    element.width = Math.round(width * ratio);
    element.height = Math.round(height * ratio);
    context.scale(ratio, ratio);
    context.font = `11px ${getComputedStyle(element).fontFamily}`;
    draw({ context, width, height, ratio, colours: coloursOf(element) });
  };
  new ResizeObserver(redraw).observe(element);
  themes.add(new WeakRef(redraw));
  kept.set(element, redraw);
  return { element, redraw };
}

/** A drawing lives as long as its canvas does. */
const kept = new WeakMap<Element, () => void>();
const themes = new Set<WeakRef<() => void>>();

// VS Code says which theme it is in a class of the page's body.
new MutationObserver(() => {
  for (const reference of themes) {
    const redraw = reference.deref();
    if (redraw === undefined) themes.delete(reference);
    else redraw();
  }
}).observe(document.body, { attributes: true, attributeFilter: ['class'] });

function coloursOf(element: Element): PlotColours {
  const style = getComputedStyle(element);
  const colour = (...names: readonly string[]): string =>
    names.map((name) => style.getPropertyValue(name).trim()).find((value) => value !== '') ??
    style.color;
  return {
    text: colour('--vscode-foreground'),
    faint: colour('--vscode-descriptionForeground', '--vscode-foreground'),
    line: colour('--vscode-contrastBorder', '--vscode-panel-border', '--vscode-foreground'),
    back: colour('--vscode-editor-background'),
    mark: colour('--vscode-focusBorder', '--vscode-foreground'),
  };
}

/** Round numbers from `low` to `high`, about `count` of them. */
export function ticksOf(low: number, high: number, count: number): readonly number[] {
  const span = high - low;
  if (!(span > 0) || !Number.isFinite(span)) return [low];
  const rough = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((each) => each * power >= rough) ?? 10) * power;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) =>
    Number(((first + at) * step).toPrecision(12)),
  );
}
