import { unless } from '@isegoria/api-client';
import {
  listOwnComments,
  listOwnParticipations,
  listOwnQuestions,
  listOwnReports,
  listOwnStatements,
  showOwnSessions,
  showOwnSuspension,
  showOwnVotes,
  type Page,
} from '@isegoria/contracts';
import type { Visit } from '@isegoria/portal-kit';

/**
 * Everything that the platform has about the visitor as one JSON object, in parts: the account, what the person said and cast, with the
 * receipts. Nothing of other people is in it. Page after page is asked for, so that it takes no more memory than one.
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
  yield* list('reports', (cursor) => api.ask(listOwnReports, { cursor }));
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
