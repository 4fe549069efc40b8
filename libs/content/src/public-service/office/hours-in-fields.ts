import { weekdays, type ServiceChannels, type Weekday } from '../described/described.contract';

type Hours = ServiceChannels['hours'];

const field = (day: Weekday) => `hours.${day}`;

/** Opening hours as the fields of a form, one for each day: `08:30-12:00, 13:30-16:00`. */
export function hoursAsFields(hours: Hours): Record<string, string> {
  const on = (day: Weekday) => hours.filter((one) => one.day === day).map(({ opens, closes }) => `${opens}-${closes}`);
  return Object.fromEntries(weekdays.map((day) => [field(day), on(day).join(', ')]));
}

/** What such fields say. What is no time is passed on as it was typed: the API refuses it. */
export function hoursIn(textOf: (name: string) => string): Hours {
  return weekdays.flatMap((day) =>
    textOf(field(day))
      .split(/[,;،；]/)
      .filter((times) => times.trim() !== '')
      .map((times) => {
        const [opens = '', closes = ''] = times.split(/[-–—]/).map((time) => time.trim().replace(/^(\d):/, '0$1:'));
        return { day, opens, closes };
      }),
  );
}

/** The field that is meant where the API names an entry of the list. */
export function fieldOfHours(path: string, hours: Hours): string | undefined {
  const at = /^channels\.hours\[(\d+)\]/.exec(path)?.[1];
  const entry = at === undefined ? undefined : hours[Number(at)];
  return entry && field(entry.day);
}
