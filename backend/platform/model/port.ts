/** A passage the model may answer from; `number` is how it is cited. */
export interface GroundedPassage {
  number: number;
  title: string;
  heading: string;
  text: string;
}

export interface GroundedQuestion {
  question: string;
  passages: readonly GroundedPassage[];
  /** Earlier turns, oldest first. */
  history: readonly { from: 'visitor' | 'assistant'; text: string }[];
  locale: string;
  shopName: string;
  signal?: AbortSignal;
}

/** A language model: meanings of texts, and answers that stay within what they are given. */
export interface LanguageModel {
  /** One vector per text, all of one length; none at all in a language whose meanings the model does not know. */
  embed(texts: readonly string[], locale: string): Promise<readonly (readonly number[])[]>;
  /** Streams an answer in pieces; sources are cited as `[1]`. An answer of {@link unknownAnswer} means that the passages hold none. */
  answer(question: GroundedQuestion): AsyncIterable<string>;
}

/** What the model is told to say, alone, when the passages do not answer. */
export const unknownAnswer = 'UNKNOWN';
