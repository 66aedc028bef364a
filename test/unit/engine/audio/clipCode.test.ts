import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { clipCode, type ShownClip } from '../../../../src/engine/audio/clipCode.js';
import { LIBROSA } from '../../../../src/engine/audio/spectrogram.js';
import { clipCodeWords } from '../../../../src/shared/audioWords.js';
import { speaker } from '../../../../src/shared/say.js';
import { spanish } from '../../../../src/shared/spanish.js';
import { runScripts, withoutPandas } from '../../../bench/pandas.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const say = speaker(spanish);
const comments = {
  install: say(clipCodeWords.install),
  read: say(clipCodeWords.read),
  length: say(clipCodeWords.length),
  mel: say(clipCodeWords.mel),
  draw: say(clipCodeWords.draw),
};
const clip: ShownClip = { fileName: "más/7_d'a_0.wav", rate: 8000, mel: LIBROSA, seconds: 0 };

describe('the code for a clip', () => {
  it('reads it at its own rate and says in Spanish what each step is for', () => {
    const code = clipCode(clip, comments);
    expect(code).toContain(
      '# Requiere los paquetes librosa y matplotlib: pip install librosa matplotlib\n',
    );
    expect(code).toContain("y, sr = librosa.load('más/7_d\\'a_0.wav', sr=None, mono=True)\n");
    expect(code).toContain('log_mel = librosa.power_to_db(mel, ref=np.max, top_db=80)\n');
    expect(code).not.toContain('fix_length');
  });

  it('computes with what the page computes with', () => {
    const mel = {
      fftSize: 256,
      hop: 64,
      bands: 32,
      lowest: 50,
      highest: 3500,
      scale: 'htk',
      norm: 'none',
      padding: 'reflect',
      reference: 'one',
      topDb: null,
    } as const;
    const code = clipCode({ ...clip, mel, seconds: 0.75 }, comments);
    const said = [...code.matchAll(/^ {4}(\w+=.+),$/gm)].map(([, word]) => word);
    expect(said.slice(0, 10)).toEqual([
      'y=y',
      'sr=sr',
      'n_fft=256',
      'hop_length=64',
      'n_mels=32',
      'fmin=50',
      'fmax=3500',
      'htk=True',
      'norm=None',
      "pad_mode='reflect'",
    ]);
    expect(code).toContain('librosa.power_to_db(mel, ref=1.0, top_db=None)');
    expect(code).toContain('librosa.util.fix_length(y, size=6000)');
  });
});

const missing = withoutPandas();

describe.skipIf(missing !== undefined)('in Python', () => {
  it('runs from the clip to the picture', () => {
    const code = `${STAND_IN}${clipCode({ ...clip, seconds: 1 }, comments)}`;
    const [answer] = runScripts(root, [], [{ code, show: ['asked', 'log_mel'] }]);
    expect(answer).toEqual([
      [clip.fileName, 'fix_length 8000', 'melspectrogram 4000.0', 'specshow 4000.0'],
      'dB of mel',
    ]);
  });
});

/** In place of librosa, which takes down what it is asked. */
const STAND_IN = `
import sys, types
asked = []
def load(name, sr, mono):
    asked.append(name)
    return 'y', 8000
def fix_length(y, size):
    asked.append(f'fix_length {size}')
    return y
def melspectrogram(y, sr, n_fft, hop_length, n_mels, fmin, fmax, htk, norm, pad_mode):
    asked.append(f'melspectrogram {fmax}')
    return 'mel'
def specshow(data, sr, hop_length, x_axis, y_axis, fmin, fmax, htk):
    import matplotlib.pyplot as plt
    asked.append(f'specshow {fmax}')
    plt.imshow([[0]])
librosa = types.ModuleType('librosa')
librosa.load = load
librosa.power_to_db = lambda mel, ref, top_db: f'dB of {mel}'
librosa.util = types.SimpleNamespace(fix_length=fix_length)
librosa.feature = types.SimpleNamespace(melspectrogram=melspectrogram)
librosa.display = types.ModuleType('librosa.display')
librosa.display.specshow = specshow
sys.modules['librosa'] = librosa
sys.modules['librosa.display'] = librosa.display
`;
