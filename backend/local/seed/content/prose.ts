import { createRandom } from '../make/random.ts';

const openings = [
  'It began, as such things do, on a morning when nothing was expected of anybody.',
  'The house had eleven doors, and on the first of the month all of them were found open.',
  'Nobody in the street remembered who had planted the pear tree, but everybody claimed the pears.',
  'She had been told to wait by the clock, and so she waited, long after the clock had gone.',
  'The letter arrived in a hand so careful that it could only be hiding something.',
  'By noon the fog had come up from the river and taken the lower town, house by house.',
] as const;
const middles = [
  'There is a kind of quiet that is only the far side of a great deal of noise, and they sat in it like people who had paid for their seats.',
  'He counted the steps, lost count, and was ashamed to find that he had been counting something else entirely.',
  'What she wanted was simple enough to say; it was the saying that would not be simple.',
  'The ferryman took no money and asked no questions, which cost them more than the fare would have done.',
  'Somebody upstairs was practising the same four bars, and each time the fourth came out a little braver.',
  'You could tell the old families by their umbrellas, which had been repaired so often that nothing of the first one was left.',
  'They spoke of the weather as one speaks of a relative who is in the next room.',
  'In the drawer lay a key, a ticket to a play that had closed, and a list in which every item but one was crossed out.',
  'The lamp was lit before it was dark, and nobody said what all of them were thinking about oil.',
  'He wrote it down, as he wrote down everything, and as always the paper understood it better than he did.',
] as const;
const endings = [
  'When the bell rang they were already on the stairs.',
  'It was, she thought, a beginning; it had the untidiness of one.',
  'And the river, which had heard all of it before, went on with its work.',
  'He put the key back where he had found it, and it was no longer the same place.',
  'Nobody said good night. It would have been admitting something.',
] as const;

/** A few paragraphs of fiction for a chapter; the same seed gives the same text. */
export function chapterText(seed: string): readonly string[] {
  const random = createRandom(`prose:${seed}`);
  const left = [...middles];
  const draw = () => left.splice(random.int(0, left.length - 1), 1)[0] ?? '';
  const paragraph = (sentences: number) => Array.from({ length: sentences }, draw).join(' ');
  return [`${random.pick(openings)} ${draw()}`, paragraph(3), paragraph(2), `${draw()} ${random.pick(endings)}`];
}
