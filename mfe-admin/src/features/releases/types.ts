import type { DataOf } from '@tessera/remote-kit/api/paths.ts';

export type { HealthEvidence, HealthMetric } from '@tessera/contracts/rollout.ts';

export type TrafficOfAll = DataOf<'/api/admin/traffic'>;
export type Traffic = TrafficOfAll['items'][number];
export type Rollout = NonNullable<Traffic['rollout']>;
export type RolloutStep = NonNullable<Rollout['plan']>[number];
export type ReleaseHealth = DataOf<'/api/admin/releases/{remote}/health'>;
export type HealthSample = NonNullable<ReleaseHealth['points'][number]['stable']>;
export type HealthVerdict = NonNullable<ReleaseHealth['verdict']>;
export type ReleasedRemote = DataOf<'/api/admin/releases'>['remotes'][number];
export type ReleaseSummary = DataOf<'/api/admin/releases'>['items'][number];
export type ReleaseDetail = DataOf<'/api/admin/releases/{remote}/{version}'>;
export type ReleaseDiff = DataOf<'/api/admin/releases/{remote}/diff'>;
export type LogEntry = DataOf<'/api/admin/releases/{remote}/log'>['items'][number];
export type Override = DataOf<'/api/admin/overrides'>['items'][number];
export type DeployToken = DataOf<'/api/admin/deploy-tokens'>['items'][number];
