import { hash, randomBytes, randomUUID } from 'node:crypto';
import { EventStore } from '@isegoria/event-sourcing';
import { AppendTree, leafBytes, leafHash, parseLeaf, type LeafEntry } from '@isegoria/merkle-log';
import { beside, towards, type Figure } from '../figure';
import { startEventStoreProcess } from './event-store-process';
import { measureCovering } from './log-covering';
import { startLogProcess, untilCovered, type LogProcess } from './log-process';
import { startEmbeddedDatabase } from './reference-database';

const eventsAnAppend = 50;
const appendsAtOnce = 32;
const eventsToSequenceASecond = 15_000;
const pageSize = 10_000;
const requestsToMeasure = 200;

const sha256 = (bytes: Uint8Array): Uint8Array => Buffer.from(hash('sha256', bytes, 'binary'), 'binary');

/**
 * The transparency log by itself: catching up on an event store that is full already, serving its feed and its proofs, and what verifying
 * its leaves costs one core. Only loopback, in folders of its own.
 */
export async function measureLog(
  seconds: number,
  say: (sentence: string) => void,
  wanted = eventsToSequenceASecond * seconds,
): Promise<Figure[]> {
  const [part, database] = await Promise.all([startEventStoreProcess(), startEmbeddedDatabase()]);
  try {
    const events = Math.ceil(wanted / eventsAnAppend) * eventsAnAppend;
    say(`the log: filling an event store with ${events.toLocaleString('en')} votes ...`);
    const ids = await appendVotes(part.url, events);
    say('the log: sequencing ...');
    const log = await startLogProcess(part.url, database.url);
    try {
      const answering = performance.now();
      await untilCovered(log, events);
      const sequenced = (events / (performance.now() - answering)) * 1000;
      say('the log: its feed ...');
      const fed = await feed(log, events);
      say('the log: its proofs ...');
      const bare = await median(() => `${log.url}/log/checkpoint`);
      const proved = await median((part) => `${log.url}/log/receipts/${ids[Math.floor(part * ids.length)]}/proof`);
      say('the log: its checkpoints while votes arrive ...');
      const covering = await measureCovering(log, part.url, seconds);
      say('the log: verifying leaves ...');
      return [
        towards(
          { name: `log, sequencing ${events.toLocaleString('en')} votes up to a checkpoint`, value: sequenced, unit: 'events/s' },
          20_000,
        ),
        towards({ name: 'log, feed of entries', value: fed, unit: 'events/s' }, 20_000),
        { name: 'log, checkpoint, median', value: bare, unit: 'ms' },
        towards({ name: 'log, proof of a receipt, median', value: proved, unit: 'ms' }, 5, true),
        covering,
        ...verifying(seconds),
      ];
    } finally {
      await log.stop();
    }
  } finally {
    await Promise.all([part.stop(), database.stop()]);
  }
}

/** One stream for each append, as people vote. @returns the id of the first event of each, in no certain order */
async function appendVotes(url: string, count: number): Promise<string[]> {
  const store = new EventStore(url);
  const [consultationId, activityId] = [randomUUID(), randomUUID()];
  const metadata = { schema: 1, at: new Date().toISOString(), correlationId: randomUUID() };
  const ids: string[] = [];
  const appendOne = async () => {
    const voter = randomBytes(16).toString('hex');
    const votes = Array.from({ length: eventsAnAppend }, (_, index) => ({
      id: randomUUID(),
      type: 'StatementVoteCast',
      data: {
        consultationId,
        activityId,
        statementId: randomUUID(),
        voter,
        choice: ['agree', 'disagree', 'pass'][index % 3],
        assurance: 'email',
      },
      metadata,
    }));
    ids.push(votes[0]!.id);
    await store.append(`ballot-${activityId}-${voter}`, votes, 'none');
  };
  const appends = count / eventsAnAppend;
  while (ids.length < appends) await Promise.all(Array.from({ length: Math.min(appendsAtOnce, appends - ids.length) }, appendOne));
  await store.close();
  return ids;
}

/** Entries a second through the public feed, three pages asked for at a time as the auditor does. */
async function feed(log: LogProcess, events: number): Promise<number> {
  const pages = Array.from({ length: Math.ceil(events / pageSize) }, (_, page) => page * pageSize);
  let lines = 0;
  const read = async () => {
    for (let from = pages.shift(); from !== undefined; from = pages.shift()) {
      const bytes = Buffer.from(await (await fetch(`${log.url}/log/entries?from=${from}&limit=${pageSize}`)).arrayBuffer());
      for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++;
    }
  };
  const started = performance.now();
  await Promise.all([read(), read(), read()]);
  if (lines < events) throw new Error(`The feed gave ${lines} of ${events} entries.`);
  return (lines / (performance.now() - started)) * 1000;
}

/**
 * Milliseconds for one answer, one after the other; the median, since one stop of the collector is no property of an answer.
 * @param urlAt gives the address for a part of the way, from 0 to 1
 */
async function median(urlAt: (part: number) => string): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < requestsToMeasure * 2; n++) {
    const url = urlAt(n / requestsToMeasure / 2);
    const started = performance.now();
    const answer = await fetch(url);
    await answer.text();
    if (!answer.ok) throw new Error(`${url} answered with status ${answer.status}.`);
    times.push(performance.now() - started);
  }
  return times.slice(requestsToMeasure).sort((a, b) => a - b)[requestsToMeasure / 2]!;
}

/** What one core does with leaves that came over the feed: read strictly, hashed, put into the tree; beside SHA-256 of the same bytes. */
function verifying(seconds: number): Figure[] {
  const leaves = Array.from({ length: 20_000 }, (_, seq) => leafBytes(leafAt(seq)));
  const verified = perSecond(seconds / 2, () => {
    const tree = new AppendTree(sha256);
    for (const [seq, leaf] of leaves.entries()) {
      if (parseLeaf(leaf)?.seq !== seq) throw new Error('A leaf is not read back.');
      tree.append(leafHash(sha256, leaf));
    }
    return leaves.length;
  });
  const hashed = perSecond(seconds / 2, () => {
    for (const leaf of leaves) sha256(leaf);
    return leaves.length;
  });
  const bare: Figure = { name: 'SHA-256 of as many bytes', value: hashed, unit: 'leaves/s' };
  return [
    bare,
    towards({ name: 'leaves verified by one core', value: verified, unit: 'leaves/s' }, 60_000),
    beside({ name: 'leaves verified, beside bare SHA-256', value: verified, unit: 'leaves/s' }, bare, 0.1),
  ];
}

function perSecond(seconds: number, round: () => number): number {
  round();
  const started = performance.now();
  let count = 0;
  while (performance.now() - started < seconds * 1000) count += round();
  return (count / (performance.now() - started)) * 1000;
}

function leafAt(seq: number): LeafEntry {
  const digest = hash('sha256', String(seq), 'hex');
  const id = randomUUID();
  return {
    v: 1,
    seq,
    stream: `ballot-${id}-${digest.slice(0, 32)}`,
    revision: seq % 50,
    id,
    type: 'StatementVoteCast',
    time: '2026-01-31T12:00:00.123Z',
    schema: 1,
    data: digest,
    metadata: digest,
  };
}
