// What a column's name says it is for. The words are English and Spanish, without accents.

/** True for `track_id`, `ID`, `trackId`, `clave`: a column that may name rows. */
export function namesRows(name: string): boolean {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  return ROW_WORDS.has(last) || (words.length === 1 && NUMBER_WORDS.has(last));
}

/**
 * The group that a column names, as `artist` for `artist`, `artist.name` and `artist_id`; none for
 * `artist.latitude`, which only describes it.
 */
export function groupNamed(name: string): string | undefined {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  const owner = words.length > 1 && NAMING_WORDS.has(last) ? words.at(-2) : last;
  return owner === undefined ? undefined : GROUP_WORDS.get(owner);
}

/** True for `codigo_postal`, `zip`, `telefono`: digits that are no quantity and may begin with 0. */
export function namesCode(name: string): boolean {
  const words = wordsOf(name);
  return words.some((word) => CODE_WORDS.has(word));
}

/** True where two names share a word that is not too common to say anything: `genre_top`, `track.genre1`. */
export function namesAlike(a: string, b: string): boolean {
  const stems = new Set(wordsOf(a).map(stem).filter(telling));
  return wordsOf(b)
    .map(stem)
    .some((word) => stems.has(word));
}

/** True for names that only an answer has: `label`, `target`, `clase`. */
export function namesAnswer(name: string): boolean {
  return wordsOf(name).some((word) => ANSWER_WORDS.has(stem(word)));
}

/** `trackId.genreTop_1` is track, id, genre, top, 1. */
function wordsOf(name: string): readonly string[] {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
}

const ROW_WORDS: ReadonlySet<string> = new Set([
  'id',
  'ids',
  'uid',
  'uuid',
  'guid',
  'clave',
  'folio',
  'identificador',
  'matricula',
  'filename',
  'file',
  'archivo',
]);

const NUMBER_WORDS: ReadonlySet<string> = new Set(['index', 'indice', 'key', 'row', 'fila']);

const NAMING_WORDS: ReadonlySet<string> = new Set([
  'id',
  'ids',
  'name',
  'nombre',
  'title',
  'titulo',
  'handle',
  'clave',
  'label',
]);

const GROUP_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    artist: 'artist',
    artists: 'artist',
    artista: 'artist',
    album: 'album',
    speaker: 'speaker',
    hablante: 'speaker',
    locutor: 'speaker',
    singer: 'singer',
    cantante: 'singer',
    author: 'author',
    autor: 'author',
    user: 'user',
    usuario: 'user',
    patient: 'patient',
    paciente: 'patient',
    subject: 'subject',
    sujeto: 'subject',
    participant: 'participant',
    participante: 'participant',
    customer: 'customer',
    cliente: 'customer',
    household: 'household',
    hogar: 'household',
  }),
);

const CODE_WORDS: ReadonlySet<string> = new Set([
  'zip',
  'zipcode',
  'postal',
  'postcode',
  'cp',
  'phone',
  'telefono',
  'celular',
  'isbn',
  'ean',
  'upc',
  'barcode',
  'cedula',
  'codigo',
  'code',
  'matricula',
  'cuenta',
]);

const ANSWER_WORDS: ReadonlySet<string> = new Set([
  'target',
  'label',
  'answer',
  'class',
  'prediction',
  'predicted',
  'etiqueta',
  'clase',
  'objetivo',
  'respuesta',
  'prediccion',
]);

/** Words that columns share without being about the same thing. */
const COMMON_WORDS: ReadonlySet<string> = new Set([
  'track',
  'id',
  'name',
  'title',
  'value',
  'type',
  'mean',
  'std',
  'min',
  'max',
  'top',
  'all',
  'nombre',
  'titulo',
  'valor',
  'tipo',
  'media',
]);

function stem(word: string): string {
  const bare = word.replace(/\d+$/, '');
  return bare.length > 4 && bare.endsWith('s') ? bare.slice(0, -1) : bare;
}

function telling(word: string): boolean {
  return word.length > 2 && !COMMON_WORDS.has(word);
}
