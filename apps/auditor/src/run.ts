import { audit } from './audit';
import { BundleSource, damaged } from './bundle/bundle-source';
import { BundleWriter } from './bundle/bundle-writer';
import { RecordingSource } from './bundle/recording-source';
import type { AuditOptions } from './command-line';
import { Finding } from '@isegoria/audit-kit';
import type { Told } from './replay/replay';
import { summary } from './report';
import { Site } from './source/site';
import type { Source } from './source/source';
import { tell } from './tell';
import type { Progress } from './tree/read-log';

/** Does what the command line asks for. @throws Finding the first thing that is wrong */
export async function run(options: AuditOptions, progress: Progress): Promise<Told> {
  if ('url' in options.target) return recorded(new Site(options.target.url, options.token), options, progress);
  const bundle = await BundleSource.open(options.target.bundle);
  const told = await recorded(bundle, options, progress).catch((error: unknown) => {
    // If a damaged bundle cannot be read, the finding is the damage; any other finding says more closely what it did.
    throw bundle.isDamaged && !(error instanceof Finding && error.kind !== 'cannotRun')
      ? damaged(bundle.name, (error as Error).message)
      : error;
  });
  if (bundle.isDamaged) throw damaged(bundle.name, 'its bytes are not those that it was closed with');
  return told;
}

/**
 * Reads a site or a bundle, and writes a bundle if asked for one. A bundle with a finding shows it again, so it is always written, unless
 * the audit could not be made.
 */
export async function recorded(source: Source, options: AuditOptions, progress: Progress): Promise<Told> {
  if (options.bundle === undefined) return done(source, options, progress);
  const manifest = { format: 'isegoria-audit-bundle', version: 1, url: source.url, at: source.at } as const;
  const writer = await BundleWriter.create(options.bundle, manifest);
  const recording = new RecordingSource(source, writer);
  try {
    const told = await done(recording, options, progress);
    await writer.close(recording.all());
    return told;
  } catch (error) {
    if (error instanceof Finding && error.kind !== 'cannotRun') await writer.close(recording.all());
    else await writer.discard();
    throw error;
  }
}

async function done(source: Source, options: AuditOptions, progress: Progress): Promise<Told> {
  if (options.command !== 'audit') return tell(source, options, progress);
  const report = await audit(source, options, progress);
  return { lines: [summary(report)], json: report };
}
