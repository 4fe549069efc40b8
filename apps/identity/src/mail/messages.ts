import type { Language } from '@isegoria/contracts';

export interface Message {
  readonly subject: string;
  readonly body: string;
}

interface Messages {
  confirmAddress(link: string): Message;
  addressIsKnown(link: string): Message;
}

/**
 * What is sent, in each language, as plain text. Nothing that the sender of a form chose stands in it: a registration with somebody
 * else's address must not deliver words of one's own there.
 */
export const messages: Record<Language, Messages> = {
  en: {
    confirmAddress: (link) => ({
      subject: 'Confirm your e-mail address',
      body: `Hello,\n\nplease confirm your e-mail address with this link. It works once and for 48 hours:\n\n${link}\n\nIf you did not open an account, ignore this message.\n`,
    }),
    addressIsKnown: (link) => ({
      subject: 'You already have an account',
      body: `Hello,\n\nsomebody, probably you, tried to open an account with this e-mail address. It has one already: sign in here:\n\n${link}\n\nIf it was not you, ignore this message. Nothing was changed.\n`,
    }),
  },
  ar: {
    confirmAddress: (link) => ({
      subject: 'تأكيد عنوان بريدك الإلكتروني',
      body: `مرحباً،\n\nيرجى تأكيد عنوان بريدك الإلكتروني عبر هذا الرابط. يعمل الرابط مرة واحدة ولمدة 48 ساعة:\n\n${link}\n\nإن لم تفتح حساباً فتجاهل هذه الرسالة.\n`,
    }),
    addressIsKnown: (link) => ({
      subject: 'لديك حساب بالفعل',
      body: `مرحباً،\n\nحاول شخص ما، ربما أنت، فتح حساب بعنوان البريد الإلكتروني هذا. لهذا العنوان حساب بالفعل؛ سجّل الدخول من هنا:\n\n${link}\n\nإن لم تكن أنت فتجاهل هذه الرسالة. لم يتغير شيء.\n`,
    }),
  },
};
