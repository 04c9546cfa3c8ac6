import type { DataOf } from '@tessera/remote-kit/api/paths.ts';

export type { HealthSample, HealthVerdict, ReleaseHealth, Traffic } from '@tessera/contracts/api/traffic.ts';
export type { HealthEvidence, HealthMetric, Rollout, RolloutStep } from '@tessera/contracts/rollout.ts';

export type TrafficOfAll = DataOf<'/api/admin/traffic'>;
export type ReleasedRemote = DataOf<'/api/admin/releases'>['remotes'][number];
export type ReleaseSummary = DataOf<'/api/admin/releases'>['items'][number];
export type ReleaseDetail = DataOf<'/api/admin/releases/{remote}/{version}'>;
export type ReleaseDiff = DataOf<'/api/admin/releases/{remote}/diff'>;
export type LogEntry = DataOf<'/api/admin/releases/{remote}/log'>['items'][number];
export type Override = DataOf<'/api/admin/overrides'>['items'][number];
export type DeployToken = DataOf<'/api/admin/deploy-tokens'>['items'][number];
