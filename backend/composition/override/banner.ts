import type { Locale } from '@tessera/contracts/tenant.ts';
import { element, escapeHtml } from '../document/html.ts';
import type { InForce } from '../registry/override/in-force.ts';

interface Words {
  label: string;
  text(remote: string, origin: string, until: string): string;
  leave: string;
}

const words: Record<Locale, Words> = {
  en: {
    label: 'Override',
    text: (remote, origin, until) => `You see ${remote} from ${origin} until ${until}.`,
    leave: 'Leave',
  },
  de: {
    label: 'Überschreibung',
    text: (remote, origin, until) => `Sie sehen ${remote} von ${origin} bis ${until}.`,
    leave: 'Verlassen',
  },
  ar: {
    label: 'تجاوز',
    text: (remote, origin, until) => `أنت ترى ${remote} من ${origin} حتى ${until}.`,
    leave: 'مغادرة',
  },
};

/**
 * Says above the page what it is. It is part of the document and needs no script, so that a remote that breaks the page
 * can be left all the same.
 *
 * @param returnTo path and search to come back to
 */
export function bannerHtml({ remote, origin, until }: InForce, locale: Locale, returnTo: string): string {
  const { label, text, leave } = words[locale];
  const isolated = (value: string) => element('bdi', {}, escapeHtml(value));
  const time = element('time', { datetime: until }, escapeHtml(timeOf(until, locale)));
  const action = `/api/admin/overrides/leave?return_to=${encodeURIComponent(returnTo)}`;
  return element(
    'aside',
    { class: 'document-override', 'aria-label': label },
    element('p', {}, text(isolated(remote), isolated(origin), time)) +
      element('form', { method: 'post', action }, element('button', {}, escapeHtml(leave))),
  );
}

/** The document does not know its reader's clock, so it names the one it means. */
const timeOf = (until: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
    timeZoneName: 'short',
  }).format(new Date(until));

export const bannerStyle = [
  '@layer base{',
  '.document-override{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.5rem 1rem;',
  'padding:.5rem 1rem;background:var(--text);color:var(--surface);font-size:.875rem}',
  '.document-override p{margin:0;overflow-wrap:anywhere}',
  '.document-override form{margin:0}',
  '.document-override button{min-block-size:2.75rem;padding-inline:1rem;border:1px solid currentcolor;',
  'border-radius:var(--radius);background:none;color:inherit;font:inherit;cursor:pointer}',
  '.document-override button:focus-visible{outline:2px solid currentcolor;outline-offset:2px}',
  '}',
].join('');
