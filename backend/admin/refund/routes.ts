import { totalOf } from '@tessera/commerce/refund/plan-refund.ts';
import { adminApi } from '@tessera/contracts/api/admin.ts';
import { notFound } from '../../platform/errors.ts';
import type { SliceApp } from '../../platform/http.ts';
import { fingerprintOf, runIdempotently } from '../../platform/idempotency.ts';
import type { ScopeOf } from '../deps.ts';
import { may } from '../roles.ts';
import { leftOf, planFor } from './plan.ts';
import { toProblem } from './refusal.ts';
import { requestRefund } from './request-refund.ts';
import { toPreview } from './views.ts';

export function implementRefunds({ implement }: SliceApp, scopeOf: ScopeOf): void {
  implement(
    adminApi.previewRefund,
    async ({ tenantId, params, body }) => {
      const found = await scopeOf(tenantId).refunds.read(params.id);
      if (!found) throw notFound();
      const { order, refunds } = found;
      const plan = planFor(order, refunds, body);
      if (!plan.ok) throw toProblem(plan.reason);
      const left = totalOf(leftOf(order, refunds)) - plan.amountMinor;
      return { status: 200, body: toPreview(order, plan.shares, left) };
    },
    { roles: may.manage },
  );

  implement(
    adminApi.refund,
    async ({ tenantId, params, body, headers, claims }) => {
      const scope = scopeOf(tenantId);
      const request = {
        scope: `admin.refund:${params.id}`,
        key: headers['idempotency-key'],
        fingerprint: fingerprintOf(body),
      };
      const answer = await runIdempotently(scope.idempotency, request, () =>
        requestRefund(scope, { orderId: params.id, body, request, claims }),
      );
      return { status: 202, body: adminApi.refund.ok[202].parse(answer.body) };
    },
    { roles: may.manage },
  );
}
