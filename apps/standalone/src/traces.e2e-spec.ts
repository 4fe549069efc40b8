import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '@isegoria/api-client';
import { listStatements, registerAccount, showOwnAccount, type Accepted } from '@isegoria/contracts';
import { eventually, startCollector, startPlatform, type CollectedSpan, type TestCollector, type TestPlatform } from '@isegoria/testing';
import { published } from './taking-part.fixture';

const variables = ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_BSP_SCHEDULE_DELAY'];
const stranger = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16) };

describe('a vote, as a trace', () => {
  const id = randomUUID();
  const person = { email: `citizen-${id}@example.org`, name: `A citizen ${id}`, password: 'a long password', language: 'en' };
  let collector: TestCollector;
  let platform: TestPlatform;
  let secrets: string[];
  let vote: Accepted;
  let answered: CollectedSpan;

  beforeAll(async () => {
    collector = await startCollector();
    process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = collector.url;
    process.env['OTEL_BSP_SCHEDULE_DELAY'] = '100';
    platform = await startPlatform();
    const visitor = new ApiClient(platform.origin);
    const office = await visitor.signIn(platform.operator.email, platform.operator.password);
    const { token } = await visitor.do(registerAccount, person);
    const me = await visitor.as({ token }).ask(showOwnAccount, {});
    const { consultationId, activityId } = await published(office, { method: 'deliberation', statements: ['One', 'Two'] });
    const { items } = await visitor.ask(listStatements, { activityId });
    const path = `/api/v1/activities/${activityId}/statements/${items[0]!.id}/vote`;
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      traceparent: `00-${stranger.traceId}-${stranger.spanId}-01`,
    };
    const body = JSON.stringify({ choice: 'agree' });
    const cast = (to: string) => fetch(`${platform.origin}${to}`, { method: 'PUT', headers, body });
    expect((await cast(`${path}?secret=in-the-query`)).status).toBe(400);
    vote = (await (await cast(path)).json()) as Accepted;
    secrets = [
      ...Object.values(person).slice(0, 3),
      token,
      me.id,
      consultationId,
      activityId,
      items[0]!.id,
      vote.id,
      'in-the-query',
      'agree',
      'ballot-',
    ];
    const answers = (status: number) => (span: CollectedSpan) =>
      span.name.startsWith('PUT ') && span.attributes['http.response.status_code'] === status;
    await eventually(() => spanOf('gateway', answers(400)));
    answered = await eventually(() => spanOf('gateway', answers(200)));
    await eventually(() => spanOf('projector', isBatchWith(vote.position)));
  });
  afterAll(async () => {
    for (const name of variables) delete process.env[name];
    await platform?.stop();
    await collector?.stop();
  });

  it('goes from the route to the command, to its service, to the log', async () => {
    expect(answered).toMatchObject({ name: expect.stringMatching(/\/:\w+\/vote$/), attributes: { 'http.response.status_code': 200 } });
    expect(answered.parentSpanId).toBeFalsy();
    const sent = await childOf(answered, 'gateway', /^send command\.cast-statement-vote$/);
    const handled = await childOf(sent, 'consultations', /^handle command\.cast-statement-vote$/);
    const appended = await childOf(handled, 'consultations', /^append$/);
    expect(appended.attributes).toEqual({ 'isegoria.log.position': vote.position, 'isegoria.events': 1 });
    for (const { traceId } of [sent, handled, appended]) expect(traceId).toBe(answered.traceId);
  });

  it('ends in the batch of the projector that spans its position, a trace of its own', () => {
    const batch = spanOf('projector', isBatchWith(vote.position));
    expect(batch.name).toBe('project a batch');
    expect(batch.parentSpanId).toBeFalsy();
    expect(batch.traceId).not.toBe(answered.traceId);
  });

  it('belongs to no trace that its sender names', () => {
    expect(collector.said()).not.toContain(stranger.traceId);
  });

  it('tells nothing of the person, of the path, or of what was said', () => {
    for (const secret of secrets) expect(collector.said()).not.toContain(secret);
  });

  it('leaves nothing in the public log', async () => {
    const entries = await eventually(async () => {
      const answer = await fetch(`${platform.origin}/log/entries?from=0&limit=1000`);
      const text = await answer.text();
      expect(text).toContain('VoteCast');
      return text;
    });
    for (const { traceId, spanId } of collector.spans) for (const id of [traceId, spanId]) expect(entries).not.toContain(id);
  });

  function spanOf(service: string, isIt: (span: CollectedSpan) => boolean): CollectedSpan {
    const found = collector.spans.find((span) => span.service === service && isIt(span));
    if (!found) throw new Error(`No such span of ${service} among ${collector.spans.map(({ name }) => name).join(', ')}`);
    return found;
  }

  /** Waits, since each service sends its spans in batches of its own: those of one trace come in any order. */
  function childOf({ spanId }: CollectedSpan, service: string, name: RegExp): Promise<CollectedSpan> {
    return eventually(() => spanOf(service, (span) => span.parentSpanId === spanId && name.test(span.name)));
  }
});

function isBatchWith(position: number) {
  const at = (name: string, { attributes }: CollectedSpan) => Number(attributes[`isegoria.log.${name}`]);
  return (span: CollectedSpan) => at('first', span) <= position && position <= at('last', span);
}
