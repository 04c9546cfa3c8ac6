import type { Locale } from '@tessera/contracts/tenant.ts';

/** The few words that the document itself says, where no remote speaks. */
export const texts: Record<
  Locale,
  Record<'notFound' | 'offline' | 'failed', { title: string; text: string; action: string }> & {
    loading: string;
    noScript: string;
  }
> = {
  en: {
    notFound: {
      title: 'This page does not exist',
      text: 'The address may be mistyped, or what stood here is gone.',
      action: 'Go to the shop’s first page',
    },
    offline: {
      title: 'You are offline',
      text: 'This page was not kept on this device. It will be here again when you are connected.',
      action: 'Go to the shop’s first page',
    },
    failed: {
      title: 'Something went wrong on our side',
      text: 'The shop cannot show this page right now.',
      action: 'Try again',
    },
    loading: 'Loading',
    noScript: 'This page needs JavaScript.',
  },
  de: {
    notFound: {
      title: 'Diese Seite gibt es nicht',
      text: 'Vielleicht ist die Adresse falsch geschrieben, oder was hier stand, ist nicht mehr da.',
      action: 'Zur Startseite',
    },
    offline: {
      title: 'Sie sind offline',
      text: 'Diese Seite liegt nicht auf diesem Gerät. Mit einer Verbindung ist sie wieder da.',
      action: 'Zur Startseite',
    },
    failed: {
      title: 'Bei uns ist etwas schiefgegangen',
      text: 'Der Shop kann diese Seite gerade nicht zeigen.',
      action: 'Noch einmal versuchen',
    },
    loading: 'Wird geladen',
    noScript: 'Diese Seite braucht JavaScript.',
  },
  ar: {
    notFound: {
      title: 'هذه الصفحة غير موجودة',
      text: 'ربما كُتب العنوان خطأً، أو لم يعد ما كان هنا موجودًا.',
      action: 'إلى الصفحة الأولى للمتجر',
    },
    offline: {
      title: 'أنت غير متصل بالإنترنت',
      text: 'لم تُحفظ هذه الصفحة على هذا الجهاز. ستعود عندما يعود الاتصال.',
      action: 'إلى الصفحة الأولى للمتجر',
    },
    failed: {
      title: 'حدث خطأ من جهتنا',
      text: 'لا يستطيع المتجر عرض هذه الصفحة الآن.',
      action: 'حاول مرة أخرى',
    },
    loading: 'جارٍ التحميل',
    noScript: 'تحتاج هذه الصفحة إلى JavaScript.',
  },
};
