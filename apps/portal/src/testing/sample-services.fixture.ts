import { rootUnit, type ServiceView } from '@isegoria/contracts';
import { daysFromNow, id, ids, water } from './sample-ids.fixture';

const english = {
  title: 'Have the water of a well tested',
  summary: 'We take a sample of your well and tell you whether the water is fit to drink.',
  eligibility: 'Everybody with a **well of their own** in the district.',
  needed: ['The address of the well', 'The number of your plot'],
  cost: '12 €',
  duration: 'Ten working days',
  office: 'Water office\nHarbour Street 4',
  post: null,
};

const arabic = {
  title: 'فحص مياه الآبار',
  summary: 'نأخذ عينة من بئركم ونخبركم هل ماؤها صالح للشرب.',
  eligibility: 'كل من لديه **بئر خاصة** في المنطقة.',
  needed: ['عنوان البئر', 'رقم قطعة الأرض'],
  cost: '١٢ €',
  duration: 'عشرة أيام عمل',
  office: 'مكتب المياه\nشارع الميناء ٤',
  post: null,
};

export const services: ServiceView[] = [
  {
    id: ids.service,
    unit: water,
    status: 'published',
    language: 'en',
    words: english,
    translations: [
      {
        language: 'ar',
        words: arabic,
        translatedAt: daysFromNow(-8),
        isOfOlderWords: true,
      },
    ],
    channels: {
      online: 'https://forms.example/wells',
      phone: '+251 11 555 0100',
      email: 'water@example.org',
      hours: [
        { day: 'monday', opens: '08:30', closes: '12:00' },
        { day: 'monday', opens: '13:30', closes: '16:00' },
        { day: 'thursday', opens: '08:30', closes: '18:00' },
      ],
    },
    lifeEvents: ['moving', 'building'],
    categories: ['topic.1f0c22aa'],
    publishedAt: daysFromNow(-9),
    revisedAt: daysFromNow(-3),
    version: 90,
    translationsVersion: 92,
  },
  {
    id: id(6002),
    unit: rootUnit,
    status: 'published',
    language: 'ar',
    words: {
      ...{ title: 'طلب بطاقة الحافلات', summary: 'بطاقة للتنقل في المدينة.', eligibility: 'الجميع.', needed: [], cost: 'مجانًا' },
      ...{ duration: 'يوم واحد', office: null, post: 'ص.ب. 4' },
    },
    translations: [],
    channels: { online: null, phone: null, email: null, hours: [] },
    lifeEvents: [],
    categories: [],
    publishedAt: daysFromNow(-19),
    revisedAt: daysFromNow(-19),
    version: 60,
    translationsVersion: 60,
  },
];

/** What the API answers about services under a path; undefined where it knows none. */
export function servicesAt(path: string): object | undefined {
  if (path === '/services') return { items: services, next: null, count: services.length };
  if (path === '/service-units') return { units: services.map(({ unit }) => unit) };
  return services.find(({ id: of }) => path === `/services/${of}`);
}
