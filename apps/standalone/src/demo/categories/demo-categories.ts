import type { ApiClient } from '@isegoria/api-client';
import { addCategory } from '@isegoria/contracts';

type Names = Readonly<Record<'en' | 'fr' | 'ar', string>>;

/** Each below the root of its tree, or below another one. */
const categories = {
  transport: { above: 'topic', names: { en: 'Transport', fr: 'Transports', ar: 'النقل' } },
  environment: {
    above: 'topic',
    names: { en: 'Environment', fr: 'Environnement', ar: 'البيئة' },
    about: {
      en: 'Air, water and nature: what is protected, and how.',
      fr: 'L’air, l’eau et la nature : ce qui est protégé, et comment.',
      ar: 'الهواء والماء والطبيعة: ما الذي يُحمى وكيف.',
    },
  },
  air: { above: 'environment', names: { en: 'Clean air', fr: 'Air pur', ar: 'نقاء الهواء' } },
  water: { above: 'environment', names: { en: 'Water', fr: 'Eau', ar: 'المياه' } },
  culture: { above: 'topic', names: { en: 'Culture and education', fr: 'Culture et éducation', ar: 'الثقافة والتعليم' } },
  services: { above: 'topic', names: { en: 'Public services', fr: 'Services publics', ar: 'الخدمات العامة' } },
  country: { above: 'area', names: { en: 'The whole country', fr: 'Tout le pays', ar: 'البلاد كلها' } },
  lakes: { above: 'country', names: { en: 'Lake district', fr: 'Région des lacs', ar: 'منطقة البحيرات' } },
  capital: { above: 'country', names: { en: 'The capital', fr: 'La capitale', ar: 'العاصمة' } },
} as const satisfies Record<string, { readonly above: string; readonly names: Names; readonly about?: Names }>;
export type DemoCategory = keyof typeof categories;

/** Adds the topics and areas of the demo. @returns the names of their places */
export async function addCategories(office: ApiClient): Promise<(...chosen: DemoCategory[]) => string[]> {
  const added = new Map<string, string>();
  for (const [key, { above, ...words }] of Object.entries(categories)) {
    const command = { ...words, above: added.get(above) ?? above };
    const { id } = await office.do(addCategory, command, { idempotencyKey: `demo category ${key}` });
    added.set(key, id);
  }
  return (...chosen) => chosen.map((key) => added.get(key)!);
}
