import { answersAttribute, pressedAttribute } from '@tessera/contracts/elements.ts';
import { expect, it, vi } from 'vitest';
import { answerEarlyPress } from './early-press.ts';

function setUp() {
  const buttons = [0, 1].map(() => ({ click: vi.fn(), removeAttribute: vi.fn() }) as unknown as HTMLElement);
  const part = {
    setAttribute: vi.fn(),
    querySelectorAll: () => buttons,
  } as unknown as HTMLElement;
  const click = (target: EventTarget) =>
    ({ type: 'click', composedPath: () => [{}, target, part] }) as unknown as Event;
  return { part, buttons, click };
}

it('says that the part answers, and repeats the last press that came before', () => {
  const { part, buttons } = setUp();
  answerEarlyPress(part, undefined);
  expect(part.setAttribute).toHaveBeenCalledWith(answersAttribute, '');
  for (const button of buttons) expect(button.removeAttribute).toHaveBeenCalledWith(pressedAttribute);
  expect(buttons.map((button) => vi.mocked(button.click).mock.calls.length)).toEqual([0, 1]);
});

it('leaves the press that brings the part to life to React, which hands it on', () => {
  const { part, buttons, click } = setUp();
  for (const button of buttons) answerEarlyPress(part, click(button));
  for (const button of buttons) expect(button.click).not.toHaveBeenCalled();
});

it('repeats a press where something else is pressed just now', () => {
  const { part, buttons, click } = setUp();
  answerEarlyPress(part, click({} as EventTarget));
  expect(buttons[1]?.click).toHaveBeenCalledOnce();
});
