import { sessionApi } from '@tessera/contracts/api/session.ts';
import type { SliceApp } from '../../platform/http.ts';
import type { TelemetrySink } from './sink.ts';

const maxBodyBytes = 32 * 1024;

/** A beacon carries no headers of ours, so its Origin alone is checked. */
export function implementTelemetry({ implement }: SliceApp, sink: TelemetrySink): void {
  implement(
    sessionApi.telemetry,
    ({ tenantId, body }) => {
      for (const event of body.events) sink.record(event, { tenantId, releaseSet: body.releaseSet });
      return { status: 202 };
    },
    { csrf: false, maxBodyBytes },
  );
}
