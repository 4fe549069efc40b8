import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import {
  isWithin,
  languages,
  may,
  nothingSet,
  problemOf,
  rejections,
  type AccountView,
  type FieldFault,
  type Language,
  type LinkView,
  type Duty,
  type PlatformSettings,
  type RejectionCode,
  type ReceiptCheck,
  type LinkedResponse,
  type SurveyLinkState,
  type UnitView,
} from '@isegoria/contracts';
import * as sample from './sample-data.fixture';
import { beginSessions, open } from './open-writes.fixture';
import { milestonesAsked, outcomeChanges } from './sample-milestones.fixture';
import { annotations, covered, firstPaper, law, lawResults, paper } from './sample-paper.fixture';
import * as ofSurvey from './sample-survey.fixture';
import { ownOptions, voted } from './sample-votes.fixture';
import { allResults, answersByContent, deliberationResults, filteredResultsOf, opinionMap } from './sample-results.fixture';

export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly headers: IncomingMessage['headers'];
}

const statusOfDuty: Readonly<Partial<Record<Duty, string>>> = { draft: 'draft', ending: 'open', outcome: 'closed' };

/** The pseudonym of the person in every consultation. */
const ownAuthor = 'p-4';

/** How the fake answers the next writes. */
export interface Refusal {
  readonly code: RejectionCode;
  readonly field?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly further?: readonly FieldFault[];
  /** Seconds. */
  readonly retryAfter?: number;
  readonly changed?: { readonly at: string; readonly official: string | null };
}

/**
 * A fake of the public API for the portal's own tests: it speaks the contract's shapes over real HTTP, remembers what was sent,
 * and can be told to refuse. It decides nothing; the browser tests run against the whole platform.
 */
export class FakeApi {
  readonly requests: RecordedRequest[] = [];
  refusal: Refusal | undefined;
  account: AccountView = sample.account;
  /** Whether the account has a second factor: then a sign-in waits for its code under a token of its own. */
  asksForCode = false;
  linkState: SurveyLinkState = 'open';
  /** Whether the log has closed the survey of the sample. */
  hasClosed = false;
  linkAside: LinkedResponse['aside'] = null;
  link: LinkView = { state: 'open', purpose: 'confirmation', askedAt: '2026-03-01T09:00:00.000Z', name: 'Sami', email: 's@example.org' };
  /** How many of somebody's own contributions to each activity of the phased sample came too late. */
  late = 1;
  standing: Pick<ReceiptCheck, 'replacedBy' | 'late'> = { replacedBy: null, late: false };
  /** Whether the words that come with a receipt are those that were recorded. */
  words: ReceiptCheck['words'] = null;
  units: readonly UnitView[] = sample.units;
  /** What the API says in a field of any answer; as it is, if nothing else is asked for. */
  said: (field: string, value: unknown) => unknown = (_, value) => value;
  /** Whether the person wrote a comment and a question a moment ago, beside those of others. */
  hasWritten = false;
  /** Whether what is sent stood so already. */
  changesNothing = false;
  /** The file of an export, in the parts in which it comes; a part that is undefined breaks it off. */
  file: readonly (string | undefined)[] = [];
  /** Those of every file, where a test needs some. */
  bytes: Buffer | undefined;
  settings: PlatformSettings = nothingSet;
  /** What each of the pages about the site states. */
  facts: object = {};
  /** How often the settings were asked for: the portal does so beside the pages, so that these are not among the requests. */
  settingsAsked = 0;
  /** The leaf of whatever a receipt is for. */
  leaf = '{}';
  /** What the log says, by path. */
  log: Readonly<Record<string, string>> = {};
  private readonly server = createServer((request, response) => {
    if (request.headers.accept === 'text/csv') return void this.giveFile(request, response);
    if (this.bytes && /\/files\/[0-9a-f]{64}$/.test(request.url ?? '')) return this.giveBytes(request, response);
    void this.answer(request).then(({ status, body, text }) => {
      response.writeHead(status, { 'content-type': status >= 400 ? 'application/problem+json' : 'application/json' });
      response.end(text ?? (body === undefined ? undefined : JSON.stringify(body, (key, value) => this.said(key, value))));
    });
  });

