/**
 * A password as it is compared (RFC 8265, section 4.2, OpaqueString): every space is the plain one, letters are composed (NFC), and
 * capitals and compatible forms stay what they are. Keyboards spell one letter in several ways.
 */
export const opaqueString = (password: string): string => password.replace(/\p{Space_Separator}/gu, ' ').normalize('NFC');

/**
 * What the FreeformClass of RFC 8264 refuses: control characters, what Unicode gave no meaning or left for private use, and what nobody
 * sees, but for the two joiners that some scripts are written with. Nobody could type it again with certainty.
 */
const refused = /[\p{Cc}\p{Cn}\p{Co}\p{Cs}]|(?![\u200C\u200D])\p{Default_Ignorable_Code_Point}/u;

/** Whether a password may be chosen, as far as its characters go. */
export const isOpaqueString = (password: string): boolean => password !== '' && !refused.test(opaqueString(password));
