import type { DataOf } from '@tessera/remote-kit/api/paths.ts';

export type Discount = DataOf<'/api/admin/discounts'>['items'][number];
export type DiscountRule = Discount['rule'];
