import type { PublishedView } from '@isegoria/audit-kit';
import { addressOf, assuranceLevels, type AssuranceLevel, type EventMetadata } from '@isegoria/kernel';
import { atEachLevel, counted, eachLevel } from '../assurance/by-assurance.contract';
import type { ActivityResults } from '../results.contract';
import { channels, showFilteredResults, type FilteredResults, type VoteFilter } from './analysis.contract';

/** When a vote was cast and how it came here, in a number above 0: quarters of an hour since 1970, twice, and one for an office's. */
export type CastAt = number;

/** A vote that stands. */
export interface StandingVote {
  readonly castAt: CastAt;
  readonly level: AssuranceLevel;
}

/** Which of the votes that stand are counted. */
export interface Within {
  /** The one level; undefined: all. */
  readonly level: AssuranceLevel | undefined;
  has(castAt: CastAt): boolean;
}

const quarterLength = 900_000;

/** At its source for an imported one, else when its command was received. */
export function castAt({ metadata, recordedAt }: { readonly metadata: EventMetadata; readonly recordedAt: string }): CastAt {
  const time = Date.parse(metadata.imported?.at ?? metadata.at);
  const quarter = Math.floor((Number.isNaN(time) ? Date.parse(recordedAt) : time) / quarterLength);
  return Math.max(0, quarter) * 2 + Number(metadata.imported !== undefined);
}

const isImported = (at: CastAt): boolean => at % 2 === 1;

/** Making one takes longer than asking it a thousand times; there are some hundreds of zones. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const format = dayFormats.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  dayFormats.set(timeZone, format);
  return format;
}

/** Written apart from the read model: by the day that a calendar shows, where that one compares moments. */
function calendar(zone: string): (at: CastAt) => string {
  const format = dayFormat(zone);
  const known = new Map<number, string>();
  return (at) => {
    const quarter = Math.floor(at / 2);
    let day = known.get(quarter);
    if (day === undefined) {
      const parts = new Map(format.formatToParts(quarter * quarterLength).map(({ type, value }) => [type, value]));
      known.set(quarter, (day = `${parts.get('year')!.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`));
    }
    return day;
  };
}

export function within({ from = '', to = '9999', zone = 'UTC', assurance, channel }: VoteFilter): Within {
  const dayOf = calendar(zone);
  return {
    level: assurance,
    has: (at) => dayOf(at) >= from && dayOf(at) <= `${to}~` && (channel === undefined || (channel === 'office') === isImported(at)),
  };
}

type Recounted = Pick<FilteredResults, 'countsFrom' | 'votes' | 'votesByAssurance' | 'days'>;

/** What the answer says of all votes together. @param standing all that stand, whatever the filter */
export function votesInAll(standing: Iterable<StandingVote>, filter: VoteFilter, usuallyFrom: AssuranceLevel): Recounted {
  const [{ has, level: only }, dayOf] = [within(filter), calendar(filter.zone ?? 'UTC')];
  const days = new Map<string, { counts: number[]; office: number }>();
  for (const { castAt: at, level } of standing) {
    if (!has(at) || (only !== undefined && level !== only)) continue;
    const day = days.get(dayOf(at)) ?? { counts: assuranceLevels.map(() => 0), office: 0 };
    day.counts[assuranceLevels.indexOf(level)]! += 1;
    if (isImported(at)) day.office += 1;
    days.set(dayOf(at), day);
  }
  const inOrder = [...days].sort(([one], [other]) => (one < other ? -1 : 1));
  const countsFrom = only ?? usuallyFrom;
  const votesByAssurance = eachLevel((_, rank) => inOrder.reduce((sum, [, { counts }]) => sum + counts[rank]!, 0));
  return {
    countsFrom,
    votes: counted(votesByAssurance, countsFrom),
    votesByAssurance,
    days: inOrder.map(([day, { counts, office }]) => ({ day, byAssurance: eachLevel((_, rank) => counts[rank]!), office })),
  };
}

const name = 'filtered result';

/**
 * The filters for which an auditor asks: none; each level at which anybody is; what people cast themselves up to a day in the middle, and
 * what offices brought in from it on, in a zone whose days begin at a quarter to.
 */
export function filteredViews({ activityId, participation = [], participantsByAssurance }: ActivityResults): PublishedView[] {
  const middle = participation[Math.floor(participation.length / 2)]?.day;
  const levels = assuranceLevels.filter((level) => (participantsByAssurance?.[level] ?? 0) > 0);
  const [own, office] = channels;
  const zone = 'Asia/Kathmandu';
  const filters: VoteFilter[] = [
    {},
    ...levels.map((assurance) => ({ assurance })),
    ...(middle === undefined ? [] : [{ to: middle, channel: own, zone }]),
    ...(middle === undefined ? [] : [{ from: middle, channel: office, zone }, { from: middle, to: middle }]),
  ];
  return filters.map((filter) => ({
    name,
    activityId,
    path: addressOf(showFilteredResults.route, { activityId }) + queryOf(filter),
    finding: 'tally',
    beforeItBegan: { votes: 0, votesByAssurance: atEachLevel(0), days: [] },
    isApart: true,
  }));
}

function queryOf(filter: VoteFilter): string {
  const query = new URLSearchParams(Object.entries(filter)).toString();
  return query === '' ? '' : `?${query}`;
}

/** What such a view asks for; undefined for any other. */
export function filterOf(view: Pick<PublishedView, 'name'> & Partial<Pick<PublishedView, 'path'>>): VoteFilter | undefined {
  if (view.name !== name) return undefined;
  return Object.fromEntries(new URLSearchParams(view.path?.split('?')[1] ?? '')) as VoteFilter;
}
