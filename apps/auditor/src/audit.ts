import { Finding } from '@isegoria/audit-kit';
import { notCountedIn } from '@isegoria/consultations/recount';
import type { Credentials, Erasures } from '@isegoria/identity/recount';
import { ageOf, refuseStale } from './checkpoint/freshness';
import { openLog, rememberHead, type OpenedLog } from './checkpoint/opened-log';
import { checkpointIn, treeAt } from './checkpoint/since';
import { receiptKeys } from './checkpoint/trusted-keys';
import type { AuditOptions } from './command-line';
import { Promised } from './receipts/promised';
import { comparedAsOf } from './recount/as-of';
import { compare } from './recount/compare';
import { Judges } from './recount/judges';
import { listedConsultations, publishedConsultations, type PublishedConsultation } from './recount/published';
import { Recount } from './recount/recount';
import { Skips } from './recount/skips';
import { isUpTo, placeInWords } from './replay/place';
import type { AuditReport } from './report';
import type { Source } from './source/source';
import { readLog, type Progress, type ReadLog } from './tree/read-log';
import { RebuiltLog } from './tree/rebuilt-log';
import { ServedTiles } from './tree/served-tiles';
import type { TakenEntry } from './tree/taken-entry';

/** Audits a site from outside, or what a bundle holds of it. @throws Finding the first thing that is wrong */
export async function audit(source: Source, options: AuditOptions, progress: Progress): Promise<AuditReport> {
  const began = performance.now();
  const opened = await openLog(source, options);
  if (options.requireQuorum && !opened.witnesses)
    throw new Finding('quorum', 'The site names no witnesses, and --require-quorum asks for a quorum of them.');
  const promised = await Promised.read(options.receipts);
  if (!promised.isKept) await promised.checkSignatures(await receiptKeys(source));

  // The figures first, so that the log then covers them.
  const published = await publishedFor(source, options);
  const { log, tiles } = await rebuiltFrom(source, opened, options);
  const judges = new Judges(log, options.since === undefined);
  const [recount, skips] = [new Recount(published), new Skips()];
  const covers = Math.max(
    -1,
    ...published.flatMap(({ results, views }) => [results, ...views.map(({ answer }) => answer)].map(({ position }) => finite(position))),
  );
  const asOf = { position: -1 };
  const take = (entry: TakenEntry) => {
    promised.take(entry);
    skips.take(entry);
    judges.take(entry);
    if (!judges.areContent) return;
    if (options.since !== undefined || (options.asOf && !isUpTo(options.asOf, entry.position, entry.leaf.time))) return;
    asOf.position = entry.position;
    recount.take(entry);
  };
  const { trusted, seen, witnesses } = opened;
  const reading = { source, trusted, seen, log, tiles, witnesses, requiresQuorum: options.requireQuorum, progress, take };
  // A key is destroyed right after its erasure is on record, so a text may be gone before the log covers the reason.
  const areExplained = () => judges.ofWhole?.erasures.suffice(published) ?? true;
  const read = await readLog({
    ...reading,
    isEnough: () => !judges.areContent || (log.position >= covers && promised.isKept && areExplained()),
  });
  judges.refuse();
  const readingTook = performance.now() - began;
  await rememberHead(opened, source, read);
  promised.refuseBroken(read.head.size);

  const recounted =
    options.since === undefined
      ? await heldAgainstPublished({
          source,
          options,
          recount,
          skips,
          published,
          erasures: judges.ofWhole?.erasures,
          position: asOf.position,
        })
      : nothingRecounted;
  const { notCounted, ...equal } = recounted;
  tiles?.refuseWrong();
  const ages = await ageOf(read.head, trusted, read.witnessed, source);
  const freshness = { ...ages, figures: isForNow(options) ? secondsBehind(recount, source) : null };
  refuseStale(freshness, options.staleAfter, source);
  return {
    ...whatWasRead(source, opened, read, log, tiles),
    ...equal,
    asOf: options.asOf && equal.asOf ? { place: placeInWords(options.asOf), position: asOf.position, consultations: equal.asOf } : null,
    freshness,
    credentials: judges.ofWhole ? numbersOf(judges.ofWhole.credentials) : null,
    acts: judges.ofWhole?.authority.acts ?? null,
    judged: judges.ofWhole?.rules.judged ?? null,
    erasures: judges.ofWhole?.erasures.count ?? null,
    receipts: promised.found,
    notChecked: [...notChecked({ source, options, opened, tiles, recounted: equal }), ...judges.notChecked(), ...notCounted],
    seconds: Math.round(performance.now() - began) / 1000,
    entriesPerSecond: Math.round((read.head.size - log.start) / (readingTook / 1000)),
  };
}

/** For an earlier place, the site is asked once the place is known; after --since nothing is recounted. */
async function publishedFor(source: Source, { since, asOf }: AuditOptions): Promise<PublishedConsultation[]> {
  if (since !== undefined) return [];
  if (!asOf) return publishedConsultations(source);
  return [...(await listedConsultations(source))].map((id) => ({
    id,
    results: { position: Infinity } as PublishedConsultation['results'],
    views: [],
  }));
}

