import type { DataOf } from '@tessera/remote-kit/api/paths.ts';

export type Overview = DataOf<'/api/admin/overview'>;
export type Flag = DataOf<'/api/admin/flags'>['items'][number];
export type OrderSummary = DataOf<'/api/admin/orders'>['items'][number];
export type Order = DataOf<'/api/admin/orders/{id}'>;
export type Work = DataOf<'/api/admin/catalog/works'>['items'][number];
export type ImportJob = DataOf<'/api/admin/catalog/import/{id}'>;
export type Domain = DataOf<'/api/admin/domains'>['items'][number];
export type Person = DataOf<'/api/admin/users'>['items'][number];
export type Role = Person['roles'][number];
