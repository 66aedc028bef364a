import { pyCall, pyString } from './python.js';
import type { CommentCode, Screen } from './screen.js';
import {
  cellsOf,
  joinSnippets,
  numbersOf,
  PANDAS,
  snippet,
  type Desk,
  type Snippet,
} from './snippet.js';

type Of<K extends Screen['kind']> = Extract<Screen, { kind: K }>;

type Projection = Of<'pca' | 'tsne' | 'umap'>;

/** Principal components of the columns, medians for what is missing, each with mean 0 and deviation 1. */
export function pcaCode(screen: Of<'pca'>, desk: Desk): Snippet {
  return joinSnippets([...components(screen, desk), drawn('scores', screen.axes, screen, desk)]);
}

/** t-SNE (van der Maaten and Hinton, 2008) of the first components. */
export function tsneCode(screen: Of<'tsne'>, desk: Desk): Snippet {
  const { perplexity, iterations, seed } = screen;
  const args = [
    `perplexity=${perplexity}`,
    // scikit-learn's own number; it was renamed from `n_iter` to `max_iter` in version 1.5.
    ...(iterations === USUAL_ITERATIONS ? [] : [`max_iter=${iterations}`]),
    "init='pca'",
    `random_state=${seed}`,
  ];
  const line = `points = ${pyCall('TSNE', args)}.fit_transform(scores)`;
  const step = embedded('tsne', line, 'from sklearn.manifold import TSNE', desk);
  return joinSnippets([...components(screen, desk), step, drawn('points', PLANE, screen, desk)]);
}

/** UMAP (McInnes, Healy and Melville, 2018) of the first components. */
export function umapCode(screen: Of<'umap'>, desk: Desk): Snippet {
  const { neighbours, minDistance, epochs, seed } = screen;
  const args = [
    `n_neighbors=${neighbours}`,
    `min_dist=${minDistance}`,
    `n_epochs=${epochs}`,
    `random_state=${seed}`,
  ];
  const line = `points = ${pyCall('umap.UMAP', args)}.fit_transform(scores)`;
  const step = embedded('umap', line, 'import umap', desk);
  const install = snippet(desk, 'umapInstall', []);
  return joinSnippets([
    ...components(screen, desk),
    install,
    step,
    drawn('points', PLANE, screen, desk),
  ]);
}

const USUAL_ITERATIONS = 1000;
const PLANE = [0, 1] as const;

function components(screen: Projection, desk: Desk): readonly Snippet[] {
  return [
    ...numbers(screen, desk),
    snippet(
      desk,
      'standardise',
      ["Z = make_pipeline(SimpleImputer(strategy='median'), StandardScaler()).fit_transform(X)"],
      [
        'from sklearn.impute import SimpleImputer',
        'from sklearn.pipeline import make_pipeline',
        'from sklearn.preprocessing import StandardScaler',
      ],
    ),
    snippet(
      desk,
      'pca',
      [
        `pca = PCA(n_components=min(${screen.components}, *Z.shape), random_state=0)`,
        'scores = pca.fit_transform(Z)',
        'explained = pca.explained_variance_ratio_',
      ],
      ['from sklearn.decomposition import PCA'],
    ),
  ];
}

function embedded(comment: CommentCode, line: string, from: string, desk: Desk): Snippet {
  return snippet(desk, comment, [line], [from]);
}

/** The columns as numbers; with a second table, those that both have. */
function numbers({ columns, against }: Projection, desk: Desk): readonly Snippet[] {
  const finite = ".replace([float('inf'), float('-inf')], float('nan'))";
  const chosen = numbersOf(desk, columns);
  if (against === undefined) return [snippet(desk, 'numbers', [`X = ${chosen}${finite}`])];
  return [
    snippet(desk, 'numbers', [`X = ${chosen}`]),
    snippet(
      desk,
      'together',
      [
        'both = X.columns.intersection(test.columns)',
        `X = pd.concat([X[both], test[both]], ignore_index=True).astype(float)${finite}`,
      ],
      [PANDAS],
    ),
  ];
}

function drawn(
  points: string,
  [x, y]: readonly [number, number],
  { colour, against }: Projection,
  desk: Desk,
): Snippet {
  const plot = 'import matplotlib.pyplot as plt';
  const at = `${points}[:, ${x}], ${points}[:, ${y}], s=4`;
  if (colour === undefined) {
    return snippet(desk, 'draw', [`plt.scatter(${at})`, 'plt.show()'], [plot]);
  }
  const cells =
    against === undefined
      ? cellsOf(desk, colour)
      : `pd.concat([${desk.frame}, test], ignore_index=True)[${pyString(colour)}]`;
  const real = desk.columns.find(({ name }) => name === colour)?.kind === 'real';
  return snippet(
    desk,
    'draw',
    [
      `colour = ${real ? cells : `pd.factorize(${cells})[0]`}`,
      `plt.scatter(${at}, c=colour, cmap='${real ? 'viridis' : 'tab10'}')`,
      'plt.show()',
    ],
    [PANDAS, plot],
  );
}
