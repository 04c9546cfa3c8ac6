import type { TelemetryEvent } from '@tessera/contracts/telemetry.ts';

export interface TelemetrySink {
  record(event: TelemetryEvent, page: { tenantId: string; releaseSet: string }): void;
}
