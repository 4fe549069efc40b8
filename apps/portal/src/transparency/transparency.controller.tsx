import { Controller, Get, Res } from '@nestjs/common';
import type { Visited } from '../web/visit';
import { PlainPage, TransparencyPage, type CheckpointView } from './transparency.page';

@Controller()
export class TransparencyController {
  @Get('transparency')
  async transparency(@Res() { visit }: Visited): Promise<void> {
    const checkpoint = await newestCheckpoint(visit.settings.logUrl);
    visit.show(<TransparencyPage checkpoint={checkpoint} origin={visit.origin} />, { title: visit.texts.t('transparency.title') });
  }

  @Get('accessibility')
  accessibility(@Res() { visit }: Visited): void {
    visit.show(<PlainPage about="accessibility" />, { title: visit.texts.t('nav.accessibility') });
  }

  @Get('privacy')
  privacy(@Res() { visit }: Visited): void {
    visit.show(<PlainPage about="privacy" />, { title: visit.texts.t('nav.privacy') });
  }
}

/** The log's newest signed note; the page stands without it and says so. Its second line is the number of leaves (C2SP tlog-checkpoint). */
async function newestCheckpoint(logUrl: string): Promise<CheckpointView | undefined> {
  try {
    const answer = await fetch(`${logUrl}/log/checkpoint`, { signal: AbortSignal.timeout(2_000) });
    if (!answer.ok) return undefined;
    const note = (await answer.text()).slice(0, 4_000);
    const size = Number(note.split('\n')[1]);
    return { note, size: Number.isSafeInteger(size) ? size : undefined };
  } catch {
    return undefined;
  }
}
