import { Finding } from '@isegoria/audit-kit';
import type { CoveredPosition } from '@isegoria/contracts';
import { lateIn, notCountedIn } from '@isegoria/consultations/recount';
import { Credentials, Erasures } from '@isegoria/identity/recount';
import { openLog, rememberHead, type OpenedLog } from './checkpoint/opened-log';
import { checkpointIn, treeAt } from './checkpoint/since';
import { receiptKeys } from './checkpoint/trusted-keys';
import type { AuditOptions } from './command-line';
import { Promised } from './receipts/promised';
import { comparedAsOf } from './recount/as-of';
import { Authority } from './recount/authority';
import { compare } from './recount/compare';
import { missingInWords, missingSince, pendingErasures, refuseLongMissing } from './recount/missing-texts';
import { OwnStreams } from './recount/own-streams';
import { listedConsultations, publishedConsultations, type PublishedConsultation } from './recount/published';
import { Recount } from './recount/recount';
import { rooms } from './recount/rooms';
import { Skips } from './recount/skips';
import { UnknownEvents } from './recount/unknown-events';
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
  // After the figures: an erasure that took a text from them is then pending, or in the log.
  const pending = await pendingErasures(source);
  const { log, tiles } = await rebuiltFrom(source, opened, options);
  const judges = options.since === undefined ? judgesOf(log, pending) : undefined;
  const [recount, skips] = [new Recount(published), new Skips()];
  const [streams, unknown] = [new OwnStreams(), new UnknownEvents()];
  const covers = Math.max(
    -1,
    ...published.flatMap(({ results, views }) => [results, ...views.map(({ answer }) => answer)].map(({ position }) => finite(position))),
  );
  const asOf = { position: -1 };
  const take = (entry: TakenEntry) => {
    promised.take(entry);
    skips.take(entry);
    streams.take(entry);
    unknown.take(entry);
    judges?.credentials.take(entry);
    judges?.authority.take(entry);
    judges?.erasures.take(entry);
    if (options.since !== undefined || (options.asOf && !isUpTo(options.asOf, entry.position, entry.leaf.time))) return;
    asOf.position = entry.position;
    recount.take(entry);
  };
  const { trusted, seen, witnesses } = opened;
  const reading = { source, trusted, seen, log, tiles, witnesses, requiresQuorum: options.requireQuorum, progress, take };
  // A batch may have been recorded after the figures were read, and not be covered by a checkpoint yet.
  const areExplained = () => judges?.erasures.suffice(published) ?? true;
  const isEnough = async () => promised.isKept && areExplained() && (await coveredUpTo(source, log, covers)) >= covers;
  const read = await readLog({ ...reading, isEnough });
  const readingTook = performance.now() - began;
  const looked = options.asOf ? undefined : judges?.erasures.untold(published);
  const missing = looked && missingSince(looked, opened.last?.missing);
  await rememberHead(opened, source, read, missing);
  promised.refuseBroken(read.head.size);

  const recounted =
    options.since === undefined
      ? await heldAgainstPublished({ source, options, recount, skips, published, judges, position: asOf.position })
      : nothingRecounted;
  const { notCounted, ...equal } = recounted;
  refuseLongMissing(missing ?? []);
  tiles?.refuseWrong();
  return {
    ...whatWasRead(source, opened, read, log, tiles),
    ...equal,
    asOf: options.asOf && equal.asOf ? { place: placeInWords(options.asOf), position: asOf.position, consultations: equal.asOf } : null,
    credentials: judges ? numbersOf(judges.credentials) : null,
    acts: judges?.authority.acts ?? null,
    erasures: judges?.erasures.count ?? null,
    receipts: promised.found,
    notChecked: [
      ...notChecked({ source, options, opened, tiles, recounted: equal }),
      ...missingInWords(missing ?? []),
      ...unknown.inWords(),
      ...notCounted,
    ],
    seconds: Math.round(performance.now() - began) / 1000,
    entriesPerSecond: Math.round((read.head.size - log.start) / (readingTook / 1000)),
  };
}

/** How far the entries that were read go in the store: the site says so where events follow them that are not in the log. */
async function coveredUpTo(source: Source, log: RebuiltLog, wanted: number): Promise<number> {
  if (log.position >= wanted) return log.position;
  const body = await source.optional('/log/position');
  const { size, position } = JSON.parse(body ?? '{}') as Partial<CoveredPosition>;
  return size === log.size && typeof position === 'number' ? position : log.position;
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

function judgesOf(log: RebuiltLog, pending: number) {
  return {
    credentials: new Credentials((stream) => log.revisions.mark(stream)),
    authority: new Authority(),
    erasures: new Erasures(
      rooms.flatMap(({ texts }) => texts.map((begin) => begin())),
      pending,
    ),
  };
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
  readonly judges: { readonly erasures: Erasures } | undefined;
  /** That of the last event that was counted. */
  readonly position: number;
}

const nothingRecounted = { consultations: 0, figures: null, views: {}, asOf: null, leftOut: [], late: [], notCounted: [] };

async function heldAgainstPublished({ source, options, recount, skips, published, judges, position }: ToCompare) {
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
      late: [...shown].flatMap((id) => lateOf(recount, id)),
      notCounted: [],
    };
  }
  let figures = 0;
  const [notCounted, late]: [string[], string[]] = [[], []];
  for (const recounted of recount.all()) {
    figures += skips.naming(recounted.published, () => compare(recounted));
    notCounted.push(...notCountedIn(recounted.results));
    late.push(...lateIn(recounted.results));
  }
  const leftOut = new Set(published.flatMap((consultation) => skips.of(consultation)));
  for (const consultation of published) judges?.erasures.check(consultation);
  return {
    consultations: shown.size,
    figures,
    views: counted(published.flatMap(({ views }) => views.map(({ view }) => view.name))),
    asOf: null,
    leftOut: [...leftOut],
    late,
    notCounted,
  };
}

function lateOf(recount: Recount, id: string): string[] {
  const count = recount.countOf(id);
  return count ? lateIn(count.results()) : [];
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
      ? ['the bodies of account and staff events, and so who gave roles and imported accounts: only auditors get them (--token)']
      : []),
    ...(recounted.figures === null ? ['figures, credentials and acts of officials: --since reads a part of the log only'] : []),
  ];
}

function numbersOf({ registered, confirmed, imported, reissued, mostVoters }: Credentials) {
  return { registered, confirmed, imported, reissued, mostVoters };
}

/** How often each name occurs. */
function counted(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

const finite = (position: number | undefined): number => (Number.isFinite(position) ? position! : -1);
