import { Controller, Inject } from '@nestjs/common';
import type { CommandMessage } from '@isegoria/kernel';
import { Handles } from '@isegoria/messaging';
import {
  changeTemplate,
  saveTemplate,
  showTemplate,
  showTemplates,
  withdrawTemplate,
  type ChangeTemplate,
  type SaveTemplate,
  type ShowTemplate,
  type ShowTemplates,
  type TemplateList,
  type TemplateSummary,
  type TemplateView,
  type WithdrawTemplate,
} from './template.contract';
import { Templates } from './templates.service';

@Controller()
export class TemplateController {
  constructor(@Inject(Templates) private readonly templates: Templates) {}

  @Handles(saveTemplate)
  save({ command, context }: CommandMessage<SaveTemplate>): Promise<TemplateSummary> {
    return this.templates.save(context, command);
  }

  @Handles(changeTemplate)
  change({ command, context }: CommandMessage<ChangeTemplate>): Promise<TemplateSummary> {
    return this.templates.change(context, command);
  }

  @Handles(withdrawTemplate)
  withdraw({ command, context }: CommandMessage<WithdrawTemplate>): Promise<TemplateSummary> {
    return this.templates.withdraw(context, command);
  }

  @Handles(showTemplates)
  async list({ command, context }: CommandMessage<ShowTemplates>): Promise<TemplateList> {
    return { items: await this.templates.all(context, command.unit) };
  }

  @Handles(showTemplate)
  one({ command, context }: CommandMessage<ShowTemplate>): Promise<TemplateView> {
    return this.templates.one(context, command);
  }
}
