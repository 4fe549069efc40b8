import { unless } from '@isegoria/api-client';
import {
  listOwnComments,
  listOwnFeedback,
  listOwnParticipations,
  listOwnQuestions,
  listOwnReports,
  listNotes,
  listOwnAppeals,
  listOwnStatements,
  listSupportedComments,
  listSupportedQuestions,
  showNoteSettings,
  showOwnSessions,
  showOwnSuspension,
  showOwnVotes,
  type Page,
} from '@isegoria/contracts';
import type { Visit } from '@isegoria/portal-kit';

/**
 * Everything that the platform has about the visitor as one JSON object, in parts: the account, what the person said, supported and cast,
 * with the receipts, and what the person was told. Of other people there are only the words that the person supports. Page after page is
 * asked for, so that it takes no more memory than one.
 */
export async function* myData(visit: Visit): AsyncGenerator<string> {
  const { api } = visit;
  const sessions = await api.do(showOwnSessions, {});
  const suspension = await api.ask(showOwnSuspension, {}).catch(unless('NOT_FOUND'));
  yield `{"format":"isegoria-my-data","version":1,"account":${JSON.stringify(visit.account)},"sessions":${JSON.stringify(sessions.items)}`;
  yield `,"suspension":${JSON.stringify(suspension ?? null)}`;
  yield* list('statements', (cursor) => api.ask(listOwnStatements, { cursor }));
  yield* list('comments', (cursor) => api.ask(listOwnComments, { cursor }));
  yield* list('questions', (cursor) => api.ask(listOwnQuestions, { cursor }));
  yield* list('supportedComments', (cursor) => api.ask(listSupportedComments, { cursor }));
  yield* list('supportedQuestions', (cursor) => api.ask(listSupportedQuestions, { cursor }));
  yield* list('serviceFeedback', (cursor) => api.ask(listOwnFeedback, { cursor }));
  yield* list('reports', (cursor) => api.ask(listOwnReports, { cursor }));
  yield* list('appeals', (cursor) => api.ask(listOwnAppeals, { cursor }));
  yield* list('notifications', (cursor) => api.do(listNotes, { cursor }));
  yield `,"notificationsTurnedOff":${JSON.stringify((await api.do(showNoteSettings, {})).off)}`;
  const activities: string[] = [];
  yield* list('consultations', async (cursor) => {
    const page = await api.ask(listOwnParticipations, { cursor });
    activities.push(...page.items.flatMap((one) => one.activities.map(({ id }) => id)));
    return page;
  });
  yield ',"votes":{';
  for (const [index, activityId] of activities.entries()) {
    yield `${index === 0 ? '' : ','}${JSON.stringify(activityId)}:[`;
    yield* items((cursor) => api.do(showOwnVotes, { activityId, from: cursor ?? 'newest' }));
    yield ']';
  }
  yield '}}\n';
}

type PageFrom = (cursor: string | undefined) => Promise<Pick<Page<object>, 'items' | 'next'>>;

async function* list(name: string, pageFrom: PageFrom): AsyncGenerator<string> {
  yield `,"${name}":[`;
  yield* items(pageFrom);
  yield ']';
}

async function* items(pageFrom: PageFrom): AsyncGenerator<string> {
  for (let cursor: string | undefined, isFirst = true; ;) {
    const page = await pageFrom(cursor);
    if (page.items.length > 0) yield `${isFirst ? '' : ','}${page.items.map((item) => JSON.stringify(item)).join(',')}`;
    if (page.next === null) return;
    [cursor, isFirst] = [page.next, false];
  }
}
