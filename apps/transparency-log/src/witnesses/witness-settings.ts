import { parseCosignerKey, parsePolicy, type CosignerKey } from '@isegoria/merkle-log';
import { sha256 } from '../keys/log-identity';

/** Who is asked to cosign checkpoints, and how many of them make one reliable. */
export interface WitnessSettings {
  readonly witnesses: readonly { readonly url: string; readonly key: CosignerKey; readonly text: string }[];
  readonly quorum: number;
}

/**
 * Reads LOG_WITNESSES, a list of `<url> <verifier key>` separated by commas or line breaks, and LOG_WITNESS_QUORUM, by default the
 * majority.
 * @throws Error with a sentence for anything else
 */
export async function witnessSettings(list: string, quorum: string): Promise<WitnessSettings> {
  const lines = list
    .split(/[,\n]/)
    .map((line) => line.trim())
    .filter(Boolean);
  const witnesses = await Promise.all(lines.map(readWitness));
  const needed = quorum === '' ? Math.floor(witnesses.length / 2) + Math.min(1, witnesses.length) : Number(quorum);
  if (!Number.isInteger(needed) || needed < 0 || needed > witnesses.length || (needed === 0 && quorum !== '' && quorum !== '0')) {
    throw new Error(`LOG_WITNESS_QUORUM is a number from 0 to ${witnesses.length}, the number of witnesses in LOG_WITNESSES.`);
  }
  return { witnesses, quorum: needed };
}

async function readWitness(line: string) {
  const [url = '', text = '', ...rest] = line.split(/\s+/);
  const key = await parseCosignerKey(text, sha256);
  if (!/^https?:\/\/\S+$/.test(url) || !URL.canParse(url) || !key || rest.length > 0) {
    throw new Error('LOG_WITNESSES is a list of witnesses, each an address (http or https), a blank and the key that the witness shows.');
  }
  return { url: url.replace(/(?<!\/)\/+$/, ''), key, text };
}

/**
 * The policy that the log recommends (C2SP tlog-policy): its keys, its witnesses, and the quorum.
 * @param url the log's address
 * @throws Error with a sentence for witnesses that cannot be in one policy
 */
export async function policyText(keys: readonly string[], url: string, { witnesses, quorum }: WitnessSettings): Promise<string> {
  const names = witnesses.map((_, at) => `witness-${at + 1}`);
  const lines = [
    ...keys.map((key) => `log ${key} ${url}`),
    ...witnesses.map(({ text, url: at }, n) => `witness ${names[n]} ${text} ${at}`),
    ...(quorum > 0 ? [`group witnesses ${quorum} ${names.join(' ')}`, 'quorum witnesses'] : ['quorum none']),
  ];
  const text = `${lines.join('\n')}\n`;
  const read = await parsePolicy(text, sha256);
  if (!read.ok)
    throw new Error(`LOG_WITNESSES makes no policy: ${read.reason} (${lines[read.line - 1]?.split(' ').slice(0, 2).join(' ')}).`);
  return text;
}
