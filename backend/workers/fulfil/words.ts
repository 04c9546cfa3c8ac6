/** Words of invoice and mail. Mails go out in the language of the order; the PDF's fonts know Latin letters only. */
export interface Words {
  invoice: string;
  order: string;
  date: string;
  billedTo: string;
  item: string;
  quantity: string;
  unitPrice: string;
  amount: string;
  subtotal: string;
  discount: string;
  delivery: string;
  total: string;
  taxOn: string;
  paid: string;
  receiptSubject: string;
  thanks: string;
  whereItIs: string;
  renews: Record<'month' | 'year', string>;
  library: string;
  refundSubject: string;
  refunded: string;
  creditNote: string;
  /** Of which invoice. */
  credits: string;
  creditNoteIs: string;
  /** Which credit note. */
  cancels: string;
  sentBackSubject: string;
  sentBack: string;
  cancellationIs: string;
  partOf: string;
  included: string;
  questions: string;
}

const en: Words = {
  invoice: 'Invoice',
  order: 'Order',
  date: 'Date',
  billedTo: 'Billed to',
  item: 'Item',
  quantity: 'Qty',
  unitPrice: 'Unit price',
  amount: 'Amount',
  subtotal: 'Subtotal',
  discount: 'Discount',
  delivery: 'Delivery',
  total: 'Total',
  taxOn: 'on',
  paid: 'Paid in full.',
  receiptSubject: 'Your order {number} at {shop}',
  thanks: 'Thank you for your order.',
  whereItIs: 'What you bought is waiting in your library:',
  renews: {
    month: 'It renews every month for {amount} until you cancel in your library.',
    year: 'It renews every year for {amount} until you cancel in your library.',
  },
  library: 'Open your library',
  refundSubject: 'Your refund for order {number} at {shop}',
  refunded: 'We have refunded {amount} for this order. It may take some days until you see it on your account.',
  creditNote: 'Credit note',
  credits: 'For invoice',
  creditNoteIs: 'Your credit note {number} is with your invoices:',
  cancels: 'Takes back credit note',
  sentBackSubject: 'Your refund for order {number} at {shop} did not arrive',
  sentBack:
    'Your bank sent the {amount} that we refunded for this order back to us. What you bought is yours as before. Write to us if you still want the money back: we will find another way.',
  cancellationIs: 'Invoice {number} takes credit note {note} back. Both are with your invoices:',
  partOf: 'part of the price',
  included: 'included',
  questions: 'Questions? Write to {email}.',
};

const de: Words = {
  invoice: 'Rechnung',
  order: 'Bestellung',
  date: 'Datum',
  billedTo: 'Rechnung an',
  item: 'Artikel',
  quantity: 'Menge',
  unitPrice: 'Einzelpreis',
  amount: 'Betrag',
  subtotal: 'Zwischensumme',
  discount: 'Rabatt',
  delivery: 'Lieferung',
  total: 'Gesamt',
  taxOn: 'auf',
  paid: 'Vollständig bezahlt.',
  receiptSubject: 'Ihre Bestellung {number} bei {shop}',
  thanks: 'Vielen Dank für Ihre Bestellung.',
  whereItIs: 'Ihr Einkauf wartet in Ihrer Bibliothek:',
  renews: {
    month: 'Es verlängert sich jeden Monat für {amount}, bis Sie in Ihrer Bibliothek kündigen.',
    year: 'Es verlängert sich jedes Jahr für {amount}, bis Sie in Ihrer Bibliothek kündigen.',
  },
  library: 'Zur Bibliothek',
  refundSubject: 'Ihre Erstattung zur Bestellung {number} bei {shop}',
  refunded: 'Wir haben Ihnen {amount} zu dieser Bestellung erstattet. Bis zur Gutschrift können einige Tage vergehen.',
  creditNote: 'Gutschrift',
  credits: 'Zur Rechnung',
  creditNoteIs: 'Ihre Gutschrift {number} liegt bei Ihren Rechnungen:',
  cancels: 'Hebt die Gutschrift auf',
  sentBackSubject: 'Ihre Erstattung zur Bestellung {number} bei {shop} kam nicht an',
  sentBack:
    'Ihre Bank hat uns die {amount} zurückgeschickt, die wir Ihnen zu dieser Bestellung erstattet hatten. Ihr Einkauf gehört Ihnen wie zuvor. Schreiben Sie uns, wenn Sie das Geld weiterhin zurückhaben möchten: Wir finden einen anderen Weg.',
  cancellationIs: 'Rechnung {number} hebt die Gutschrift {note} auf. Beide liegen bei Ihren Rechnungen:',
  partOf: 'Teil des Preises',
  included: 'enthalten',
  questions: 'Fragen? Schreiben Sie an {email}.',
};

const ar: Words = {
  ...en,
  order: 'الطلب',
  subtotal: 'المجموع الفرعي',
  discount: 'الخصم',
  delivery: 'التوصيل',
  total: 'الإجمالي',
  receiptSubject: 'طلبك {number} لدى {shop}',
  thanks: 'شكرًا لطلبك.',
  whereItIs: 'ما اشتريته ينتظرك في مكتبتك:',
  renews: {
    month: 'يتجدد كل شهر بمبلغ {amount} حتى تلغيه من مكتبتك.',
    year: 'يتجدد كل سنة بمبلغ {amount} حتى تلغيه من مكتبتك.',
  },
  library: 'افتح مكتبتك',
  refundSubject: 'استرداد مبلغ الطلب {number} لدى {shop}',
  refunded: 'أعدنا إليك {amount} عن هذا الطلب. قد يستغرق ظهوره في حسابك بضعة أيام.',
  creditNote: 'إشعار دائن',
  credits: 'عن الفاتورة',
  creditNoteIs: 'إشعارك الدائن {number} مع فواتيرك:',
  cancels: 'يلغي الإشعار الدائن',
  sentBackSubject: 'لم يصل المبلغ المسترد للطلب {number} لدى {shop}',
  sentBack:
    'أعاد مصرفك إلينا مبلغ {amount} الذي رددناه عن هذا الطلب. ما اشتريته ما زال لك كما كان. راسلنا إن كنت لا تزال تريد استرداد المال، وسنجد طريقة أخرى.',
  cancellationIs: 'الفاتورة {number} تلغي الإشعار الدائن {note}. تجدهما مع فواتيرك:',
  partOf: 'جزء من السعر',
  included: 'مشمولة',
  questions: 'لديك سؤال؟ راسلنا على {email}.',
};

const all: Readonly<Record<string, Words>> = { en, de, ar };

export const wordsOf = (locale: string): Words => all[locale] ?? en;
export const latinWordsOf = (locale: string): Words => (locale === 'ar' ? en : wordsOf(locale));

export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
