export { satisfies } from '@tessera/contracts/satisfies.ts';
