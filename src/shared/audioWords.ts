import type { ClipComments } from '../engine/audio/clipCode.js';
import type { OddClip } from '../engine/audio/overview.js';
import type { Variant } from '../engine/audio/variants.js';
import type { AudioProblem } from './audioProtocol.js';
import type { Wordings } from './words.js';

/** Why a clip or a folder of clips cannot be shown or written. */
export const audioProblems: Readonly<Record<AudioProblem['code'], Wordings>> = {
  'audio.folder': ['The folder {folder} cannot be read.', 'The folder cannot be read.'],
  'audio.noClips': ['There is no .wav file in {folder}.', 'There is no .wav file in the folder.'],
  'audio.write': [
    'Nothing can be written to {folder} ({reason}).',
    'Nothing can be written to this folder.',
  ],
  'audio.otherSettings': [
    '{folder} holds an export with other settings or of other clips. Choose an empty folder.',
    'The folder holds an export with other settings. Choose an empty one.',
  ],
  'audio.sameFolder': ['The clips themselves are in this folder. Choose another one.'],
  'audio.gone': [
    'The computation stopped unexpectedly. Try again; the rest of the editor is not affected.',
  ],
  'wave.notWave': ['This is not a RIFF/WAVE file, whatever its name says.'],
  'wave.noFormat': ['The file does not say how its sound is written: it is damaged.'],
  'wave.noData': ['There is no sound in the file.'],
  'wave.encoding': [
    'The sound is compressed (format {tag}); only PCM and floats can be read.',
    'The sound is compressed; only PCM and floats can be read.',
  ],
  'wave.bits': [
    'Numbers of {bits} bits cannot be read; 8, 16, 24 and 32 can.',
    'Numbers of this width cannot be read.',
  ],
  'wave.channels': [
    'The number of channels makes no sense: {channels}.',
    'The number of channels makes no sense.',
  ],
  'wave.rate': ['The sample rate makes no sense: {rate} Hz.', 'The sample rate makes no sense.'],
  'wave.truncated': [
    'The file was cut short: {missing} bytes are missing.',
    'The file was cut short.',
  ],
  'wave.tooLong': ['The clip is too long to be shown: ten minutes are the most.'],
  'wave.unreadable': ['The file cannot be read.'],
};

/** Why a clip is not like the rest. */
export const oddReasons: Readonly<Record<OddClip['reason'], string>> = {
  unreadable: 'cannot be read',
  rate: 'another sample rate',
  channels: 'another number of channels',
  short: 'much shorter',
  long: 'much longer',
};

export const variantWords: Readonly<Record<Variant, string>> = {
  raw: 'As recorded',
  bilateral: 'Bilateral filter',
  masked: 'With SpecAugment',
  both: 'Bilateral, then SpecAugment',
};

