import { randomUUID } from 'node:crypto';
import { get, type IncomingMessage } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@isegoria/testing';
import { aPlace, deliberation } from '../testing/events.fixture';
import { startGateway, type RunningGateway } from '../testing/gateway.fixture';
import { LiveUpdates, liveLimits } from '@isegoria/consultations/api';

let gateway: RunningGateway;
let consultation: string;
const open: IncomingMessage[] = [];

beforeAll(async () => {
  Object.assign(liveLimits, { listeners: 3, updateEvery: 300, keepAliveEvery: 400 });
  gateway = await startGateway();
});
afterAll(() => gateway.stop());
beforeEach(async () => {
  const place = aPlace();
  consultation = place.consultationId;
  await gateway.rows.record(...deliberation(place));
});
afterEach(async () => {
  for (const response of open.splice(0)) response.destroy();
  await eventually(() => expect(gateway.app.get(LiveUpdates).listening).toBe(0));
});

/** Opens the stream as a browser does; `said` grows as it is spoken to. */
async function watch(id = consultation): Promise<{ response: IncomingMessage; said: () => string }> {
  let said = '';
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    get(`${gateway.url}/api/v1/consultations/${id}/live`, resolve).once('error', reject),
  );
  open.push(response);
  response
    .setEncoding('utf8')
    .on('data', (chunk: string) => (said += chunk))
    .on('error', () => undefined);
  return { response, said: () => said };
}
const positions = (said: string) =>
  [...said.matchAll(/event: advanced\ndata: \{"position":(\d+)\}\n\n/g)].map(([, position]) => Number(position));
const tell = (position: number, ...changed: string[]) => gateway.rows.tell({ position, changed });

describe('live updates', () => {
  it('come as server-sent events that no proxy holds back', async () => {
    const { response, said } = await watch();
    expect(response.headers).toMatchObject({ 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' });
    expect(response.headers['cache-control']).toMatch('no-transform');
    await tell(41, consultation);
    await eventually(() => expect(positions(said())).toEqual([41]));
  });

  it('keep the connection open with comments while nothing changes', async () => {
    const { said } = await watch();
    await eventually(() => expect(said().match(/^: still here$/gm)?.length).toBeGreaterThan(1), 3_000);
    expect(positions(said())).toEqual([]);
  });

  it('tell of this consultation only', async () => {
    const { said } = await watch();
    await tell(42, randomUUID());
    await tell(43, consultation);
    await eventually(() => expect(positions(said())).toEqual([43]));
  });

  it('come now and then under a storm, and end with the newest position', async () => {
    const { said } = await watch();
    const begun = Date.now();
    for (let position = 100; position < 200; position += 1) {
      await tell(position, consultation);
      await new Promise((resolve) => setTimeout(resolve, 7));
    }
    await eventually(() => expect(positions(said()).at(-1)).toBe(199));
    expect(positions(said()).length).toBeGreaterThan(1);
    expect(positions(said()).length).toBeLessThan((Date.now() - begun) / liveLimits.updateEvery + 3);
  });

  it('are for so many listeners and no more, and a place is free when one leaves', async () => {
    const [first] = [await watch(), await watch(), await watch()];
    const refused = await gateway.api.get(`/consultations/${consultation}/live`).expect(503);
    expect(refused.body.code).toBe('UNAVAILABLE');
    first!.response.destroy();
    const next = await eventually(async () => {
      const watching = await watch();
      expect(watching.response.statusCode).toBe(200);
      return watching;
    });
    await tell(44, consultation);
    await eventually(() => expect(positions(next.said())).toEqual([44]));
  });

  it('answer HEAD with their headers at once, and nobody listens', async () => {
    const answer = await fetch(`${gateway.url}/api/v1/consultations/${consultation}/live`, {
      method: 'HEAD',
      signal: AbortSignal.timeout(5_000),
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    expect(await answer.text()).toBe('');
    expect(gateway.app.get(LiveUpdates).listening).toBe(0);
  });

  it('of a consultation that is not there are not found', async () => {
    await gateway.api.get(`/consultations/${randomUUID()}/live`).expect(404);
  });
});

it('a gateway that stops lets its listeners go', async () => {
  const { response } = await watch();
  gateway.app.get(LiveUpdates).onModuleDestroy();
  await eventually(() => expect(response.complete).toBe(true));
});
