import { useBoot } from '@tessera/remote-kit/contexts/hooks.ts';
import { useGo } from '@tessera/remote-kit/router/use-go.ts';
import { SelectField } from '@tessera/ui/select-field.tsx';
import { paths, withQuery } from '../../shared/paths.ts';
import { lastMonths } from './months.ts';
import { useBooksText } from './text.ts';

const offered = 24;

/** The month is in the address, so that a page can be kept and shared. */
export function MonthField({ month }: { month: string }) {
  const t = useBooksText();
  const go = useGo();
  const { locale } = useBoot();
  const format = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const months = lastMonths(new Date(), offered);
  return (
    <SelectField
      label={t('books.month')}
      value={month}
      onChange={(event) => go(withQuery(paths.books, { month: event.target.value }), { replace: true })}
      options={(months.includes(month) ? months : [month, ...months]).map((value) => ({
        value,
        label: format.format(new Date(`${value}-01T00:00:00Z`)),
      }))}
    />
  );
}
