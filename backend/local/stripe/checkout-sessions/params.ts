import { z } from 'zod';
import { bool, email, integer, metadata, text, url } from '../api/params.ts';
import { priceDataParams } from '../prices/price.ts';

const off = z.strictObject({ enabled: z.enum(['false']).transform(() => false) });
const hexColor = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'expected a colour like #1a2b3c');
const fontFamilies = [
  ...['be_vietnam_pro', 'bitter', 'chakra_petch', 'default', 'hahmlet', 'inconsolata', 'inter', 'lato', 'lora'],
  ...['m_plus_1_code', 'montserrat', 'noto_sans', 'noto_sans_jp', 'noto_serif', 'nunito', 'open_sans', 'pridi'],
  ...['pt_sans', 'pt_serif', 'raleway', 'roboto', 'roboto_slab', 'source_sans_pro', 'titillium_web'],
  ...['ubuntu_mono', 'zen_maru_gothic'],
] as const;
const customText = z.strictObject({ message: text(1200) });

/** Only what the hosted page really does is taken; anything else is an unknown parameter, never ignored. */
export const createSessionParams = z.strictObject({
  mode: z.enum(['payment', 'subscription']),
  ui_mode: z.enum(['hosted_page']).optional(),
  line_items: z
    .array(
      z.strictObject({
        price: text(200).optional(),
        price_data: priceDataParams.optional(),
        quantity: integer({ min: 1, max: 999_999 }),
      }),
    )
    .min(1),
  success_url: url,
  cancel_url: url.optional(),
  client_reference_id: text(200).optional(),
  customer: text(200).optional(),
  customer_email: email.optional(),
  customer_creation: z.enum(['always', 'if_required']).optional(),
  expires_at: integer().optional(),
  locale: text(10).optional(),
  metadata: metadata.optional(),
  payment_intent_data: z
    .strictObject({
      description: text(1000).optional(),
      metadata: metadata.optional(),
      receipt_email: email.optional(),
      statement_descriptor: text(22).optional(),
      statement_descriptor_suffix: text(22).optional(),
      transfer_group: text().optional(),
    })
    .optional(),
  subscription_data: z.strictObject({ description: text(500).optional(), metadata: metadata.optional() }).optional(),
  payment_method_types: z.array(z.enum(['card'])).optional(),
  submit_type: z.enum(['auto', 'pay']).optional(),
  billing_address_collection: z.enum(['auto', 'required']).optional(),
  allow_promotion_codes: z
    .enum(['false'])
    .transform(() => false)
    .optional(),
  /** One, and not beside `allow_promotion_codes`. */
  discounts: z
    .array(z.strictObject({ coupon: text(200) }))
    .max(1)
    .optional(),
  automatic_tax: off.optional(),
  adaptive_pricing: z.strictObject({ enabled: bool }).optional(),
  invoice_creation: off.optional(),
  phone_number_collection: off.optional(),
  tax_id_collection: off.optional(),
  branding_settings: z
    .strictObject({
      display_name: text(250).optional(),
      background_color: hexColor.optional(),
      button_color: hexColor.optional(),
      border_style: z.enum(['pill', 'rectangular', 'rounded']).optional(),
      font_family: z.enum(fontFamilies).optional(),
    })
    .optional(),
  custom_text: z.strictObject({ submit: customText.optional(), after_submit: customText.optional() }).optional(),
});
export type CreateSessionParams = z.infer<typeof createSessionParams>;

/** Of all lines in `payment` mode; of either sort in `subscription` mode. */
export const maxLines = { payment: 100, subscription: 20 } as const;
