import { createHash, generateKeyPairSync, hash, sign } from 'node:crypto';
import { atEachLevel, methods } from '@isegoria/contracts';
import {
  AppendTree,
  formatVerifierKey,
  leafBytes,
  leafHash,
  signCheckpoint,
  signNote,
  verifierKey,
  withSignedTime,
} from '@isegoria/merkle-log';
import { ActSigner } from '@isegoria/service-host';
import { honestAnswer } from './honest-answers.fixture';
import { withProof } from './signed-acts.fixture';
import { parsedJson, type Source } from './source/source';
import { sha256 } from './tree/rebuilt-log';

interface GeneratedEvent {
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly data: object;
}

const at = '2026-03-02T12:00:00.000Z';
const metadata = { schema: 1, at, correlationId: 'test' };
const { publicKey: actPublicKey, privateKey: actKey } = generateKeyPairSync('ed25519');
const acts = new ActSigner(actKey);
const statements = Array.from({ length: 8 }, (_, n) => idOf('statement', n));
const consultationId = idOf('consultation', 0);
const phaseId = idOf('phase', 0);
const activityId = idOf('activity', 0);
const official = idOf('official', 0);
const choices = ['agree', 'disagree', 'pass'] as const;
const pageSize = 1_000;

/**
 * A log of any length, made as it is read and kept nowhere: one deliberation, in which every person registers and votes on some of eight
 * statements, with two streams of their own. Nobody votes enough for a place on the opinion map.
 */
export class GeneratedLog implements Source {
  readonly url = 'https://generated.example';
  readonly name = this.url;
  readonly isLive = true;
  readonly at = at;
  private note = '';
  private keys = '';
  /** Told how many entries were given, before each page. */
  onPage: (given: number) => void = () => undefined;

  private constructor(
    private readonly people: number,
    private readonly votesEach: number,
  ) {}

  /** @param votesEach 1 to 6 */
  static async of(people: number, votesEach: number): Promise<GeneratedLog> {
    const log = new GeneratedLog(people, votesEach);
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const key = await verifierKey('generated.example/log', publicKey.export({ format: 'der', type: 'spki' }).subarray(-32), sha256);
    const tree = new AppendTree(sha256);
    for (let seq = 0; seq < log.size; seq++) tree.append(leafHash(sha256, log.leaf(seq, log.event(seq))));
    const signer = { key, sign: (bytes: Uint8Array) => sign(null, bytes, privateKey) };
    const note = await signCheckpoint({ size: tree.size, root: tree.root() }, key, signer.sign);
    log.note = await withSignedTime(note, [signer], Date.parse(at) / 1000, sha256);
    const ofActs = await verifierKey(`${key.name}/acts`, actPublicKey.export({ format: 'der', type: 'spki' }).subarray(-32), sha256);
    const actKeys = await signNote(`${ofActs.name}\n${formatVerifierKey(ofActs)} signing\n`, key, signer.sign);
    log.keys = JSON.stringify({ origin: key.name, checkpointKey: formatVerifierKey(key), receiptKey: formatVerifierKey(key), actKeys });
    return log;
  }

  get size(): number {
    return before.length + this.people * (1 + this.votesEach);
  }

  async json<T>(path: string): Promise<T> {
    return parsedJson<T>(await this.text(path), path);
  }

  async text(path: string): Promise<string> {
    const body = await this.optional(path);
    if (body === undefined) throw new Error(`${path} is not served.`);
    return body;
  }

  page(path: string): Promise<string | undefined> {
    return this.optional(path);
  }

  optional(path: string): Promise<string | undefined> {
    const answers: Record<string, () => string> = {
      '/log/keys': () => this.keys,
      '/log/checkpoint': () => this.note,
      [`/api/v1/consultations/${consultationId}/results`]: () => JSON.stringify(this.results()),
      [`/api/v1/activities/${activityId}/opinion-map`]: () =>
        JSON.stringify({
          position: this.size - 1,
          participants: 0,
          statements: statements.length,
          needed: 7,
          unplaced: { tooFewVotes: this.people, onlyOnRejected: 0 },
          map: null,
        }),
    };
    return Promise.resolve(answers[path]?.() ?? this.honest(path));
  }

  anew(path: string): Promise<string | undefined> {
    return this.optional(path);
  }

  pause(): Promise<void> {
    return Promise.resolve();
  }

  noted(_name: string, now: string): Promise<string> {
    return Promise.resolve(now);
  }

  /** What does not hang on how many people there are follows from the first events. */
  private honest(path: string): string | undefined {
    const first = before.map((event, seq) => ({
      ...event,
      position: seq,
      id: idOf('event', seq),
      time: at,
      metadata,
    }));
    const answer = honestAnswer(first, path);
    const { people } = this;
    if (!answer) return undefined;
    return JSON.stringify(answer, (name, value: unknown) => {
      if (name === 'participants') return people;
      if (name === 'participantsByAssurance') return atEachLevel(0, { anonymous: people });
      return name === 'position' && path.endsWith('/read-models') ? this.size - 1 : value;
    });
  }

