import { z } from 'zod';

export const env = {
  TABLE_NAME: z.string().min(1),
  MEDIA_BUCKET: z.string().min(1),
  UPLOADS_BUCKET: z.string().min(1),
};
