import { randomUUID } from 'node:crypto';
import '@isegoria/consultations/portal';
import { dashboardOf } from '@isegoria/consultations/results/dashboard/dashboards.portal';
import {
  addressOf,
  beside,
  listOfficialActions,
  type ActivityResults,
  type ConsultationView,
  type OfficialAction,
  type Page,
  type StatementView,
} from '@isegoria/contracts';
import { renderFragment } from '@isegoria/portal-kit';
import { languages, sourceLanguage, textsIn, type Language } from '@isegoria/texts';
import { auditedHistory } from '../../audited-history.fixture';
import { originOf } from '../../signed-acts.fixture';

type Dashboard = Awaited<ReturnType<typeof dashboardOf>>;

/**
 * A site that moves on whenever one of its pages or figures is read, and between the answers that a page is made of: a person votes each
 * time. Its pages of results are those of the product.
 */
export async function movingSite() {
  const audited = await auditedHistory();
  const { site, history } = audited;
  const { consultationId, activities } = history.poll;
  const { activityId } = activities[0]!;
  // Its figures are those of the moment at which they are asked for.
  site.published.clear();
  const answer = site.optional.bind(site);
  const people: string[] = [];
  const moving = {
    ...audited,
    consultationId,
    /** Whether people vote. */
    moves: true,
    /** In which consultation; nothing else moves where it is another one than that whose pages are read. */
    isElsewhere: false,
    /** After so many questions an opinion map is computed anew; 0 when it always is of the moment. */
    keepsMaps: 0,
    /** Alters a page. */
    alter: (_path: string, html: string) => html,
    votes: 0,
    move,
  };

  async function move(): Promise<void> {
    const metadata = { schema: 1, at: site.at, correlationId: 'test' };
    const append = (stream: string, event: { type: string; data: object }) =>
      site.store.append(stream, [{ ...event, id: randomUUID(), metadata: { ...metadata, origin: originOf(event, {}) } } as never], 'any');
    const accountId = randomUUID();
    await append(`account-${accountId}`, { type: 'AccountRegistered', data: { accountId, profile: { sealed: '1.x.y' } } });
    await append(`account-${accountId}`, { type: 'EmailConfirmed', data: { accountId } });
    moving.votes += 1;
    // Every fourth time somebody thinks better of it, so that figures fall as well as rise.
    const voter = moving.votes % 4 === 0 ? people.at(-1)! : `person-${moving.votes}`;
    people.push(voter);
    const options = [['a'], ['b'], ['a', 'b'], ['c']][moving.votes % 4]!;
    const [deliberation] = history.deliberation.activities;
    const cast = moving.isElsewhere
      ? {
          type: 'StatementVoteCast',
          data: {
            ...{ consultationId: history.deliberation.consultationId, activityId: deliberation!.activityId, voter },
            ...{ statementId: history.statements[0], choice: 'agree', assurance: 'email' },
          },
        }
      : { type: 'PollBallotCast', data: { consultationId, activityId, voter, options, assurance: 'email' } };
    await append(`ballot-${cast.data.activityId}-${voter}`, cast);
    await site.sign();
  }
  const moveOn = async () => (moving.moves && site.isLive ? move() : undefined);

  const maps = new Map<string, { body: string | undefined; asked: number }>();
  /** As a site answers that computes opinion maps now and then. */
  async function answered(path: string): Promise<string | undefined> {
    if (!path.endsWith('/opinion-map') || moving.keepsMaps === 0 || !site.isLive) return answer(path);
    const kept = maps.get(path);
    if (kept && (kept.asked += 1) < moving.keepsMaps) return kept.body;
    const body = await answer(path);
    maps.set(path, { body, asked: 0 });
    return body;
  }

  async function ask<Answer>(path: string): Promise<Answer> {
    await moveOn();
    return JSON.parse((await answered(`/api/v1${path}`)) ?? '{"items":[],"next":null,"count":0}') as Answer;
  }
  const apiOf = { ask: ({ route }: { route: never }, parameters: object) => ask(addressOf(route, parameters as never)) } as never;

  async function html(path: string, language: Language): Promise<string | undefined> {
    const texts = textsIn(language);
    const [, id, results] = /^\/consultations\/([^/]+)(\/results)?$/.exec(path) ?? [];
    if (id !== undefined && results) {
      const dashboard = await dashboardOf(id, apiOf, language);
      return renderFragment({ texts }, <Figures {...dashboard} language={language} />);
    }
    if (id !== undefined) {
      const consultation = await ask<ConsultationView>(`/consultations/${id}`);
      const statements = consultation.activities.some(({ method }) => method === 'deliberation')
        ? await ask<Page<StatementView>>(`/activities/${consultation.activities[0]!.id}/statements?status=accepted`)
        : undefined;
      return renderFragment({ texts }, <About consultation={consultation} statements={statements?.items ?? []} language={language} />);
    }
    if (path !== '/transparency/officials') return undefined;
    const { items } = await ask<Page<OfficialAction>>(listOfficialActions.route.path);
    return renderFragment({ texts }, <Officials items={items} language={language} />);
  }

  site.page = async (asked) => {
    const [path = '', query] = asked.split('?');
    const named = new URLSearchParams(query).get('lang');
    const language = languages.find((one) => one === named) ?? sourceLanguage;
    if (!site.isLive) return answer(asked);
    const drawn = await html(path, language);
    return drawn === undefined ? undefined : moving.alter(path, `<html lang="${language}"><main>${drawn}</main></html>`);
  };
  site.optional = async (path) => {
    if (path.includes('/results') || path === `/api/v1/consultations/${consultationId}`) await moveOn();
    return answered(path);
  };
  return moving;
}

