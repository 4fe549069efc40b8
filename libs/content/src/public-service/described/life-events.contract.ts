/** What happens in people's lives and leads them to an office: a closed list, so that everybody finds the same things in the same place. */
export const lifeEvents = [
  'moving',
  'birth',
  'marriage',
  'school',
  'work',
  'business',
  'building',
  'illness',
  'retirement',
  'bereavement',
  'travel',
  'arrival',
] as const;
export type LifeEvent = (typeof lifeEvents)[number];

export const isLifeEvent = (value: unknown): value is LifeEvent => lifeEvents.includes(value as LifeEvent);
