import { pyCall } from './python.js';
import type { CommentCode, Screen } from './screen.js';
import { joinSnippets, numbersOf, snippet, type Desk, type Snippet } from './snippet.js';

type Of<K extends Screen['kind']> = Extract<Screen, { kind: K }>;

/** Principal components of the columns, medians for what is missing, each with mean 0 and deviation 1. */
export function pcaCode(screen: Of<'pca'>, desk: Desk): Snippet {
  return joinSnippets([...components(screen, desk), drawn('scores', desk)]);
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
  return joinSnippets([...components(screen, desk), step, drawn('points', desk)]);
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
  return joinSnippets([...components(screen, desk), install, step, drawn('points', desk)]);
}

const USUAL_ITERATIONS = 1000;

function components(
  { columns, components: count }: Of<'pca' | 'tsne' | 'umap'>,
  desk: Desk,
): readonly Snippet[] {
  return [
    snippet(desk, 'numbers', [
      `X = ${numbersOf(desk, columns)}.replace([float('inf'), float('-inf')], float('nan'))`,
    ]),
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
        `pca = PCA(n_components=min(${count}, *Z.shape), random_state=0)`,
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

function drawn(points: string, desk: Desk): Snippet {
  return snippet(
    desk,
    'draw',
    [`plt.scatter(${points}[:, 0], ${points}[:, 1], s=4)`, 'plt.show()'],
    ['import matplotlib.pyplot as plt'],
  );
}
