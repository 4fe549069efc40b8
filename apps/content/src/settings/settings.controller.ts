import { Controller, Inject } from '@nestjs/common';
import {
  changeSettings,
  settingsStream,
  type Accepted,
  type ChangeSettings,
  type CommandMessage,
  type TextByLanguage,
} from '@isegoria/contracts';
import { EventStore, commandHandler } from '@isegoria/event-sourcing';
import { Handles, metadataOf, signedIn } from '@isegoria/messaging';
import { settingsDecider } from './settings.decider';

/** How the platform names itself and what it tells everybody, in the hands of administrators. */
@Controller()
export class SettingsController {
  private readonly handle;

  constructor(@Inject(EventStore) store: EventStore) {
    this.handle = commandHandler(store, settingsDecider, { remember: 1 });
  }

  @Handles(changeSettings)
  async change({ command, context }: CommandMessage<ChangeSettings>): Promise<Accepted> {
    const by = signedIn(context).accountId;
    const { institutionEn, institutionAr, contactEmail = null, noticeEn, noticeAr } = command;
    const settings = { institution: textIn(institutionEn, institutionAr), contactEmail, notice: textIn(noticeEn, noticeAr) };
    const { position } = await this.handle(settingsStream, { type: 'ChangeSettings', ...settings, by }, { commandId: context.commandId, metadata: metadataOf(context, new Date()) });
    return { id: settingsStream, position };
  }
}

function textIn(en: string | null = null, ar: string | null = null): TextByLanguage | null {
  return en === null && ar === null ? null : { ...(en === null ? {} : { en }), ...(ar === null ? {} : { ar }) };
}
