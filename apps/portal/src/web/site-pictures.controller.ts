import { Controller, Get, Param, Res } from '@nestjs/common';
import { Rejection, fetchFile } from '@isegoria/contracts';
import { asIcon, crestOf, drawCrest, drawEmblem, isCrestShape, type CrestShape, type Visit, type Visited } from '@isegoria/portal-kit';
import { languages } from '@isegoria/texts';

const iconSide = 48;

/** The crest as pages and browsers show it, and what stands for the site where a link to it is shared. */
@Controller()
export class SitePicturesController {
  /** Only the crest that stands: anybody could have any other picture made small, as often as they like. */
  @Get('crest/:file/:shape')
  async crest(@Res() { visit }: Visited, @Param('file') file: string, @Param('shape') shape: string): Promise<void> {
    if (crestOf(visit.site)?.file !== file || !isCrestShape(shape)) throw new Rejection('NOT_FOUND');
    visit.sendPicture(shape === 'header.webp' ? 'image/webp' : 'image/png', await drawn(visit, file, shape));
  }

  /** Asked for by browsers and others that read no page first. */
  @Get('favicon.ico')
  async favicon(@Res() { visit }: Visited): Promise<void> {
    visit.sendPicture('image/x-icon', asIcon(await iconOf(visit, 'icon.png'), iconSide));
  }

  @Get(['apple-touch-icon.png', 'apple-touch-icon-precomposed.png'])
  async touchIcon(@Res() { visit }: Visited): Promise<void> {
    visit.sendPicture('image/png', await iconOf(visit, 'touch-icon.png'));
  }

  @Get('cards/:name.png')
  async card(@Res() { visit }: Visited, @Param('name') name: string): Promise<void> {
    const language = languages.find((known) => known === name);
    if (!language) throw new Rejection('NOT_FOUND');
    visit.sendPicture('image/png', await visit.card(language));
  }
}

function iconOf(visit: Visit, shape: 'icon.png' | 'touch-icon.png'): Promise<Buffer> {
  const crest = crestOf(visit.site);
  return crest ? drawn(visit, crest.file, shape) : drawEmblem(shape);
}

function drawn(visit: Visit, file: string, shape: CrestShape): Promise<Buffer> {
  return drawCrest(file, shape, async () => Buffer.from(await (await visit.publicApi.open(fetchFile, { file })).arrayBuffer()));
}
