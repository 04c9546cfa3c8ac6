import { provide } from '@tessera/federation/container/share-scope.ts';
import * as react from 'react';
import * as jsxRuntime from 'react/jsx-runtime';
import * as reactDom from 'react-dom';
import * as reactDomClient from 'react-dom/client';

/** What the shell shares with remotes: one React for the page, `react-dom/client` included, or each remote brings its own. */
export const shareScope = provide(
  { react, 'react/jsx-runtime': jsxRuntime, 'react-dom': reactDom, 'react-dom/client': reactDomClient },
  react.version,
  'shell',
);
