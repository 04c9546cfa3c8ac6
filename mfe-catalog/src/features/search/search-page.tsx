import { useLocation } from 'react-router';
import { paths } from '../../shared/paths.ts';
import { useText } from '../../shared/text.ts';
import { parseFilters } from './filters.ts';
import { Listing } from './listing.tsx';

export { searchHead as head } from './search-head.ts';

export default function SearchPage() {
  const t = useText();
  const filters = parseFilters(new URLSearchParams(useLocation().search));
  const title = filters.q ? t('search.resultsFor', { q: filters.q }) : t('search.everything');
  return <Listing title={title} basePath={paths.search()} filters={filters} />;
}
