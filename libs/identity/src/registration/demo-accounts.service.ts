import { canonicalAddress } from '../address/canonical-address';
import { publicLink } from '../mail/public-link.service';

const namesOfThisMachine = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether `npm start` makes this account of the demo now, with the password that everybody knows. `DEMO_ACCOUNTS` names the addresses, and
 * counts only where `PUBLIC_URL` is this machine; it is set only for the start that makes them, after which the addresses are taken.
 */
export function isMadeForDemo(email: string): boolean {
  const addresses = (process.env['DEMO_ACCOUNTS'] ?? '').split(',').filter((address) => address !== '');
  if (!addresses.includes(canonicalAddress(email))) return false;
  return namesOfThisMachine.has(new URL(publicLink('/')).hostname);
}
