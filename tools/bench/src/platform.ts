import { fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { ApiClient } from '@isegoria/api-client';
import { startPlatform } from '@isegoria/testing';
import { audit } from './cases/audit';
import { onRecordByDate, openByDate } from './cases/by-date';
import { catchUp } from './cases/catch-up';
import { diskAlone } from './cases/disk-alone';
import { eventStoreAlone } from './cases/event-store-alone';
import { dashboards, prepareVoting, votes } from './cases/public-api';
import { beside, towards, type Figure } from './figure';
import { load, warmUp } from './load';

type Say = (sentence: string) => void;

/** The platform as a whole, one case after the other. */
export async function measurePlatform(seconds: number, say: Say): Promise<Figure[]> {
  process.env['RATE_LIMIT_FACTOR'] = '100000';
  const disk = await diskAlone(seconds / 2);
  say('starting the platform ...');
  const platform = await startPlatform();
  try {
    say('fdatasync and the event store alone ...');
    const store = await eventStoreAlone(seconds);
    say('the reference endpoint ...');
    const reference = await referenceVotes(seconds);
    say('votes through the public API ...');
    const office = await new ApiClient(platform.origin).signIn(platform.operator.email, platform.operator.password);
    const voting = await prepareVoting(office, platform.origin);
    const dated = await openByDate(office);
    const cast = await votes(platform.origin, voting, seconds);
    say('what opened and closed by date meanwhile ...');
    const byDate = await onRecordByDate(platform.origin, dated);
    say('dashboards ...');
    const read = await dashboards(platform.origin, voting, seconds);
    say('the projections, from the start of the log ...');
    const projected = await catchUp(seconds);
    say('the audit ...');
    const audited = await audit(platform.origin);
    return [
      disk,
      store,
      reference,
      beside(cast, reference, 0.7),
      { ...cast, name: 'votes, beside the event store alone', against: { name: store.name, ratio: cast.value / store.value } },
      ...byDate,
      towards(read, 1_500),
      towards(projected, 15_000),
      towards(audited, 50_000 / 15),
    ];
  } finally {
    await platform.stop();
    rmSync(platform.folder, { recursive: true, force: true });
  }
}

async function referenceVotes(seconds: number): Promise<Figure> {
  const { startEmbeddedDatabase } = await import('./cases/reference-database');
  const database = await startEmbeddedDatabase();
  const child = fork(process.argv[1]!, [], { env: { ...process.env, BENCH_PART: 'reference', DATABASE_URL: database.url } });
  try {
    const port = await new Promise<number>((resolve, reject) => {
      child.once('message', (message: { port: number }) => resolve(message.port));
      child.once('exit', () => reject(new Error('The reference endpoint did not start.')));
    });
    const { referenceRequest } = await import('./cases/reference-request');
    await load(`http://127.0.0.1:${port}`, warmUp(seconds), referenceRequest());
    const { perSecond } = await load(`http://127.0.0.1:${port}`, seconds, referenceRequest());
    return { name: 'NestJS + TypeORM + PostgreSQL insert', value: perSecond, unit: 'votes/s' };
  } finally {
    child.disconnect();
    await database.stop();
  }
}
