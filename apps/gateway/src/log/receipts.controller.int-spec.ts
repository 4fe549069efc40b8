import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languages, sentenceOf, type DomainEvent, type ReceiptCheck } from '@isegoria/contracts';
import { commitmentTo } from '@isegoria/privacy';
import { ReceiptSigner } from '@isegoria/service-host';
import { anEvent, type LoggedEvent } from '../testing/log.fixture';
import { startGateway, type RunningGateway } from '../testing/gateway.fixture';

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway();
  for (let other = 0; other < 20; other += 1) gateway.log.sequence(anEvent());
});
afterAll(() => gateway.stop());

const check = (receipt: string) => gateway.api.post('/receipts/checks').send({ receipt });
const [consultationId, phaseId, activityId] = [randomUUID(), randomUUID(), randomUUID()];
const closed = () =>
  gateway.rows.record(
    {
      type: 'ActivityDrafted',
      data: {
        activityId,
        consultationId,
        phaseId,
        method: 'deliberation',
        title: null,
        settings: { moderation: 'after' },
        by: randomUUID(),
      },
    },
    { type: 'PhaseClosed', data: { consultationId, phaseId } },
  );
/** Puts an event into the rows, behind the closing. */
const late = (id: string) => {
  const data = { consultationId, activityId, statementId: randomUUID(), voter: '0f'.repeat(16), choice: 'agree', assurance: 'email' };
  return gateway.rows.record({ id, type: 'StatementVoteCast', data } as DomainEvent);
};
const logged = (): LoggedEvent => {
  const event = anEvent();
  gateway.log.sequence(event);
  return event;
};

describe('checking a receipt', () => {
  it('finds a genuine one in the log', async () => {
    const event = logged();
    const { body } = await check(` ${gateway.log.receiptFor(event)}\n`).expect(200);
    expect(body).toMatchObject({ valid: true, pending: false, proof: { eventId: event.id, treeSize: expect.any(Number) } });
    expect(body).toMatchObject({ replacedBy: null, late: false });
    expect(body.steps).toEqual(['signature', 'leaf', 'inclusion', 'checkpoint'].map((name) => ({ name, ok: true })));
  });

  it('says which entry replaced the contribution, unless that or the contribution itself came too late', async () => {
    const [event, later] = [logged(), logged()];
    gateway.log.replace(event, later);
    const found = async (of: LoggedEvent) => (await check(gateway.log.receiptFor(of)).expect(200)).body as ReceiptCheck;
    const { proof } = await found(later);
    expect(await found(event)).toMatchObject({ valid: true, replacedBy: proof!.seq, late: false });
    await closed();
    await late(later.id);
    expect(await found(event)).toMatchObject({ valid: true, replacedBy: null, late: false });
    expect(await found(later)).toMatchObject({ valid: true, replacedBy: null, late: true });
    await late(event.id);
    expect(await found(event)).toMatchObject({ valid: true, replacedBy: null, late: true });
  });

  it('says whether words are those that were recorded, to whoever has the receipt with its opening', async () => {
    const [words, opening] = ['Two lines,\nأهلاً', randomBytes(32)];
    const event = anEvent({ text: { sealed: `2.${'0f'.repeat(16)}.AAAA.${commitmentTo(opening, words)}` } });
    gateway.log.sequence(event);
    const said = async (receipt: string, sent?: string) =>
      ((await gateway.api.post('/receipts/checks').send({ receipt, words: sent }).expect(200)).body as ReceiptCheck).words;
    const receipt = gateway.log.receiptFor(event, opening);
    expect(await said(receipt, words)).toBe('same');
    expect(await said(receipt, 'Two lines, أهلاً')).toBe('different');
    expect(await said(receipt)).toBeNull();
    expect(await said(gateway.log.receiptFor(event), words)).toBeNull();
    expect(await said(gateway.log.receiptFor(logged(), opening), words)).toBeNull();
    for (const tooLong of ['x'.repeat(5_001), '\u0000', 5])
      await gateway.api.post('/receipts/checks').send({ receipt, words: tooLong }).expect(400);
  });

  it('says that a genuine one waits for the next checkpoint', async () => {
    const { body } = await check(gateway.log.receiptFor(anEvent())).expect(200);
    expect(body).toMatchObject({ valid: false, pending: true, proof: null });
    expect(body.steps).toContainEqual({ name: 'signature', ok: true });
    expect(body.steps).toContainEqual({ name: 'inclusion', ok: false });
  });

  it('shows the step at which the log contradicts a genuine one', async () => {
    const event = anEvent();
    gateway.log.sequence(event, { choice: 'disagree' });
    const { body } = await check(gateway.log.receiptFor(event)).expect(200);
    expect(body).toMatchObject({ valid: false, pending: false });
    expect(body.steps).toContainEqual({ name: 'signature', ok: true });
    expect(body.steps).toContainEqual({ name: 'leaf', ok: false });
  });

  describe.each(languages)('in %s', (language) => {
    const forger = new ReceiptSigner(generateKeyPairSync('ed25519').privateKey);
    const forgeries: Record<string, () => string> = {
      'signed by another key': () => forger.receiptFor(logged()),
      'with the signature of another receipt': () => {
        const [one, other] = [gateway.log.receiptFor(logged()), gateway.log.receiptFor(logged())].map((receipt) => receipt.split('.'));
        return [...one!.slice(0, 3), other![3]].join('.');
      },
      'cut short': () => gateway.log.receiptFor(logged()).slice(0, -4),
      'that is other text': () => 'I took part',
      'with markup': () => '<script>alert(1)</script>',
      empty: () => '',
    };
    it.each(Object.keys(forgeries))('refuses one %s, and asks the log for no event', async (forgery) => {
      const receipt = forgeries[forgery]!();
      gateway.log.asked.length = 0;
      const { body } = await check(receipt).set('accept-language', language).expect(422);
      expect(body).toMatchObject({ code: 'RECEIPT_INVALID', detail: sentenceOf('RECEIPT_INVALID', {}, language) });
      expect(gateway.log.asked.filter((path) => path.includes('receipts'))).toEqual([]);
    });
  });

  it.each([{}, { receipt: 5 }, { receipt: 'a'.repeat(2_001) }, { receipt: 'a', extra: 1 }])(
    'refuses what is no receipt (%#)',
    async (body) => {
      const answer = await gateway.api.post('/receipts/checks').send(body).expect(400);
      expect(answer.body.code).toMatch(/VALIDATION_FAILED|UNKNOWN_FIELD/);
    },
  );

  it('is unavailable while the log does not answer', async () => {
    const receipt = gateway.log.receiptFor(logged());
    gateway.log.goDown();
    const { body } = await check(receipt).expect(503);
    gateway.log.goDown(false);
    expect(body.code).toBe('UNAVAILABLE');
    await check(receipt).expect(200);
  });
});

