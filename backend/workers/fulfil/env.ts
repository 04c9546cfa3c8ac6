import { z } from 'zod';

export const env = {
  TABLE_NAME: z.string().min(1),
  ASSETS_BUCKET: z.string().min(1),
  MAIL_FROM: z.string().min(3),
};
