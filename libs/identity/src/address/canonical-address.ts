import { domainToASCII } from 'node:url';

/**
 * The one spelling under which an address is known, however it is typed, so that one mailbox is one person. Domains are normalised as in
 * DNS (UTS 46: capitals, punycode, width). Before the `@`, capitals, compatible forms (NFKC) and invisible characters make no difference;
 * anything that may be another mailbox (`ß` and `ss`, dots, `+`) does. Mail goes to the address as typed.
 */
export function canonicalAddress(email: string): string {
  const visible = email.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  const at = visible.lastIndexOf('@');
  const [local, domain] = [folded(visible.slice(0, at).replaceAll(blankBraille, '')), folded(visible.slice(at + 1))];
  // Anything that is not a domain by UTS 46 stays as it is.
  return `${local}@${domainToASCII(domain) || domain}`;
}

/** Looks like nothing at all, and is no space and no default-ignorable character to Unicode. */
const blankBraille = '\u2800';

/** Small letters of compatible forms may need composing again; a final sigma is a sigma. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('ς', 'σ').normalize('NFKC');
}
