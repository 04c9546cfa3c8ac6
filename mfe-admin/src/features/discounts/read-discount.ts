import { parsePrice } from '../import/price-input.ts';
import { isKind } from '../catalog/kinds.ts';
import type { DiscountValues } from './discount-values.ts';
import type { DiscountRule } from './types.ts';

export type DiscountField = keyof DiscountValues;
export type FieldProblem =
  'required' | 'percent' | 'sum' | 'number' | 'order' | 'code' | 'taken' | 'cap-fixed' | 'refused';
export type DiscountProblems = Partial<Record<DiscountField, FieldProblem>>;

export type ReadDiscount =
  | { ok: true; method: DiscountValues['method']; code: string | undefined; rule: DiscountRule }
  | { ok: false; problems: DiscountProblems };

/** Checks what was typed; the API checks it again. */
export function readDiscount(values: DiscountValues): ReadDiscount {
  const problems: DiscountProblems = {};
  const note = (field: DiscountField, problem: FieldProblem | false | undefined) => {
    if (problem) problems[field] ??= problem;
  };
  const offer = readOffer(values, note);
  const scope = readScope(values, note);
  const subtotals = readSums(values.subtotals, () => note('subtotals', 'sum'));
  const code = values.method === 'code' ? values.code.replaceAll(/\s/g, '').toUpperCase() : '';
  note('code', code !== '' && !/^[A-Z0-9-]{3,40}$/.test(code) && 'code');
  note('name', values.name.trim() === '' && 'required');
  note('from', values.from === '' && 'required');
  note('until', values.until !== '' && values.until <= values.from && 'order');
  const quantity = readNumber(values.quantity, 999, () => note('quantity', 'number'));
  const cap = readNumber(values.cap, 1_000_000, () => note('cap', 'number'));
  const priority = /^\d{1,3}$/.test(values.priority) ? Number(values.priority) : undefined;
  note('priority', (priority === undefined || priority > 100) && 'number');
  if (Object.keys(problems).length > 0 || !offer || !scope) return { ok: false, problems };
  return {
    ok: true,
    method: values.method,
    code: code === '' ? undefined : code,
    rule: {
      ...{ name: values.name.trim(), offer, scope },
      validFrom: new Date(values.from).toISOString(),
      ...(values.until === '' ? {} : { validUntil: new Date(values.until).toISOString() }),
      minimum: { subtotals, ...(quantity === undefined ? {} : { quantity }) },
      combinable: values.combinable,
      priority: priority ?? 0,
      oncePerCustomer: values.oncePerCustomer,
      firstOrderOnly: values.firstOrderOnly,
      ...(cap === undefined ? {} : { cap }),
      renewals: values.forever && values.kind === 'percent' ? 'forever' : 'once',
    },
  };
}

type Note = (field: DiscountField, problem: FieldProblem | false | undefined) => void;

function readOffer(values: DiscountValues, note: Note): DiscountRule['offer'] | undefined {
  const percent = values.percent.trim().replace(',', '.');
  const isPercent = /^\d{1,3}(\.\d{1,2})?$/.test(percent) && Number(percent) > 0 && Number(percent) <= 100;
  switch (values.kind) {
    case 'percent':
      note('percent', !isPercent && 'percent');
      return { kind: 'percent', percent };
    case 'amount': {
      const amounts = readSums(values.amounts, () => note('amounts', 'sum'));
      note('amounts', amounts.length === 0 && 'required');
      return { kind: 'amount', amounts };
    }
    case 'buy-x-get-y': {
      note('percent', !isPercent && 'percent');
      const buy = readNumber(values.buy, 99, () => note('buy', 'number'));
      const get = readNumber(values.get, 99, () => note('get', 'number'));
      note('buy', buy === undefined && 'required');
      note('get', get === undefined && 'required');
      return buy === undefined || get === undefined ? undefined : { kind: 'buy-x-get-y', buy, get, percent };
    }
    case 'free-delivery':
      return { kind: 'free-delivery' };
  }
}

function readScope({ scope, ids, kinds }: DiscountValues, note: Note): DiscountRule['scope'] | undefined {
  if (scope === 'order') return { kind: 'order' };
  if (scope === 'kinds') {
    note('kinds', kinds.length === 0 && 'required');
    return { kind: 'kinds', kinds: kinds.filter(isKind) };
  }
  const given = ids.split(/[\s,;]+/).filter(Boolean);
  note('ids', given.length === 0 && 'required');
  return { kind: scope, ids: given };
}

function readSums(sums: Readonly<Record<string, string>>, wrong: () => void) {
  return Object.entries(sums).flatMap(([currency, text]) => {
    const price = parsePrice(text, currency);
    if (!price.ok) wrong();
    return price.ok && price.minor !== undefined ? [{ amountMinor: price.minor, currency }] : [];
  });
}

/** Whole and from one up; nothing is none. */
function readNumber(text: string, max: number, wrong: () => void): number | undefined {
  if (text.trim() === '') return undefined;
  const value = Number(text);
  if (/^\d{1,7}$/.test(text.trim()) && value >= 1 && value <= max) return value;
  wrong();
  return undefined;
}

const fieldOf: readonly (readonly [string, DiscountField])[] = [
  ['body.code', 'code'],
  ['body.rule.name', 'name'],
  ['body.rule.offer.percent', 'percent'],
  ['body.rule.offer.amounts', 'amounts'],
  ['body.rule.scope.ids', 'ids'],
  ['body.rule.scope.kinds', 'kinds'],
  ['body.rule.validFrom', 'from'],
  ['body.rule.validUntil', 'until'],
  ['body.rule.minimum.subtotals', 'subtotals'],
  ['body.rule.minimum.quantity', 'quantity'],
  ['body.rule.priority', 'priority'],
  ['body.rule.renewals', 'forever'],
];

/** What the API found wrong, at its fields. */
export function toProblems(answer: {
  code: string;
  errors?: readonly { path: string }[] | undefined;
}): DiscountProblems {
  if (answer.code === 'code_taken') return { code: 'taken' };
  const problems: DiscountProblems = {};
  for (const { path } of answer.errors ?? []) {
    const field = fieldOf.find(([prefix]) => path.startsWith(prefix))?.[1];
    if (path === 'body.rule.cap') problems.cap = 'cap-fixed';
    else if (field) problems[field] = 'refused';
  }
  return problems;
}