/** Every other sentence of the view of a folder of clips. */
export const audioWords = {
  pages: 'Pages of the audio folder',
  tabClips: 'Clips',
  tabFolder: 'Folder',
  tabSpeakers: 'Speakers',
  tabExport: 'Export',
  scanning: 'Reading {folder}: {count} clips so far',
  counted: '{count} clips · {length} in all',
  moreClips: 'Only the first {count} clips are listed.',
  searchClips: 'Search clips',
  clipsFound: '{found} of {all} clips',
  chooseClip: 'Choose a clip to hear and see it.',
  facts: '{length} · {rate} Hz · {bits} bits · {channels} channels',
  factsMono: '{length} · {rate} Hz · {bits} bits · mono',
  play: 'Play {name}',
  waveform: 'Waveform',
  waveformOf: 'Waveform of {name}: {length}, greatest value {peak}',
  spectrogramOf:
    '{variant}: log-mel spectrogram of {name}, {bands} bands, {frames} frames, from {low} to {high} dB',
  axisTime: 'Time (s)',
  axisHz: 'Frequency (Hz, mel scale)',
  axisAmplitude: 'Amplitude',
  asTable: 'As a table',
  tableWave: 'Least and greatest value of each tenth of the clip',
  tableSpectrum: 'Mean loudness in dB: frequencies down, tenths of the clip across',
  tableMasks: 'Masks: {masks}',
  maskBands: 'bands {from} to {to}',
  maskFrames: 'frames {from} to {to}',
  maskNone: 'none on this clip',
  from: 'From',
  to: 'To',
  least: 'Least',
  greatest: 'Greatest',
  settings: 'Settings',
  settingsReset: 'Usual Settings',
  settingsChanged: 'Adjusted to what this clip allows.',
  groupMel: 'Log-mel spectrogram',
  groupBilateral: 'Bilateral filter',
  groupMask: 'SpecAugment masks',
  fftSize: 'Window (n_fft)',
  hop: 'Hop (hop_length)',
  bands: 'Bands (n_mels)',
  lowest: 'Lowest Hz (fmin)',
  highest: 'Highest Hz (fmax; 0: half the rate)',
  scale: 'Mel scale',
  scaleSlaney: 'Slaney (librosa)',
  norm: 'Height of the bands (norm)',
  normSlaney: 'Equal area',
  normNone: 'Equal height',
  padding: 'Edges (pad_mode)',
  paddingConstant: 'Silence (librosa 0.10)',
  paddingReflect: 'Mirrored (before 0.10)',
  reference: 'Zero dB (ref)',
  referenceMax: 'Loudest place',
  referenceOne: 'Power 1',
  topDb: 'Range in dB (top_db; 0: all)',
  diameter: 'Diameter (d)',
  sigmaColor: 'Likeness in dB (sigmaColor)',
  sigmaSpace: 'Nearness (sigmaSpace)',
  maskBandWidth: 'Widest band mask (F)',
  maskBandCount: 'Band masks',
  maskFrameWidth: 'Widest frame mask (T)',
  maskFrameCount: 'Frame masks',
  maskShare: 'Largest share of the frames (p)',
  maskFill: 'Filled with',
  fillMean: 'The mean',
  fillLeast: 'Silence',
  seed: 'Seed',
  classes: 'Clips per class',
  noClasses:
    'No file name has the form class_speaker_take.wav, so nothing is known of classes and speakers.',
  className: 'Class',
  clips: 'Clips',
  share: 'Share',
  balance:
    'The largest class has {ratio} times as many clips as the smallest. Always guessing it would be right in {baseline} of all cases.',
  balanced:
    'All classes have the same number of clips. Guessing would be right in {baseline} of all cases.',
  unnamed: '{count} clips have other names.',
  formats: 'Sample rates and formats',
  rate: 'Sample rate (Hz)',
  channels: 'Channels',
  bits: 'Bits per number',
  lengths: 'Lengths: from {shortest} to {longest}, half of them up to {median}.',
  odd: 'Not like the rest',
  oddNone: 'All clips are alike in rate, channels and length, and all can be read.',
  oddMore: 'and {count} more',
  clip: 'Clip',
  reason: 'Reason',
  speakers: 'Clips per speaker',
  speaker: 'Speaker',
  speakersNone: 'A split by speakers needs two speakers or more.',
  foldersGood:
    'No speaker is in more than one of the folders: a good result on the test clips is one on new voices.',
  foldersBad:
    'These speakers are in more than one folder: {names}. The model may recognise the voice instead of the word, and the test would not show it.',
  proposed:
    'Nothing is split yet. A random split would put {count} of {all} speakers into more than one part. The one below keeps each voice in one part.',
  part: 'Part',
  copySplit: 'Copy as CSV',
  exportAbout:
    'Writes one NumPy file (.npy, float32, bands × frames, dB) per clip and variant, a table clips.csv and a manifest with all settings. An export that was stopped goes on where it ended.',
  exportVariants: 'Variants',
  exportSeconds: 'Equal length in seconds (0: as they are)',
  exportStart: 'Export for Training…',
  exportRunning: 'Exporting…',
  codeCopy: 'Copy librosa Code',
  codeInsert: 'Add to Notebook',
  codeInserted: 'The code was added to {name}.',
  codeCopied: 'The librosa code for this clip as recorded was copied.',
} as const;

/** Comments in the code for a clip: what the lines below are for. */
export const clipCodeWords: ClipComments = {
  install: 'Needs the packages librosa and matplotlib: pip install librosa matplotlib',
  read: 'Read the clip at its own sample rate, its channels mixed to one',
  length: 'Cut it or fill it with silence to the length that was chosen',
  mel: 'The log-mel spectrogram in dB of the clip as it was recorded: bands × frames',
  draw: 'Draw the spectrogram',
};

/** What the editor itself says of a folder of clips. */
export const audioMessages = {
  folderWhere: 'Folder of .wav files',
  exportWhere: 'Folder for the exported clips',
  exportHere: 'Export Here',
  exportTitle: 'Exporting clips',
  exportProgress: '{done} of {all}',
  exported: '{count} clips were written to {folder}.',
  exportedMore: '{count} clips were written to {folder}; {kept} were there already.',
  exportFailed: '{count} could not be read, the first of them {name}.',
  exportStopped: 'The export was stopped. Export to the same folder again to go on where it ended.',
} as const;
