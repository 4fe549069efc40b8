import { Controller, Inject } from '@nestjs/common';
import type { Accepted, CommandMessage } from '@isegoria/kernel';
import { Handles } from '@isegoria/messaging';
import {
  confirmPaperForm,
  enterPaperForm,
  sendBackPaperForm,
  showPaperForm,
  type ConfirmPaperForm,
  type EnterPaperForm,
  type PaperFormEntry,
  type SendBackPaperForm,
  type ShowPaperForm,
} from './paper-entry.contract';
import { PaperForms } from './paper-forms.service';

@Controller()
export class PaperEntryController {
  constructor(@Inject(PaperForms) private readonly forms: PaperForms) {}

  @Handles(enterPaperForm)
  enter({ command, context }: CommandMessage<EnterPaperForm>): Promise<Accepted> {
    return this.forms.enter(context, command);
  }

  @Handles(confirmPaperForm)
  confirm({ command, context }: CommandMessage<ConfirmPaperForm>): Promise<Accepted> {
    return this.forms.check(context, 'ConfirmPaperForm', command);
  }

  @Handles(sendBackPaperForm)
  sendBack({ command, context }: CommandMessage<SendBackPaperForm>): Promise<Accepted> {
    return this.forms.check(context, 'SendBackPaperForm', command);
  }

  @Handles(showPaperForm)
  show({ command, context }: CommandMessage<ShowPaperForm>): Promise<PaperFormEntry> {
    return this.forms.show(context, command);
  }
}
