import type { TaxKind } from './tax-provider.ts';
import type { TaxClass } from './tax-class.ts';

export interface ProvincialTax {
  kind: TaxKind;
  percent: string;
  /** Classes the province leaves out; the federal part stays. */
  except: readonly TaxClass[];
}

export interface Province {
  /** GST alone, or HST in place of both. */
  federal: { kind: 'gst' | 'hst'; percent: string };
  /** A participating province gives its part of the HST back on printed books at the till: 5 is what remains. */
  printedBookPercent: string;
  own?: ProvincialTax;
}

const gst = { federal: { kind: 'gst', percent: '5' }, printedBookPercent: '5' } as const;
const hst = (percent: string): Province => ({ federal: { kind: 'hst', percent }, printedBookPercent: '5' });

/**
 * Source: Canada Revenue Agency "GST/HST rates", Revenu Québec, and the PST/RST bulletins of British Columbia, Saskatchewan and
 * Manitoba; as of 2026-01-01. The QST is on the net price, not on top of the GST.
 */
export const provinces: Readonly<Record<string, Province>> = {
  AB: gst,
  BC: { ...gst, own: { kind: 'pst', percent: '7', except: ['e-book', 'audiobook', 'printed-book', 'online-course'] } },
  MB: {
    ...gst,
    own: {
      kind: 'rst',
      percent: '7',
      except: ['e-book', 'audiobook', 'digital-audio', 'digital-video', 'printed-book', 'online-course'],
    },
  },
  NB: hst('15'),
  NL: hst('15'),
  NS: hst('14'),
  NT: gst,
  NU: gst,
  ON: hst('13'),
  PE: hst('15'),
  QC: { ...gst, own: { kind: 'qst', percent: '9.975', except: ['printed-book'] } },
  SK: { ...gst, own: { kind: 'pst', percent: '6', except: ['printed-book', 'online-course'] } },
  YT: gst,
};
