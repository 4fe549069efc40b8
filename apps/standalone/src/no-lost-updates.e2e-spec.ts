import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '@isegoria/api-client';
import { addressOf, signIn, type ConsultationView, type LogEntry, type PhaseView } from '@isegoria/contracts';
import { eventually, startPlatform, type TestPlatform } from '@isegoria/testing';
import { published, registered, type Person } from './taking-part.fixture';
import { unversionedCommands } from './unversioned-commands.fixture';
import { versionedCommands } from './versioned-commands.fixture';

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string }[];
}

describe('nobody overwrites what they have not seen', () => {
  let platform: TestPlatform;
  let office: ApiClient;
  let token: string;
  let citizen: Person;

  beforeAll(async () => {
    platform = await startPlatform();
    const visitor = new ApiClient(platform.origin);
    const { email, password } = platform.operator;
    ({ token } = await visitor.do(signIn, { email, password }));
    office = visitor.as({ token });
    citizen = await registered(visitor);
  }, 120_000);
  afterAll(() => platform?.stop());

  /** From what was refused to what was accepted then, by command, with the number of events that make the latter. */
  const accepted: { readonly name: string; readonly from: number; readonly to: number; readonly records: number }[] = [];

  /** The versions in the tag of what is read where it is changed; undefined where nothing is. */
  async function versionsTagged(address: string, token: string, after: number): Promise<number[] | undefined> {
    const headers = { authorization: `Bearer ${token}` };
    const tag = (await fetch(`${platform.origin}/api/v1${address}?after=${after}`, { headers })).headers.get('etag');
    return tag?.startsWith('"') ? tag.slice(1).split('.', 1)[0]!.split('+').map(Number) : undefined;
  }

  /** The positions of all that is in the log, once one is. */
  async function recordedUpTo(last: number): Promise<number[]> {
    const positions: number[] = [];
    for (let page: LogEntry[]; ; positions.push(...page.map(({ position }) => position))) {
      const answered = await fetch(`${platform.origin}/log/entries?from=${positions.length}&limit=1000`);
      const lines = answered.ok ? (await answered.text()).split('\n') : [];
      page = lines.flatMap((line) => (line === '' ? [] : [JSON.parse(line) as LogEntry]));
      if (page.length === 0) break;
    }
    expect(positions).toContain(last);
    return positions;
  }

  it('with any command that the API says takes If-Match', async () => {
    const known = versionedCommands.map(({ contract }) => contract.name);
    expect((await commands(takesVersion)).sort()).toEqual([...known].sort());
  });

  it('and each of the others is one that overwrites nothing, for a reason', async () => {
    const reasoned = Object.values(unversionedCommands).flat();
    expect((await commands((operation) => !takesVersion(operation))).sort()).toEqual(reasoned.sort());
  });

  const takesVersion = ({ parameters = [] }: Operation) => parameters.some(({ name }) => name === 'If-Match');

  /** What the API describes that is sent with another method than GET. */
  async function commands(chosen: (operation: Operation) => boolean): Promise<string[]> {
    const { paths } = (await (await fetch(`${platform.origin}/api/v1/openapi.json`)).json()) as {
      paths: Record<string, Record<string, Operation>>;
    };
    const operations = Object.values(paths).flatMap((methods) => Object.entries(methods));
    return operations.flatMap(([method, operation]) => (method !== 'get' && chosen(operation) ? [operation.operationId] : []));
  }

  it.each(versionedCommands.map((one) => [one.contract.name, one] as const))(
    '%s: a stale version is refused, the right one is taken, and so is none',
    async (_, { contract, isOwn, begin, read, overtake, records = 1 }) => {
      const hand = isOwn ? citizen.api : office;
      const { after, by } = await begin(office, citizen.api);
      const others = by('Words of somebody else');
      const readAt = async (position = 0) => (await read?.(hand.as({ after: position }), others)) ?? { version: position };
      const seen = await readAt(after);
      const overtaken = await (overtake?.(office, others, citizen.api) ?? hand.do(contract, others));
      const { position } = overtaken as { position: number };
      const stands = await readAt(position);
      expect(stands.version).toBeGreaterThan(seen.version);
      if (records > 0) expect(stands.version).toBeLessThanOrEqual(position);

      const mine = by('My words');
      const address = addressOf(contract.route!, mine as Record<string, string>);
      const tagged = await versionsTagged(address, isOwn ? citizen.token : token, position);
      expect(tagged ?? [stands.version]).toContain(stands.version);
      await expect(hand.do(contract, mine, { version: seen.version })).rejects.toMatchObject({
        problem: { code: 'VERSION_CHANGED', status: 412 },
      });
      expect(await readAt(position)).toEqual(stands);
      const { position: to } = (await hand.do(contract, mine, { version: stands.version })) as { position: number };
      accepted.push({ name: contract.name, from: position, to, records });
      const another = await begin(office, citizen.api);
      await expect(hand.do(contract, another.by('Words again'))).resolves.toBeDefined();
    },
  );

  it('and what was refused has recorded nothing', async () => {
    const positions = await eventually(() => recordedUpTo(accepted.at(-1)!.to), 20_000);
    const recorded = accepted.map(({ name, from, to }) => [name, positions.filter((position) => position > from && position <= to).length]);
    expect(recorded).toEqual(accepted.map(({ name, records }) => [name, records]));
    expect(accepted.length).toBe(versionedCommands.length);
  });

  it('whoever echoes the tag of an answer is understood, and what is no tag is refused', async () => {
    const { contract, begin } = versionedCommands[0]!;
    const { after, by } = await begin(office, citizen.api);
    const { pageId, ...body } = by('A title') as { pageId: string };
    const address = `${platform.origin}/api/v1${addressOf(contract.route!, { pageId })}`;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const tag = (await fetch(`${address}?after=${after}`, { headers })).headers.get('etag')!;
    let times = 0;
    const put = async (asked: string) => {
      const another = JSON.stringify({ ...body, body: `Said ${(times += 1)} times` });
      return (await fetch(address, { method: 'PUT', headers: { ...headers, 'if-match': asked }, body: another })).status;
    };
    expect([await put(tag), await put(tag), await put('"of-something-else"')]).toEqual([200, 412, 412]);
    expect([await put('*'), await put('no tag')]).toEqual([200, 400]);
  });

  it('one tag of a consultation will do for whatever changes a part of it, until somebody has', async () => {
    const { consultationId } = await published(office, { method: 'poll', options: ['Red', 'Green'] });
    const api = `${platform.origin}/api/v1/consultations/${consultationId}`;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const read = async (after?: number) => {
      const answer = await fetch(after === undefined ? api : `${api}?after=${after}`, { headers });
      return { tag: answer.headers.get('etag')!, view: (await answer.json()) as ConsultationView };
    };
    const post = async (path: string, body: object, tag: string) => {
      const answer = await fetch(`${api}/${path}`, { method: 'POST', headers: { ...headers, 'if-match': tag }, body: JSON.stringify(body) });
      return { status: answer.status, ...((await answer.json()) as { position?: number; changed?: object }) };
    };
    const seen = await read();
    const [{ id, opensAt }] = seen.view.phases as [PhaseView];
    const longer = { opensAt, closesAt: new Date(Date.now() + 90 * 86_400_000), reason: 'A late plan.' };
    const { position } = await post(`phases/${id}/dates`, longer, seen.tag);
    const overtaken = await post('closure', { reason: 'Enough.' }, seen.tag);
    expect([position, overtaken]).toMatchObject([expect.any(Number), { status: 412, changed: { at: expect.any(String) } }]);
    const { tag } = await read(position);
    const closed = await post('closure', { reason: 'Enough.' }, tag);
    expect(closed.status).toBe(201);
    // Of what is not there yet, everybody has seen the newest.
    expect((await post('outcome', { youSaid: 'A pool.', weDid: 'None.' }, tag)).status).toBe(201);
    expect((await post('outcome', { youSaid: 'Trees.', weDid: 'Some.' }, tag)).status).toBe(412);
  });
});
