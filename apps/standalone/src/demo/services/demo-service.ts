import type { LifeEvent, ServiceChannels, ServiceWords } from '@isegoria/contracts';
import type { DemoCategory } from '../categories/demo-categories';
import type { DemoUnit } from '../demo-content';

export interface DemoService {
  readonly unit?: DemoUnit;
  readonly about: readonly DemoCategory[];
  readonly lifeEvents: readonly LifeEvent[];
  readonly channels: Partial<ServiceChannels>;
  readonly en: Words;
  readonly fr: Words;
  readonly ar: Words;
}

type Words = Omit<ServiceWords, 'office' | 'post'> & Partial<Pick<ServiceWords, 'office' | 'post'>>;

/** An office that opens on weekdays, in the morning and on two afternoons. */
export const weekdayHours: ServiceChannels['hours'] = [
  ...(['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const).map((day) => ({ day, opens: '08:30', closes: '12:30' })),
  { day: 'tuesday', opens: '13:30', closes: '17:00' },
  { day: 'thursday', opens: '13:30', closes: '18:00' },
];
