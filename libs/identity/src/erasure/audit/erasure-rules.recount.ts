import { leafRule, rule, type JudgedLeaf, type Rule, type RulesOf } from '@isegoria/audit-kit';
import type { AccountsErased, BatchEvent } from '../erasure.contract';

/** The accounts whose end a batch can tell of by name: those that held roles. */
export interface StaffAccounts {
  has(accountId: string): boolean;
  end(accountId: string): void;
}

/** Batches of erasures. Which account was erased when is in no entry of the log, and has no rules here. */
export function rulesOfBatches(staffAccounts: StaffAccounts): RulesOf<BatchEvent> {
  const batches = new Batches();
  return {
    ErasureOrdered: [batches.areOrderedFirst],
    AccountsErased: [
      batches.countFirst,
      batches.countWhatWasOrdered,
      rule<AccountsErased>(
        'batch-sorted',
        'The accounts and pseudonyms of a batch are sorted, and each is named once.',
        ({ data: { staff, authors } }) => isSorted(staff) && isSorted(authors),
      ),
      rule<AccountsErased>(
        'staff-erased-once',
        'Accounts that held roles are registered or imported before they are erased, and are erased once.',
        ({ data: { count, staff } }) => staff.length <= count && staff.every((accountId) => staffAccounts.has(accountId)),
        ({ data: { staff } }) => staff.forEach((accountId) => staffAccounts.end(accountId)),
      ),
    ],
  };
}

/** How far each batch is. A site has few. */
class Batches {
  private readonly ordered = new Map<string, number>();
  private readonly counted = new Set<string>();

  readonly areOrderedFirst: Rule = leafRule(
    'ordered-before-the-batch',
    'What administrators erased on request stands before the number of accounts of its batch.',
    ({ stream }) => !this.counted.has(stream),
    ({ stream }: JudgedLeaf) => void this.ordered.set(stream, this.orderedIn(stream) + 1),
  );

  readonly countFirst: Rule<AccountsErased> = rule(
    'batch-counts-once',
    'A batch says first how many accounts it has, one or more; what goes on has further pseudonyms alone.',
    ({ stream, data: { count, authors } }) => (this.counted.has(stream) ? count === 0 && authors.length > 0 : count > 0),
  );

  readonly countWhatWasOrdered: Rule<AccountsErased> = rule(
    'no-more-ordered-than-erased',
    'Administrators ordered the erasure of no more accounts than the batch has.',
    ({ stream, data: { count } }) => this.counted.has(stream) || this.orderedIn(stream) <= count,
    ({ stream }) => void this.counted.add(stream),
  );

  private orderedIn(stream: string): number {
    return this.ordered.get(stream) ?? 0;
  }
}

function isSorted(names: readonly string[]): boolean {
  return names.every((name, index) => index === 0 || names[index - 1]! < name);
}
