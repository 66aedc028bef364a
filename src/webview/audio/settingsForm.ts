import type { AudioSettings } from '../../shared/audioViewProtocol.js';
import { audioWords } from '../../shared/audioWords.js';
import type { Say } from '../../shared/say.js';
import { choiceField, numberField, type Field, type NumberLimits } from '../field.js';
import { button, make } from '../ui.js';

export interface SettingsForm {
  readonly element: HTMLElement;
  /** Shows what was computed with, where that is not what was asked for. */
  readonly write: (settings: AudioSettings) => void;
}

/** All that a spectrogram and its variants are computed with. */
export function createSettingsForm(
  say: Say,
  usual: AudioSettings,
  first: AudioSettings,
  onChange: (settings: AudioSettings) => void,
): SettingsForm {
  let settings = first;
  const set = (next: AudioSettings): void => {
    settings = next;
    onChange(next);
  };
  const made = groups.map(({ title, rows }) => {
    const fields = rows.map((row) => row(say, () => settings, set));
    const box = make('fieldset', '', make('legend', '', say(title)));
    box.append(...fields.map(({ element }) => element));
    return { box, fields };
  });
  const write = (next: AudioSettings): void => {
    settings = next;
    for (const { fields } of made) for (const field of fields) field.write(next);
  };
  const reset = button(say(audioWords.settingsReset), () => {
    write(usual);
    onChange(usual);
  });
  const summary = make('summary', '', say(audioWords.settings));
  const boxes = make('div', 'setting-groups', ...made.map(({ box }) => box));
  return { element: make('details', 'settings', summary, boxes, reset), write };
}

/** Makes one control of the form. */
type Row = (
  say: Say,
  read: () => AudioSettings,
  set: (settings: AudioSettings) => void,
) => Field<AudioSettings>;

interface Lens<Value> {
  readonly get: (settings: AudioSettings) => Value;
  readonly put: (settings: AudioSettings, value: Value) => AudioSettings;
}

function within<
  Group extends 'mel' | 'bilateral' | 'mask',
  Name extends keyof AudioSettings[Group],
>(group: Group, name: Name): Lens<AudioSettings[Group][Name]> {
  return {
    get: (settings) => settings[group][name],
    put: (settings, value) => ({ ...settings, [group]: { ...settings[group], [name]: value } }),
  };
}

function number(label: string, lens: Lens<number>, limits: NumberLimits): Row {
  return (say, read, set) => {
    const field = numberField(say(label), lens.get(read()), limits, (value) => {
      set(lens.put(read(), value));
    });
    return { ...field, write: (settings) => field.write(lens.get(settings)) };
  };
}

function choice<Value extends string>(
  label: string,
  lens: Lens<Value>,
  options: readonly (readonly [Value, string])[],
): Row {
  return (say, read, set) => {
    const said = options.map(([value, words]) => [value, say(words)] as const);
    const field = choiceField(say(label), lens.get(read()), said, (value) => {
      set(lens.put(read(), value));
    });
    return { ...field, write: (settings) => field.write(lens.get(settings)) };
  };
}

const fftSize: Lens<string> = {
  get: ({ mel }) => String(mel.fftSize),
  put: (settings, value) => ({ ...settings, mel: { ...settings.mel, fftSize: Number(value) } }),
};

/** 0 stands for no limit, which a field of numbers can show. */
const topDb: Lens<number> = {
  get: ({ mel }) => mel.topDb ?? 0,
  put: (settings, value) => ({
    ...settings,
    mel: { ...settings.mel, topDb: value === 0 ? null : value },
  }),
};

const sizes = [128, 256, 512, 1024, 2048, 4096].map(
  (size) => [String(size), String(size)] as const,
);

const words = audioWords;

const groups: readonly { readonly title: string; readonly rows: readonly Row[] }[] = [
  {
    title: words.groupMel,
    rows: [
      choice(words.fftSize, fftSize, sizes),
      number(words.hop, within('mel', 'hop'), { min: 16, max: 4096 }),
      number(words.bands, within('mel', 'bands'), { min: 4, max: 512 }),
      number(words.lowest, within('mel', 'lowest'), { min: 0, max: 20_000 }),
      number(words.highest, within('mel', 'highest'), { min: 0, max: 96_000 }),
      choice(words.scale, within('mel', 'scale'), [
        ['slaney', words.scaleSlaney],
        ['htk', 'HTK'],
      ]),
      choice(words.norm, within('mel', 'norm'), [
        ['slaney', words.normSlaney],
        ['none', words.normNone],
      ]),
      choice(words.padding, within('mel', 'padding'), [
        ['constant', words.paddingConstant],
        ['reflect', words.paddingReflect],
      ]),
      choice(words.reference, within('mel', 'reference'), [
        ['max', words.referenceMax],
        ['one', words.referenceOne],
      ]),
      number(words.topDb, topDb, { min: 0, max: 200 }),
    ],
  },
  {
    title: words.groupBilateral,
    rows: [
      number(words.diameter, within('bilateral', 'diameter'), { min: 3, max: 31, step: 2 }),
      number(words.sigmaColor, within('bilateral', 'sigmaColor'), {
        min: 0.1,
        max: 200,
        step: 0.1,
      }),
      number(words.sigmaSpace, within('bilateral', 'sigmaSpace'), {
        min: 0.1,
        max: 200,
        step: 0.1,
      }),
    ],
  },
  {
    title: words.groupMask,
    rows: [
      number(words.maskBandWidth, within('mask', 'bands'), { min: 0, max: 512 }),
      number(words.maskBandCount, within('mask', 'bandMasks'), { min: 0, max: 20 }),
      number(words.maskFrameWidth, within('mask', 'frames'), { min: 0, max: 10_000 }),
      number(words.maskFrameCount, within('mask', 'frameMasks'), { min: 0, max: 20 }),
      number(words.maskShare, within('mask', 'share'), { min: 0, max: 1, step: 0.01 }),
      choice(words.maskFill, within('mask', 'fill'), [
        ['mean', words.fillMean],
        ['least', words.fillLeast],
      ]),
      number(words.seed, within('mask', 'seed'), { min: 0, max: 2_147_483_647 }),
    ],
  },
];
