/** To come: it opens next week. */
export const parks = {
  unit: 'environment',
  title: 'What should the money for parks go to first?',
  summary: 'Five wishes came up in every district. Soon you can say how much each matters to you.',
  description:
    'Next year there is money for the parks of the capital. Five wishes came up in every district.\n\n' +
    'Give each of them from 0 to 5 points. You can give the same to several, and change your points until the end.',
  contact: 'Directorate of the Environment, parks@example.org',
  decidedBy: 'The Directorate of the Environment',
  decidedWhen: 'With the budget for next year',
  picture: { name: 'park', alt: 'A park with trees, a path and a bench' },
  options: ['More shade', 'Benches and tables', 'Clean toilets', 'Playgrounds for all ages', 'Lights along the paths'],
} as const;

/** Over, and not answered yet. */
export const fountains = {
  unit: 'water',
  title: 'Where are drinking fountains needed most?',
  summary: 'Twelve drinking fountains are to be built next summer. You have said where.',
  description: 'Twelve drinking fountains are to be built next summer. Where would you use one most?',
  contact: 'Directorate of Water, fountains@example.org',
  decidedBy: 'The Directorate of Water',
  decidedWhen: 'Before the works are put out to tender in spring',
  picture: { name: 'fountain', alt: 'A drinking fountain on a square in the sun' },
  options: ['At playgrounds', 'At bus and tram stops', 'In parks', 'On market squares'],
  weights: [0.34, 0.28, 0.26, 0.12],
  closing: 'The works are put out to tender a month earlier, so that water flows in June.',
} as const;
