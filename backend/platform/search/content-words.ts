/** Words that a question is made with and that say nothing of what it is about. */
const functionWords = new Set(
  [
    'a an and any are as at be been but by can could did do does for from get got had has have how i if in is it its me',
    'my of on or our please should so than that the their them there they this to us was we were what when where which',
    'who why will with would you your',
    'aber alle als am an auch auf aus bei bekomme bekommen bin bitte da das dass dem den der des dich die dies diese du',
    'ein eine einem einen einer er es etwas fur geht gibt habe haben hat ich ihr ihre im in ist ja kann kannst lauft man',
    'mein meine meinem meinen meiner mich mir mit nach nicht noch nur oder sein sie sind so um und uns von vor war warum was',
    'wann welche welcher wenn wer werden wie wieder will wir wird wo zu zum zur',
    'أن إن أنا أو أي أين إذا إلى التي الذي الى ان او اي اين اذا ب بعد بين ثم حتى عن على علي عند عندما غير في قبل قد كان',
    'كل كم كيف لا لم لماذا ليس ما ماذا متى متي مع من نحن هذا هذه هل هنا هو هي و يا يمكن يمكنني لي لك',
  ].flatMap((line) => line.split(' ').map(plain)),
);

/** Words of any script without case, accents and vowel signs, and without those that every question is made with. */
export const contentWordsOf = (text: string): string[] =>
  (plain(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !functionWords.has(word)).map(withoutArticle);

/** How much of the question a text speaks of: the share of its content words that occur there, from 0 to 1. */
export function coverageOf(question: string, text: string): number {
  const asked = [...new Set(contentWordsOf(question))];
  const said = contentWordsOf(text);
  const found = asked.filter((word) => said.some((other) => isSameWord(word, other)));
  return asked.length === 0 ? 0 : found.length / asked.length;
}

/** "refund" and "refunds", "Erstattung" and "erstatten": what they begin with is a word already. */
export function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const stem = Math.max(4, Math.min(one.length, other.length) - 2);
  return Math.abs(one.length - other.length) <= 4 && one.length >= stem && one.slice(0, stem) === other.slice(0, stem);
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** The Arabic article and the letters that stand before it belong to no word. */
const withoutArticle = (word: string): string => word.replace(/^[وفبك]?(?:ال|لل)(?=\p{L}{3})/u, '');