  private giveBytes({ url, headers }: IncomingMessage, response: ServerResponse): void {
    this.requests.push({ method: 'GET', path: url!.replace('/api/v1', ''), body: undefined, headers });
    response.end(this.bytes);
  }

  /** @returns the origin, for GATEWAY_URL */
  async start(port = 0): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** The last write, apart from checks of receipts. */
  get lastWrite(): RecordedRequest | undefined {
    return this.requests.filter(({ method }) => method !== 'GET').at(-1);
  }

  private async answer(request: IncomingMessage): Promise<{ status: number; body?: unknown; text?: string }> {
    const url = new URL(request.url ?? '/', 'http://fake.invalid');
    const method = request.method ?? 'GET';
    const path = url.pathname.replace('/api/v1', '');
    if (method === 'GET' && path === '/site-top') return { status: 200, body: sample.siteAt(path, new URLSearchParams()) };
    if (method === 'GET' && path === '/settings') {
      this.settingsAsked += 1;
      return { status: 200, body: this.settings };
    }
    if (method === 'GET' && path === '/my-notes/unread') return { status: 200, body: { count: sample.notes.length } };
    const text = await textOf(request);
    this.requests.push({ method, path: path + url.search, body: text === '' ? undefined : JSON.parse(text), headers: request.headers });
    const language = languages.find((known) => known === request.headers['accept-language']) ?? 'en';
    const signedIn = request.headers.authorization === 'Bearer good-token';
    if (request.headers.authorization === 'Bearer waiting-token')
      return path === '/sessions/current/code' ? this.write(path, language) : problem('CODE_REQUIRED', language);
    if (request.headers.authorization && !signedIn) return problem('SESSION_EXPIRED', language);
    if (path === '/health/live') return { status: 200, body: { status: 'live' } };
    if (path.startsWith('/log/')) return path in this.log ? { status: 200, text: this.log[path] } : { status: 404 };
    if (method !== 'GET') return signedIn || open.includes(path) ? this.write(path, language) : problem('SIGN_IN_REQUIRED', language);
    if (this.refusal?.code.endsWith('_WITHDRAWN')) return problem(this.refusal.code, language);
    const body = (signedIn && sample.templatesAt(path)) || this.read(path, url.searchParams, signedIn);
    return body === undefined ? problem('NOT_FOUND', language) : { status: 200, body };
  }

  private async giveFile({ method = 'GET', url: path = '', headers }: IncomingMessage, response: ServerResponse): Promise<void> {
    this.requests.push({ method, path: path.replace('/api/v1', ''), body: undefined, headers });
    if (this.refusal) {
      const { status, body } = problem(this.refusal.code, 'en');
      return void response.writeHead(status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(body));
    }
    response.writeHead(200, {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="votes.csv"',
      'isegoria-position': '48231',
      'set-cookie': 'a=b',
    });
    for (const part of this.file) {
      if (part === undefined) return void response.destroy();
      await new Promise((resolve) => response.write(part, resolve));
    }
    response.end();
  }

