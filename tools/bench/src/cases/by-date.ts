import type { ApiClient } from '@isegoria/api-client';
import { draftConsultation, publishConsultation, type LogEntry } from '@isegoria/contracts';
import { towards, type Figure } from '../figure';

const consultations = 8;
/** Between one consultation and the next, so that their moments lie anywhere between two looks of the service at its dates. */
const apart = 130;
const untilFirst = 2_000;
const openFor = 1_500;

/** Consultations that open and close by themselves soon: by their ids, each with its two moments. */
export interface Dated {
  /** How long an official's publication took until it was on disk: the median in milliseconds. */
  readonly publishing: number;
  readonly moments: ReadonlyMap<string, Readonly<Record<'PhaseOpened' | 'PhaseClosed', number>>>;
}

export async function openByDate(office: ApiClient): Promise<Dated> {
  const words = { title: 'Soon', description: 'Soon', language: 'en' } as const;
  const phases = [{ activities: [{ method: 'poll' as const, options: ['Yes', 'No'] }] }];
  const ids: string[] = [];
  for (let index = 0; index < consultations; index++) ids.push((await office.do(draftConsultation, { ...words, phases })).id);
  const begin = Date.now() + untilFirst;
  const [moments, took] = [new Map<string, { PhaseOpened: number; PhaseClosed: number }>(), [] as number[]];
  for (const [index, consultationId] of ids.entries()) {
    const [opens, closes] = [begin + index * apart, begin + index * apart + openFor];
    const dates = { opensAt: new Date(opens).toISOString(), closesAt: new Date(closes).toISOString() };
    const before = performance.now();
    await office.do(publishConsultation, { consultationId, phases: [dates] });
    took.push(performance.now() - before);
    moments.set(consultationId, { PhaseOpened: opens, PhaseClosed: closes });
  }
  return { publishing: took.sort((one, other) => one - other)[took.length >> 1]!, moments };
}

/** How long after its moment each opening and closing stood in the log, at the latest of all, by the time of the event store. */
export async function onRecordByDate(origin: string, { publishing, moments }: Dated): Promise<Figure[]> {
  const late: number[] = [];
  const closed = Math.max(...[...moments.values()].map(({ PhaseClosed }) => PhaseClosed));
  for (let seq = 0; late.length < moments.size * 2; ) {
    if (Date.now() > closed + 30_000) throw new Error('Not all that was due is on record half a minute after its date.');
    const entries = await entriesFrom(origin, seq);
    seq += entries.length;
    if (entries.length === 0) await new Promise((resolve) => setTimeout(resolve, 100));
    for (const { leaf, data } of entries) {
      const { type, time } = JSON.parse(leaf) as { readonly type: string; readonly time: string };
      if (type !== 'PhaseOpened' && type !== 'PhaseClosed') continue;
      const said = JSON.parse(Buffer.from(data!, 'base64').toString()) as { readonly consultationId: string };
      const due = moments.get(said.consultationId);
      if (due) late.push(Date.parse(time) - due[type]);
    }
  }
  const reference = { name: 'publication by an official, until it is on disk', value: publishing, unit: 'ms' };
  const worst = { name: `latest of ${late.length} openings and closings by date, after its moment`, value: Math.max(...late), unit: 'ms' };
  return [reference, towards(worst, 1_000, true)];
}

async function entriesFrom(origin: string, seq: number): Promise<LogEntry[]> {
  const answered = await fetch(`${origin}/log/entries?from=${seq}&limit=1000`);
  const text = answered.ok ? await answered.text() : '';
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as LogEntry]));
}
