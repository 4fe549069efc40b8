import type { AuditOptions } from './command-line';
import { fileOfAddress, memoryFile, recall, remember, type RememberedCheckpoint } from './checkpoint/memory';
import { nameOfLog, refuseRewrittenHistory, rewritten, signedHead, trustedKey, type KeyTrust, type SignedHead, type TrustedKey } from './checkpoint/signed-head';
import { Finding } from './finding';
import { compare } from './recount/compare';
import { listedConsultations, publishedConsultations } from './recount/published';
import { Recount } from './recount/recount';
import { Site } from './site';
import { entryPages } from './tree/entry-pages';
import { firstWrongLeaf } from './tree/first-wrong-leaf';
import { RebuiltLog } from './tree/rebuilt-log';

/** What an audit verified. */
export interface AuditReport {
  readonly url: string;
  readonly origin: string;
  readonly key: string;
  readonly keyTrust: KeyTrust;
  /** Entries, all of them covered by the checkpoint. */
  readonly entries: number;
  readonly root: string;
  readonly streams: number;
  /** Entries whose bodies were given and held against their leaves. */
  readonly bodies: number;
  /** The size of the last audit's checkpoint, which this one continues; null at a first audit. */
  readonly continues: number | null;
  readonly consultations: number;
  /** Figures recounted and found equal. */
  readonly figures: number;
  readonly opinionMaps: number;
  readonly seconds: number;
  readonly entriesPerSecond: number;
}

/** Told as the audit goes on. */
export interface Progress {
  reading(done: number, total: number): void;
}

/** How long a checkpoint is waited for that covers the published figures, and how often it is asked for (milliseconds). */
const waitForCover = 10_000;
const askEvery = 500;

/** Audits a site from outside. @throws Finding the first thing that is wrong */
export async function audit({ url, key: pinned, stateFile }: AuditOptions, progress: Progress): Promise<AuditReport> {
  const began = performance.now();
  const site = new Site(url);
  const file = stateFile ?? (pinned ? undefined : await fileOfAddress(url)) ?? memoryFile(await nameOfLog(site, pinned));
  const last = await recall(file);
  const trusted = await trustedKey(site, pinned, last, file);
  // The figures first, so that the log then covers them.
  const published = await publishedConsultations(site);
  const recount = new Recount(published);
  const position = Math.max(-1, ...published.flatMap(({ results, map }) => [results.position, map?.position ?? -1]));
  const log = new RebuiltLog();
  const { head, bodies } = await readLog({ site, trusted, last, log, recount, position, progress });
  const readingTook = performance.now() - began;
  const root = Buffer.from(head.root).toString('base64');
  await remember(file, { origin: head.origin, key: trusted.text, size: head.size, root, note: head.note, url, at: new Date().toISOString() });

  await refuseMissingConsultations(site, recount, new Set(published.map(({ id }) => id)));
  const figures = [...recount.all()].reduce((total, recounted) => total + compare(recounted), 0);
  return {
    url,
    origin: head.origin,
    key: trusted.text,
    keyTrust: trusted.trust,
    entries: head.size,
    root,
    streams: log.streams,
    bodies,
    continues: last?.size ?? null,
    consultations: published.length,
    figures,
    opinionMaps: published.filter(({ map }) => map !== undefined).length,
    seconds: Math.round(performance.now() - began) / 1000,
    entriesPerSecond: Math.round(head.size / (readingTook / 1000)),
  };
}

interface Reading {
  readonly site: Site;
  readonly trusted: TrustedKey;
  readonly last: RememberedCheckpoint | undefined;
  readonly log: RebuiltLog;
  readonly recount: Recount;
  /** The position that the published figures include. */
  readonly position: number;
  readonly progress: Progress;
}

/** Reads up to the newest checkpoint, and on to the next while it does not cover the published figures. */
async function readLog({ site, trusted, last, log, recount, position, progress }: Reading): Promise<{ head: SignedHead; bodies: number }> {
  const deadline = performance.now() + waitForCover;
  let bodies = 0;
  for (let size = -1; ; ) {
    const head = await signedHead(site, trusted);
    if (head.size < size) throw new Finding('log', `The log shrank during the audit: it signed ${size} entries and then ${head.size}.`);
    if (last) await refuseRewrittenHistory(site, last, head);
    for await (const page of entryPages(site, log.size, head.size)) {
      for (const line of page) {
        const event = log.take(line);
        if (log.size === last?.size && !Buffer.from(log.root()).equals(Buffer.from(last.root, 'base64'))) throw rewritten(last);
        if (!event) continue;
        bodies += 1;
        recount.take(event);
      }
      progress.reading(log.size, head.size);
    }
    if (!Buffer.from(log.root()).equals(head.root)) {
      throw new Finding('log', `Entry ${await firstWrongLeaf(site, log, head)} is not the one that was signed: the tree over the entries has another root than the checkpoint of ${head.size} entries.`);
    }
    if (log.position >= position || performance.now() > deadline) return { head, bodies };
    size = head.size;
    await new Promise((resolve) => setTimeout(resolve, askEvery));
  }
}

/** A consultation that the log has and the site does not show is looked for once more: it may be newer than the list. */
async function refuseMissingConsultations(site: Site, recount: Recount, shown: ReadonlySet<string>): Promise<void> {
  const unseen = [...recount.publishedInLog].filter((id) => !shown.has(id));
  if (unseen.length === 0) return;
  const listed = await listedConsultations(site);
  const missing = unseen.find((id) => !listed.has(id));
  if (missing !== undefined) throw new Finding('tally', `Consultation ${missing} was published according to the log, and the site does not list it.`);
}
