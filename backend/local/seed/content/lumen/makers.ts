import { maker } from '../build.ts';

export const makers = [
  maker({
    slug: 'lumen-films',
    name: 'Lumen Films',
    role: 'House',
    palette: 'ink',
    bio: 'Lumen Films shows small films on any screen. Started in a former projection room above a bakery, which is why the early prints smell of bread.',
  }),
  maker({
    slug: 'ines-ferrar',
    name: 'Inés Ferrar',
    role: 'Director',
    palette: 'tide',
    bio: 'Inés Ferrar films islands and the people who have run out of reasons to leave them. Shoots on short ends, edits in the boathouse, invites the whole village to the first screening.',
  }),
  maker({
    slug: 'joon-park',
    name: 'Joon Park',
    role: 'Director',
    palette: 'rose',
    bio: 'Joon Park builds paper cities and photographs them one frame at a time. A minute takes a month; the films are short and the credits are not.',
  }),
  maker({
    slug: 'leo-sand',
    name: 'Leo Sand',
    role: 'Director',
    palette: 'sand',
    bio: 'Leo Sand drives north until the road stops and films what is there. His road movies contain very little road.',
  }),
  maker({
    slug: 'amara-diallo',
    name: 'Amara Diallo',
    role: 'Director',
    palette: 'ember',
    bio: 'Amara Diallo came to documentary from nursing and still asks the second question. Her portraits are of hands first.',
  }),
  maker({
    slug: 'north-window',
    name: 'North Window Collective',
    role: 'Collective',
    palette: 'polar',
    bio: 'Seven filmmakers with one camera and a rota. Everything is signed by everybody, including the arguments.',
  }),
  maker({
    slug: 'priya-nair',
    name: 'Priya Nair',
    role: 'Teacher',
    palette: 'citrus',
    bio: 'Priya Nair has taught cinematography in three countries and believes that light can be explained with a torch and an orange.',
  }),
  maker({
    slug: 'gil-tremblay',
    name: 'Gil Tremblay',
    role: 'Sound designer',
    palette: 'moss',
    bio: 'Gil Tremblay records doors. He has four thousand of them, and a podcast in which he opens one a week.',
  }),
] as const;
