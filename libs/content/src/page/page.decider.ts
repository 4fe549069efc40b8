import { unchangedBy, type Decider } from '@isegoria/event-sourcing';
import {
  Rejection,
  categoriesSaid,
  mustBeOpen,
  permitted,
  type Actor,
  type Language,
  type UnitStanding,
  type WithStandings,
} from '@isegoria/kernel';
import { filesOf, noFiles, type WithFiles } from '../file/attached/attached.contract';
import type { ContentEvent, PageKind, PageRevised, PageStatus } from './page.contract';

interface ByOfficial {
  readonly pageId: string;
  readonly actor: Actor;
}
interface Words extends WithFiles, WithStandings {
  readonly title: string;
  readonly body: string;
  readonly language: Language;
}
type Draft = ByOfficial & Words & { type: 'DraftPage'; unit: string; standing: UnitStanding; kind: PageKind };
export type PageCommand =
  | Draft
  | (ByOfficial & Words & { type: 'RevisePage'; note?: string | null })
  | (ByOfficial & { type: 'PublishPage' })
  | (ByOfficial & { type: 'PlanPage'; at: string | null; now: Date })
  | { type: 'FollowPlan'; pageId: string; now: Date }
  | (ByOfficial & { type: 'ArchivePage'; reason: string })
  | (ByOfficial & { type: 'WithdrawPage'; reason: string });

export interface PageState {
  /** The unit whose page it is. */
  readonly unit: string;
  readonly status: PageStatus;
  readonly words: WordsSaid;
  /** When it publishes itself. */
  readonly publishAt?: string;
  /** Whether it is published and no longer current. */
  readonly isArchived?: boolean;
}
type WordsSaid = Pick<PageRevised['data'], 'title' | 'body' | 'language' | 'files' | 'categories'>;

/**
 * The life of one page, in the hands of officials of its unit. A revision is visible at once, whatever the status of the page: a published
 * page stays published, a withdrawn one withdrawn; one that changes nothing is none. Withdrawing keeps the page and its reason on record;
 * it may be published again.
 */
export const pageDecider: Decider<PageState | undefined, PageCommand, ContentEvent> = {
  initialState: undefined,

  decide(command, page) {
    if (command.type === 'DraftPage') return draft(command, page);
    if (!page) throw new Rejection('PAGE_NOT_FOUND');
    const { pageId } = command;
    if (command.type === 'FollowPlan') return isDue(page, command.now) ? [{ type: 'PagePublished', data: { pageId, by: null } }] : [];
    const { actor } = command;
    const by = permitted(actor, 'publish', page.unit).accountId;
    switch (command.type) {
      case 'RevisePage':
        return revise(command, page, by);
      case 'PublishPage':
        return isCurrent(page) ? [] : [{ type: 'PagePublished', data: { pageId, by } }];
      case 'PlanPage':
        return plan(command, page, by);
      case 'ArchivePage':
        return archive(command, page, by);
      case 'WithdrawPage':
        return page.status === 'withdrawn' ? [] : [{ type: 'PageWithdrawn', data: { pageId, by, reason: command.reason } }];
    }
  },

  evolve(page, event) {
    switch (event.type) {
      case 'PageDrafted':
        return { unit: event.data.unit, status: 'draft', words: wordsIn(event.data) };
      case 'PageRevised':
        return page && { ...page, words: wordsIn(event.data) };
      case 'PagePublished':
        return page && { ...page, status: 'published', publishAt: undefined, isArchived: false };
      case 'PagePublicationPlanned':
        return page && { ...page, publishAt: event.data.at ?? undefined };
      case 'PageArchived':
        return page && { ...page, isArchived: true };
      case 'PageWithdrawn':
        return page && { ...page, status: 'withdrawn', publishAt: undefined, isArchived: false };
      default:
        return unchangedBy(event, page);
    }
  },
};

function draft({ pageId, unit, standing, kind, actor, ...words }: Draft, page: PageState | undefined): ContentEvent[] {
  const by = permitted(actor, 'publish', unit).accountId;
  if (page) throw new Rejection('ALREADY_DONE');
  mustBeOpen(standing);
  return [{ type: 'PageDrafted', data: { pageId, unit, kind, ...wordsOf(words), by } }];
}

const isCurrent = ({ status, isArchived }: PageState): boolean => status === 'published' && !isArchived;

/** Whether the time has come at which it publishes itself. */
const isDue = ({ publishAt }: PageState, now: Date): boolean => publishAt !== undefined && Date.parse(publishAt) <= now.getTime();

/** Policy: what everybody can read is not planned, and nothing is planned for what is over. */
function plan({ pageId, at, now }: Extract<PageCommand, { type: 'PlanPage' }>, page: PageState, by: string): ContentEvent[] {
  const planned = at === null ? null : new Date(at).toISOString();
  if (planned === (page.publishAt ?? null)) return [];
  if (page.status === 'published') throw new Rejection('ALREADY_DONE');
  if (planned !== null && Date.parse(planned) <= now.getTime())
    throw new Rejection('VALIDATION_FAILED', { field: 'at', params: { constraint: 'isLater' } });
  return [{ type: 'PagePublicationPlanned', data: { pageId, at: planned, by } }];
}

function archive({ pageId, reason }: Extract<PageCommand, { type: 'ArchivePage' }>, page: PageState, by: string): ContentEvent[] {
  if (page.isArchived) return [];
  if (page.status !== 'published') throw new Rejection('PAGE_NOT_PUBLISHED');
  return [{ type: 'PageArchived', data: { pageId, by, reason } }];
}

function revise(command: Extract<PageCommand, { type: 'RevisePage' }>, page: PageState, by: string): ContentEvent[] {
  const { pageId, note } = command;
  const words = wordsOf(command, page.words.categories);
  if (isSame(words, page.words)) return [];
  mustSayWhatChanged(note, page.status);
  return [{ type: 'PageRevised', data: { pageId, ...words, note: note ?? null, by } }];
}

/** Policy: what everybody could read changes with a note for everybody, or because an official says that none is needed. */
function mustSayWhatChanged(note: string | null | undefined, status: PageStatus): void {
  if (status !== 'draft' && note === undefined) throw new Rejection('NOTE_MISSING', { field: 'note' });
}

const wordsIn = ({ title, body, language, files, categories }: WordsSaid): WordsSaid => ({ title, body, language, files, categories });
const isSame = (one: WordsSaid, other: WordsSaid): boolean => JSON.stringify(asSaid(one)) === JSON.stringify(asSaid(other));
const asSaid = ({ title, body, language, files = noFiles, categories = [] }: WordsSaid) => [title, body, language, files, categories];

function wordsOf({ title, body, language, attached, ...about }: Words, before?: readonly string[]) {
  return { title, body, language, files: filesOf({ attached }), ...categoriesSaid(about, before) };
}
