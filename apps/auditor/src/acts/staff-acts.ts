import { CompactTable, Finding, saltedHash, type EventBody } from '@isegoria/audit-kit';
import { eventCatalogue, mustBeSigned, type ActProof, type EventContract } from '@isegoria/contracts';
import type { TakenEntry } from '../tree/taken-entry';
import { isProven, readProof } from './act-proof';
import type { ActKey, ActKeys } from './act-keys';

/**
 * Whether each act of staff was taken by the platform from the account in whose name it stands. An insider who has the event store can
 * append an event that every rule allows, in the name of an official who holds the role for it; what they lack is the key of the services.
 * When a key begins and ends to sign is on record in the log, so that one that leaks after its time is of no use.
 */
export class StaffActs {
  /** The first key has been there from the beginning. */
  private readonly signing: Set<string>;
  private readonly seen = new CompactTable();
  /** Acts whose signatures were verified. */
  signed = 0;

  constructor(private readonly keys: ActKeys) {
    this.signing = new Set([...keys.keys()].slice(0, 1));
  }

  /** @throws Finding act, naming the event that nobody signed for, or that another signature was put beside */
  take(entry: TakenEntry): void {
    const { leaf, body } = entry;
    if (!body) return;
    if (leaf.type === 'LogKeyIntroduced') this.turn(entry, body, 'introduces');
    if (leaf.type === 'LogKeyRetired') this.turn(entry, body, 'retires');
    const contract = eventCatalogue.of(leaf.type);
    if (contract && mustBeSigned(contract, body.metadata)) this.refuseUnsigned(entry, body, contract);
  }

  private refuseUnsigned(entry: TakenEntry, { data, metadata }: EventBody, contract: EventContract): void {
    const { leaf } = entry;
    const refuse = (isWrong: boolean, what: string) => {
      if (isWrong) throw actFinding(entry, what);
    };
    const proof = readProof(metadata.act);
    if (!proof) throw actFinding(entry, 'is an act of staff that no service signed');
    const key = this.keys.get(proof.key);
    if (!key) throw actFinding(entry, `is signed with a key that the log does not vouch for: ${proof.key}`);
    refuse(!this.signing.has(proof.key), `is signed with a key that did not sign at that point: ${proof.key}`);
    refuse(this.isSeen(proof), 'bears the signature of an earlier act');
    refuse(!isProven(leaf, metadata.at, proof, key), 'bears a signature that is not of this event');
    const by = metadata.imported?.by ?? data.by;
    const isItsOwn = proof.account === by || (proof.account === null && needsNobody(contract, data));
    refuse(!isItsOwn, `stands in the name of account ${String(by)}, and was done by ${proof.account ?? 'nobody'}`);
    this.signed += 1;
  }

  private isSeen({ signature }: ActProof): boolean {
    const place = saltedHash(signature);
    if (this.seen.get(...place) > 0) return true;
    this.seen.set(...place, 1);
    return false;
  }

  /** Only what the log's own key vouches for begins or ends to sign. */
  private turn(entry: TakenEntry, { data: { verifierKey } }: EventBody, does: 'introduces' | 'retires'): void {
    const [id, key] = [...this.keys].find(([, { text }]) => text === verifierKey) ?? [];
    if (id === undefined && !isOfActs(verifierKey)) return;
    if (!vouchedFor(key, does)) throw actFinding(entry, `${does} a key of acts, and the log's own key says otherwise`);
    if (does === 'introduces') this.signing.add(id!);
    else this.signing.delete(id!);
  }
}

function vouchedFor(key: ActKey | undefined, does: 'introduces' | 'retires'): boolean {
  return key !== undefined && (does === 'introduces' || key.isRetired);
}

/** The name of a verifier key is before its first plus sign. */
function isOfActs(verifierKey: unknown): boolean {
  return String(verifierKey).split('+')[0]!.endsWith('/acts');
}

/**
 * What the platform records by itself, signed for nobody: orders of erasures, long after they were given; the roles of an administrator
 * whom the operator names, as the account begins; and what contracts say.
 */
function needsNobody({ isRecordedLater, isSigned }: EventContract, { by, accountId }: EventBody['data']): boolean {
  return isRecordedLater === true || isSigned === true || (by !== undefined && by === accountId);
}

function actFinding({ seq, leaf }: TakenEntry, what: string): Finding {
  return new Finding('act', `Entry ${seq} (${leaf.type}) ${what}.`, seq);
}
