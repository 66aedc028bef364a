import { generator } from './generator.mjs';

/** Genres and how many tracks of each there are to learn from: as unbalanced as life. */
const genres = {
  Rock: 140,
  Electronic: 90,
  Experimental: 60,
  'Hip-Hop': 40,
  Folk: 30,
  Instrumental: 20,
  Pop: 12,
  International: 8,
};

/** Families of features with their scale: nobody has standardised them. */
const families = [
  { name: 'chroma_cens', count: 4, scale: 1, shift: 0.4 },
  { name: 'mfcc', count: 4, scale: 45, shift: -20 },
  { name: 'spectral_centroid', count: 2, scale: 900, shift: 2400 },
  { name: 'zcr', count: 2, scale: 0.03, shift: 0.06 },
];
const statistics = ['kurtosis', 'max', 'mean', 'min', 'std'];

/** `chroma_cens / kurtosis / 01` and so on: 60 of them. */
const features = families.flatMap((family) =>
  statistics.flatMap((statistic) =>
    Array.from({ length: family.count }, (_, index) => ({
      family,
      statistic,
      number: String(index + 1).padStart(2, '0'),
    })),
  ),
);

const licenses = ['CC BY', 'CC BY-SA', 'CC BY-NC'];

/** Directions in which a track can differ from another; a genre is a place among them. */
const directions = 6;

/**
 * Four files like those of an assignment on the Free Music Archive, all invented: 400 tracks with their
 * genre and 100 without, and faults on purpose, which the folder's README lists.
 *
 * @returns {Record<string, string>} the texts by the names of the files
 */
export function musicFiles(seed = 20261121) {
  const draw = generator(seed);
  const world = {
    draw,
    centres: Object.keys(genres).map(() => vector(directions, () => 1.6 * draw.normal())),
    loadings: features.map(() => vector(directions, () => draw.normal())),
  };
  const train = tracks(world, Object.values(genres), 100);
  const test = tracks(world, [30, 20, 14, 10, 10, 7, 5, 4], 5000);
  plant(train, test);
  return {
    'tracks_fma_train_features.csv': featuresText(train),
    'tracks_fma_train_metadata.csv': metadataText(train, true),
    'tracks_fma_test_features.csv': featuresText(test),
    'tracks_fma_test_metadata.csv': metadataText(test, false),
  };
}

function vector(length, value) {
  return Array.from({ length }, value);
}

function tracks({ draw, centres, loadings }, counts, firstId) {
  const list = counts.flatMap((count, genre) => vector(count, () => genre));
  shuffle(list, draw);
  return list.map((genre, index) => {
    const place = centres[genre].map((centre) => centre + draw.normal());
    return {
      id: firstId + 7 * index + draw.whole(0, 6),
      genre: Object.keys(genres)[genre],
      artist: `Artist ${draw.whole(1, 90) + (firstId > 1000 ? 200 : 0)}`,
      code: String(draw.whole(1, 9999)).padStart(6, '0'),
      seconds: draw.whole(600, 4200) / 10,
      license: draw.pick(licenses),
      values: features.map(({ family }, feature) => {
        const sum = loadings[feature].reduce((total, by, axis) => total + by * place[axis], 0);
        return family.shift + (family.scale * (sum + 0.8 * draw.normal())) / 4;
      }),
      missing: features.map(() => draw.uniform() < 0.008),
    };
  });
}

/** Fisher and Yates (1938). */
function shuffle(list, draw) {
  for (let last = list.length - 1; last > 0; last--) {
    const other = draw.whole(0, last);
    [list[last], list[other]] = [list[other], list[last]];
  }
}

/** The mistakes that a look at the data should find. */
function plant(train, test) {
  const at = (family, statistic, number) =>
    features.findIndex(
      (each) =>
        each.family.name === family && each.statistic === statistic && each.number === number,
    );
  const still = at('zcr', 'min', '01');
  const copy = at('mfcc', 'max', '04');
  for (const track of [...train, ...test]) {
    track.values[still] = 0;
    track.missing[still] = false;
    track.values[copy] = track.values[at('mfcc', 'max', '03')];
    track.missing[copy] = track.missing[at('mfcc', 'max', '03')];
  }
  // Measured in another unit in the test.
  for (const track of test) track.values[at('spectral_centroid', 'mean', '01')] /= 1000;
  // Rows that are there twice, and tracks that are in both files.
  for (const [from, to] of [[10, 200], [11, 201]]) {
    Object.assign(train[to], { values: train[from].values, missing: train[from].missing });
  }
  for (const index of [3, 4, 5]) Object.assign(test[index], { ...train[index] });
  for (const index of [20, 21]) test[index].artist = train[index].artist;
  test[30].license = 'Public Domain';
}

function featuresText(list) {
  const line = (cells) => `${cells.join(',')}\n`;
  const head = [
    ['feature', ...features.map(({ family }) => family.name)],
    ['statistics', ...features.map(({ statistic }) => statistic)],
    ['number', ...features.map(({ number }) => number)],
    ['track_id', ...features.map(() => '')],
  ];
  const rows = list.map(({ id, values, missing }) => [
    id,
    ...values.map((value, index) => (missing[index] ? '' : Number(value.toPrecision(6)))),
  ]);
  return [...head, ...rows].map(line).join('');
}

/** The training file gives away the genre in a number; the test file writes decimals with a comma and loses zeros. */
function metadataText(list, isTrain) {
  const names = ['track_id', 'artist', 'code', 'seconds', 'license'];
  const head = isTrain ? [...names, 'genre_number', 'track.genre1'] : names;
  const rows = list.map(({ id, artist, code, seconds, license, genre }) => {
    const time = seconds.toFixed(1);
    return isTrain
      ? [id, artist, code, time, license, Object.keys(genres).indexOf(genre) + 11, genre]
      : [id, artist, Number(code), `"${time.replace('.', ',')}"`, license];
  });
  return [head, ...rows].map((cells) => `${cells.join(',')}\n`).join('');
}
