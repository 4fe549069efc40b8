import { Stages, leafRule, ruleBook, type RuleBook } from '@isegoria/audit-kit';
import type { AddressEvent } from './address.contract';

/** Whose an address is: one account's at a time. */
export function rulesOfAddresses(): RuleBook {
  const addresses = new Stages('claimed', 'released');
  return ruleBook<AddressEvent>({
    EmailClaimed: [
      leafRule(
        'address-free',
        'An address is claimed when nobody has it.',
        ({ stream, revision }) => revision === 0 || addresses.of(stream) === 'released',
        ({ stream }) => addresses.enter(stream, 'claimed'),
      ),
    ],
    EmailReleased: [addresses.follows(['claimed'], 'address-claimed', 'Only an address that is claimed is released.', 'released')],
  });
}
