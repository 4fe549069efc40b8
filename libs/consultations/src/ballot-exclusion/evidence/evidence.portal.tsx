import { limits, type Page } from '@isegoria/kernel';
import { blankForm, decideOnEach, listOf, sendFor, shownAgain, textOf, type Visit } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { ballotOrders, excludeBallot, listBallots, type BallotView } from '../ballot-exclusion.contract';
import { showBallotOrigins } from '../origin/origin.contract';
import type { BallotFilters, BallotListProps } from './ballot-list.page';
import { showAlikeBallots } from './evidence.contract';
import type { EvidenceProps } from './evidence.page';

/** What was sent with the list of ballots, and why some of it was refused. */
export type SentList = Pick<BallotListProps, 'form' | 'chosen' | 'refused'>;
export const nothingSent = (): SentList => ({ form: blankForm(), chosen: [], refused: new Map() });

export interface EvidenceOnPage {
  readonly evidence: Omit<EvidenceProps, 'path'>;
  readonly list: Omit<BallotListProps, 'path'>;
}

/** What the page of ballots shows of them, as its address asks. */
export async function evidenceOf(visit: Visit, activityId: string, sent: SentList): Promise<EvidenceOnPage> {
  const { api } = visit;
  const [filters, cursor] = [filtersIn(visit), visit.cursor()];
  const [ballots, alike] = await Promise.all([
    filters.origin === undefined
      ? api.ask(listBallots, { activityId, order: filters.order, same: filters.same, cursor })
      : ballotsFrom(visit, activityId, filters.origin, cursor),
    api.ask(showAlikeBallots, { activityId }),
  ]);
  const voters = ballots.items.map(({ voter }) => voter).join(',');
  const origins = await api.do(showBallotOrigins, { activityId, ...(voters !== '' && { voters }) });
  return { evidence: { alike, origins }, list: { ...sent, ballots, origins: origins.of, filters, cursor } };
}

/** The service knows which ballots came from there, and the read models what is in them. */
async function ballotsFrom({ api }: Visit, activityId: string, origin: string, cursor: string | undefined): Promise<Page<BallotView>> {
  const { voters, next, classes } = await api.do(showBallotOrigins, { activityId, origin, cursor });
  if (voters.length === 0) return { items: [], next: null, count: 0 };
  const { items } = await api.ask(listBallots, { activityId, only: voters.join(',') });
  const count = classes.find((one) => one.origin === origin)?.ballots ?? items.length;
  return { items, next, count };
}

export function filtersIn({ request: { query } }: Visit): BallotFilters {
  const text = (name: string, form: RegExp) => {
    const value = query[name];
    return typeof value === 'string' && form.test(value) ? value : undefined;
  };
  return {
    order: ballotOrders.find((order) => order === query['order']),
    same: text('same', /^-?\d{1,18}$/),
    origin: text('origin', /^[0-9a-f]{32}$/),
  };
}

/** What came of leaving several ballots out: where it stands in the log, or the form to show again. */
export type LeftOut =
  | { readonly position: number; readonly count: number; readonly again?: undefined }
  | { readonly again: SentList; readonly status: number };

/** Leaves out each ballot that was chosen, with one reason: each is an event of its own. */
export async function leaveOut(visit: Visit, activityId: string, form: FormState): Promise<LeftOut> {
  const { t } = visit.texts;
  const reason = textOf(form, 'reason');
  const chosen = listOf(form, 'chosen').slice(0, limits.pageSize);
  const again = (sent: Partial<SentList>, status: number) => ({ again: { ...nothingSent(), form, chosen, ...sent }, status });
  if (chosen.length === 0) return again({ form: shownAgain(form, [{ message: t('ballots.nothingChosen') }]) }, 422);
  if (reason.trim() === '') return again({ form: shownAgain(form, [{ field: 'reason', message: t('ballots.needsReason') }]) }, 422);
  const decisions = chosen.map((voter) => ({
    one: voter,
    id: voter,
    contract: excludeBallot,
    carryOut: async () => {
      const command = { activityId, voter, reason };
      return (await sendFor(visit, excludeBallot, command, { idempotencyKey: `${form.key}-${voter}` })).position;
    },
  }));
  const { done, refused, position, wrong } = await decideOnEach(visit, form, decisions);
  const left = chosen.filter((voter) => !done.includes(voter));
  if (wrong) return again({ form: wrong.form, chosen: left }, wrong.status);
  if (refused.size === 0) return { position, count: done.length };
  const message = t('ballots.someRefused', { done: done.length, refused: refused.size });
  return again({ form: shownAgain(form, [{ message }]), chosen: left, refused }, 409);
}
