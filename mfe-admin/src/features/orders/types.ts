import type { SlicePaths } from '@tessera/remote-kit/api/paths.ts';

type Preview = SlicePaths['admin']['/api/admin/orders/{id}/refunds/preview']['post'];
export type RefundWish = NonNullable<Preview['requestBody']>['content']['application/json'];
export type RefundPreview = Preview['responses'][200]['content']['application/json'];
