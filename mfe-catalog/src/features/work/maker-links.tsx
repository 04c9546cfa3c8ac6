import type { MakerRef } from '@tessera/contracts/api/common.ts';
import { Link } from '@tessera/remote-kit/router/link.tsx';
import { paths } from '../../shared/paths.ts';
import styles from './work-header.module.css';

export const MakerLinks = ({ makers }: { makers: readonly MakerRef[] }) => (
  <ul className={styles.makers}>
    {makers.map(({ id, slug, name }) => (
      <li key={id}>
        <Link to={paths.artist(slug)}>
          <bdi>{name}</bdi>
        </Link>
      </li>
    ))}
  </ul>
);
