import { Finding } from '@isegoria/audit-kit';
import type { CoveredPosition } from '@isegoria/contracts';
import type { Credentials } from '@isegoria/identity/recount';
import { actKeysOf, refuseChangedKeys } from './acts/act-keys';
import { ageOf, refuseStale } from './checkpoint/freshness';
import { openLog, rememberHead, type OpenedLog } from './checkpoint/opened-log';
import { checkpointIn, treeAt } from './checkpoint/since';
import { receiptKeys } from './checkpoint/trusted-keys';
import type { AuditOptions } from './command-line';
import { AnswerFiles } from './files/answer-files';
import { ServedFiles } from './files/served-files';
import { notChecked } from './not-checked';
import { Pages } from './pages/pages';
import { Promised } from './receipts/promised';
import { askedBesides, besidesNoted } from './recount/besides';
import { heldAgainstPublished, nothingRecounted, refuseMissingConsultations } from './recount/held-against-published';
import { Judges } from './recount/judges';
import { missingInWords, missingSince, pendingErasures, refuseLongMissing } from './recount/missing-texts';
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
import { CitizensWords } from './words/citizens-words';
import { readOpenings } from './words/openings';
import { Words } from './words/words';

/** Audits a site from outside, or what a bundle holds of it. @throws Finding the first thing that is wrong */
export async function audit(source: Source, options: AuditOptions, progress: Progress): Promise<AuditReport> {
  const began = performance.now();
  const opened = await openLog(source, options);
  if (options.requireQuorum && !opened.witnesses)
    throw new Finding('quorum', 'The site names no witnesses, and --require-quorum asks for a quorum of them.');
  const promised = await Promised.read(options.receipts);
  if (!promised.isKept) await promised.checkSignatures(await receiptKeys(source));

  // Also of words as they stood: the site shows those that are still to be read.
  const openings = options.since === undefined ? await readOpenings(source, options.token !== undefined) : undefined;
  // The figures first, so that the log then covers them.
  const pages = new Pages(source);
  const published = await publishedFor(source, options, pages);
  const citizens = new CitizensWords(openings);
  const words = isForNow(options) ? await Words.read(source, citizens) : undefined;
  if (words) await pages.checkWords((query) => words.answersTo(query));
  // After the figures: an erasure that took a text from them is then pending, or in the log.
  const pending = await pendingErasures(source);
  const actKeys = await actKeysOf(source, opened.trusted, opened.last?.actKeys);
  const { log, tiles } = await rebuiltFrom(source, opened, options);
  const judges = new Judges(log, options.since === undefined, pending, actKeys);
  const recount = new Recount(published, pages.motions, await besidesNoted(source));
  const [skips, files, answerFiles] = [new Skips(), new ServedFiles(source), new AnswerFiles()];
  const covers = Math.max(
    words?.covers ?? -1,
    ...pages.motions.map(({ to }) => to),
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
    files.take(entry);
    answerFiles.take(entry);
    words?.take(entry);
    recount.take(entry);
  };
  const { trusted, seen, witnesses } = opened;
  const bounds = { requiresQuorum: options.requireQuorum, wait: options.wait };
  const reading = { source, trusted, seen, log, tiles, witnesses, ...bounds, progress, take };
  // A batch may have been recorded after the figures were read, and not be covered by a checkpoint yet.
  const areExplained = () => {
    words?.settle(log.position + 1);
    return judges.ofWhole?.erasures.suffice(citizens.besides(published)) ?? true;
  };
  const isCovered = async (place: number) => (await coveredUpTo(source, log, place)) >= place;
  /** Up to the places of what the log has led to, and up to where files that are gone were withdrawn. */
  const areBesides = async () => (await isCovered(await askedBesides(source, recount, log.position))) && (await files.areExplained());
  const isEnough = async () =>
    !judges.areContent || (promised.isKept && areExplained() && (await isCovered(covers)) && (!isForNow(options) || (await areBesides())));
  const read = await readLog({ ...reading, isEnough });
  if (judges.doubtAnAct) await refuseChangedKeys(source, opened.trusted, actKeys);
  judges.refuse();
  const readingTook = performance.now() - began;
  const looked = options.asOf ? undefined : judges.ofWhole?.erasures.untold(citizens.besides(published));
  const missing = looked && missingSince(looked, opened.last?.missing);
  await rememberHead(opened, source, read, { actKeys, missing });
  promised.refuseBroken(read.head.size);

  const ages = await ageOf(read.head, trusted, read.witnessed, source);
  const freshness = {
    ...ages,
    figures: isForNow(options) ? secondsBehind(recount, source) : null,
    words: words ? secondsBehind(words, source) : null,
  };
  refuseStale(freshness, options.staleAfter, source);
  if (options.since === undefined) await refuseMissingConsultations(source, recount, new Set(published.map(({ id }) => id)));
  const leftOutOfWords = words ? skips.ofGroups(words.leftOut) : [];
  // Of what both compare, words name the entry.
  words?.refuse();
  if (isForNow(options)) await askedBesides(source, recount, Infinity);
  const recounted =
    options.since === undefined
      ? await heldAgainstPublished({
          source,
          options,
          recount,
          skips,
          published,
          erasures: judges.ofWhole?.erasures,
          citizens,
          pages,
          position: asOf.position,
        })
      : nothingRecounted;
  await pages.settle((motion) => recount.stoodIn(motion));
  pages.refuse();
  const filesEqual = isForNow(options) ? await files.check() : null;
  const answerFilesEqual = isForNow(options) ? await answerFiles.check(source, options.token !== undefined) : null;
  const { notCounted, ...equal } = recounted;
  refuseLongMissing(missing ?? []);
  tiles?.refuseWrong();
  return {
    ...whatWasRead(source, opened, read, log, tiles),
    ...equal,
    words: words ? { answers: words.compared, values: words.values, opened: citizens.opened } : null,
    leftOut: [...equal.leftOut, ...leftOutOfWords],
    pages: words || options.asOf ? pages.checked : null,
    files: filesEqual,
    answerFiles: answerFilesEqual,
    asOf: options.asOf && equal.asOf ? { place: placeInWords(options.asOf), position: asOf.position, consultations: equal.asOf } : null,
    freshness,
    credentials: judges.ofWhole ? numbersOf(judges.ofWhole.credentials) : null,
    acts: judges.ofWhole?.authority.acts ?? null,
    signedActs: judges.ofWhole?.staffActs.signed ?? null,
    judged: judges.ofWhole?.rules.judged ?? null,
    erasures: judges.ofWhole?.erasures.count ?? null,
    receipts: promised.found,
    notChecked: [
      ...notChecked({ source, options, opened, tiles, files: filesEqual, recounted: equal }),
      ...missingInWords(missing ?? []),
      ...judges.notChecked(),
      ...notCounted,
      ...citizens.notChecked(),
      ...pages.notChecked(),
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
async function publishedFor(source: Source, { since, asOf }: AuditOptions, pages: Pages): Promise<PublishedConsultation[]> {
  if (since !== undefined) return [];
  if (!asOf) return publishedConsultations(source, pages);
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

function numbersOf({ registered, confirmed, imported, vouchedFor, reissued, mostVoters, byConsultation }: Credentials) {
  return { registered, confirmed, imported, vouchedFor, reissued, mostVoters, byConsultation };
}

/** Whether the site's figures of now are compared. */
const isForNow = ({ since, asOf }: AuditOptions): boolean => since === undefined && !asOf;

/** How long the site's figures, or words, have lacked an event that was read. */
function secondsBehind({ behindSince }: Pick<Recount, 'behindSince'>, { at }: Source): number {
  return behindSince === undefined ? 0 : Math.max(0, Math.round((Date.parse(at) - Date.parse(behindSince)) / 1000));
}

const finite = (position: number | undefined): number => (Number.isFinite(position) ? position! : -1);
