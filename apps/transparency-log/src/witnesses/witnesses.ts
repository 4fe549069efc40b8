import { addCosignatures, verifyCosignatures, webCrypto } from '@isegoria/merkle-log';
import { log } from '@isegoria/service-host';
import type { StoredCheckpoint } from '../sequencing/stored-tree';
import { askWitness, type ProveConsistency, type Witness } from './ask-witness';
import type { WitnessSettings } from './witness-settings';

/** Milliseconds that all witnesses together have for one checkpoint. */
const patience = 1_500;

/** The witnesses that are asked to cosign each checkpoint. None of them can hold the log up or spoil a checkpoint. */
export class Witnesses {
  private readonly asked: Witness[];
  private readonly told = new Map<string, string | undefined>();

  constructor(
    private readonly settings: WitnessSettings,
    private readonly prove: ProveConsistency,
  ) {
    this.asked = settings.witnesses.map(({ url, key }) => ({ url, key, size: 0 }));
  }

  /** The note of a checkpoint with the cosignatures that came in time. Never rejects. */
  async cosign({ note, size }: StoredCheckpoint): Promise<string> {
    const signal = AbortSignal.timeout(patience);
    const answers = await Promise.all(this.asked.map((witness) => this.answerOf(witness, { note, size }, signal)));
    let grown = note;
    for (const [at, lines] of answers.entries()) {
      const { key, url } = this.asked[at]!;
      const added = lines === undefined ? undefined : await addCosignatures(grown, lines, [key], webCrypto.verifyEd25519);
      if (added?.ok) grown = added.note;
      if (added) this.tell(url, added.ok ? undefined : `its answer has no cosignature of its own: ${added.reason}`);
    }
    return grown;
  }

  /** Whether enough have cosigned for the policy. */
  async isEnough(note: string): Promise<boolean> {
    const { witnesses, quorum } = this.settings;
    if (quorum === 0) return true;
    const verified = await verifyCosignatures(note, witnesses.map(({ key }) => key), webCrypto.verifyEd25519);
    return verified.ok && verified.cosignatures.length >= quorum;
  }

  private async answerOf(witness: Witness, checkpoint: { note: string; size: number }, signal: AbortSignal): Promise<string | undefined> {
    try {
      return await askWitness(witness, checkpoint, this.prove, signal);
    } catch (error) {
      this.tell(witness.url, (error as Error).message);
      return undefined;
    }
  }

  /** Once for each change: a witness may be unreachable for days. */
  private tell(witness: string, reason?: string): void {
    if (this.told.get(witness) === reason) return;
    this.told.set(witness, reason);
    if (reason === undefined) log.info({ witness }, 'a witness cosigns again');
    else log.warn({ witness, reason }, 'a witness did not cosign');
  }
}
