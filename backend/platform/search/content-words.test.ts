import { describe, expect, test } from 'vitest';
import { contentWordsOf, coverageOf } from './content-words.ts';

test('keeps what a question is about', () => {
  expect(contentWordsOf('How do I get a refund?')).toEqual(['refund']);
  expect(contentWordsOf('Wie bekomme ich mein Geld zurück?')).toEqual(['geld', 'zuruck']);
  expect(contentWordsOf('كيف أسترد نقودي؟')).toEqual(['استرد', 'نقودي']);
});

describe('a text speaks of a question', () => {
  test.each([
    ['Warum wurde die Zahlung abgelehnt?', 'Ihre Bank hat die Zahlung abgelehnt, und es wurde nichts abgebucht.', 0.66],
    ['Wie läuft eine Erstattung?', 'Wir erstatten auf die Karte.', 0.5],
    ['Passwort vergessen', 'Ich habe mein Passwort vergessen', 1],
    ['أريد إغلاق الحساب', 'كيف أغلق حسابي؟ نحذف الحساب خلال 30 يوماً', 0.33],
    ['متى تصل النقود؟', 'متى تصل النقود؟ نرد المبلغ إلى البطاقة', 1],
  ])('%s', (question, text, least) => {
    expect(coverageOf(question, text)).toBeGreaterThanOrEqual(least);
  });

  test.each([
    ['Wie ist das Wetter morgen?', 'Wir erstatten auf die Karte, mit der Sie bezahlt haben.'],
    ['ما عاصمة فرنسا؟', 'راسلنا خلال 14 يوماً من الشراء واذكر رقم طلبك.'],
    ['?', 'Anything at all'],
  ])('not of %s', (question, text) => {
    expect(coverageOf(question, text)).toBe(0);
  });
});
