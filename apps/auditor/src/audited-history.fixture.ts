import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCommandLine } from './command-line';
import { Finding } from '@isegoria/audit-kit';
import { amongResults, viewsOf } from '@isegoria/consultations/recount';
import type { ConsultationResults } from '@isegoria/contracts';
import { recordHistory } from './history.fixture';
import { PaperSite } from './paper-site.fixture';
import { ConsultationCount, type ConsultationEvent } from './recount/consultation-count';
import { recorded, run } from './run';

const silent = { reading: () => undefined };

/** A site in memory that publishes the figures of a small history, and an auditor with a folder. */
export async function auditedHistory() {
  const folder = await mkdtemp(join(tmpdir(), 'isegoria-audit-'));
  const state = join(folder, 'state.json');
  const site = await PaperSite.open();
  const history = await recordHistory(site.store, site.at);
  await site.sign();
  const { deliberation, poll, opinionMap } = history;
  site.published.set('/api/v1/consultations', { items: [deliberation, poll].map(({ consultationId: id }) => ({ id })), next: null });
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
    const shown = consultations.map((consultationId) => {
      const count = new ConsultationCount(consultationId);
      for (const [seq, { type, data, metadata, time }] of site.events.entries()) {
        const event = { type, data, metadata, position: site.positionOf(seq), recordedAt: time } as unknown as ConsultationEvent;
        if (event.data.consultationId === consultationId) count.take(event);
      }
      const position = site.positionOf(site.events.length - 1);
      const results = { ...amongResults(count.results()), position, computedAt: site.at, skippedEvents: [] } as ConsultationResults;
      site.published.set(`/api/v1/consultations/${consultationId}/results`, results);
      for (const view of viewsOf(results)) site.published.set(`/api/v1${view.path}`, { ...count.view(view), position });
      return results;
    });
    const items = [deliberation, poll, ...shown].map(({ consultationId: id }) => ({ id }));
    site.published.set('/api/v1/consultations', { items, next: null });
  };
  const withState = (args: readonly string[]) => (args.includes('--state') ? args : [...args, '--state', state]);
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
