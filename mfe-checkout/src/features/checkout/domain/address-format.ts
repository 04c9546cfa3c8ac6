import { caProvinces, type Regions, usStates } from './regions.ts';

export const addressFields = ['line1', 'line2', 'postalCode', 'city', 'region'] as const;
export type AddressField = (typeof addressFields)[number];

export interface FieldRule {
  field: AddressField;
  required: boolean;
}

export interface AddressFormat {
  /** Fields in the order the country writes them. */
  fields: readonly FieldRule[];
  regions: Regions | undefined;
  regionLabel: 'state' | 'province';
  postalLabel: 'zip' | 'postcode';
  /** What a postal code of the country looks like; spaces and case are the visitor's. */
  postalPattern: RegExp | undefined;
  postalExample: string | undefined;
}

interface Country {
  regions?: Regions;
  regionLabel?: 'state' | 'province';
  postalLabel?: 'zip';
  postal?: readonly [pattern: RegExp, example: string];
  order: 'postal-first' | 'city-first';
}

const fiveDigits = (example: string) => [/^\d{5}$/, example] as const;
const fourDigits = (example: string) => [/^\d{4}$/, example] as const;

const countries: Readonly<Record<string, Country>> = {
  US: {
    regions: usStates,
    regionLabel: 'state',
    postalLabel: 'zip',
    postal: [/^\d{5}(-\d{4})?$/, '94103'],
    order: 'city-first',
  },
  CA: {
    regions: caProvinces,
    regionLabel: 'province',
    postal: [/^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i, 'K1A 0B1'],
    order: 'city-first',
  },
  GB: { postal: [/^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i, 'SW1A 1AA'], order: 'city-first' },
  DE: { postal: fiveDigits('10115'), order: 'postal-first' },
  AT: { postal: fourDigits('1010'), order: 'postal-first' },
  CH: { postal: fourDigits('8001'), order: 'postal-first' },
  FR: { postal: fiveDigits('75001'), order: 'postal-first' },
  NL: { postal: [/^\d{4} ?[A-Z]{2}$/i, '1012 AB'], order: 'postal-first' },
  BE: { postal: fourDigits('1000'), order: 'postal-first' },
  IT: { postal: fiveDigits('00118'), order: 'postal-first' },
  ES: { postal: fiveDigits('28001'), order: 'postal-first' },
  SE: { postal: [/^\d{3} ?\d{2}$/, '111 22'], order: 'postal-first' },
  DK: { postal: fourDigits('1050'), order: 'postal-first' },
  NO: { postal: fourDigits('0150'), order: 'postal-first' },
  FI: { postal: fiveDigits('00100'), order: 'postal-first' },
  PL: { postal: [/^\d{2}-\d{3}$/, '00-001'], order: 'postal-first' },
  PT: { postal: [/^\d{4}-\d{3}$/, '1000-001'], order: 'postal-first' },
};

/** A country that isn't known here is asked for what most have, and nothing is refused. */
const unknown: Country = { order: 'postal-first' };

/**
 * What to ask for. Goods need a whole address. What is delivered by network needs only what tax is decided by: the country,
 * and in countries whose regions tax by themselves the region with its postal code.
 */
export function addressFormatOf(countryCode: string, needsDelivery: boolean): AddressFormat {
  const country = countries[countryCode] ?? unknown;
  return {
    fields: needsDelivery ? deliveryFields(country) : taxFields(country),
    regions: country.regions,
    regionLabel: country.regionLabel ?? 'province',
    postalLabel: country.postalLabel ?? 'postcode',
    postalPattern: country.postal?.[0],
    postalExample: country.postal?.[1],
  };
}

const required = (field: AddressField): FieldRule => ({ field, required: true });

const taxFields = ({ regions }: Country): FieldRule[] => (regions ? [required('region'), required('postalCode')] : []);

function deliveryFields({ regions, postal, order }: Country): FieldRule[] {
  const code: FieldRule = { field: 'postalCode', required: postal !== undefined };
  const street: FieldRule[] = [required('line1'), { field: 'line2', required: false }];
  if (order === 'postal-first') return [...street, code, required('city')];
  return [...street, required('city'), ...(regions ? [required('region')] : []), code];
}
