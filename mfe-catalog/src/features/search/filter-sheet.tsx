import { Button } from '@tessera/ui/button.tsx';
import { FilterIcon } from '@tessera/ui/icons/filter.tsx';
import { Sheet } from '@tessera/ui/sheet.tsx';
import { type ReactNode, useState } from 'react';
import { useText } from '../../shared/text.ts';
import { countChoices, type Filters } from './filters.ts';
import styles from './listing.module.css';

interface FilterSheetProps {
  filters: Filters;
  total: number;
  children: ReactNode;
}

/** The filters where there is no room for them beside the results. Stays open while choosing; says how many remain. */
export function FilterSheet({ filters, total, children }: FilterSheetProps) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <div className={styles.filters}>
      <Button wide aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <FilterIcon />
        {t('search.filtersCount', { n: countChoices(filters) })}
      </Button>
      <Sheet
        open={open}
        onClose={close}
        title={t('search.filters')}
        closeLabel={t('search.close')}
        footer={
          <Button variant="primary" wide onClick={close}>
            {t('search.show', { n: total })}
          </Button>
        }
      >
        {open ? children : null}
      </Sheet>
    </div>
  );
}
