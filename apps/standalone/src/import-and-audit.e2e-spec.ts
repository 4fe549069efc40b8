import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { ApiClient, allPages } from '@isegoria/api-client';
import { listConsultations, listStatementResults, showConsultation, showOpinionMap } from '@isegoria/contracts';
import { eventually, startPlatform, type TestPlatform } from '@isegoria/testing';
import { startAlteringProxy } from './altering-proxy.fixture';
import { npmRun, root } from './npm-run.fixture';

const conversations = join(root, '../shared/data/polis');
// Two more, of 7,000 and 50,000 votes, say nothing that these do not; the maps of all four are in polis-conversations.spec.
const all = ['london.youth.policing', 'canadian-electoral-reform'];
// A real database is asked the same of the smaller one.
const names = process.env['DATABASE_URL'] ? all.slice(0, 1) : all;
const describeWithData = existsSync(conversations) ? describe : describe.skip;
if (!existsSync(conversations)) console.log(`import and audit of real conversations: skipped, since ${conversations} is missing`);

describeWithData('real conversations', () => {
  let platform: TestPlatform;
  let visitor: ApiClient;
  beforeAll(async () => {
    platform = await startPlatform();
    visitor = new ApiClient(platform.origin);
  }, 120_000);
  afterAll(() => platform.stop());

  const importing = (name: string) => npmRun('import:polis', [join(conversations, name), '--data', platform.folder]);
  const auditing = () => npmRun('audit', [platform.origin, '--state', join(platform.folder, 'audit.json')]);
  const logSize = async () => Number((await (await fetch(`${platform.origin}/log/checkpoint`)).text()).split('\n')[1]);

  async function imported(name: string): Promise<string> {
    const consultations = await allPages((cursor) => visitor.ask(listConsultations, { cursor }));
    return consultations.find(({ externalId }) => externalId === `polis/${name}`)!.id;
  }

  it.each(names)(
    '%s: the tally of every statement equals the published last votes',
    async (name) => {
      const { code, said } = await importing(name);
      expect([code, said]).toEqual([0, expect.stringMatching(/The results of all statements are those of the source\./)]);
      const records: Record<string, string>[] = parse(readFileSync(join(conversations, name, 'participants-votes.csv')), {
        columns: true,
        bom: true,
      });
      const { activities } = await visitor.ask(showConsultation, { consultationId: await imported(name) });
      const statements = await allPages((cursor) => visitor.ask(listStatementResults, { activityId: activities[0]!.id, cursor }));
      const counted = Object.fromEntries(
        statements.map(({ externalId, agrees, disagrees, passes }) => [externalId, [agrees, disagrees, passes]]),
      );
      const columns = Object.keys(records[0]!).filter((column) => /^\d+$/.test(column));
      for (const column of columns) {
        const votes = (vote: string) => records.filter((record) => record[column] === vote).length;
        expect([column, counted[column]]).toEqual([column, [votes('1'), votes('-1'), votes('0')]]);
      }
      expect(columns.length).toBeGreaterThan(0);
    },
    900_000,
  );

  it('a second run of an import adds nothing but the sign-in of the office', async () => {
    const settled = () =>
      eventually(async () => {
        const size = await logSize();
        await new Promise((resolve) => setTimeout(resolve, 2_000));
        expect(await logSize()).toBe(size);
        return size;
      }, 30_000);
    const before = await settled();
    expect((await importing(names[0]!)).code).toBe(0);
    const after = await settled();
    const added = (await (await fetch(`${platform.origin}/log/entries?from=${before}&limit=${after - before}`)).text()).trim().split('\n');
    const types = added.map((line) => (JSON.parse((JSON.parse(line) as { leaf: string }).leaf) as { type: string }).type);
    expect(types).toEqual(['StaffSignedIn']);
  }, 120_000);

  it('draws everybody who voted enough, and says how sure the groups are; in the order of this log they may be clear or not', async () => {
    const name = names.at(-1)!;
    const { activities } = await visitor.ask(showConsultation, { consultationId: await imported(name) });
    const people: Record<string, string>[] = parse(readFileSync(join(conversations, name, 'participants-votes.csv')), { columns: true });
    // One of the votes so far may have been computed while they came, and the projector rests ten times as long as a map took.
    const { map } = await eventually(async () => {
      const opinion = await visitor.ask(showOpinionMap, { activityId: activities[0]!.id });
      expect(opinion.map?.participants).toHaveLength(people.filter((person) => person['group-id'] !== '').length);
      return opinion;
    }, 240_000);
    // How sure depends on the order in which the votes of an import come to stand in the log.
    expect(map!.certainty).toBeGreaterThan(0);
    const inGroups = map!.groups.reduce((sum, { participants }) => sum + participants, 0);
    expect(inGroups).toBe(map!.groups.length > 0 ? map!.participants.length : 0);
  }, 270_000);

  it('an outsider recounts everything from the log', async () => {
    const { code, said } = await auditing();
    expect([code, said]).toEqual([0, expect.stringMatching(/^VERIFIED/)]);
  }, 180_000);

  it('the same outsider finds a figure that was changed on the way', async () => {
    rmSync(join(platform.folder, 'audit.json'), { force: true });
    const oneMore = (body: Buffer) => Buffer.from(body.toString().replace(/"agrees":(\d+)/, (_, count) => `"agrees":${Number(count) + 1}`));
    const proxy = await startAlteringProxy(platform.origin, (path, body) => (/\/results$/.test(path) ? oneMore(body) : body));
    const { code, said } = await npmRun('audit', [proxy.origin, '--state', join(platform.folder, 'audit-2.json')]);
    await proxy.close();
    expect([code, said]).toEqual([4, expect.stringMatching(/agree/)]);
  }, 180_000);
});
