import type { TelemetryEvent } from '@tessera/contracts/telemetry.ts';

export interface TelemetryPage {
  tenantId: string;
  releaseSet: string;
  /** It has a remote from elsewhere. */
  override: boolean;
}

export interface TelemetrySink {
  record(event: TelemetryEvent, page: TelemetryPage): void;
}
