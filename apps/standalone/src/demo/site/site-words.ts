import type { PageKind } from '@isegoria/contracts';
import type { DemoCategory } from '../categories/demo-categories';
import type { DemoUnit } from '../demo-content';
import type { DemoPicture } from '../pictures/demo-pictures';

/** A page of the demo site, with those below it. */
export interface SitePage {
  readonly address: string;
  readonly unit?: DemoUnit;
  readonly kind?: PageKind;
  readonly about?: readonly DemoCategory[];
  readonly title: string;
  readonly body: string;
  readonly picture?: { readonly name: DemoPicture; readonly alt: string };
  readonly below?: readonly SitePage[];
}

const permits: SitePage = {
  address: 'permits',
  unit: 'water',
  kind: 'guide',
  about: ['water', 'lakes'],
  title: 'Permits for lakes and rivers',
  body:
    'Whoever builds a landing stage, takes water from a river or lets water into one needs a permit. This guide says who needs one, how ' +
    'to ask for it, what it costs and what you can do if it is refused.\n\nMost people have an answer within six weeks.',
  below: [
    {
      address: 'who-needs-one',
      unit: 'water',
      title: 'Who needs a permit',
      body:
        'You need a permit if you\n\n- build or enlarge a landing stage, a boathouse or a wall on the shore,\n- take more than 20 cubic ' +
        'metres of water a day,\n- let water into a lake or river, rain from a roof excepted.\n\nYou need none for swimming, for boats ' +
        'without an engine, and for repairs that change nothing.',
    },
    {
      address: 'how-to-ask',
      unit: 'water',
      title: 'How to ask for one',
      body:
        '1. Draw where it is to be, with the distances to the neighbours.\n2. Say what it is for and from when on.\n3. Send both to the ' +
        'Directorate of Water, online or by post.\n\nWe tell you within five working days whether something is missing.',
    },
    {
      address: 'cost-and-time',
      unit: 'water',
      title: 'What it costs and how long it takes',
      body:
        'A landing stage of up to 20 square metres costs 80, a larger one 200. Taking water costs 40 a year. You pay once you have the ' +
        'permit.\n\nWe decide within six weeks, and within ten where the neighbours have to be heard.',
    },
    {
      address: 'if-it-is-refused',
      unit: 'water',
      title: 'If a permit is refused',
      body:
        'We say why, and what would change the answer. You may object within one month: somebody who had no part in the first decision ' +
        'looks at it anew. An objection costs nothing.',
    },
  ],
};

/** The site of the demo ministry, beside its announcements. All rules and figures are made up. */
export const site: readonly SitePage[] = [
  {
    address: 'ministry',
    title: 'The ministry',
    body:
      'We look after water, transport and the environment, and we ask before we decide.\n\nThree directorates do the work. Each has a ' +
      'page of its own, with what it has promised and what it still owes.',
    picture: { name: 'townHall', alt: 'A town hall in the evening with light in its windows' },
    below: [
      {
        address: 'what-we-do',
        title: 'What we do',
        body:
          'We prepare laws, see that they are kept, and pay for what many need: clean water, buses that come, air that can be ' +
          'breathed.\n\nEvery year in March we publish what we spent, and on what.',
      },
      {
        address: 'how-we-decide',
        title: 'How we decide',
        body:
          '1. We say what is to be decided, by whom and when.\n2. Everybody can take part, for three weeks at least.\n3. We publish what ' +
          'people said and what we do about it, with the reasons.\n\nNothing is decided before the answers are read.',
      },
      {
        address: 'ask-for-documents',
        title: 'Ask for documents',
        body:
          'Everybody may see the documents of the ministry. You need not say why. We answer within one month; what has to stay secret, ' +
          'such as data of persons, is blackened, and we say by which rule.',
      },
    ],
  },
  {
    address: 'water',
    unit: 'water',
    about: ['water'],
    title: 'Water',
    body:
      'Two hundred lakes, nine rivers, and what comes out of the tap: the Directorate of Water looks after all of them, and says what ' +
      'may be done in and beside them.',
    picture: { name: 'lake', alt: 'A lake with reeds, a sailing boat and a landing place' },
    below: [
      permits,
      {
        address: 'drinking-water',
        unit: 'water',
        about: ['water'],
        title: 'What is in the drinking water',
        body:
          'Every waterworks is examined once a month, for 48 substances. The values of the last twelve months hang out at each town ' +
          'hall.\n\nIf your water is brown or smells, let it run for two minutes. If that does not help, call your waterworks.',
      },
    ],
  },
  {
    address: 'transport',
    unit: 'transport',
    about: ['transport'],
    title: 'Transport',
    body: 'Buses, trains, roads and paths: how people get to work, to school and home, and what we do so that it gets easier.',
    picture: { name: 'bus', alt: 'A bus on a street with a lane of its own, in front of houses' },
    below: [
      {
        address: 'tickets-for-pupils',
        unit: 'transport',
        about: ['transport'],
        title: 'Tickets for pupils',
        body:
          'Pupils travel free of charge between home and school. The school hands out the ticket in the first week; who moves during the ' +
          'year asks the Directorate of Transport for a new one.',
      },
    ],
  },
  {
    address: 'environment',
    unit: 'environment',
    about: ['environment'],
    title: 'Environment',
    body: 'Air, noise, trees and parks: what is measured, what is planned, and what you can do.',
    below: [
      {
        address: 'what-is-measured',
        unit: 'environment',
        about: ['air'],
        title: 'What is measured in the air',
        body:
          'Twelve stations measure fine dust, nitrogen dioxide and ozone, every hour. The values are public, and so is what we do when a ' +
          'limit is broken.\n\nSchools may ask for a mobile station for a month.',
      },
    ],
  },
];
