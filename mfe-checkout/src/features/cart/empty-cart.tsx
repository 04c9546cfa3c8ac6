import { useBoot } from '@tessera/remote-kit/contexts/hooks.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { buttonClasses } from '@tessera/ui/button-classes.ts';
import { EmptyState } from '@tessera/ui/empty-state.tsx';
import { CartIcon } from '@tessera/ui/icons/cart.tsx';
import { paths } from '../../shared/paths.ts';
import { useText } from '../../shared/text.ts';

export function EmptyCart() {
  const t = useText();
  const [firstKind] = useBoot().tenant.kinds;
  return (
    <EmptyState
      headingLevel="h1"
      icon={<CartIcon width="26" height="26" />}
      title={t('cart.empty')}
      text={t('cart.emptyText')}
      actions={
        <>
          <Link
            className={buttonClasses({ variant: 'primary' })}
            to={firstKind === undefined ? paths.home : paths.browse(firstKind)}
          >
            {t('cart.browse')}
          </Link>
          <Link className={buttonClasses({})} to={paths.library}>
            {t('order.toLibrary')}
          </Link>
        </>
      }
    />
  );
}
