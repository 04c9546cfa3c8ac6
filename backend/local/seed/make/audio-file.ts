import { createMp3Encoder } from 'wasm-media-encoders';
import { sampleRate } from './music.ts';

export interface AudioTags {
  title: string;
  artist: string;
  album: string;
  track: number;
}

/** MP3 at 96 kbit/s with an ID3v2.4 tag. */
export async function toMp3(samples: Float32Array, tags: AudioTags): Promise<Buffer> {
  const encoder = await createMp3Encoder();
  encoder.configure({ sampleRate, channels: 1, bitrate: 96 });
  // The encoder hands out views into its own memory: copy before the next call.
  const body = Buffer.from(encoder.encode([samples]));
  const tail = Buffer.from(encoder.finalize());
  return Buffer.concat([id3(tags), body, tail]);
}

/** 16-bit PCM in a RIFF container with an INFO list. */
export function toWav(samples: Float32Array, tags: AudioTags): Buffer {
  const data = Buffer.alloc(samples.length * 2);
  samples.forEach((sample, index) =>
    data.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32767), index * 2),
  );
  const format = Buffer.alloc(16);
  format.writeUInt16LE(1, 0);
  format.writeUInt16LE(1, 2);
  format.writeUInt32LE(sampleRate, 4);
  format.writeUInt32LE(sampleRate * 2, 8);
  format.writeUInt16LE(2, 12);
  format.writeUInt16LE(16, 14);
  const info = Buffer.concat([
    Buffer.from('INFO'),
    chunk('INAM', text(tags.title)),
    chunk('IART', text(tags.artist)),
    chunk('IPRD', text(tags.album)),
  ]);
  return chunk(
    'RIFF',
    Buffer.concat([Buffer.from('WAVE'), chunk('fmt ', format), chunk('LIST', info), chunk('data', data)]),
  );
}

const text = (value: string) => Buffer.from(`${value}\0`, 'utf8');

function chunk(id: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(id, 0, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat(body.length % 2 ? [head, body, Buffer.alloc(1)] : [head, body]);
}

function id3(tags: AudioTags): Buffer {
  const frames = Buffer.concat([
    frame('TIT2', tags.title),
    frame('TPE1', tags.artist),
    frame('TALB', tags.album),
    frame('TRCK', String(tags.track)),
  ]);
  return Buffer.concat([Buffer.from([0x49, 0x44, 0x33, 4, 0, 0]), syncsafe(frames.length), frames]);
}

function frame(id: string, value: string): Buffer {
  const body = Buffer.concat([Buffer.from([3]), Buffer.from(value, 'utf8')]);
  return Buffer.concat([Buffer.from(id, 'latin1'), syncsafe(body.length), Buffer.from([0, 0]), body]);
}

/** Seven bits a byte, so that a length never looks like the start of an MPEG frame. */
const syncsafe = (value: number) =>
  Buffer.from([(value >> 21) & 127, (value >> 14) & 127, (value >> 7) & 127, value & 127]);