  private write(path: string, language: Language): { status: number; body?: unknown } {
    if (path === '/links') return { status: 200, body: this.link };
    if (path === '/survey-links') return { status: 200, body: ofSurvey.linkedResponse(this.linkState, this.linkAside) };
    if (path === '/invitations/shown') return { status: 200, body: sample.followedInvitation() };
    if (this.refusal) return problem(this.refusal.code, language, this.refusal);
    if (path === '/survey-links/response-draft') return { status: 200, body: ofSurvey.linkedResponse(this.linkState, this.linkAside) };
    if (beginSessions.includes(path)) {
      const common = { expiresAt: new Date(Date.now() + 3_600_000).toISOString(), account: this.account, position: 7 };
      const waits = this.asksForCode && path !== '/sessions/current/code';
      return { status: 201, body: { ...common, ...(waits ? { token: 'waiting-token', needsCode: true } : { token: 'good-token' }) } };
    }
    if (path === '/accounts/current/second-factor/recovery-codes') return { status: 201, body: { codes: ['abcd-efgh-jkmn-pqrs'] } };
    if (path === '/sessions/current' || path.endsWith('-links')) return { status: 204 };
    if (path === '/accounts') return { status: 202, body: { position: 1 } };
    if (path === '/receipts/checks') {
      const steps = (['signature', 'leaf', 'inclusion', 'checkpoint'] as const).map((name) => ({ name, ok: true }));
      return {
        status: 200,
        body: {
          valid: true,
          pending: false,
          steps,
          proof: {
            eventId: sample.ids.comment,
            seq: 48_230,
            leaf: this.leaf,
            treeSize: 48_231,
            path: [],
            checkpoint: '',
            replacedBy: null,
          },
          ...this.standing,
          words: this.words,
        },
      };
    }
    if (/\/(?:response|test-answers)-draft(?:\/files\/\w+)?$/.test(path)) return { status: 200, body: sample.ownResponse };
    const unchanged = this.changesNothing && { unchanged: true };
    return { status: 201, body: { id: sample.ids.page, position: 7, receipt: 'isegoria-receipt.2.eyJ2IjoxfQ.c2lnbmF0dXJl', ...unchanged } };
  }

  private get comments() {
    const own = this.hasWritten ? sample.ids.comment : undefined;
    return sample.comments.map((one) => (one.id === own ? { ...one, author: ownAuthor, submittedAt: new Date().toISOString() } : one));
  }

  private get questions() {
    const own = this.hasWritten ? sample.ids.openQuestion : undefined;
    return sample.questions.map((one) => (one.id === own ? { ...one, author: ownAuthor, askedAt: new Date().toISOString() } : one));
  }

