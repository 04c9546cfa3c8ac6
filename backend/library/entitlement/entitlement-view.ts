import type { EntitlementView } from '@tessera/contracts/api/library.ts';
import type { AssetItem } from '../../table/asset.ts';
import type { EntitlementRecord } from '../../table/entitlement-record.ts';
import { stateAt } from './entitlements.ts';

export function toEntitlementView(
  entitlement: EntitlementRecord,
  assets: readonly AssetItem[],
  now: Date,
): EntitlementView {
  const { line } = entitlement;
  return {
    id: entitlement.entitlementId,
    state: stateAt(entitlement, now),
    workId: line.workId,
    slug: line.slug,
    kind: line.kind,
    title: line.title,
    productTitle: line.productTitle,
    makers: line.makers,
    cover: line.cover,
    orderId: entitlement.orderId,
    grantedAt: entitlement.grantedAt,
    ...(entitlement.endsAt === undefined ? {} : { validUntil: entitlement.endsAt }),
    ...(entitlement.via === undefined ? {} : { via: entitlement.via }),
    licence: line.licence,
    assets: assets.map(({ assetId, name, format, contentType, bytes }) => ({
      id: assetId,
      name,
      format,
      contentType,
      bytes,
      actions: actionsOf(contentType),
    })),
  };
}

type Action = EntitlementView['assets'][number]['actions'][number];

function actionsOf(contentType: string): Action[] {
  if (/^(audio|video)\//.test(contentType)) return ['download', 'play'];
  if (contentType === 'application/pdf' || contentType === 'application/epub+zip') return ['download', 'read'];
  return ['download'];
}
