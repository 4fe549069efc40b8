import { checkPolicy, parseNote, parsePolicy, signedTime, webCrypto, type WitnessPolicy } from '@isegoria/merkle-log';

/** A witness whom the log asks to sign its checkpoints. */
export interface WitnessView {
  readonly name: string;
  /** When it signed this checkpoint (UTC); null where it has not. */
  readonly signedAt: string | null;
}

export interface CheckpointView {
  /** The signed note as the log serves it. */
  readonly note: string;
  readonly size: number | undefined;
  /** When the log last stood by it (UTC); null where it does not say so with its key. */
  readonly signedAt: string | null;
  /** Whom the log's own policy names. */
  readonly witnesses: readonly WitnessView[];
  /** Whether those who signed are as many as the policy asks for. */
  readonly isEnough: boolean;
}

/** Milliseconds, and characters: the page works without the log. */
const patience = 2_000;
const longest = 20_000;

/** The log's newest signed note, and who signed it beside the log; undefined when the log does not answer. */
export async function newestCheckpoint(logUrl: string): Promise<CheckpointView | undefined> {
  try {
    const [note, policyText] = await Promise.all([textAt(`${logUrl}/log/checkpoint`), textAt(`${logUrl}/log/policy`)]);
    // The second line is the number of leaves (C2SP tlog-checkpoint).
    const size = Number(parseNote(note)?.text.split('\n')[1]);
    const policy = await parsePolicy(policyText, webCrypto.sha256);
    return { note, size: Number.isSafeInteger(size) ? size : undefined, ...(await signedBy(note, policy.ok ? policy.policy : undefined)) };
  } catch {
    return undefined;
  }
}

async function signedBy(
  note: string,
  policy: WitnessPolicy | undefined,
): Promise<Pick<CheckpointView, 'signedAt' | 'witnesses' | 'isEnough'>> {
  if (!policy) return { signedAt: null, witnesses: [], isEnough: false };
  const signed = await signedTime(
    note,
    policy.logs.map(({ key }) => key),
    webCrypto.sha256,
    webCrypto.verifyEd25519,
  );
  const checked = await checkPolicy(note, policy, webCrypto.verifyEd25519);
  const cosignatures = 'cosignatures' in checked ? checked.cosignatures : [];
  const witnesses = policy.witnesses.map(({ key }) => {
    const cosignature = cosignatures.find((one) => one.key === key);
    return { name: key.name, signedAt: timeOf(cosignature?.time) };
  });
  return { signedAt: timeOf(signed.ok ? signed.time : undefined), witnesses, isEnough: checked.ok };
}

/** @param time seconds since 1970 */
const timeOf = (time: number | undefined): string | null => (time === undefined ? null : new Date(time * 1_000).toISOString());

async function textAt(url: string): Promise<string> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(patience) });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return (await answer.text()).slice(0, longest);
}
