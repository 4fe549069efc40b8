import { weekdayHours, type DemoService } from './demo-service';

/** Services around clean air and getting about. */
export const airAndTravel: readonly DemoService[] = [
  {
    unit: 'environment',
    about: ['air'],
    lifeEvents: ['moving', 'building'],
    channels: { online: 'https://forms.example/stove' },
    en: {
      title: 'Get a grant for a cleaner stove',
      summary: 'We pay a part of what it costs to replace a stove for wood or coal by one that does not spoil the air.',
      eligibility: 'Households that heat or cook with wood or coal today. **Half of the price**, and two thirds for low incomes.',
      needed: ['A photo of the stove that you use today', 'An offer for the new one', 'Your last tax notice, for the higher grant'],
      cost: 'Free of charge',
      duration: 'Four weeks until we decide; the money comes when the new stove is in',
    },
    fr: {
      title: 'Obtenir une aide pour un poêle plus propre',
      summary: 'Nous payons une partie du remplacement d’un poêle à bois ou à charbon par un appareil qui ne pollue pas l’air.',
      eligibility:
        'Les ménages qui se chauffent ou cuisinent au bois ou au charbon. **La moitié du prix**, et les deux tiers pour ' +
        'les faibles revenus.',
      needed: ['Une photo du poêle actuel', 'Un devis pour le nouveau', 'Votre dernier avis d’imposition, pour l’aide majorée'],
      cost: 'Gratuit',
      duration: 'Quatre semaines jusqu’à la décision ; l’aide est versée une fois le poêle installé',
    },
    ar: {
      title: 'الحصول على منحة لموقد أنظف',
      summary: 'ندفع جزءًا من كلفة استبدال موقد الحطب أو الفحم بموقد لا يلوّث الهواء.',
      eligibility: 'الأسر التي تتدفأ أو تطبخ اليوم بالحطب أو الفحم. **نصف الثمن**، وثلثاه لذوي الدخل المنخفض.',
      needed: ['صورة للموقد الحالي', 'عرض سعر للموقد الجديد', 'آخر إشعار ضريبي للمنحة الأعلى'],
      cost: 'مجانًا',
      duration: 'أربعة أسابيع حتى القرار؛ ويُدفع المبلغ بعد تركيب الموقد',
    },
  },
  {
    unit: 'environment',
    about: ['air', 'capital'],
    lifeEvents: ['illness', 'school'],
    channels: { online: 'https://forms.example/air-alert' },
    en: {
      title: 'Be warned of bad air',
      summary: 'A short message in the morning of days on which the air is bad where you live, where you work or at your child’s school.',
      eligibility: 'Everybody; it is meant for people with asthma or a weak heart, for parents and for schools.',
      needed: ['A phone number, and up to three places'],
      cost: 'Free of charge',
      duration: 'From the next morning on',
    },
    fr: {
      title: 'Être averti de la pollution de l’air',
      summary: 'Un court message le matin des jours où l’air est mauvais là où vous habitez ou travaillez, ou à l’école de votre enfant.',
      eligibility: 'Tout le monde ; ce service s’adresse aux personnes asthmatiques ou cardiaques, aux parents et aux écoles.',
      needed: ['Un numéro de téléphone et jusqu’à trois lieux'],
      cost: 'Gratuit',
      duration: 'Dès le lendemain matin',
    },
    ar: {
      title: 'التنبيه إلى تلوث الهواء',
      summary: 'رسالة قصيرة صباح الأيام التي يسوء فيها الهواء حيث تسكنون أو تعملون أو في مدرسة طفلكم.',
      eligibility: 'الجميع؛ وهي موجهة إلى المصابين بالربو أو بأمراض القلب، وإلى الآباء والمدارس.',
      needed: ['رقم هاتف وثلاثة أماكن على الأكثر'],
      cost: 'مجانًا',
      duration: 'من صباح اليوم التالي',
    },
  },
  {
    unit: 'environment',
    about: ['environment'],
    lifeEvents: ['building'],
    channels: { online: 'https://forms.example/tree', email: 'trees@example.org' },
    en: {
      title: 'Ask for leave to fell a tree',
      summary: 'Trees thicker than 60 cm are protected. Before you fell one, we look at it with you.',
      eligibility: 'The owner of the plot on which the tree stands.',
      needed: ['A photo of the tree', 'Its girth at the height of a metre', 'Why it should go'],
      cost: '25; free of charge for dead trees',
      duration: 'Three weeks',
    },
    fr: {
      title: 'Demander l’autorisation d’abattre un arbre',
      summary: 'Les arbres de plus de 60 cm de tour sont protégés. Avant l’abattage, nous l’examinons avec vous.',
      eligibility: 'Le propriétaire du terrain où se trouve l’arbre.',
      needed: ['Une photo de l’arbre', 'Son tour à un mètre de hauteur', 'La raison de l’abattage'],
      cost: '25 ; gratuit pour les arbres morts',
      duration: 'Trois semaines',
    },
    ar: {
      title: 'طلب الإذن بقطع شجرة',
      summary: 'الأشجار التي يزيد محيطها على 60 سم محمية. نعاينها معكم قبل قطعها.',
      eligibility: 'مالك الأرض التي تقوم عليها الشجرة.',
      needed: ['صورة للشجرة', 'محيطها على ارتفاع متر', 'سبب قطعها'],
      cost: '25؛ ومجانًا للأشجار الميتة',
      duration: 'ثلاثة أسابيع',
    },
  },
  {
    unit: 'transport',
    about: ['transport', 'capital'],
    lifeEvents: ['moving', 'school', 'retirement'],
    channels: { online: 'https://forms.example/bus-card', hours: weekdayHours },
    en: {
      title: 'Get a bus card',
      summary:
        'One card for all buses of the city, by the month or by the year, with reductions for pupils, students and ' +
        'people over 65.',
      eligibility: 'Everybody who is six or older. Younger children need none.',
      needed: ['A photo of your face', 'Proof of school or study, for the reduction'],
      cost: '22 a month; 11 with a reduction',
      duration: 'While you wait, or five working days by post',
      office: 'Bus station, counter 3\nStation Square 1',
    },
    fr: {
      title: 'Obtenir une carte de bus',
      summary:
        'Une seule carte pour tous les bus de la ville, au mois ou à l’année, à tarif réduit pour les élèves, les ' +
        'étudiants et les plus de 65 ans.',
      eligibility: 'Toute personne de six ans ou plus. Les plus jeunes n’en ont pas besoin.',
      needed: ['Une photo de votre visage', 'Un certificat de scolarité, pour le tarif réduit'],
      cost: '22 par mois ; 11 à tarif réduit',
      duration: 'Immédiatement, ou cinq jours ouvrables par courrier',
      office: 'Gare routière, guichet 3\n1, place de la Gare',
    },
    ar: {
      title: 'الحصول على بطاقة الحافلات',
      summary: 'بطاقة واحدة لكل حافلات المدينة، بالشهر أو بالسنة، بتخفيض للتلاميذ والطلاب ومن تجاوزوا 65 عامًا.',
      eligibility: 'كل من بلغ السادسة. ولا يحتاج إليها من هم أصغر.',
      needed: ['صورة لوجهكم', 'إثبات الدراسة للتخفيض'],
      cost: '22 في الشهر؛ و11 مع التخفيض',
      duration: 'أثناء انتظاركم، أو خمسة أيام عمل بالبريد',
      office: 'محطة الحافلات، الشباك 3\nساحة المحطة 1',
    },
  },
  {
    unit: 'transport',
    about: ['transport'],
    lifeEvents: ['moving', 'illness'],
    channels: { online: 'https://forms.example/parking' },
    en: {
      title: 'Park near your home',
      summary: 'A permit with which you park without a time limit in the streets around your home.',
      eligibility: 'People who are registered in a zone with permits, one car each. People with a disability get a place of their own.',
      needed: ['The registration of the car', 'For a place of one’s own: the certificate of disability'],
      cost: '60 a year; free of charge with a disability',
      duration: 'At once online; four weeks for a place of one’s own',
    },
    fr: {
      title: 'Stationner près de chez soi',
      summary: 'Une carte pour stationner sans limite de temps dans les rues autour de chez vous.',
      eligibility:
        'Les personnes inscrites dans une zone réglementée, une voiture chacune. Les personnes handicapées obtiennent ' +
        'une place attitrée.',
      needed: ['La carte grise', 'Pour une place attitrée : l’attestation de handicap'],
      cost: '60 par an ; gratuit en cas de handicap',
      duration: 'Immédiatement en ligne ; quatre semaines pour une place attitrée',
    },
    ar: {
      title: 'الوقوف قرب المنزل',
      summary: 'تصريح للوقوف بلا حد زمني في الشوارع المحيطة بمنزلكم.',
      eligibility: 'المسجلون في منطقة تصاريح، سيارة لكل شخص. ولذوي الإعاقة موقف خاص.',
      needed: ['رخصة السيارة', 'للموقف الخاص: شهادة الإعاقة'],
      cost: '60 في السنة؛ ومجانًا لذوي الإعاقة',
      duration: 'فورًا عبر الإنترنت؛ وأربعة أسابيع للموقف الخاص',
    },
  },
];
