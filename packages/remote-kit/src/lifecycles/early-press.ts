import { answersAttribute, pressedAttribute } from '@tessera/contracts/elements.ts';

/** Says that a part of the document answers from now on, and repeats the last press that came before. */
export function answerEarlyPress(part: HTMLElement): void {
  part.setAttribute(answersAttribute, '');
  const pressed = [...part.querySelectorAll<HTMLElement>(`[${pressedAttribute}]`)];
  for (const button of pressed) button.removeAttribute(pressedAttribute);
  pressed.at(-1)?.click();
}
