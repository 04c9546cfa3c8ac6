import { useBoot } from '@tessera/remote-kit/contexts/hooks.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { buttonClasses } from '@tessera/ui/button-classes.ts';
import { EmptyState } from '@tessera/ui/empty-state.tsx';
import { SearchIcon } from '@tessera/ui/icons/search.tsx';
import { kindName } from '../../shared/kind-words.ts';
import { paths } from '../../shared/paths.ts';
import { useText } from '../../shared/text.ts';
import { countChoices, type Filters, withoutChoices } from './filters.ts';

interface EmptyResultsProps {
  filters: Filters;
  didYouMean: string | undefined;
  toPath(filters: Filters): string;
}

/** Nothing found, and three ways on: the spelling we know, fewer filters, or a shelf. */
export function EmptyResults({ filters, didYouMean, toPath }: EmptyResultsProps) {
  const t = useText();
  const { kinds } = useBoot().tenant;
  const icon = <SearchIcon width="26" height="26" />;
  if (countChoices(filters) > 0)
    return (
      <EmptyState
        icon={icon}
        title={t('search.emptyFiltered')}
        text={t('search.emptyFilteredText')}
        actions={
          <Link className={buttonClasses({ variant: 'primary' })} to={toPath(withoutChoices(filters))}>
            {t('search.clear')}
          </Link>
        }
      />
    );
  return (
    <EmptyState
      icon={icon}
      title={filters.q ? t('search.empty', { q: filters.q }) : t('search.emptyKind')}
      text={
        didYouMean ? (
          <>
            {t('search.didYouMean')} <Link to={toPath({ ...filters, q: didYouMean })}>{didYouMean}</Link>?
          </>
        ) : (
          t('search.emptyText')
        )
      }
      actions={kinds.map((kind) => (
        <Link key={kind} className={buttonClasses({ size: 'small' })} to={paths.browse(kind)}>
          {kindName(t, kind)}
        </Link>
      ))}
    />
  );
}
