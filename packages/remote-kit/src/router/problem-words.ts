import type { Locale } from '@tessera/contracts/tenant.ts';

interface ProblemWords {
  missing: string;
  missingHint: string;
  signInFirst: string;
  signInHint: string;
  signIn: string;
  failed: string;
  failedHint: string;
  offline: string;
  offlineHint: string;
  retry: string;
}

/** Here and not in a message file, because a problem may be that files do not arrive. */
export const problemWords: Record<Locale, ProblemWords> = {
  en: {
    missing: 'We couldn’t find that',
    missingHint: 'It may have moved, or it isn’t sold here any more.',
    signInFirst: 'Sign in to see this',
    signInHint: 'This page belongs to your account.',
    signIn: 'Sign in',
    failed: 'That didn’t work',
    failedHint: 'The shop couldn’t answer just now. Nothing was changed.',
    offline: 'You are offline',
    offlineHint: 'This page needs the network. Pages you have seen still open.',
    retry: 'Try again',
  },
  de: {
    missing: 'Das haben wir nicht gefunden',
    missingHint: 'Vielleicht ist es umgezogen oder wird hier nicht mehr verkauft.',
    signInFirst: 'Bitte zuerst anmelden',
    signInHint: 'Diese Seite gehört zu Ihrem Konto.',
    signIn: 'Anmelden',
    failed: 'Das hat nicht geklappt',
    failedHint: 'Der Shop konnte gerade nicht antworten. Es wurde nichts verändert.',
    offline: 'Sie sind offline',
    offlineHint: 'Diese Seite braucht das Netz. Bereits besuchte Seiten öffnen sich weiterhin.',
    retry: 'Erneut versuchen',
  },
  ar: {
    missing: 'لم نعثر على ذلك',
    missingHint: 'ربما نُقل إلى مكان آخر أو لم يعد يُباع هنا.',
    signInFirst: 'سجّل الدخول لعرض هذه الصفحة',
    signInHint: 'هذه الصفحة تخص حسابك.',
    signIn: 'تسجيل الدخول',
    failed: 'لم ينجح ذلك',
    failedHint: 'لم يستطع المتجر الإجابة الآن. لم يتغيّر شيء.',
    offline: 'أنت غير متصل',
    offlineHint: 'هذه الصفحة تحتاج إلى الشبكة. الصفحات التي زرتها ما زالت تفتح.',
    retry: 'حاول مرة أخرى',
  },
};
