import type { Visit, WorkItem, WorkKind, WorkList } from '@isegoria/portal-kit';

/** Of all kinds together; each has a page of its own with the rest. */
const mostTogether = 100;

export interface Waiting {
  /** The visitor's kinds of work, with how much of each there is. */
  readonly counts: readonly { readonly kind: WorkKind; readonly count: number }[];
  /** What is due first first, then what waits longest. */
  readonly items: readonly (WorkItem & { readonly kind: WorkKind; readonly isOverdue: boolean })[];
  /** How much is overdue among the items. */
  readonly overdue: number;
  /** The one kind that is shown. */
  readonly chosen?: WorkKind;
  readonly cursor?: string;
  readonly next: string | null;
  /** Whether there is more than what is shown of all kinds. */
  readonly isCut: boolean;
}

interface Asked {
  readonly unit?: string;
  /** The name of one kind. */
  readonly kind?: unknown;
}

/** What waits for the visitor, in each of the units where they may do it; no kind is asked for that is not their work. */
export async function workFor(visit: Visit, kinds: readonly WorkKind[], { unit, kind }: Asked, now = Date.now()): Promise<Waiting> {
  const own = kinds.filter(({ may }) => visit.may(may));
  const chosen = own.find(({ name, desk }) => name === kind && desk === undefined);
  const cursor = chosen && visit.cursor();
  const lists = await Promise.all(
    own.map(async (one): Promise<WorkList & { kind: WorkKind }> => ({
      kind: one,
      ...(await one.load(visit, { unit, cursor: one === chosen ? cursor : undefined })),
    })),
  );
  const shown = lists.filter((list) => chosen === undefined || list.kind === chosen);
  const isOverdue = ({ dueAt }: WorkItem) => dueAt !== null && Date.parse(dueAt) < now;
  const all = shown
    .flatMap(({ kind, items }) => items.map((item) => ({ ...item, kind, isOverdue: isOverdue(item) })))
    .toSorted((one, other) => dueOf(one) - dueOf(other) || sinceOf(one) - sinceOf(other));
  const items = chosen ? all : all.slice(0, mostTogether);
  return {
    counts: lists.map(({ kind, count }) => ({ kind, count })),
    items,
    overdue: items.filter((item) => item.isOverdue).length,
    ...(chosen && { chosen, cursor }),
    next: chosen ? shown[0]!.next : null,
    isCut: !chosen && shown.some((list) => list.next !== null || all.length > items.length),
  };
}

const dueOf = ({ dueAt }: WorkItem) => (dueAt === null ? Number.MAX_SAFE_INTEGER : Date.parse(dueAt));
const sinceOf = ({ since }: WorkItem) => (since === null ? 0 : Date.parse(since));
