import { answersAttribute, pressedAttribute } from '@tessera/contracts/elements.ts';

/**
 * Says that a part of the document answers from now on, and repeats the last press that came before.
 *
 * @param current what the browser dispatches just now: a press may be why the part is brought to life, and React hands
 * it on by itself then
 */
export function answerEarlyPress(part: HTMLElement, current: Event | undefined): void {
  part.setAttribute(answersAttribute, '');
  const pressed = [...part.querySelectorAll<HTMLElement>(`[${pressedAttribute}]`)];
  for (const button of pressed) button.removeAttribute(pressedAttribute);
  if (current?.type === 'click' && pressed.some((button) => current.composedPath().includes(button))) return;
  pressed.at(-1)?.click();
}
