import { sessionApi } from '@tessera/contracts/api/session.ts';
import { cookies } from '@tessera/contracts/http.ts';
import { toSeconds, type Clock } from '../../platform/clock.ts';
import type { SliceApp } from '../../platform/http.ts';
import type { TenantSigningKeys } from '../../platform/tenant-signature.ts';
import type { PageViewCounter } from './count-page-view.ts';
import { readPageView } from './page-view-token.ts';
import type { TelemetrySink } from './sink.ts';

const maxBodyBytes = 32 * 1024;

export interface TelemetryOptions {
  telemetry: TelemetrySink;
  pageViews: PageViewCounter;
  tenantKeys: TenantSigningKeys;
  clock: Clock;
}

/**
 * A beacon carries no headers of ours, so its Origin alone is checked. Everything is logged; only what comes with the
 * token of its page view, and without an override, counts for or against a release. The answer does not tell which.
 */
export function implementTelemetry({ implement }: SliceApp, options: TelemetryOptions): void {
  implement(
    sessionApi.telemetry,
    async ({ tenantId, body, cookie }) => {
      const { releaseSet, pageView: token, events } = body;
      // The browser's cookie says so too, where the page would not.
      const override = body.override === true || cookie(cookies.override) !== undefined;
      for (const event of events) options.telemetry.record(event, { tenantId, releaseSet, override });
      if (override) return { status: 202 };
      const now = options.clock();
      const view = token && readPageView(token, { tenantId, nowSeconds: toSeconds(now) }, options.tenantKeys);
      if (view && view.setId === releaseSet) await options.pageViews.count(tenantId, view, events, now);
      return { status: 202 };
    },
    { csrf: false, maxBodyBytes, routeClass: 'beacon' },
  );
}