/** As the product composes them: each of the answers is of another moment. */
function Figures({ consultation, results, activities, language }: Dashboard & { language: Language }) {
  const { t, number, dateTime } = textsIn(language);
  const [{ participants, participantsByAssurance, countsFrom, votesCast }] = results.activities as [ActivityResults];
  const { open, answered, withdrawn } = results.questions;
  const figures = {
    People: participants,
    [t('figures.peopleInAll')]: consultation.participants,
    other: beside(participantsByAssurance, countsFrom),
    votes: votesCast,
    questions: open + answered + withdrawn,
    comments: results.comments,
  };
  const { Finding = () => null, Results } = activities[0]!;
  return (
    <>
      <dl>
        {Object.entries(figures).map(([term, figure]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{number(figure)}</dd>
          </div>
        ))}
      </dl>
      <Finding />
      <Results />
      <p>
        <span>{t('results.computed', { position: results.position })}</span>
        <time>{dateTime(results.computedAt)}</time>
      </p>
    </>
  );
}

function About(props: { consultation: ConsultationView; statements: readonly StatementView[]; language: Language }) {
  const { title, description, participants, activities } = props.consultation;
  const options = activities.flatMap(({ settings }) => settings.options ?? []);
  return (
    <>
      <h1>{title}</h1>
      <p>{description}</p>
      <p>
        <span>{textsIn(props.language).t('consultation.participants', { count: participants })}</span>
      </p>
      <ul>
        {[...options, ...props.statements].map(({ text }, index) => (
          <li key={index}>{text}</li>
        ))}
      </ul>
      <p>{props.statements[0]?.text}</p>
    </>
  );
}

function Officials({ items, language }: { items: readonly OfficialAction[]; language: Language }) {
  return (
    <table>
      {items.map(({ eventId, official, title, reason, position, at }) => (
        <tr key={eventId}>
          <td>
            <time>{textsIn(language).dateTime(at)}</time>
          </td>
          <td>{[official, title, reason].join(' ')}</td>
          <td>{textsIn(language).number(position)}</td>
        </tr>
      ))}
    </table>
  );
}
