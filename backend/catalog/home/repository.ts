import type { HomeItem } from '../../table/home.ts';

export interface HomeRepository {
  find(): Promise<HomeItem | undefined>;
}
