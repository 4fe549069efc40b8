/**
 * A password as it is compared (RFC 8265, section 4.2, OpaqueString): every space is the plain one, letters are composed (NFC), and
 * capitals and compatible forms stay what they are. Keyboards produce one letter in several ways.
 */
export const opaqueString = (password: string): string => password.replace(/\p{Space_Separator}/gu, ' ').normalize('NFC');

/**
 * What the FreeformClass of RFC 8264 refuses: control characters, unassigned and private-use characters, and invisible ones, except the two
 * joiners that some scripts need. Nobody could type it again with certainty.
 */
const refused = /[\p{Cc}\p{Cn}\p{Co}\p{Cs}]|(?![\u200C\u200D])\p{Default_Ignorable_Code_Point}/u;

/** Whether the characters of a password are allowed. */
export const isOpaqueString = (password: string): boolean => password !== '' && !refused.test(opaqueString(password));
