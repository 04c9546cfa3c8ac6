import { useGo } from '@tessera/remote-kit/router/use-go.ts';
import { SelectField } from '@tessera/ui/select-field.tsx';
import { useText } from '../../shared/text.ts';
import { type Filters, sorts } from './filters.ts';
import styles from './listing.module.css';

interface SortFieldProps {
  filters: Filters;
  toPath(filters: Filters): string;
}

export function SortField({ filters, toPath }: SortFieldProps) {
  const t = useText();
  const go = useGo();
  const choose = (value: string) => {
    const sort = sorts.find((known) => known === value);
    if (sort) go(toPath({ ...filters, sort }), { replace: true });
  };
  return (
    <SelectField
      className={styles.sort}
      label={t('search.sort')}
      labelHidden
      value={filters.sort}
      options={sorts.map((sort) => ({ value: sort, label: t(`search.sort.${sort}`) }))}
      onChange={(event) => choose(event.target.value)}
    />
  );
}