  private read(path: string, query: URLSearchParams, signedIn: boolean): unknown {
    const list = <T>(items: readonly T[]) => ({ items, next: null, count: items.length });
    if (sample.plainAnswers[path]) return sample.plainAnswers[path];
    const known = [...sample.consultations, law, ofSurvey.surveyed, voted];
    const consultation = known.find(({ id }) => path.startsWith(`/consultations/${id}`));
    if (consultation) {
      switch (path.slice(`/consultations/${consultation.id}`.length)) {
        case '':
          return consultation;
        case '/threads': {
          const [comment, ...replies] = this.comments;
          return list(comment ? [{ comment, replies, replyCount: replies.length }] : []);
        }
        case '/translations/fr':
        case '/translations/ar':
        case '/translations/en':
          return { language: path.slice(-2), texts: sample.translationOf(consultation, path.slice(-2)), translatedAt: null };
        case '/corrections':
          return list(sample.corrections);
        case '/outcome-changes':
          return list(outcomeChanges);
        case '/official-answers':
          return list(sample.officialAnswersTo(consultation));
        case '/timeline':
          return list(sample.toldOf(consultation));
        case '/themes':
          return list(sample.themesOf(consultation));
        case '/date-changes':
          return list(consultation.dateChanges);
        case '/results':
          return [...allResults, lawResults].find(({ consultationId }) => consultationId === consultation.id);
        case '/my-ballot':
          return signedIn
            ? {
                consultationId: consultation.id,
                voter: 'p-4',
                nameNumber: null,
                activities: consultation.activities.map(({ id: activityId, settings }) => ({
                  activityId,
                  votes: settings.options || settings.questionnaire ? [] : [{ statementId: sample.ids.statement, choice: 'agree' }],
                  statementsAdded: 1,
                  options: ownOptions(settings),
                  ...(settings.questionnaire ? ofSurvey.surveyBallot(this.hasClosed) : { response: null }),
                  ...{ excludedReason: sample.excludedReason, late: this.late },
                })),
                mostContributions: 30,
                assurance: 'anonymous',
                reissued: true,
              }
            : undefined;
      }
    }
    const activity = known.flatMap(({ activities }) => activities).find(({ id }) => path.startsWith(`/activities/${id}`));
    if (activity && /\/(desk-|my-|listed-)?texts\b/.test(path)) return ofSurvey.aboutTexts(path);
    if (activity && path.endsWith('/links')) return list(ofSurvey.linkBatches);
    if (activity && path.includes('/answer-files')) return list(ofSurvey.answerFiles);
    if (activity && path.includes('/paper-forms')) return /\/\d+$/.test(path) ? ofSurvey.paperForm : list(ofSurvey.paperForms);
    if (activity) {
      if (path.endsWith('/corrections')) return list(ofSurvey.correctionsOfQuestions);
      if (path.endsWith('/coverage')) return covered;
      switch (path.slice(`/activities/${activity.id}`.length).replace('test-answers', 'response').replace('/everybody', '')) {
        case '/document':
          return activity.id === paper.activityId ? (query.get('version') === '1' ? firstPaper : paper) : undefined;
        case '/statements':
          return list(activity.id === paper.activityId ? annotations : sample.statementsIn(activity.id));
        case '/next-statement':
          return { statement: { ...sample.statements[1]!, activityId: activity.id }, voted: 1, left: sample.statements.length - 1 };
        case '/statement-results':
          return { position: 48_231, ...list(deliberationResults.activities[0]!.statements) };
        case '/filtered-results':
          return activity.id === paper.activityId ? undefined : filteredResultsOf(activity.id);
        case '/answers-by/content':
          return answersByContent(activity.id);
        case '/opinion-map':
          return { ...opinionMap, activityId: activity.id };
        case '/my-response':
          return signedIn ? sample.ownResponse : undefined;
        case '/alike-ballots':
          return sample.alikeBallots;
        case '/ballot-origins':
          return sample.ballotOrigins;
        case '/ballots':
          return list(sample.ballots.filter(({ excludedReason }) => query.get('status') !== 'excluded' || excludedReason !== null));
      }
    }
    const unit = query.get('unit');
    const inUnit = (one: { readonly unit: string }) => unit === null || isWithin(one.unit, unit);
    const isAbout = ({ categories }: { readonly categories: readonly string[] }) =>
      [query.get('topic'), query.get('area')].every((asked) => asked === null || categories.some((one) => isWithin(one, asked)));
    if (['/reports', '/namesakes', '/my-appeals'].includes(path)) return list([]);
    switch (path) {
      case `/exports/${sample.ids.export}`:
        return signedIn ? sample.exported : undefined;
      case '/me':
        return signedIn ? this.account : undefined;
      case '/consultations':
        return list(
          sample.consultations
            .filter(({ status }) =>
              query.get('status') ? status === query.get('status') : status !== 'draft' || may(this.account, 'consult'),
            )
            .filter(({ answer }) => answer.state === (query.get('answer') ?? answer.state))
            .filter(inUnit).filter(isAbout),
        );
      case '/milestones/waiting':
      case '/milestones':
        return list(milestonesAsked(known, query, path));
      case '/pages':
        return list(sample.pages.filter(({ kind }) => !query.get('kind') || kind === query.get('kind')).filter(inUnit).filter(isAbout));
      case '/search':
        return sample.foundFor(query.get('q') ?? '');
      case '/questions':
        return list(
          this.questions
            .filter(({ status }) => !query.get('status') || status === query.get('status'))
            .filter(({ consultationId }) => !query.get('consultationId') || consultationId === query.get('consultationId'))
            .filter(inUnit).filter(isAbout),
        );
      case `/my-statements/${sample.ids.statement}`:
        return signedIn && this.hasWritten ? sample.ownStatement() : undefined;
      case '/my-consultations':
        return signedIn ? list([...sample.ownParticipations, ofSurvey.ownParticipation(this.hasClosed)]) : undefined;
      case '/my-statements':
        return signedIn ? list([sample.ownStatement()]) : undefined;
      case '/my-comments':
      case '/my-supported-comments':
        return signedIn ? list(this.comments.map((comment) => ({ ...comment, consultationTitle: 'Buses' }))) : undefined;
      case '/my-questions':
      case '/my-supported-questions':
        return signedIn ? list(this.questions.map((question) => ({ ...question, consultationTitle: null }))) : undefined;
      case `/activities/${sample.ids.statements}/my-votes/newest`:
        return signedIn ? sample.ownVotes : undefined;
      case `/activities/${sample.ids.survey}/my-votes/newest`:
        return signedIn ? ofSurvey.ownResponses : undefined;
      case '/my-notes':
        return signedIn ? { items: sample.notes, next: null } : undefined;
      case '/accounts/current/note-settings':
        return signedIn ? { off: ['mail.answers'], mailsEveryMinutes: 45 } : undefined;
      case '/sessions':
        return signedIn ? { items: [], count: 0 } : undefined;
      case '/going-public':
        return { ready: false, missing: [{ where: 'privacy', field: 'controller.fr' }] };
      case '/my-support':
        return { items: [] };
      case '/consultation-units':
        return { units: sample.consultations.map((one) => one.unit) };
      case '/page-units':
        return { units: sample.pages.map((one) => one.unit) };
      case '/question-units':
        return { units: this.questions.map((one) => one.unit) };
      case '/pages/drafts':
        return list([sample.plannedPage]);
      case '/consultations/waiting':
        return list(
          sample.consultations
            .filter(({ status, unit }) => status === statusOfDuty[query.get('duty') as Duty] && may(this.account, 'consult', unit))
            .map(sample.waitingOf),
        );
      case '/questions/waiting':
        return list(this.questions.filter(({ status }) => status === 'open'));
      case '/my-feedback':
        return signedIn ? { author: ownAuthor, most: 30, comments: 2, questions: 1 } : undefined;
      case '/desk':
        return list(sample.onDesk(query));
      case '/my-reports':
        return signedIn ? list(sample.ownReports) : undefined;
      case '/surveys/waiting-texts':
        return list(ofSurvey.waitingTexts.filter(inUnit));
      case '/statements/pending':
        return list(sample.pending.map((statement) => ({ ...statement, consultationTitle: sample.consultations[0]!.title })));
      case '/invitations':
        return { items: sample.invitations() };
      case '/used-files':
        return list(sample.usedFiles().filter(({ file }) => !query.get('file') || file === query.get('file')));
      case '/units':
        return list(this.units);
      case '/consultations/moderated':
        return list(sample.consultations.slice(0, 2).map(({ id, title, language }) => ({ id, title, language })));
      case '/suspensions':
        return list([sample.suspension]);
      case `/suspensions/${sample.suspension.id}`:
        return sample.suspension;
      case '/me/suspension':
        return signedIn ? { ...sample.suspension, accountId: null, appeal: null } : undefined;
      case '/accounts':
        return list([this.account, sample.neighbour, sample.suspendedAccount, sample.erasedAccount]);
      case '/officials/actions':
        return {
          items: sample.officialActions.filter(({ kind }) => !query.get('kind') || kind === query.get('kind')),
          next: query.get('cursor') === null ? '7' : null,
          count: 8,
        };
      case '/mailbox':
        return { ...list([sample.mail]), notesEveryMinutes: 45 };
    }
    const sitePage = /^\/site-pages\/(\w+)$/.exec(path)?.[1];
    if (sitePage) return { page: sitePage, facts: this.facts, changedAt: null, version: 0 };
    const account = [this.account, sample.neighbour, sample.suspendedAccount, sample.erasedAccount].find(
      ({ id }) => path === `/accounts/${id}`,
    );
    if (path === `/pages/${sample.ids.page}/versions`) return list(sample.pageVersions());
    if (path === `/comments/${sample.ids.comment}/replies`) return list(this.comments.slice(1));
    const comment = this.comments.find(({ id }) => path === `/comments/${id}`);
    return (
      account ??
      comment ??
      [...sample.pages, sample.plannedPage].find(({ id }) => path === `/pages/${id}`) ?? sample.pageVersionAt(path) ??
      sample.servicesAt(path) ?? sample.siteAt(path, query) ??
      this.questions.find(({ id }) => path === `/questions/${id}`)
    );
  }
}

function problem(code: RejectionCode, language: Language, refusal: Partial<Refusal> = {}): { status: number; body: unknown } {
  const { code: _, ...details } = refusal;
  return { status: rejections[code], body: problemOf(code, { ...details, params: { detail: 'x', ...details.params } }, language) };
}
