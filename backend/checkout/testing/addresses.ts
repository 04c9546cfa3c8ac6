export const address = {
  name: 'Ada',
  line1: '1 Main St',
  city: 'Seattle',
  region: 'WA',
  postalCode: '98101',
  country: 'US',
};
export const germanAddress = { name: 'Ada', line1: 'Hauptstr. 1', city: 'Berlin', postalCode: '10115', country: 'DE' };
