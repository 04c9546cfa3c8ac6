import h264 from 'h264-mp4-encoder';
import { paletteOf, palettes, type PaletteName } from './art/palettes.ts';
import { createRandom } from './random.ts';

const width = 480;
const height = 270;
const framesPerSecond = 12;

/** A short moving picture: a sun crosses layered hills in the palette its seed picks. H.264 in MP4. */
export async function toFilm(seed: string, seconds: number): Promise<Buffer> {
  const encoder = await h264.createH264MP4Encoder();
  encoder.width = width;
  encoder.height = height;
  encoder.frameRate = framesPerSecond;
  encoder.quantizationParameter = 28;
  encoder.groupOfPictures = framesPerSecond * 2;
  encoder.initialize();
  const paint = createPainter(seed);
  const frame = new Uint8Array(width * height * 4);
  const frames = Math.round(seconds * framesPerSecond);
  for (let index = 0; index < frames; index += 1) {
    paint(frame, index / frames);
    encoder.addFrameRgba(frame);
  }
  encoder.finalize();
  const film = Buffer.from(encoder.FS.readFile(encoder.outputFilename));
  encoder.delete();
  return withoutClock(film);
}

/** The container notes when it was made, in three boxes; without that the same film has the same bytes. */
function withoutClock(film: Buffer): Buffer {
  for (const box of ['mvhd', 'tkhd', 'mdhd']) {
    const at = film.indexOf(box, 0, 'latin1');
    // After the name: version and flags (4 bytes), creation and modification time (4 each in version 0).
    if (at >= 0) film.fill(0, at + 8, at + 16);
  }
  return film;
}

function createPainter(seed: string): (frame: Uint8Array, progress: number) => void {
  const random = createRandom(`film:${seed}`);
  const names = Object.keys(palettes) as [PaletteName, ...PaletteName[]];
  const palette = paletteOf(random.pick(names));
  const ground = rgb(palette.ground);
  const sun = rgb(palette.inks[3]);
  const hills = palette.inks.slice(0, 3).map((ink, index) => ({
    color: rgb(ink),
    base: height * (0.52 + index * 0.16),
    swing: height * random.between(0.05, 0.11),
    length: random.between(60, 130),
    speed: (index + 1) * random.between(20, 50),
  }));
  const radius = height * random.between(0.1, 0.16);
  return (frame, progress) => {
    const sunX = width * (0.1 + 0.8 * progress);
    const sunY = height * (0.5 - 0.34 * Math.sin(Math.PI * progress));
    for (let x = 0; x < width; x += 1) {
      const tops = hills.map(
        (hill) => hill.base + Math.sin((x + progress * hill.speed * 6) / hill.length) * hill.swing,
      );
      for (let y = 0; y < height; y += 1) {
        let color = (x - sunX) ** 2 + (y - sunY) ** 2 < radius ** 2 ? sun : ground;
        hills.forEach((hill, index) => {
          if (y > (tops[index] ?? height)) color = hill.color;
        });
        const at = (y * width + x) * 4;
        frame[at] = color[0];
        frame[at + 1] = color[1];
        frame[at + 2] = color[2];
        frame[at + 3] = 255;
      }
    }
  };
}

const rgb = (hex: string): [number, number, number] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];
