import { useLocation, useParams } from 'react-router';
import { kindName } from '../../shared/kind-words.ts';
import { paths } from '../../shared/paths.ts';
import { useText } from '../../shared/text.ts';
import { parseFilters } from './filters.ts';
import { Listing } from './listing.tsx';

export { browseHead as head } from './search-head.ts';

/** Everything of one kind. The kind is the page's own, so it is no filter here. */
export default function BrowsePage() {
  const t = useText();
  const { kind = '' } = useParams();
  const { chosen, ...rest } = parseFilters(new URLSearchParams(useLocation().search));
  const { kind: _ofThePath, ...others } = chosen;
  return (
    <Listing
      title={kindName(t, kind)}
      basePath={paths.browse(kind)}
      kind={kind}
      filters={{ ...rest, chosen: others }}
    />
  );
}
