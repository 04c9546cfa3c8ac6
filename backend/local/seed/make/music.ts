import { createRandom, type Random } from './random.ts';

export const sampleRate = 32_000;

/** Semitones above the root. */
const scales = {
  minor: [0, 2, 3, 5, 7, 8, 10],
  major: [0, 2, 4, 5, 7, 9, 11],
  dorian: [0, 2, 3, 5, 7, 9, 10],
  pentatonic: [0, 3, 5, 7, 10],
} as const;
const progressions = [
  [0, 5, 3, 4],
  [0, 3, 4, 0],
  [0, 4, 5, 3],
  [0, 2, 3, 4],
  [5, 3, 0, 4],
] as const;

/**
 * A short piece, composed and played from its seed: chords, bass, melody and drums over a progression.
 * @returns mono samples in [-1, 1] at {@link sampleRate}
 */
export function playPiece(seed: string, seconds: number): Float32Array {
  const random = createRandom(`music:${seed}`);
  const piece = {
    beat: 60 / random.int(68, 132),
    root: random.int(40, 52),
    scale: scales[random.pick(['minor', 'major', 'dorian', 'pentatonic'])],
    progression: random.pick(progressions),
    pad: random.pick([softSaw, organ, sine]),
    lead: random.pick([pluck, bell, softSaw]),
    drums: random.chance(0.7),
    swing: random.chance(0.3) ? 0.16 : 0,
  };
  const out = new Float32Array(Math.floor(seconds * sampleRate));
  const bars = Math.ceil(seconds / (piece.beat * 4));
  const motif = Array.from({ length: 8 }, () => (random.chance(0.7) ? random.int(0, 6) : undefined));
  for (let bar = 0; bar < bars; bar += 1) {
    const at = bar * piece.beat * 4;
    const degree = piece.progression[bar % piece.progression.length] ?? 0;
    const note = (step: number) => frequencyOf(piece.root, piece.scale, step);
    for (const step of [0, 2, 4]) add(out, at, piece.beat * 4, piece.pad(note(degree + step + 7)), 0.07, 0.25);
    for (const pulse of [0, 2, 3.5])
      add(out, at + pulse * piece.beat, piece.beat * 0.9, sine(note(degree) / 1), 0.22, 0.01);
    motif.forEach((step, index) => {
      if (step === undefined || (bar % 8 === 7 && index > 3)) return;
      const late = index % 2 ? piece.swing * piece.beat : 0;
      add(
        out,
        at + (index * piece.beat) / 2 + late,
        piece.beat * 0.8,
        piece.lead(note(degree + step + 14)),
        bar < 1 ? 0 : 0.13,
        0.005,
      );
    });
    if (piece.drums && bar > 1) playDrums(out, at, piece.beat, random);
  }
  return fade(out);
}

type Voice = (seconds: number) => number;

/** One period of a wave: reading a table costs far less than adding up its sines for every sample. */
function waveOf(partials: readonly (readonly [harmonic: number, weight: number])[]): (frequency: number) => Voice {
  const size = 4096;
  const table = Float32Array.from({ length: size }, (_, index) =>
    partials.reduce((sum, [harmonic, weight]) => sum + weight * Math.sin((2 * Math.PI * harmonic * index) / size), 0),
  );
  return (frequency) => (t) => table[Math.floor(t * frequency * size) & (size - 1)] ?? 0;
}

const sine = waveOf([[1, 1]]);
const organ = waveOf([
  [1, 0.6],
  [2, 0.25],
  [3, 0.15],
]);
const softSaw = waveOf([1, 2, 3, 4, 5].map((harmonic) => [harmonic, 0.7 / harmonic ** 1.6] as const));
const pluck = (frequency: number): Voice => {
  const string = softSaw(frequency);
  return (t) => string(t) * Math.exp(-5 * t);
};
const bell =
  (frequency: number): Voice =>
  (t) =>
    Math.exp(-3 * t) *
    Math.sin(2 * Math.PI * frequency * t + 2.2 * Math.exp(-4 * t) * Math.sin(2 * Math.PI * frequency * 2.76 * t));

function frequencyOf(root: number, scale: readonly number[], step: number): number {
  const octave = Math.floor(step / scale.length);
  const semitone = scale[((step % scale.length) + scale.length) % scale.length] ?? 0;
  return 440 * 2 ** ((root + semitone + 12 * octave - 69) / 12);
}

/** Mixes a note in, with a short attack and a release over its last fifth. */
function add(out: Float32Array, at: number, length: number, voice: Voice, gain: number, attack: number): void {
  if (gain === 0) return;
  const start = Math.floor(at * sampleRate);
  const end = Math.min(out.length, start + Math.floor(length * sampleRate));
  const release = length * 0.2;
  for (let index = start; index < end; index += 1) {
    const t = (index - start) / sampleRate;
    const envelope = Math.min(1, t / attack, (length - t) / release);
    out[index] = (out[index] ?? 0) + voice(t) * gain * envelope;
  }
}

function playDrums(out: Float32Array, at: number, beat: number, random: Random): void {
  const kick: Voice = (t) => Math.sin(2 * Math.PI * (48 * t + 9 * (1 - Math.exp(-28 * t)))) * Math.exp(-7 * t);
  const hiss = createRandom(`hiss:${at.toFixed(3)}`);
  const snare: Voice = (t) => (hiss.next() * 2 - 1) * Math.exp(-16 * t);
  const hat: Voice = (t) => (hiss.next() * 2 - 1) * Math.exp(-60 * t);
  for (const pulse of [0, 2]) add(out, at + pulse * beat, 0.35, kick, 0.4, 0.001);
  for (const pulse of [1, 3]) add(out, at + pulse * beat, 0.25, snare, 0.1, 0.001);
  for (let pulse = 0; pulse < 8; pulse += 1)
    if (random.chance(0.85)) add(out, at + (pulse * beat) / 2, 0.08, hat, 0.05, 0.001);
}

/** Half a second in, two seconds out, and no sample past full scale. */
function fade(out: Float32Array): Float32Array {
  let peak = 0;
  for (const sample of out) peak = Math.max(peak, Math.abs(sample));
  const scale = peak > 0 ? 0.89 / peak : 1;
  for (let index = 0; index < out.length; index += 1) {
    const t = index / sampleRate;
    const left = (out.length - index) / sampleRate;
    out[index] = (out[index] ?? 0) * scale * Math.min(1, t / 0.5, left / 2);
  }
  return out;
}
