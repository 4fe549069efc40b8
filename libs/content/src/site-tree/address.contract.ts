/** A page's own part of its address, in one form (NFC): small letters of any script and digits, in words joined by single hyphens. */
export const addressPart = /^[\p{Ll}\p{Lo}\p{Nd}]+(?:-[\p{Ll}\p{Lo}\p{Nd}]+)*$/u;
export const addressPartLength = 60;
/** How many pages a way may have, from the top of the tree down to the last one. */
export const siteDepthMax = 6;
export const pathLength = siteDepthMax * (addressPartLength + 1);

/** How many pages stand right below another one, or at the top. */
export const pagesBelowMax = 100;
/** How many pages stand in the tree in all. */
export const sitePagesMax = 5_000;

/** Where the pages of the tree are read. */
export const siteRoot = '/site';

/** The address of a page of the site, ready for a link. @param path of the page in the tree, such as `water/permits` */
export const sitePath = (path: string): string => `${siteRoot}/${path.split('/').map(encodeURIComponent).join('/')}`;

/** The way in an address as the tree has it, however somebody typed it. */
export function pathAsked(asked: string): string {
  const parts = asked.normalize('NFC').toLowerCase().split('/');
  return parts.filter((part) => part !== '').join('/');
}

/** An address part made of a title: a suggestion, which may be empty. */
export function addressFrom(title: string): string {
  const plain = title.normalize('NFKC').toLowerCase();
  const words = plain.match(/[\p{Ll}\p{Lo}\p{Nd}]+/gu) ?? [];
  let address = '';
  for (const word of words) {
    const longer = address === '' ? word : `${address}-${word}`;
    if (Array.from(longer).length > addressPartLength) break;
    address = longer;
  }
  return address;
}
