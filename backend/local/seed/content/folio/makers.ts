import { maker } from '../build.ts';

export const makers = [
  maker({
    slug: 'edith-marrow',
    name: 'Edith Marrow',
    role: 'Author',
    palette: 'plum',
    bio: 'Edith Marrow writes novels about repairs: of clocks, of marriages, of a small town’s opinion of itself. She was a watchmaker for twenty years and still sets the time in other people’s houses.',
  }),
  maker({
    slug: 'tomas-reuter',
    name: 'Tomas Reuter',
    role: 'Author',
    palette: 'moss',
    bio: 'Tomas Reuter keeps a weather station in the Harz and has published what it taught him in five books of essays. He answers letters, eventually.',
  }),
  maker({
    slug: 'noor-haddad',
    name: 'Noor Haddad',
    role: 'Author',
    palette: 'rose',
    bio: 'Noor Haddad is a sound archivist turned essayist. Her books listen to libraries, border posts, kitchens and the first snow.',
  }),
  maker({
    slug: 'ilse-vandermeer',
    name: 'Ilse Vandermeer',
    role: 'Author',
    palette: 'tide',
    bio: 'Ilse Vandermeer invents detectives who would rather be doing something else. Her novels of the Ghent canal police have been read in bed by a great many people with work in the morning.',
  }),
  maker({
    slug: 'jonah-adeyemi',
    name: 'Jonah Adeyemi',
    role: 'Author',
    palette: 'citrus',
    bio: 'Jonah Adeyemi writes science fiction in which the future is mostly maintenance. Former railway engineer; still stops to read timetables.',
  }),
  maker({
    slug: 'clara-weiss',
    name: 'Clara Weiß',
    role: 'Narrator and author',
    palette: 'dusk',
    bio: 'Clara Weiß has narrated more than a hundred audiobooks and written three of them. She records at night, when the trams are asleep.',
  }),
  maker({
    slug: 'pieter-holm',
    name: 'Pieter Holm',
    role: 'Cook and author',
    palette: 'orchard',
    bio: 'Pieter Holm cooked on lightships until the last one was switched off. His books are for small stoves and changeable weather.',
  }),
  maker({
    slug: 'mei-tanaka',
    name: 'Mei Tanaka',
    role: 'Illustrator and author',
    palette: 'chalk',
    bio: 'Mei Tanaka draws what people carry. Her picture books have few words and are read aloud many times.',
  }),
] as const;
