import { html, type Html } from '../pages/html.ts';
import type { Messages } from './messages.ts';

/** Numbers to try, where a newcomer needs them. */
export const renderTestCards = ({ testCards, cards, cardsHint }: Messages): Html =>
  html`<details>
    <summary>${testCards}</summary>
    <dl class="cards">
      ${row('4242 4242 4242 4242', cards.good)} ${row('4000 0000 0000 0002', cards.declined)}
      ${row('4000 0000 0000 9995', cards.funds)} ${row('4000 0025 0000 3155', cards.challenge)}
      ${row('4000 0000 0000 3220', cards.challenge)} ${row('4000 0000 0000 0069', cards.expired)}
      ${row('4000 0000 0000 0127', cards.cvc)}
    </dl>
    <p class="cards muted">${cardsHint}</p>
  </details>`;

const row = (number: string, what: string): Html =>
  html`<div>
    <dt>${number}</dt>
    <dd>${what}</dd>
  </div>`;
