import { maker } from '../build.ts';

export const makers = [
  maker({
    slug: 'mara-lindqvist',
    name: 'Mara Lindqvist',
    role: 'Songwriter',
    palette: 'tide',
    bio: 'Mara Lindqvist writes on a harmonium bought from a closing chapel and records with the windows open. Her songs are about ferries, siblings and the last hour of daylight. She lives in Gothenburg and tours by train.',
  }),
  maker({
    slug: 'the-night-ferries',
    name: 'The Night Ferries',
    role: 'Band',
    palette: 'ink',
    bio: 'Four people who met on a car deck in a storm and kept the band. Loud guitars, tape hiss, one drum machine that only knows waltzes.',
  }),
  maker({
    slug: 'okoro-trio',
    name: 'Okoro Trio',
    role: 'Jazz trio',
    palette: 'ember',
    bio: 'Piano, double bass and a drummer who listens. Chidi Okoro’s trio plays standards nobody wrote yet and has never used a set list twice.',
  }),
  maker({
    slug: 'juniper-vale',
    name: 'Juniper Vale',
    role: 'Producer',
    palette: 'dusk',
    bio: 'Juniper Vale makes patient electronic music out of field recordings: kettles, lifts, rain on a caravan. Each album is made in one place and named after what could be heard there.',
  }),
  maker({
    slug: 'costa-brava-social',
    name: 'Costa Brava Social',
    role: 'Orchestra',
    palette: 'citrus',
    bio: 'Eleven players, one trumpet too many, and a repertoire for weddings that have gone on too long. Recorded live, because nobody would sit still otherwise.',
  }),
  maker({
    slug: 'ada-brunn',
    name: 'Ada Brunn',
    role: 'Pianist',
    palette: 'chalk',
    bio: 'Ada Brunn plays upright pianos with felt on the hammers and the pedals showing. She collects instruments that schools throw away and records each of them once.',
  }),
  maker({
    slug: 'paper-lanterns',
    name: 'Paper Lanterns',
    role: 'Duo',
    palette: 'rose',
    bio: 'Two voices, one microphone. Paper Lanterns sing close harmony in a kitchen in Leith and leave the kettle in the mix.',
  }),
  maker({
    slug: 'desmond-quill',
    name: 'Desmond Quill',
    role: 'Guitarist',
    palette: 'moss',
    bio: 'Desmond Quill walked the length of the Pennines with a parlour guitar and wrote a tune at every trig point. He is still walking.',
  }),
] as const;
