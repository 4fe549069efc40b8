import { domainToASCII } from 'node:url';

/**
 * The one spelling under which an address is known, however it is typed, so that one mailbox is one person. Domains are as DNS knows them
 * (UTS 46: capitals, punycode, width). Before the `@`, capitals, compatible forms (NFKC) and characters that nobody sees make no
 * difference; what may be another mailbox (`ß` and `ss`, dots, `+`) does. Mail goes to the address as typed.
 */
export function canonicalAddress(email: string): string {
  const visible = email.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  const at = visible.lastIndexOf('@');
  const [local, domain] = [folded(visible.slice(0, at)), folded(visible.slice(at + 1))];
  // What is no domain by UTS 46 stays as it is.
  return `${local}@${domainToASCII(domain) || domain}`;
}

/** Small letters of compatible forms may be composed anew; a final sigma is a sigma. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('ς', 'σ').normalize('NFKC');
}
