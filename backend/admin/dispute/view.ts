import type { DisputeView } from '@tessera/contracts/api/disputes.ts';
import type { z } from 'zod';
import type { DisputeEvidence, DisputeRecord } from '../../table/dispute-record.ts';

export function toDisputeView(dispute: DisputeRecord, draft: DisputeEvidence): z.infer<typeof DisputeView> {
  const { id, status, inquiry, reason, currency, amountMinor, openedAt } = dispute;
  const { dueBy, evidence = draft, requestedAt, sentAt, failure } = dispute;
  return {
    ...{ id, status, inquiry, reason, openedAt, evidence },
    amount: { amountMinor, currency },
    ...(dueBy === undefined ? {} : { dueBy }),
    ...(requestedAt === undefined ? {} : { requestedAt }),
    ...(sentAt === undefined ? {} : { sentAt }),
    ...(failure === undefined ? {} : { failure }),
  };
}
