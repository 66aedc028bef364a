import { pyCall, pyString, type Python } from '../table/code/python.js';
import type { MelSettings } from './spectrogram.js';

/** What the lines are for, in the student's language. */
export type ClipComments = Readonly<Record<'install' | 'read' | 'length' | 'mel' | 'draw', string>>;

/** One clip and what it is computed with. */
export interface ShownClip {
  /** As Python finds it. */
  readonly fileName: string;
  /** Numbers per second. */
  readonly rate: number;
  readonly mel: MelSettings;
  /** Cut or filled with silence to so many; 0 leaves it as long as it is. */
  readonly seconds: number;
}

/**
 * The librosa lines that read a clip and give its log-mel spectrogram as it is on the screen, as recorded, with a comment
 * before each step. It is `log_mel`, bands by frames.
 */
export function clipCode(clip: ShownClip, comments: ClipComments): string {
  const { fileName, rate, mel, seconds } = clip;
  const size = Math.round(seconds * rate);
  const steps: readonly (readonly string[])[] = [
    [comment(comments.install), ...IMPORTS],
    [comment(comments.read), `y, sr = librosa.load(${pyString(fileName)}, sr=None, mono=True)`],
    size > 0 ? [comment(comments.length), `y = librosa.util.fix_length(y, size=${size})`] : [],
    [comment(comments.mel), `mel = ${melCall(mel)}`, `log_mel = ${decibelCall(mel)}`],
    [comment(comments.draw), drawCall(mel), "plt.colorbar(format='%+2.0f dB')", 'plt.show()'],
  ];
  const written = steps.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${written.join('\n\n')}\n`;
}

const IMPORTS = [
  'import librosa',
  'import librosa.display',
  'import matplotlib.pyplot as plt',
  'import numpy as np',
];

/** The padding is said though it is librosa's own: before version 0.10 that was `reflect`. */
function melCall(mel: MelSettings): Python {
  return pyCall('librosa.feature.melspectrogram', [
    'y=y',
    'sr=sr',
    `n_fft=${mel.fftSize}`,
    `hop_length=${mel.hop}`,
    `n_mels=${mel.bands}`,
    ...scaleOf(mel),
    `norm=${mel.norm === 'slaney' ? "'slaney'" : 'None'}`,
    `pad_mode='${mel.padding}'`,
  ]);
}

function decibelCall({ reference, topDb }: MelSettings): Python {
  const ref = reference === 'max' ? 'np.max' : '1.0';
  return `librosa.power_to_db(mel, ref=${ref}, top_db=${topDb ?? 'None'})`;
}

function drawCall(mel: MelSettings): Python {
  return pyCall('librosa.display.specshow', [
    'log_mel',
    'sr=sr',
    `hop_length=${mel.hop}`,
    "x_axis='time'",
    "y_axis='mel'",
    ...scaleOf(mel),
  ]);
}

/** Where the bands are. */
function scaleOf({ lowest, highest, scale }: MelSettings): readonly Python[] {
  return [
    `fmin=${lowest}`,
    `fmax=${highest > 0 ? highest : 'sr / 2'}`,
    `htk=${scale === 'htk' ? 'True' : 'False'}`,
  ];
}

/** One line, whatever the sentence holds. */
function comment(sentence: string): string {
  return `# ${sentence.replace(/\s+/g, ' ')}`;
}
