import { Controller, Get, Res } from '@nestjs/common';
import { Rejection } from '@isegoria/contracts';
import type { Visited } from '@isegoria/portal-kit';
import { languages } from '@isegoria/texts';

/** Days for which the file holds: it is made anew whenever it is asked for, so a copy that somebody kept ends soon. */
const holdsFor = 90;
const aDay = 86_400_000;

/** Whom to tell of a weakness of the site (RFC 9116): the address that an administrator set as the contact. */
@Controller('.well-known')
export class SecurityTxtController {
  @Get('security.txt')
  securityTxt(@Res() response: Visited): void {
    const { visit } = response;
    const { contactEmail } = visit.site;
    if (contactEmail === null) throw new Rejection('NOT_FOUND');
    const expires = new Date((Math.floor(Date.now() / aDay) + holdsFor) * aDay).toISOString();
    const lines = [
      `Contact: mailto:${encodeURI(contactEmail)}`,
      `Expires: ${expires}`,
      `Preferred-Languages: ${languages.join(', ')}`,
      ...(visit.siteAddress === undefined ? [] : [`Canonical: ${visit.siteAddress}/.well-known/security.txt`]),
    ];
    response
      .set('cache-control', 'public, max-age=3600')
      .type('text/plain; charset=utf-8')
      .send(`${lines.join('\n')}\n`);
  }
}
