import { adminApi } from '@tessera/contracts/api/admin.ts';
import { conflict, notFound } from '../../platform/errors.ts';
import type { SliceApp } from '../../platform/http.ts';
import type { DisputeRecord } from '../../table/dispute-record.ts';
import type { ScopeOf } from '../deps.ts';
import { may } from '../roles.ts';
import { toDisputeView } from './view.ts';

const maxTries = 5;

export function implementDisputes({ implement }: SliceApp, scopeOf: ScopeOf): void {
  implement(
    adminApi.answerDispute,
    async ({ tenantId, params, body, claims }) => {
      const { refunds, disputes, clock, audit } = scopeOf(tenantId);
      for (let attempt = 0; attempt < maxTries; attempt += 1) {
        const found = await refunds.read(params.id);
        if (!found) throw notFound();
        const dispute = requireUnanswered(found.order.dispute, body.disputeId);
        const requestedAt = clock().toISOString();
        const { failure: _, ...open } = dispute;
        const asked: DisputeRecord = { ...open, evidence: body.evidence, requestedAt, requestedBy: claims.userId };
        if ((await disputes.request(found.order, asked, requestedAt)) === 'raced') continue;
        await audit({ entity: params.id, what: 'dispute.answered', data: { disputeId: dispute.id } }, claims);
        return { status: 202, body: toDisputeView(asked, body.evidence) };
      }
      throw conflict('order_busy', 'This order is being changed. Try again in a moment.');
    },
    { roles: may.manage },
  );
}

/** The bank hears the shop once. What the provider did not take can be sent again. */
function requireUnanswered(dispute: DisputeRecord | undefined, disputeId: string): DisputeRecord {
  if (dispute?.id !== disputeId) throw conflict('not_disputed', 'This payment is not disputed in that way.');
  if (dispute.status !== 'needs_response') throw conflict('dispute_closed', 'The bank takes no answer any more.');
  const isAsked = dispute.requestedAt !== undefined && dispute.failure === undefined;
  if (isAsked || dispute.sentAt !== undefined)
    throw conflict('dispute_answered', 'The bank has been told already; it can be told once.');
  return dispute;
}
