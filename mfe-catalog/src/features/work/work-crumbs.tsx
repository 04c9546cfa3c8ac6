import type { WorkDetail } from '@tessera/contracts/api/catalog.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { Breadcrumbs } from '@tessera/ui/breadcrumbs.tsx';
import { kindName } from '../../shared/kind-words.ts';
import { paths } from '../../shared/paths.ts';
import { useText } from '../../shared/text.ts';

export function WorkCrumbs({ work }: { work: Pick<WorkDetail, 'kind' | 'title'> }) {
  const t = useText();
  return (
    <Breadcrumbs
      label={t('work.breadcrumbs')}
      links={[
        <Link key="home" to={paths.home}>
          {t('work.home')}
        </Link>,
        <Link key="kind" to={paths.browse(work.kind)}>
          {kindName(t, work.kind)}
        </Link>,
      ]}
      current={work.title}
    />
  );
}