  bytes(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  async *lines(from: number, to: number): AsyncGenerator<string[]> {
    for (let start = from; start < to; start += pageSize) {
      this.onPage(start);
      yield Array.from({ length: Math.min(pageSize, to - start) }, (_, n) => this.line(start + n));
    }
  }

  private line(seq: number): string {
    const event = this.event(seq);
    const isPublic = !event.stream.startsWith('account-');
    const body = (bytes: Buffer) => (isPublic ? bytes.toString('base64') : null);
    return JSON.stringify({
      seq,
      position: seq,
      leaf: this.leaf(seq, event).toString(),
      data: body(bytesOf(event)),
      metadata: body(metadataOf(event, seq)),
    });
  }

  private leaf(seq: number, event: GeneratedEvent): Buffer {
    const { stream, revision, type } = event;
    const data = hash('sha256', bytesOf(event), 'hex');
    const beside = hash('sha256', metadataOf(event, seq), 'hex');
    return Buffer.from(
      leafBytes({ v: 1, seq, stream, revision, id: idOf('event', seq), type, time: at, schema: 1, data, metadata: beside }),
    );
  }

  private event(seq: number): GeneratedEvent {
    if (seq < before.length) return before[seq]!;
    const person = Math.floor((seq - before.length) / (1 + this.votesEach));
    const act = (seq - before.length) % (1 + this.votesEach);
    if (act === 0) return { stream: `account-${idOf('account', person)}`, revision: 0, type: 'AccountRegistered', data: {} };
    const voter = hash('sha256', `voter ${person}`, 'hex').slice(0, 32);
    const data = {
      consultationId,
      activityId,
      statementId: statements[statementOf(person, act)],
      voter,
      choice: choices[person % 3],
      assurance: 'anonymous',
    };
    return { stream: `ballot-${activityId}-${voter}`, revision: act - 1, type: 'StatementVoteCast', data };
  }

  private results() {
    const { people, votesEach } = this;
    const counts = statements.map(() => choices.map(() => 0));
    for (let person = 0; person < people; person++) {
      for (let act = 1; act <= votesEach; act++) counts[statementOf(person, act)]![person % 3]! += 1;
    }
    const none = { agrees: 0, disagrees: 0, passes: 0 };
    const all = atEachLevel(0, { anonymous: people });
    const activity = {
      activityId,
      phaseId,
      method: 'deliberation',
      title: null,
      countsFrom: 'anonymous',
      participants: people,
      participantsByAssurance: all,
      excludedBallots: 0,
      votesCast: people * votesEach,
      votesCastByAssurance: atEachLevel(0, { anonymous: people * votesEach }),
      late: 0,
      participation: [{ day: at.slice(0, 10), newParticipants: people, participants: people, byAssurance: all }],
      ...(Object.assign({}, ...methods.map(({ noResults }) => noResults)) as object),
      statements: statements.map((id, n) => {
        const [agrees, disagrees, passes] = counts[n]!;
        const tally = { agrees, disagrees, passes };
        const byAssurance = atEachLevel(none, { anonymous: tally });
        return { id, externalId: null, at: null, status: 'accepted', text: 'Words', ...tally, byAssurance };
      }),
      statementCounts: { accepted: statements.length, pending: 0, rejected: 0, withdrawn: 0 },
    };
    return {
      consultationId,
      position: this.size - 1,
      activities: [activity],
      questions: { open: 0, answered: 0, withdrawn: 0 },
      comments: 0,
    };
  }
}

/** The first is another one for the next person, so that all statements get votes. */
const statementOf = (person: number, act: number): number => (person + act) % statements.length;

const metadataOf = (event: GeneratedEvent, seq: number): Buffer =>
  Buffer.from(JSON.stringify(withProof(acts, { ...event, id: idOf('event', seq) }, metadata)));

const bytesOf = ({ data }: GeneratedEvent): Buffer => Buffer.from(JSON.stringify(data));

/** A version 4 UUID in form, the same for the same name and number. */
function idOf(name: string, number: number): string {
  const digest = createHash('sha256').update(`${name} ${number}`).digest('hex');
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-4${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}

const drafted = {
  consultationId,
  unit: 'root',
  title: 'T',
  description: 'D',
  language: 'en',
  phases: [{ phaseId, title: null }],
  countsFrom: 'anonymous',
  by: official,
  externalId: null,
};
const begun = {
  activityId,
  consultationId,
  phaseId,
  method: 'deliberation',
  title: null,
  settings: { moderation: 'before' },
  by: official,
};
const before: GeneratedEvent[] = [
  { stream: `account-${official}`, revision: 0, type: 'AccountRegistered', data: {} },
  { stream: `account-${official}`, revision: 1, type: 'RoleGranted', data: {} },
  { stream: `consultation-${consultationId}`, revision: 0, type: 'ConsultationDrafted', data: drafted },
  { stream: `activity-${activityId}`, revision: 0, type: 'ActivityDrafted', data: begun },
  ...statements.flatMap((statementId): GeneratedEvent[] => [
    {
      stream: `statement-${statementId}`,
      revision: 0,
      type: 'StatementSubmitted',
      data: { statementId, consultationId, activityId, author: null, assurance: null, text: { plain: 'Words' }, externalId: null },
    },
    {
      stream: `statement-${statementId}`,
      revision: 1,
      type: 'StatementAccepted',
      data: { statementId, consultationId, activityId, by: official },
    },
  ]),
  {
    stream: `consultation-${consultationId}`,
    revision: 1,
    type: 'ConsultationPublished',
    data: { consultationId, phases: [{ phaseId, opensAt: at, closesAt: '2026-04-01T00:00:00.000Z' }], by: official },
  },
];