async function rebuiltFrom(
  source: Source,
  { trusted, seen, file }: OpenedLog,
  { since, token }: AuditOptions,
): Promise<{ log: RebuiltLog; tiles?: ServedTiles }> {
  const mustShowAll = source.isLive && token !== undefined;
  if (since === undefined) {
    const tiles = source.isLive ? new ServedTiles(source) : undefined;
    return { tiles, log: new RebuiltLog(mustShowAll, (nodes, leaf) => tiles?.take(nodes, leaf)) };
  }
  const checkpoint = await checkpointIn(since, trusted);
  await seen.add(checkpoint, source, file, false);
  const { tree, subtrees } = await treeAt(source, checkpoint);
  seen.skipTo(tree.size);
  return { log: new RebuiltLog(mustShowAll, undefined, tree, subtrees) };
}

interface ToCompare {
  readonly source: Source;
  readonly options: AuditOptions;
  readonly recount: Recount;
  readonly skips: Skips;
  readonly published: readonly PublishedConsultation[];
  readonly erasures: Erasures | undefined;
  /** That of the last event that was counted. */
  readonly position: number;
}

const nothingRecounted = { consultations: 0, figures: null, views: {}, asOf: null, leftOut: [], notCounted: [] };

async function heldAgainstPublished({ source, options, recount, skips, published, erasures, position }: ToCompare) {
  const shown = new Set(published.map(({ id }) => id));
  await refuseMissingConsultations(source, recount, shown);
  if (options.asOf) {
    const asOf = await comparedAsOf(source, recount, shown, position);
    return {
      consultations: shown.size,
      figures: asOf.reduce((total, { figures }) => total + (figures ?? 0), 0),
      views: {},
      asOf,
      leftOut: [],
      notCounted: [],
    };
  }
  let figures = 0;
  const notCounted: string[] = [];
  for (const recounted of recount.all()) {
    figures += skips.naming(recounted.published, () => compare(recounted));
    notCounted.push(...notCountedIn(recounted.results));
  }
  const leftOut = new Set(published.flatMap((consultation) => skips.of(consultation)));
  for (const consultation of published) erasures?.check(consultation);
  return {
    consultations: shown.size,
    figures,
    views: counted(published.flatMap(({ views }) => views.map(({ view }) => view.name))),
    asOf: null,
    leftOut: [...leftOut],
    notCounted,
  };
}

/** If the log has a consultation that the site does not show, the site is asked once more: it may be newer than the list. */
async function refuseMissingConsultations(source: Source, recount: Recount, shown: ReadonlySet<string>): Promise<void> {
  const unseen = [...recount.publishedInLog].filter((id) => !shown.has(id));
  if (unseen.length === 0) return;
  const listed = await listedConsultations(source);
  const missing = unseen.find((id) => !listed.has(id));
  if (missing !== undefined)
    throw new Finding('tally', `Consultation ${missing} was published according to the log, and the site does not list it.`);
}

function whatWasRead(
  source: Source,
  { trusted, last, seen }: OpenedLog,
  { head, key, witnessed, bodies }: ReadLog,
  log: RebuiltLog,
  tiles: ServedTiles | undefined,
) {
  return {
    url: source.url,
    origin: head.origin,
    key,
    keyTrust: trusted.trust,
    entries: head.size,
    readFrom: log.start,
    root: Buffer.from(head.root).toString('base64'),
    streams: log.streams,
    bodies,
    continues: last?.size ?? null,
    checkpointsSeen: seen.count,
    witnessed,
    tiles: tiles?.areServed ? tiles.verified : null,
  };
}

interface Checked {
  readonly source: Source;
  readonly options: AuditOptions;
  readonly opened: OpenedLog;
  readonly tiles: ServedTiles | undefined;
  readonly recounted: Pick<AuditReport, 'figures'>;
}

function notChecked({ source, options, opened, tiles, recounted }: Checked): string[] {
  return [
    ...(opened.witnesses ? [] : ['witnesses: the site names none, so that a log shown to you alone would not come out here']),
    ...(opened.witnesses?.policy.quorum === 'none' ? ['witnesses: the policy asks for none'] : []),
    ...(tiles && tiles.areServed === false ? ['tiles: the log serves none'] : []),
    ...(tiles || options.since !== undefined ? [] : ['tiles: a bundle holds none']),
    ...(options.token === undefined && source.isLive
      ? ['the bodies of account and staff events, and so who gave roles, imported and erased accounts: only auditors get them (--token)']
      : []),
    ...(recounted.figures === null ? ['figures, credentials, acts of officials and rules: --since reads a part of the log only'] : []),
  ];
}

function numbersOf({ registered, confirmed, imported, reissued, mostVoters, byConsultation }: Credentials) {
  return { registered, confirmed, imported, reissued, mostVoters, byConsultation };
}

/** Whether the site's figures of now are compared. */
const isForNow = ({ since, asOf }: AuditOptions): boolean => since === undefined && !asOf;

/** How long the site's figures have lacked an event that was read. */
function secondsBehind({ behindSince }: Recount, { at }: Source): number {
  return behindSince === undefined ? 0 : Math.max(0, Math.round((Date.parse(at) - Date.parse(behindSince)) / 1000));
}

/** How often each name occurs. */
function counted(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

const finite = (position: number | undefined): number => (Number.isFinite(position) ? position! : -1);