describe('the proof of an event', () => {
  it('is text that other programs read (C2SP tlog-proof), for browsers and anyone who asks for nothing else', async () => {
    const { id } = logged();
    for (const accept of [undefined, '*/*', 'text/plain', 'text/html,*/*;q=0.8', 'image/png']) {
      const request = gateway.api.get(`/receipts/${id}`);
      const { text, headers } = await (accept ? request.set('accept', accept) : request).expect(200);
      expect(text).toMatch(/^c2sp\.org\/tlog-proof@v1\nindex \d+\n/);
      expect(text).toContain('\n\nministry.example/log\n');
      expect(headers['content-type']).toBe('text/plain; charset=utf-8');
      expect(headers['vary']).toMatch(/accept/i);
    }
  });

  it('is JSON with the leaf for those who ask for it', async () => {
    const { id } = logged();
    const { body } = await gateway.api.get(`/receipts/${id}`).set('accept', 'application/json').expect(200);
    expect(body).toMatchObject({
      eventId: id,
      path: expect.arrayContaining([expect.any(String)]),
      checkpoint: expect.stringContaining('ministry.example/log'),
    });
  });

  it.each([randomUUID(), 'x', '..%2fkeys'])('is not there for %s', async (id) => {
    for (const accept of ['application/json', 'text/plain']) {
      const { body, headers } = await gateway.api.get(`/receipts/${id}`).set('accept', accept).expect(404);
      expect([body.code, headers['content-type']]).toEqual(['RECEIPT_NOT_FOUND', expect.stringContaining('application/problem+json')]);
    }
  });

  it('is unavailable while the log does not answer', async () => {
    const { id } = logged();
    gateway.log.goDown();
    const { body } = await gateway.api.get(`/receipts/${id}`).expect(503);
    gateway.log.goDown(false);
    expect(body.code).toBe('UNAVAILABLE');
  });
});
