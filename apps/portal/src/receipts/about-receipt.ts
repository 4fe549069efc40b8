import {
  listStatementResults,
  showConsultation,
  showMyBallot,
  type ConsultationView,
  type LogEntry,
  type ReceiptCheck,
} from '@isegoria/contracts';
import { hasQuotas } from '@isegoria/consultations/methods/survey/quotas/quotas.pure';
import { parseLeaf } from '@isegoria/merkle-log';
import type { Visit } from '@isegoria/portal-kit';

/** What a receipt is for, as far as the public log and the pages say it. */
export interface AboutReceipt {
  /** The type of its event. */
  readonly type: string;
  /** When it was recorded (UTC). */
  readonly time: string;
  readonly consultation?: ConsultationView;
  /** The statement that was voted on. */
  readonly statement?: string;
  /** What quotas make of it: `beyond` says that it is not counted, to the person alone; `some` that it may not be. Absent without any. */
  readonly quota?: 'beyond' | 'some';
}

interface Said {
  readonly consultationId?: string | null;
  readonly activityId?: string;
  readonly statementId?: string;
  readonly voter?: string;
  readonly answers?: string;
}

/** Milliseconds, and characters: the check works without it. */
const patience = 2_000;
const longest = 100_000;

/** @returns undefined before the entry is in the log, or where it says nothing that is known */
export async function aboutReceipt(visit: Visit, { proof }: ReceiptCheck): Promise<AboutReceipt | undefined> {
  const leaf = proof ? parseLeaf(Buffer.from(proof.leaf)) : undefined;
  if (!leaf) return undefined;
  const { type, time, seq } = leaf;
  try {
    const said = await saidIn(`${visit.settings.logUrl}/log/entries?from=${seq}&limit=1`);
    const { consultationId, activityId, statementId } = said;
    const consultation = consultationId ? await visit.api.ask(showConsultation, { consultationId }) : undefined;
    const asked = activityId && statementId ? { activityId, only: statementId } : undefined;
    const statements = asked && (await visit.api.ask(listStatementResults, asked));
    const statement = statements?.items[0]?.text ?? undefined;
    const quota = consultation && (await quotaOf(visit, consultation, said));
    const about = { ...(consultation && { consultation }), ...(statement !== undefined && { statement }), ...(quota && { quota }) };
    return { type, time, ...about };
  } catch {
    return { type, time };
  }
}

/** Whether a response is beyond a quota says what was answered: others than the person learn only that there are quotas. */
async function quotaOf(visit: Visit, consultation: ConsultationView, said: Said): Promise<AboutReceipt['quota']> {
  const settings = consultation.activities.find(({ id }) => id === said.activityId)?.settings;
  if (!settings || !hasQuotas(settings)) return undefined;
  const ballot = visit.account && (await visit.api.ask(showMyBallot, { consultationId: consultation.id }));
  if (!ballot || ballot.voter !== said.voter) return 'some';
  const own = ballot.activities.find(({ activityId }) => activityId === said.activityId);
  return own?.beyondQuota && own.response === said.answers ? 'beyond' : undefined;
}

/** The data of an entry whose body everybody may read; nothing for others. */
async function saidIn(url: string): Promise<Said> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(patience), redirect: 'error' });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  const [line = '{}'] = (await answer.text()).slice(0, longest).split('\n');
  const { data } = JSON.parse(line) as Partial<LogEntry>;
  return data ? (JSON.parse(Buffer.from(data, 'base64').toString()) as Said) : {};
}
