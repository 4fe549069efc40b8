import { Controller, Inject } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import { ChangeSettings, contentCommands, settingsStream, type Accepted, type CommandMessage, type TextByLanguage } from '@isegoria/contracts';
import { EventStore, commandHandler } from '@isegoria/event-sourcing';
import { Command, metadataOf, withRole } from '@isegoria/messaging';
import { settingsDecider } from './settings.decider';

/** How the platform names itself and what it tells everybody, in the hands of administrators. */
@Controller()
export class SettingsController {
  private readonly handle;

  constructor(@Inject(EventStore) store: EventStore) {
    this.handle = commandHandler(store, settingsDecider);
  }

  @MessagePattern(contentCommands.changeSettings)
  async change(@Command(ChangeSettings) { command, context }: CommandMessage<ChangeSettings>): Promise<Accepted> {
    const by = withRole(context, 'administrator').accountId;
    const { institutionEn, institutionAr, contactEmail = null, noticeEn, noticeAr } = command;
    const settings = { institution: textIn(institutionEn, institutionAr), contactEmail, notice: textIn(noticeEn, noticeAr) };
    const { position } = await this.handle(settingsStream, { type: 'ChangeSettings', ...settings, by }, { commandId: context.commandId, metadata: metadataOf(context, new Date()) });
    return { id: settingsStream, position };
  }
}

function textIn(en: string | null = null, ar: string | null = null): TextByLanguage | null {
  return en === null && ar === null ? null : { ...(en === null ? {} : { en }), ...(ar === null ? {} : { ar }) };
}
