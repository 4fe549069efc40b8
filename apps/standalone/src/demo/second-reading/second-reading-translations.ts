import { airInOtherLanguages } from '../clean-air/clean-air-translations';
import { readingDraft, readingGrants, readingMotion, readingSurvey, secondReading } from './second-reading-words';

const own: Readonly<Record<'fr' | 'ar', Readonly<Record<string, string>>>> = {
  fr: {
    [secondReading.title]: 'La loi sur l’air pur : deuxième lecture',
    [secondReading.summary]:
      'Votez sur le deuxième projet, dites ce qui vous aiderait, classez les premières aides et commentez les paragraphes.',
    [secondReading.description]:
      'Le ministère a rédigé un deuxième projet de loi sur l’air pur à partir de ce que vous avez dit du premier. Avant de le ' +
      'transmettre au parlement, nous vous consultons à nouveau :\n\n' +
      '- **voter** : doit-il être transmis au parlement en l’état ?\n' +
      '- **répondre à des questions** sur ce qui vous aiderait\n' +
      '- **classer les premières aides** ; les résultats sont masqués jusqu’à la fin\n' +
      '- **commenter le projet**, paragraphe par paragraphe\n\n' +
      'Tous les chiffres de cette consultation sont inventés pour la démonstration.',
    [secondReading.decidedWhen]: 'Lors de la première session après la clôture de la consultation',
    [readingMotion.title]: 'Le deuxième projet doit être transmis au parlement en l’état.',
    [readingSurvey.title]: 'Ce qui vous aiderait',
    'Up to five questions, about two minutes. What people answered is shown once the survey has closed.':
      'Cinq questions au plus, environ deux minutes. Les réponses sont publiées une fois l’enquête close.',
    'How is your home heated?': 'Comment votre logement est-il chauffé ?',
    'With gas': 'Au gaz',
    'By district heating': 'Par un réseau de chaleur',
    'With electricity or a heat pump': 'À l’électricité ou par une pompe à chaleur',
    'With a stove for wood or coal': 'Par un poêle à bois ou à charbon',
    'What would make you replace the stove?': 'Qu’est-ce qui vous ferait remplacer le poêle ?',
    'Asked of people who heat with a stove.': 'Cette question est posée aux personnes qui se chauffent avec un poêle.',
    'A grant of half of the cost': 'Une aide égale à la moitié du coût',
    'A grant of the whole cost': 'Une aide couvrant tout le coût',
    'District heating in my street': 'Un réseau de chaleur dans ma rue',
    'How many kilometres do you travel on a usual day?': 'Combien de kilomètres parcourez-vous un jour ordinaire ?',
    'What would help you most to drive less?': 'Qu’est-ce qui vous aiderait le plus à moins conduire ?',
    'Cheaper tickets': 'Des billets moins chers',
    'Safe paths for bicycles': 'Des pistes cyclables sûres',
    'More buses in the evening': 'Plus de bus le soir',
    'What else should the ministry know?': 'Que doit encore savoir le ministère ?',
    [readingGrants.title]: 'Qui doit recevoir les premières aides ?',
    [readingGrants.options[0]]: 'Les foyers modestes qui ont un vieux poêle',
    [readingGrants.options[1]]: 'Les écoles au bord de routes fréquentées',
    [readingGrants.options[2]]: 'Les villes qui créent une zone à faibles émissions',
    [readingGrants.options[3]]: 'Les petites entreprises qui remplacent leurs camionnettes',
    [readingDraft.title]: 'Le deuxième projet',
    [readingDraft.exception]:
      'Là où il n’y a ni gaz ni réseau de chaleur, un tel poêle peut rester en service jusqu’à la fin de 2035.',
  },
  ar: {
    [secondReading.title]: 'قانون الهواء النقي: القراءة الثانية',
    [secondReading.summary]: 'صوّت على المسودة الثانية، وقل ما الذي يساعدك، ورتّب المنح الأولى وعلّق على الفقرات.',
    [secondReading.description]:
      'كتبت الوزارة مسودة ثانية لقانون الهواء النقي استنادًا إلى ما قلتموه عن الأولى. وقبل أن تُحال إلى البرلمان، نسألكم من جديد:\n\n' +
      '- **التصويت** على إحالتها إلى البرلمان كما هي\n' +
      '- **الإجابة عن أسئلة** حول ما يساعدكم\n' +
      '- **ترتيب المنح الأولى**؛ تبقى النتائج مخفية حتى النهاية\n' +
      '- **التعليق على المسودة** فقرةً فقرة\n\n' +
      'جميع الأرقام في هذه الاستشارة مختلقة لغرض العرض.',
    [secondReading.decidedWhen]: 'في أول دورة بعد إغلاق الاستشارة',
    [readingMotion.title]: 'ينبغي أن تُحال المسودة الثانية إلى البرلمان كما هي.',
    [readingSurvey.title]: 'ما الذي يساعدك',
    'Up to five questions, about two minutes. What people answered is shown once the survey has closed.':
      'خمسة أسئلة على الأكثر، نحو دقيقتين. تُعرض الإجابات بعد إغلاق الاستبيان.',
    'How is your home heated?': 'كيف يُدفأ مسكنك؟',
    'With gas': 'بالغاز',
    'By district heating': 'بشبكة تدفئة الحي',
    'With electricity or a heat pump': 'بالكهرباء أو بمضخة حرارية',
    'With a stove for wood or coal': 'بموقد حطب أو فحم',
    'What would make you replace the stove?': 'ما الذي يدفعك إلى استبدال الموقد؟',
    'Asked of people who heat with a stove.': 'يُطرح هذا السؤال على من يتدفأ بموقد.',
    'A grant of half of the cost': 'منحة تعادل نصف الكلفة',
    'A grant of the whole cost': 'منحة تغطي الكلفة كلها',
    'District heating in my street': 'شبكة تدفئة في شارعي',
    'How many kilometres do you travel on a usual day?': 'كم كيلومترًا تقطع في يوم عادي؟',
    'What would help you most to drive less?': 'ما أكثر ما يساعدك على تقليل القيادة؟',
    'Cheaper tickets': 'تذاكر أرخص',
    'Safe paths for bicycles': 'مسارات آمنة للدراجات',
    'More buses in the evening': 'حافلات أكثر في المساء',
    'What else should the ministry know?': 'ماذا ينبغي أن تعرف الوزارة أيضًا؟',
    [readingGrants.title]: 'من ينبغي أن يحصل على المنح الأولى؟',
    [readingGrants.options[0]]: 'البيوت ذات الموقد القديم والدخل المحدود',
    [readingGrants.options[1]]: 'المدارس على الطرق المزدحمة',
    [readingGrants.options[2]]: 'المدن التي تنشئ منطقة منخفضة الانبعاثات',
    [readingGrants.options[3]]: 'الشركات الصغيرة التي تستبدل شاحناتها',
    [readingDraft.title]: 'المسودة الثانية',
    [readingDraft.exception]: 'حيث لا غاز ولا شبكة تدفئة، يجوز أن يبقى موقد كهذا في الاستعمال حتى نهاية عام 2035.',
  },
};

/** The paragraphs and other words that it has in common with the first reading. */
const inCommon: readonly string[] = [
  secondReading.contact,
  secondReading.decidedBy,
  secondReading.picture.alt,
  ...readingDraft.text.split('\n\n').map((line) => line.replace(/^# /, '')),
];

const withAir = (language: 'fr' | 'ar'): Readonly<Record<string, string>> => {
  const known = inCommon.flatMap((words) => {
    const text = airInOtherLanguages[language][words];
    return text === undefined ? [] : [[words, text] as const];
  });
  return { ...Object.fromEntries(known), ...own[language] };
};

export const readingInOtherLanguages = { fr: withAir('fr'), ar: withAir('ar') } as const;
