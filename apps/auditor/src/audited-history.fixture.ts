import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCommandLine } from './command-line';
import { Finding } from '@isegoria/audit-kit';
import type { ModerationMode } from '@isegoria/contracts';
import { recordHistory } from './history.fixture';
import { honestFigures } from './honest-figures.fixture';
import { PaperSite } from './paper-site.fixture';
import { recorded, run } from './run';

const silent = { reading: () => undefined };

/**
 * A site in memory that publishes the figures of a small history, and an auditor with a folder.
 * @param moderation of its deliberation; before publication when absent
 */
export async function auditedHistory(moderation?: ModerationMode) {
  const folder = await mkdtemp(join(tmpdir(), 'isegoria-audit-'));
  const state = join(folder, 'state.json');
  const site = await PaperSite.open();
  const history = await recordHistory(site.store, site.at, moderation);
  await site.sign();
  const { deliberation, poll, opinionMap } = history;
  for (const results of [deliberation, poll]) site.published.set(`/api/v1/consultations/${results.consultationId}/results`, results);
  site.published.set(`/api/v1/activities/${opinionMap.activityId}/opinion-map`, opinionMap);

  /** The result of an audit with these arguments: a report, or the finding. */
  const outcome = async (work: Promise<{ json: object; lines: readonly string[] }>): Promise<Record<string, unknown>> => {
    try {
      const { json, lines } = await work;
      return { exitCode: 0, lines, ...json };
    } catch (error) {
      if (!(error instanceof Finding)) throw error;
      return { exitCode: error.exitCode, finding: error.message, index: error.index };
    }
  };
  /** The site shows these besides those of the history, with figures that are not the subject. */
  const show = (...consultations: string[]) => {
    const events = site.events.map((event, seq) => ({ ...event, position: site.positionOf(seq) }));
    for (const consultationId of consultations)
      for (const [path, answer] of honestFigures(events, consultationId)) site.published.set(path, answer);
  };
  const withState = (args: readonly string[]) => [
    ...(args.includes('--state') ? args : [...args, '--state', state]),
    ...(args.includes('--wait') ? [] : ['--wait', '0']),
  ];
  return {
    site,
    history,
    folder,
    state,
    show,
    audit: (...args: string[]) => outcome(recorded(site, readCommandLine(withState([site.url, ...args])), silent)),
    command: (name: 'replay' | 'diff', ...args: string[]) =>
      outcome(recorded(site, readCommandLine(withState([name, site.url, ...args])), silent)),
    /** From a bundle, without the site. */
    offline: (...args: string[]) => outcome((async () => run(readCommandLine(withState(args)), silent))()),
    /** As an auditor who has never seen the log before. */
    forget: () => rm(folder, { recursive: true, force: true }).then(() => mkdir(folder)),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
